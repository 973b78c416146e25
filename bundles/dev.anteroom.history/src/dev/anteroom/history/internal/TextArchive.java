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

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private final Clock clock;
	private final Opener opener;
	private final Duration retry;

	@Activate
	public TextArchive() {
		this(Clock.systemDefaultZone(), FileChannel::open, RETRY_AFTER);
	}

	/**
	 * @param clock names the files, and its zone is that of the lines' time stamps
	 * @param retry after this time, what could not be written is tried again even if nothing else is to be written
	 */
	TextArchive(Clock clock, Opener opener, Duration retry) {
		this.clock = clock;
		this.opener = opener;
		this.retry = retry;
	}

	@Override
	public Transcript open(Location location, Journal journal) {
		String name = location.prefix() + '_' + MOMENT.format(clock.instant().atZone(clock.getZone()));
		var file = new TextFile(location.folder().toAbsolutePath().normalize(), name, opener);
		return new FileTranscript(file, location.images(), journal, clock, opener, retry);
	}

	@Override
	public EntrySpool spool() {
		return new FileEntrySpool(Path.of(System.getProperty("java.io.tmpdir")), FileEntrySpool.Bound.USUAL);
	}
}
