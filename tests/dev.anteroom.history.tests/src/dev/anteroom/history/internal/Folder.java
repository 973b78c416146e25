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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.anteroom.chat.Archive.Location;
import dev.anteroom.chat.Archive.Transcript;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.PictureStore.Reception;
import dev.anteroom.chat.Said;

/** What the tests of this bundle have in common: a folder, a journal, and a clock that stands still. */
record Folder(Path path, Journal journal, TextArchive archive) {

	static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.ofHours(8));
	static final String NAME = "chat_log_20260304_130607";
	static final String STAMP = "[13:06:07] ";

	Folder(Path path) {
		this(path, FileChannel::open, Duration.ofHours(1));
	}

	/** @param retry as for {@link TextArchive#TextArchive(Clock, Opener, Duration)} */
	Folder(Path path, Opener opener, Duration retry) {
		this(path, new Journal(CLOCK), new TextArchive(CLOCK, opener, retry));
	}

	Transcript open() {
		return open(null);
	}

	Transcript open(Path images) {
		return archive.open(new Location(path, "chat_log", images), journal);
	}

	void say(String text) {
		say(text, null);
	}

	void say(String text, Picture picture) {
		journal.append(new Said(false, "Client(10.0.0.2)", text, picture));
	}

	List<String> lines(String name) throws IOException {
		return Files.readAllLines(path.resolve(name));
	}

	/** The names of everything in it. */
	static List<String> names(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	/** Receives a picture in two pieces. */
	static Picture receive(PictureStore store, byte[] bytes) throws Exception {
		Reception reception = store.receive();
		get(reception.write(ByteBuffer.wrap(bytes, 0, 5)));
		get(reception.write(ByteBuffer.wrap(bytes, 5, bytes.length - 5)));
		return get(reception.complete());
	}

	static <T> T get(CompletionStage<T> stage) throws Exception {
		return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
	}
}
