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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class WordsTest {

	private static final List<String> LANGUAGES = List.of("", "_zh_TW", "_zh_CN");
	private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.TAIWAN, Locale.CHINA);

	@Test
	void everyLanguageSaysTheSameThings() throws IOException {
		Properties english = words("");
		for (String language : LANGUAGES) {
			Properties other = words(language);
			assertEquals(english.keySet(), other.keySet(), language);
			for (String key : english.stringPropertyNames()) {
				assertFalse(other.getProperty(key).isBlank(), key + language);
				if (!key.startsWith("help")) {
					assertEquals(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length,
							new MessageFormat(other.getProperty(key)).getFormatsByArgumentIndex().length, key + language);
				}
			}
		}
	}

	@Test
	void helpIsNarrowerThanATerminal() {
		for (Locale locale : LOCALES) {
			Words words = new Words(locale);
			for (String line : (words.text("help") + words.text("helpCommands")).lines().toList()) {
				assertTrue(width(line) < 80, line);
			}
		}
	}

	@Test
	void helpTellsEveryOptionAndCommand() {
		for (Locale locale : LOCALES) {
			Words words = new Words(locale);
			for (String option : List.of("--server", "--client", "--console", "--connect", "--text-port", "--image-port",
					"--logs", "--save-images", "--help", "--version")) {
				assertTrue(words.text("help").contains(option), option);
			}
			for (String command : List.of("/image", "/next", "/end", "/pause", "/resume", "/line", "/quit", "/help")) {
				assertTrue(words.text("helpCommands").contains(command), command);
				assertTrue(words.of("unknownCommand", "/x").contains(command), command);
			}
			assertTrue(words.text("help").endsWith("\n"));
			assertTrue(words.text("helpCommands").endsWith("\n"));
		}
	}

	/** Columns on a terminal: two for a Chinese character. */
	private static int width(String line) {
		return line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
	}

	private static Properties words(String language) throws IOException {
		var words = new Properties();
		try (var in = WordsTest.class.getResourceAsStream("words" + language + ".properties")) {
			words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return words;
	}
}
