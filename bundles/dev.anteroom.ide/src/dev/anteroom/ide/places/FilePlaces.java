/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the names of files with lines in a text: {@code path/File.java:42}, {@code path/File.java:42-58} and the frames
 * of Java's stack traces, {@code pkg.Cls.method(Cls.java:42)}, also with a class loader and module before them. Each
 * character is looked at a fixed number of times, whoever wrote the text. Any thread.
 */
final class FilePlaces {

	private static final int LONGEST = 1_000;
	private static final int MOST_DIGITS = 7;
	private static final int LONGEST_EXTENSION = 10;
	/** What stands before a port rather than a line. */
	private static final Set<String> DOMAINS = Set.of("com", "edu", "gov", "internal", "io", "lan", "local", "net",
			"org");

	private final String text;
	private final List<FilePlace> found = new ArrayList<>();
	/** After the last place found, or the last name that was none. */
	private int done;

	private FilePlaces(String text) {
		this.text = text;
	}

	/** In order and apart from each other. */
	static List<FilePlace> in(String text) {
		var places = new FilePlaces(text);
		for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
			if (isDigit(places.at(colon + 1))) {
				places.take(colon);
			}
			places.done = Math.max(places.done, colon);
		}
		return places.found;
	}

	private void take(int colon) {
		int start = colon;
		while (start > done && isInPath(text.charAt(start - 1))) {
			start--;
		}
		start = afterSentence(start, colon);
		int afterFirst = afterDigits(colon + 1);
		boolean range = at(afterFirst) == '-' && isDigit(at(afterFirst + 1));
		int end = range ? afterDigits(afterFirst + 1) : afterFirst;
		int first = number(colon + 1, afterFirst);
		int last = range ? number(afterFirst + 1, end) : first;
		String path = path(text.substring(Math.max(start, colon - LONGEST), colon));
		if (path.isEmpty() || colon - start > LONGEST || first < 1 || last < first || isInWord(at(end))) {
			return;
		}
		var place = new FilePlace(start, end, path, first, last);
		place = range || path.contains("/") ? place : inFrame(place);
		found.add(place);
		done = place.end();
	}

	/** Chinese has no spaces: a name in Latin letters begins where they do, unless a folder is before it. */
	private int afterSentence(int start, int colon) {
		int after = start;
		for (int i = start; i + 1 < colon && text.charAt(i) != '/'; i++) {
			if (Character.isIdeographic(text.charAt(i)) && isInWord(text.charAt(i + 1))) {
				after = i + 1;
			}
		}
		return after;
	}

	/** The place with the whole frame around it, and its package; itself where there is none. */
	private FilePlace inFrame(FilePlace place) {
		int open = place.start() - 1;
		if (open < done || text.charAt(open) != '(' || at(place.end()) != ')') {
			return place;
		}
		int start = open;
		while (start > done && isInFrame(text.charAt(start - 1))) {
			start--;
		}
		String method = text.substring(Math.max(start, open - LONGEST), open);
		String[] names = method.substring(method.lastIndexOf('/') + 1).split("\\.", -1);
		if (open - start > LONGEST || names.length < 2 || List.of(names).contains("")) {
			return place;
		}
		var path = new StringBuilder();
		for (int i = 0; i < names.length - 2; i++) {
			path.append(names[i]).append('/');
		}
		return new FilePlace(start, place.end() + 1, path.append(place.path()).toString(), place.firstLine(),
				place.lastLine());
	}

	/** The names in {@code written} with {@code /} between them; empty when it is no relative path to a file. */
	private static String path(String written) {
		String slashed = written.replace('\\', '/');
		String path = slashed.startsWith("./") ? slashed.substring(2) : slashed;
		List<String> names = List.of(path.split("/", -1));
		if (names.contains("") || names.contains(".") || names.contains("..") || path.startsWith("~")) {
			return "";
		}
		String name = names.getLast();
		int dot = name.lastIndexOf('.');
		return dot < 0 && names.size() > 1 && Character.isLetter(name.charAt(0))
				|| dot >= 0 && isExtension(name.substring(dot + 1), names.size() > 1) ? path : "";
	}

	private static boolean isExtension(String extension, boolean inFolder) {
		return !extension.isEmpty() && extension.length() <= LONGEST_EXTENSION
				&& Character.isLetter(extension.charAt(0)) && extension.chars().allMatch(Character::isLetterOrDigit)
				&& (inFolder || !DOMAINS.contains(extension.toLowerCase(Locale.ROOT)));
	}

	private int afterDigits(int start) {
		int end = start;
		while (isDigit(at(end))) {
			end++;
		}
		return end;
	}

	/** 0 when it has too many digits for a line. */
	private int number(int start, int end) {
		return end - start > MOST_DIGITS ? 0 : Integer.parseInt(text, start, end, 10);
	}

	private char at(int index) {
		return index < text.length() ? text.charAt(index) : ' ';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static boolean isInWord(char c) {
		return c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
	}

	private static boolean isInPath(char c) {
		return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) || Character.isSurrogate(c)
				|| "-.+#@~$/\\".indexOf(c) >= 0;
	}

	private static boolean isInFrame(char c) {
		return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) || "-./<>@".indexOf(c) >= 0;
	}
}
