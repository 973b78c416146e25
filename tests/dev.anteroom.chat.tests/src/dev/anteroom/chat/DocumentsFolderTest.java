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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsFolderTest {

	@TempDir
	private Path home;

	@Test
	void theFolderNamedByTheDesktopComesFirst() throws IOException {
		Files.createDirectory(home.resolve("Documents"));
		Path named = Files.createDirectory(home.resolve("文件"));
		name(home.resolve(".config"), "# a comment", "XDG_DESKTOP_DIR=\"$HOME/Desktop\"",
				"XDG_DOCUMENTS_DIR=\"$HOME/文件\"");
		assertEquals(named, DocumentsFolder.of(home, null));
		name(home.resolve(".config"), "XDG_DOCUMENTS_DIR=\"" + named + "\"");
		assertEquals(named, DocumentsFolder.of(home, null));
	}

	@Test
	void settingsMayBeElsewhere() throws IOException {
		Path named = Files.createDirectory(home.resolve("a \"b\""));
		name(home.resolve("settings"), "XDG_DOCUMENTS_DIR=\"$HOME/elsewhere\"");
		name(home.resolve("settings"), "XDG_DOCUMENTS_DIR=\"$HOME/a \\\"b\\\"\"");
		assertEquals(named, DocumentsFolder.of(home, home.resolve("settings").toString()));
		assertEquals(home, DocumentsFolder.of(home, "settings"));
	}

	@Test
	void aNamedFolderThatIsMissingDoesNotCount() throws IOException {
		name(home.resolve(".config"), "XDG_DOCUMENTS_DIR=\"$HOME/missing\"");
		assertEquals(home, DocumentsFolder.of(home, ""));
		Path usual = Files.createDirectory(home.resolve("Documents"));
		assertEquals(usual, DocumentsFolder.of(home, ""));
	}

	@Test
	void aDesktopWithoutDocumentsNamesTheHomeFolder() throws IOException {
		Files.createDirectory(home.resolve("Documents"));
		name(home.resolve(".config"), "XDG_DOCUMENTS_DIR=\"$HOME/\"");
		assertEquals(home, DocumentsFolder.of(home, null));
	}

	@Test
	void whatIsNotUnderstoodIsIgnored() throws IOException {
		name(home.resolve(".config"), "XDG_DOCUMENTS_DIR=relative", "XDG_DOCUMENTS_DIR=\"relative\"",
				"XDG_DOCUMENTS_DIR=\"$HOMEwork\"");
		assertEquals(home, DocumentsFolder.of(home, null));
		Files.write(home.resolve(".config/user-dirs.dirs"), new byte[] { (byte) 0xFF, '\n' });
		assertEquals(home, DocumentsFolder.of(home, null));
	}

	@Test
	void transcriptsHaveAFolderOfTheirOwn() {
		assertTrue(DocumentsFolder.chatLogs().isAbsolute());
		assertTrue(DocumentsFolder.chatLogs().endsWith("chat_logs"));
	}

	private static void name(Path settings, String... lines) throws IOException {
		Files.createDirectories(settings);
		Files.write(settings.resolve("user-dirs.dirs"), List.of(lines));
	}
}
