/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.anteroom.chat.PictureFormat;

/**
 * A folder of pictures, {@code image_0001.png} and so on. Numbers that are taken, by whatever kind of file, are left
 * alone; nothing is ever overwritten. Used by one thread; other processes may use the folder too.
 */
final class PictureFolder {

	private static final Pattern NAME = Pattern.compile("image_([0-9]{4,8})\\..*");
	private static final String UNFINISHED = ".part";

	private final Path path;
	private final boolean temporary;
	private final Opener opener;
	private int next;

	/** @param temporary whether its files are removed when the program ends */
	PictureFolder(Path path, boolean temporary, Opener opener) {
		this.path = path;
		this.temporary = temporary;
		this.opener = opener;
	}

	Path path() {
		return path;
	}

	/** A new picture, of which nothing is there yet; makes the folder when it is missing. */
	PictureFile begin() throws IOException {
		if (!Files.isDirectory(path)) {
			Files.createDirectories(path);
		}
		if (next == 0) {
			next = last() + 1;
		}
		return PictureFile.create(this, create(UNFINISHED), opener);
	}

	/** Gives a finished picture its name. */
	Path finish(Path part, PictureFormat format) throws IOException {
		String name = part.getFileName().toString();
		Path target = path.resolve(name.replace(UNFINISHED, format.extension()));
		try {
			Files.createFile(target);
		} catch (FileAlreadyExistsException e) {
			target = create(format.extension());
		}
		Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
		if (temporary) {
			target.toFile().deleteOnExit();
		}
		return target;
	}

	private Path create(String extension) throws IOException {
		while (true) {
			Path file = path.resolve(String.format(Locale.ROOT, "image_%04d%s", next++, extension));
			try {
				return Files.createFile(file);
			} catch (FileAlreadyExistsException e) {
				// Another program's, since we looked: the next number then.
			}
		}
	}

	private int last() throws IOException {
		try (Stream<Path> files = Files.list(path)) {
			return files.map(PictureFolder::number).flatMapToInt(OptionalInt::stream).max().orElse(0);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}

	private static OptionalInt number(Path file) {
		Matcher name = NAME.matcher(file.getFileName().toString());
		return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
	}
}
