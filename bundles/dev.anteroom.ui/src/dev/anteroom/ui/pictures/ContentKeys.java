/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.pictures.PictureException.Reason;

/** Tells files of the same content. Any thread. */
final class ContentKeys {

	private static final int MOST_REMEMBERED = 1_000;

	/** A file as it was when it was read. */
	private record Version(Path file, long size, FileTime modified) {
	}

	private final Map<Version, String> known = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Version, String> eldest) {
			return size() > MOST_REMEMBERED;
		}
	};

	/** The same for files of the same content, and no others. Reads all of the file, if it did not do so before. */
	String of(Path file, StopSignal stop) throws IOException {
		BasicFileAttributes attributes;
		try {
			attributes = Files.readAttributes(file, BasicFileAttributes.class);
		} catch (IOException e) {
			throw PictureException.of(Reason.UNREADABLE, PictureFormat.UNKNOWN, e);
		}
		var version = new Version(file, attributes.size(), attributes.lastModifiedTime());
		synchronized (known) {
			String key = known.get(version);
			if (key != null) {
				return key;
			}
		}
		String key = PictureDecoder.read(file, stop, (input, format) -> hash(input));
		synchronized (known) {
			known.put(version, key);
		}
		return key;
	}

	private static String hash(PictureInput input) throws IOException {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			var buffer = new byte[16 * 1024];
			input.seek(0);
			int count;
			while ((count = input.read(buffer, 0, buffer.length)) > 0) {
				digest.update(buffer, 0, count);
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError("Every Java has it", e);
		}
	}
}
