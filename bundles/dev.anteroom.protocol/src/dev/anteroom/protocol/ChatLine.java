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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text frame taken apart.
 *
 * @param sender the header, such as {@code Client(192.168.1.7)}; empty when the frame has none
 * @param text   what follows the header and its colon, without the one line end that closes the frame
 */
public record ChatLine(String sender, String text) {

	private static final Pattern HEADER = Pattern.compile("((?:Client|Server)\\([^()\\s]{1,64}\\)):");

	/** Takes {@code frame} apart. Never fails: whatever has no header is all text. */
	public static ChatLine parse(String frame) {
		String line = withoutLineEnd(frame);
		Matcher matcher = HEADER.matcher(line);
		return matcher.lookingAt() ? new ChatLine(matcher.group(1), line.substring(matcher.end()))
				: new ChatLine("", line);
	}

	/** {@code frame} without its last LF or CR LF, if it ends with one. */
	public static String withoutLineEnd(String frame) {
		if (!frame.endsWith("\n")) {
			return frame;
		}
		int end = frame.length() - (frame.endsWith("\r\n") ? 2 : 1);
		return frame.substring(0, end);
	}
}
