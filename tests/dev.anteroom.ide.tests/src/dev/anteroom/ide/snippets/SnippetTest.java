/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.junit.jupiter.api.Test;

class SnippetTest {

	@Test
	void linesStandBetweenFencesUnderTheirName() {
		assertEquals("src/Cart.java:42-43\n```\nint a;\nint b;\n```\n",
				new Snippet("src/Cart.java", 42, 43, "int a;\r\nint b;\r\n").asText());
		assertEquals("Cart.java:7\n```\n\tint a;\n```\n", new Snippet("Cart.java", 7, 7, "\tint a;").asText());
	}

	@Test
	void aFenceIsLongerThanAnyInTheCode() {
		assertEquals("a.md:1-3\n`````\n```\nx\n````\n`````\n", new Snippet("a.md", 1, 3, "```\nx\n````").asText());
	}

	@Test
	void whatIsSelectedIsTakenAsItIs() throws BadLocationException {
		var document = new Document("one\ntwo\nthree\nfour");
		assertEquals(new Snippet("a", 2, 3, "wo\nth"), Selected.in(document, 5, 5, "a"));
		assertEquals(new Snippet("a", 2, 3, "two\nthree\n"), Selected.in(document, 4, 10, "a"));
		assertEquals(new Snippet("a", 1, 4, document.get()), Selected.in(document, 0, document.getLength(), "a"));
	}

	@Test
	void withoutASelectionItIsTheLineOfTheCaret() throws BadLocationException {
		var document = new Document("one\ntwo\n");
		assertEquals(new Snippet("a", 2, 2, "two"), Selected.in(document, 6, 0, "a"));
		assertEquals(new Snippet("a", 3, 3, ""), Selected.in(document, 8, 0, "a"));
	}
}
