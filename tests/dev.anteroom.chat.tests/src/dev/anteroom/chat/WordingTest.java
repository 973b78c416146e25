/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class WordingTest {

	private static final String[] LANGUAGES = { "", "_zh_TW", "_zh_CN" };
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)");

	private static Properties words(String language) throws IOException {
		var words = new Properties();
		try (InputStream in = Phrase.class.getResourceAsStream("wording" + language + ".properties")) {
			words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return words;
	}

	@Test
	void everyPhraseHasALineInEveryLanguageAndNothingElseHas() throws IOException {
		Set<String> expected = Arrays.stream(Phrase.values()).map(Phrase::name)
				.collect(Collectors.toCollection(TreeSet::new));
		expected.add("picture");
		expected.add("more");
		for (String language : LANGUAGES) {
			assertEquals(expected, new TreeSet<>(words(language).stringPropertyNames()), language);
		}
	}

	@Test
	void everyLineHasThePlaceholdersOfItsPhrase() throws IOException {
		for (String language : LANGUAGES) {
			Properties words = words(language);
			for (Phrase phrase : Phrase.values()) {
				assertEquals(numbersBelow(phrase.arity()), placeholders(words.getProperty(phrase.name())),
						phrase + language);
			}
			assertEquals(numbersBelow(2), placeholders(words.getProperty("picture")), language);
			assertEquals(numbersBelow(1), placeholders(words.getProperty("more")), language);
		}
	}

	/** A quote that is written once swallows the placeholder behind it. */
	@Test
	void everyArgumentIsSeenInEveryLanguage() {
		for (Locale locale : new Locale[] { Locale.ROOT, Locale.TRADITIONAL_CHINESE, Locale.SIMPLIFIED_CHINESE }) {
			for (Phrase phrase : Phrase.values()) {
				Object[] arguments = IntStream.range(0, phrase.arity()).mapToObj(i -> "<" + i + ">").toArray();
				String line = new Wording(locale).of(Notice.of(phrase, arguments));
				for (Object argument : arguments) {
					assertTrue(line.contains((String) argument), line);
				}
				assertFalse(line.isBlank());
				assertFalse(line.contains("''") || line.contains("{"), line);
			}
		}
	}

	private static Set<String> numbersBelow(int end) {
		return IntStream.range(0, end).mapToObj(String::valueOf).collect(Collectors.toSet());
	}

	private static Set<String> placeholders(String pattern) {
		new MessageFormat(pattern);
		return PLACEHOLDER.matcher(pattern).results().map(result -> result.group(1)).collect(Collectors.toSet());
	}

	@Test
	void theLanguageIsThatOfTheLocaleOrEnglish() {
		Notice left = Notice.of(Phrase.CLIENT_LEFT);
		assertEquals("(目前連線之 Client 已離線)", new Wording(Locale.TRADITIONAL_CHINESE).of(left));
		assertEquals("(当前客户端已离线)", new Wording(Locale.SIMPLIFIED_CHINESE).of(left));
		assertEquals("(The client has left.)", new Wording(Locale.ENGLISH).of(left));
		assertEquals("(The client has left.)", new Wording(Locale.GERMANY).of(left));
	}

	@Test
	void aReasonIsPutIntoWordsAndNumbersStayAsTheyAre() {
		assertEquals("[Error] Sending failed: nobody is connected",
				new Wording(Locale.ENGLISH).of(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.NOBODY_THERE))));
		assertEquals("[Error] Port 10000 is in use by another program.",
				new Wording(Locale.ENGLISH).of(Notice.of(Phrase.PORT_IN_USE, 10_000)));
		assertEquals("[Error] Sending failed: %ODD {0} 'x'",
				new Wording(Locale.ENGLISH).of(Notice.of(Phrase.SEND_FAILED, "%ODD {0} 'x'")));
	}

	@Test
	void aNoticeHasAsManyArgumentsAsItsPhraseTakes() {
		assertThrows(IllegalArgumentException.class, () -> Notice.of(Phrase.PORT_IN_USE));
		assertThrows(IllegalArgumentException.class, () -> Notice.of(Phrase.CUT_OFF, "x"));
	}

	@Test
	void sizesAreAsPeopleSayThem() {
		var wording = new Wording(Locale.ENGLISH);
		assertEquals("0 B", wording.size(0));
		assertEquals("1023 B", wording.size(1023));
		assertEquals("1.0 KiB", wording.size(1024));
		assertEquals("64 MiB", wording.size(64 << 20));
		assertEquals("2.0 GiB", wording.size(2L << 30));
		assertEquals("[Picture PNG, 2.0 KiB]",
				wording.picture(new Picture(Path.of("p"), "p", 2048, PictureFormat.PNG)));
		Matcher matcher = PLACEHOLDER.matcher(wording.size(5));
		assertFalse(matcher.find());
	}

	@Test
	void largeNumbersAreGrouped() {
		assertEquals("999", new Wording(Locale.ENGLISH).count(999));
		assertEquals("1,234,567", new Wording(Locale.ENGLISH).count(1_234_567));
		assertEquals("12,345", new Wording(Locale.TRADITIONAL_CHINESE).count(12_345));
	}
}
