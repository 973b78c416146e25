/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.anteroom.chat.Legible;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

/** Names for files of pictures, and copies of them. What a picture is called was chosen by a stranger. */
final class PictureFiles {

	/** Enough for people, and with an extension within what every file system takes, three bytes a character. */
	private static final int LONGEST = 80;
	/** Devices on Windows, whatever extension follows; see "Naming Files, Paths, and Namespaces" of Win32. */
	private static final Pattern DEVICES = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])[ ]*(\\..*)?");
	/** What some system takes for something else in a name, and what {@link Legible} puts in place of the invisible. */
	private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\u2400-\u2421\uFFFD/\\\\:*?\"<>|]");
	private static final List<String> EXTENSIONS = List.of(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".bmp",
			".dib", ".webp", ".bin");

	private PictureFiles() {
	}

	/** What to call a copy of {@code picture}: its name as far as every system takes it, with its format's extension. */
	static String nameFor(Picture picture) {
		String name = stem(UNSAFE.matcher(Legible.text(picture.name())).replaceAll("_"), picture.format());
		if (name.length() > LONGEST) {
			name = name.substring(0, Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
		}
		// Hidden files begin with a dot; Windows drops what ends with one.
		name = name.replaceAll("^[. ]+|[. ]+$", "");
		if (DEVICES.matcher(name).matches()) {
			name = '_' + name;
		}
		return withExtension(name.isEmpty() ? "picture" : name, picture.format());
	}

	/** {@code name} with an extension of {@code format}, in place of one of another format. */
	static String withExtension(String name, PictureFormat format) {
		return hasExtension(name, format) ? name : stem(name, format) + format.extension();
	}

	/** Whether {@code name} ends as names of {@code format} do. */
	static boolean hasExtension(String name, PictureFormat format) {
		String lower = name.toLowerCase(Locale.ROOT);
		return switch (format) {
		case JPEG -> List.of(".jpg", ".jpeg", ".jpe", ".jfif").stream().anyMatch(lower::endsWith);
		case BMP -> lower.endsWith(".bmp") || lower.endsWith(".dib");
		default -> lower.endsWith(format.extension());
		};
	}

	/** Without the extension of another format; one of its own stays, however it is written. */
	private static String stem(String name, PictureFormat format) {
		String lower = name.toLowerCase(Locale.ROOT);
		return hasExtension(name, format) ? name
				: EXTENSIONS.stream().filter(lower::endsWith).findFirst()
						.map(extension -> name.substring(0, name.length() - extension.length())).orElse(name);
	}

	/**
	 * Copies {@code from} byte by byte. The copy appears all at once or not at all, also where it replaces what is there.
	 * Not on the UI thread.
	 *
	 * @param replace whether the person agreed to replace it
	 * @throws IOException when that fails; {@link FileAlreadyExistsException} for one that was not to be
	 *                     replaced
	 */
	static void copy(Path from, Path to, boolean replace) throws IOException {
		if (Files.exists(to)) {
			if (!replace) {
				throw new FileAlreadyExistsException(to.toString());
			}
			if (Files.isSameFile(from, to)) {
				return;
			}
		}
		Path beside = Files.createTempFile(to.toAbsolutePath().getParent(), ".anteroom", null);
		try {
			Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
			if (replace) {
				Files.move(beside, to, StandardCopyOption.REPLACE_EXISTING);
			} else {
				Files.move(beside, to);
			}
		} finally {
			Files.deleteIfExists(beside);
		}
	}
}
