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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.anteroom.ui.Places;
import dev.anteroom.ui.Places.Place;

/**
 * A web address, or another place that can be shown, in a text.
 *
 * @param start  of its first character
 * @param end    after its last one
 * @param target the address or the place's name, as it is written there
 * @param place  whether it is for {@link Places} to show
 */
record Link(int start, int end, String target, boolean place) {

	/** What RFC 3986 allows in a URI and what people write in one besides: letters of any script. */
	private static final Pattern ADDRESS = Pattern.compile(
			"\\bhttps?://[\\p{L}\\p{N}\\p{M}\\-._~:/?#\\[\\]@!$&'()*+,;=%]+", Pattern.CASE_INSENSITIVE);
	private static final String CLOSING = ".,;:!?'";
	private static final int LONGEST = 2_000;

	/** The addresses and places in {@code text}, in order. What looks like a place within an address is none. */
	static List<Link> in(String text, Places places) {
		List<Link> addresses = in(text);
		List<Place> found = places.in(text);
		if (found.isEmpty()) {
			return addresses;
		}
		var links = new ArrayList<Link>();
		int next = 0;
		for (Place place : found) {
			while (next < addresses.size() && addresses.get(next).end <= place.start()) {
				links.add(addresses.get(next++));
			}
			if (next == addresses.size() || addresses.get(next).start >= place.end()) {
				links.add(new Link(place.start(), place.end(), text.substring(place.start(), place.end()), true));
			}
		}
		links.addAll(addresses.subList(next, addresses.size()));
		return links;
	}

	/** The addresses in {@code text}, in order. What only ends the sentence around one is not part of it. */
	static List<Link> in(String text) {
		if (!text.contains("://")) {
			return List.of();
		}
		var links = new ArrayList<Link>();
		for (Matcher matcher = ADDRESS.matcher(text); matcher.find();) {
			int end = trimmed(text, matcher.start(), matcher.end());
			if (end - matcher.start() <= LONGEST && hasHost(text, matcher.start(), end)) {
				links.add(new Link(matcher.start(), end, text.substring(matcher.start(), end), false));
			}
		}
		return links;
	}

	private static boolean hasHost(String text, int start, int end) {
		int host = text.indexOf("://", start) + 3;
		return host < end && (Character.isLetterOrDigit(text.codePointAt(host)) || text.charAt(host) == '[');
	}

	/** The end without what only ends the sentence: brackets are counted once, for a stranger's may be many. */
	private static int trimmed(String text, int start, int end) {
		int round = excess(text, start, end, '(', ')');
		int square = excess(text, start, end, '[', ']');
		int trimmed = end;
		while (trimmed > start) {
			char c = text.charAt(trimmed - 1);
			if (c == ')' && round > 0) {
				round--;
			} else if (c == ']' && square > 0) {
				square--;
			} else if (CLOSING.indexOf(c) < 0) {
				break;
			}
			trimmed--;
		}
		return trimmed;
	}

	/** How many more {@code closing} there are than {@code opening}; negative when there are fewer. */
	private static int excess(String text, int start, int end, char opening, char closing) {
		int excess = 0;
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			excess += c == closing ? 1 : c == opening ? -1 : 0;
		}
		return excess;
	}
}
