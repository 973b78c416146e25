/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.anteroom.chat.Draft;

/** Tells what a typed line means: a command when it begins with one slash, else something to say. */
final class Commands {

	private static final String IMAGE = "image";

	private final Map<String, Runnable> commands;
	private final Map<String, Consumer<String>> withValue;
	private final Words words;
	private final Consumer<List<String>> answers;

	/**
	 * @param commands  those without arguments, by their names without the slash
	 * @param withValue those that are given what stands behind them
	 */
	Commands(Map<String, Runnable> commands, Map<String, Consumer<String>> withValue, Words words,
			Consumer<List<String>> answers) {
		this.commands = commands;
		this.withValue = withValue;
		this.words = words;
		this.answers = answers;
	}

	/** What {@code line} says, or {@code null} when it says nothing; a command has been carried out then. */
	Draft read(String line) {
		if (line.isEmpty()) {
			return null;
		}
		if (line.startsWith("//")) {
			return new Draft(line.substring(1), null);
		}
		if (!line.startsWith("/")) {
			return new Draft(line, null);
		}
		String typed = line.stripTrailing();
		int blank = 1;
		while (blank < typed.length() && !isBlank(typed.charAt(blank))) {
			blank++;
		}
		String name = typed.substring(1, blank);
		String value = typed.substring(blank).strip();
		if (name.equals(IMAGE)) {
			return image(value);
		}
		Runnable command = withValue.containsKey(name) ? () -> withValue.get(name).accept(value)
				: value.isEmpty() ? commands.get(name) : null;
		if (command == null) {
			answer("unknownCommand", typed);
		} else {
			command.run();
		}
		return null;
	}

	private Draft image(String typed) {
		if (typed.isEmpty()) {
			answer("imageWhere");
			return null;
		}
		try {
			Path file = TypedPath.parse(typed);
			return new Draft("", file);
		} catch (InvalidPathException e) {
			answer("badPath", typed);
			return null;
		}
	}

	private void answer(String key, Object... arguments) {
		answers.accept(List.of(words.of(key, arguments)));
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t';
	}
}
