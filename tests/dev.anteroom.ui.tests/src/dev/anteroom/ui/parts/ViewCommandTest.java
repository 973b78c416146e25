/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.parts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ViewCommandTest {

	@Test
	void eachIsDeclaredAndHasAnIconAndWords() throws IOException {
		String model = text("platform:/fragment/dev.anteroom.ui.model/fragment.e4xmi");
		for (ViewCommand command : ViewCommand.values()) {
			assertTrue(text(command.iconUri()).startsWith("<?xml"), command.name());
			assertTrue(model.contains(" elementId=\"" + command.id() + "\" commandName=\"" + command.key() + '"'), command.name());
			assertTrue(model.contains(" description=\"" + command.key() + ".tip\""), command.name());
		}
	}

	private static String text(String uri) throws IOException {
		try (var input = URI.create(uri).toURL().openStream()) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
