/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

/**
 * Lines of a file, to be said in a conversation.
 *
 * @param path      of the file within its project, with {@code /} between the names; the name alone of a file outside
 *                  of the workspace
 * @param firstLine counted from 1
 * @param lastLine  not less than the first
 * @param code      what stands there, with any line delimiters
 */
public record Snippet(String path, int firstLine, int lastLine, String code) {

	private static final int LEAST_FENCE = 3;

	/**
	 * As plain text that any peer shows well: a line {@code path/File.java:42-58} and the code between fences, which are
	 * longer than any in the code. It ends with a line break.
	 */
	public String asText() {
		String lines = code.replace("\r\n", "\n").replace('\r', '\n');
		String fence = "`".repeat(Math.max(LEAST_FENCE, longestFence(lines) + 1));
		return path + ':' + firstLine + (lastLine > firstLine ? "-" + lastLine : "") + '\n' + fence + '\n' + lines
				+ (lines.endsWith("\n") ? "" : "\n") + fence + '\n';
	}

	private static int longestFence(String text) {
		int longest = 0;
		int length = 0;
		for (int i = 0; i < text.length(); i++) {
			length = text.charAt(i) == '`' ? length + 1 : 0;
			longest = Math.max(longest, length);
		}
		return longest;
	}
}
