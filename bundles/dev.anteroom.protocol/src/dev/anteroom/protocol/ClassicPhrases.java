/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the classic programs say to each other in text frames, letter by letter. Never translated. */
public final class ClassicPhrases {

	/** Tells a client that it is admitted. */
	public static final String GREETING = "歡迎進入聊天室\n";

	/**
	 * Tells a client why it is closed, where deployed servers say nothing. As any text without a header it is shown as it
	 * is; it must not have what {@link #opensImageConnection} looks for.
	 */
	public static final String NO_ROOM = "目前連線數已滿，請稍後再試。\n";

	private static final String WELCOME = "歡迎進入聊天室";
	private static final String CONNECTED = "已連線";
	private static final Pattern WAIT_NOTICE = Pattern.compile("您是第 ?([1-9][0-9]{0,8}) ?位等待中.*", Pattern.DOTALL);

	private ClassicPhrases() {
	}

	/** Tells a client that it waits, as number {@code place}, 1 being the next. */
	public static String waitNotice(int place) {
		return "您是第 " + place + " 位等待中，請稍候...\n";
	}

	/** The place told by {@code frame} if that is a wait notice. */
	public static OptionalInt placeIn(String frame) {
		Matcher matcher = WAIT_NOTICE.matcher(frame);
		return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
	}

	/** Whether a client that receives {@code frame} is to open its image connection, if it has none. */
	public static boolean opensImageConnection(String frame) {
		return frame.contains(WELCOME) || frame.contains(CONNECTED);
	}

	/** The frame that says {@code text} under {@code header}. */
	public static String chatLine(String header, String text) {
		return header + ':' + text + '\n';
	}
}
