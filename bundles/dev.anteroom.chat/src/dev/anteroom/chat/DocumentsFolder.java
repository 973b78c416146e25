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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person's documents are: the folder named by the desktop, else {@code Documents} in the home folder, else the
 * home folder itself. What is named but missing does not count.
 * <p>
 * Source of the format: xdg-user-dirs, {@code user-dirs.dirs(5)}.
 */
public final class DocumentsFolder {

	private static final String TRANSCRIPTS = "chat_logs";
	private static final Pattern ENTRY = Pattern
			.compile("\\s*XDG_DOCUMENTS_DIR=\"(\\$HOME(?=[/\"]))?((?:[^\"\\\\]|\\\\.)*)\"\\s*");

	private DocumentsFolder() {
	}

	/** Where transcripts go unless the person says otherwise; it may not exist yet. Reads the file system. */
	public static Path chatLogs() {
		return of(Path.of(System.getProperty("user.home")), System.getenv("XDG_CONFIG_HOME")).resolve(TRANSCRIPTS);
	}

	/** @param config the folder for settings; when {@code null} or not absolute, {@code .config} in {@code home} */
	static Path of(Path home, String config) {
		Path settings = config == null ? null : folder(false, config, home);
		Path named = named((settings == null ? home.resolve(".config") : settings).resolve("user-dirs.dirs"), home);
		if (named != null && Files.isDirectory(named)) {
			return named;
		}
		Path usual = home.resolve("Documents");
		return Files.isDirectory(usual) ? usual : home;
	}

	private static Path named(Path file, Path home) {
		Path found = null;
		for (String line : lines(file)) {
			Matcher entry = ENTRY.matcher(line);
			if (entry.matches()) {
				found = folder(entry.group(1) != null, entry.group(2).replaceAll("\\\\(.)", "$1"), home);
			}
		}
		return found;
	}

	private static Path folder(boolean inHome, String path, Path home) {
		try {
			Path folder = Path.of(inHome ? home + path : path);
			return folder.isAbsolute() ? folder : null;
		} catch (InvalidPathException e) {
			return null;
		}
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file, StandardCharsets.UTF_8);
		} catch (IOException e) {
			return List.of();
		}
	}
}
