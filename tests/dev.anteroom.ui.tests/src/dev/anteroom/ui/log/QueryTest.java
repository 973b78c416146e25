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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class QueryTest {

	@Test
	void caseIsOfNoMatterUnlessAskedFor() {
		assertPlaces("hello", "Hello HELLO hello", 0, 5, 6, 11, 12, 17);
		assertPlaces("ÄRGER", "ärger", 0, 5);
		assertPlaces("σ", "ΣσςS", 0, 1, 1, 2, 2, 3);
		assertArrayEquals(new int[] { 12, 17 }, new Query("hello", true).in("Hello HELLO hello"));
		assertArrayEquals(new int[0], new Query("Hello", true).in("hello"));
	}

	@Test
	void noMatchLiesOverAnother() {
		assertPlaces("aa", "aaaaa", 0, 2, 2, 4);
		assertPlaces("aba", "ababa", 0, 3);
	}

	@Test
	void whatMeansSomethingInAPatternIsOnlyALetter() {
		assertPlaces(".*", "a.*b\\Q.*", 1, 3, 6, 8);
		assertPlaces("\\E", "\\E", 0, 2);
	}

	@Test
	void anyScriptIsFound() {
		assertPlaces("錯誤", "一直出現錯誤訊息，錯誤", 4, 6, 9, 11);
		assertPlaces("عالم", "مرحبا بالعالم", 9, 13);
	}

	@Test
	void lettersBeyondTheFirstPlaneAreWhole() {
		assertPlaces("🙂", "a🙂🙃🙂", 1, 3, 5, 7);
		// Deseret has capitals
		assertPlaces("\uD801\uDC28", "\uD801\uDC00x", 0, 2);
		assertPlaces("x\uD801\uDC00", "X\uD801\uDC28", 0, 3);
	}

	@Test
	void placesAreRightWhereLowerCaseIsLonger() {
		// "İ".toLowerCase() has two letters
		assertPlaces("b", "İİB", 2, 3);
		assertPlaces("istanbul", "İstanbul ıSTANBUL", 0, 8, 9, 17);
		assertPlaces("ss", "ßSS", 1, 3);
	}

	@Test
	void theLanguageOfTheMachineIsOfNoMatter() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.of("tr", "TR"));
			assertPlaces("title", "TITLE", 0, 5);
		} finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void nothingIsNowhere() {
		assertPlaces("", "abc");
		assertPlaces("abc", "");
		assertPlaces("abcd", "abc");
	}

	private static void assertPlaces(String query, String text, int... places) {
		assertArrayEquals(places, new Query(query, false).in(text));
	}
}
