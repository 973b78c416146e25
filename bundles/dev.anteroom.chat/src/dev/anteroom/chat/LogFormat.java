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

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Entries as lines of plain text, for transcripts and consoles. Each line begins with {@code [HH:MM:SS] }, those that
 * continue a text of several lines too, so that nobody can write a line in somebody else's name.
 */
public final class LogFormat {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
	private static final String CONTINUATION = "    ";

	/** How a second is written. */
	private record Stamp(long second, String text) {
	}

	private final Wording wording;
	private final ZoneId zone;
	private final Function<Picture, String> pictureName;
	/** The last that was needed: a second may have thousands of lines. */
	private Stamp last = new Stamp(Long.MIN_VALUE, "");

	/**
	 * @param zone        of the time stamps
	 * @param pictureName how a picture's place is written
	 */
	public LogFormat(Wording wording, ZoneId zone, Function<Picture, String> pictureName) {
		this.wording = wording;
		this.zone = zone;
		this.pictureName = pictureName;
	}

	/** The lines of {@code entry}, at least one, without line ends. The line of a picture ends with its place. */
	public List<String> lines(Entry entry) {
		String stamp = stamp(entry.time());
		var lines = new ArrayList<String>();
		switch (entry.event()) {
		case Notice notice -> add(lines, stamp, wording.of(notice));
		case Said said -> {
			String header = said.sender().isEmpty() ? "" : said.sender() + ':';
			if (!said.text().isEmpty() || said.picture() == null) {
				add(lines, stamp, header + said.text());
			}
			if (said.picture() != null) {
				add(lines, stamp, header + wording.picture(said.picture()) + ' ' + pictureName.apply(said.picture()));
			}
		}
		}
		return lines;
	}

	private String stamp(Instant time) {
		Stamp stamp = last;
		if (stamp.second != time.getEpochSecond()) {
			stamp = new Stamp(time.getEpochSecond(), stamp(time, zone));
			last = stamp;
		}
		return stamp.text;
	}

	/** {@code [HH:MM:SS] } in {@code zone}. */
	public static String stamp(Instant time, ZoneId zone) {
		return '[' + TIME.format(time.atZone(zone)) + "] ";
	}

	private static void add(List<String> lines, String stamp, String text) {
		String prefix = stamp;
		for (String line : Legible.text(text).split("\n", -1)) {
			lines.add(prefix + line);
			prefix = stamp + CONTINUATION;
		}
	}
}
