/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.anteroom.ui.Places;

class LinkTest {

	@Test
	void addressesAreFoundWithoutTheSentenceAroundThem() {
		assertLinks("See https://example.org/a?b=1#c.", "https://example.org/a?b=1#c");
		assertLinks("(http://localhost:8080/), and HTTPS://EXAMPLE.ORG!", "http://localhost:8080/", "HTTPS://EXAMPLE.ORG");
		assertLinks("https://en.wikipedia.org/wiki/E4_(disambiguation) is one", "https://en.wikipedia.org/wiki/E4_(disambiguation)");
		assertLinks("請看https://例子.tw/路徑，謝謝", "https://例子.tw/路徑");
		assertLinks("http://[::1]:80/x", "http://[::1]:80/x");
		assertLinks("<https://a.b/c>", "https://a.b/c");
	}

	@Test
	void whatIsNoWebAddressIsNone() {
		assertLinks("http:// http://. https://-x javascript:alert(1) file:///etc/passwd ftp://a.b xhttp://a.b");
		assertLinks("");
		assertLinks("http://" + "a".repeat(3_000));
	}

	@Test
	void aLongTextOfBracketsTakesNoTime() {
		assertEquals(0, Link.in("http://" + ")".repeat(19_000)).size());
	}

	@Test
	void closingBracketsAreTrimmedAsManyAsWereNotOpened() {
		for (int count : new int[] { 1, 2, 3, 8_000 }) {
			assertLinks("http://a/b" + ")".repeat(count), "http://a/b");
			assertLinks("http://a/b" + ")]".repeat(count), "http://a/b");
			assertLinks("http://a/b" + "].)".repeat(count), "http://a/b");
			assertLinks("http://a/(b" + ")".repeat(count), "http://a/(b)");
			assertLinks("http://a/([b" + "])".repeat(count), "http://a/([b])");
			assertLinks("http://a/(b" + "])".repeat(count), "http://a/(b])");
		}
		assertLinks("http://a/(((b))", "http://a/(((b))");
		assertLinks("http://a/b)c))", "http://a/b)c");
	}

	@Test
	void placesStandAmongAddressesButNotWithinThem() {
		String text = "a:1 https://h.org/a:1 b a:1 https://h.org/b";
		List<Link> links = Link.in(text, new NamedPlaces("a:1"));
		assertEquals(List.of("a:1", "https://h.org/a:1", "a:1", "https://h.org/b"),
				links.stream().map(Link::target).toList());
		assertEquals(List.of(true, false, true, false), links.stream().map(Link::place).toList());
		assertEquals(List.of(true), Link.in("a:1", new NamedPlaces("a:1")).stream().map(Link::place).toList());
		assertEquals(List.of(), Link.in("a:1", Places.NONE));
	}

	private static void assertLinks(String text, String... targets) {
		List<Link> links = Link.in(text);
		assertEquals(List.of(targets), links.stream().map(Link::target).toList());
		links.forEach(link -> assertEquals(link.target(), text.substring(link.start(), link.end())));
	}
}
