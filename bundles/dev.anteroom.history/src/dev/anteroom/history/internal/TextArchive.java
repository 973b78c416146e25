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

import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;

/** Keeps transcripts as text files, and pictures as files beside them. Opening one touches no file yet. */
@Component
public final class TextArchive implements Archive {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);

	private final Clock clock;

	@Activate
	public TextArchive() {
		this(Clock.systemDefaultZone());
	}

	/** @param clock names the files, and its zone is that of the lines' time stamps */
	TextArchive(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Transcript open(Location location, Journal journal) {
		String name = location.prefix() + '_' + MOMENT.format(clock.instant().atZone(clock.getZone()));
		var file = new TextFile(location.folder().toAbsolutePath().normalize(), name);
		return new FileTranscript(file, location.images(), journal, clock);
	}

	@Override
	public EntrySpool spool() {
		return new FileEntrySpool(Path.of(System.getProperty("java.io.tmpdir")), FileEntrySpool.Bound.USUAL);
	}
}
