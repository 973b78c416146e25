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
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.anteroom.chat.Archive.Transcript;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.JournalListener;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Wording;

/**
 * Writes a journal's entries to a text file. Whoever appends only puts them into the backlog; the transcript's own
 * thread does the rest, for all the entries of a millisecond together: to wake it costs a network thread as much
 * as a message does. What can't be written is tried again with the next entry, and after a while without one.
 * <p>
 * An entry is kept when the system has taken it: then the end of this process can't take it back. That of the machine
 * could, for as long as it is not forced to disk, which is done for all the entries of about a second together.
 */
final class FileTranscript implements Transcript {

	private static final System.Logger LOG = System.getLogger(FileTranscript.class.getName());
	private static final Duration WRITE_AFTER = Duration.ofMillis(1);
	private static final Duration FORCE_AFTER = Duration.ofSeconds(1);
	private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

	private final TextFile file;
	private final Journal journal;
	private final Clock clock;
	private final LogFormat format;
	private final Fault fault;
	private final Backlog backlog = new Backlog();
	private final AtomicBoolean writeIsDue = new AtomicBoolean();
	/** Those who wait until what is in the backlog is written; guarded by itself. */
	private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
	private final Duration retryAfter;
	private final Fault forcing;
	private final Worker worker = new Worker("anteroom-history");
	private final FilePictureStore pictures;
	private final Registration registration;
	private Future<?> force;
	private Future<?> retry;
	/** How many entries were forgotten of which the journal was not told. */
	private long missing;
	private boolean finishing;
	/** Whether nothing is written any more; guarded by those who wait. */
	private boolean finished;

	/** @param images the folder for pictures, or {@code null} for one beside the file */
	FileTranscript(TextFile file, Path images, Journal journal, Clock clock, Opener opener, Duration retryAfter) {
		this.file = file;
		this.journal = journal;
		this.clock = clock;
		this.retryAfter = retryAfter;
		this.fault = new Fault(journal);
		this.forcing = new Fault(journal);
		this.format = new LogFormat(Wording.ofDefaultLocale(), clock.getZone(), this::place);
		var folders = new PictureFolders(images == null ? this::imagesBeside : images::toAbsolutePath,
				new Fault(journal), opener);
		this.pictures = new FilePictureStore(worker, folders);
		this.registration = journal.addListener(new Following());
	}

	@Override
	public Path file() {
		return file.path();
	}

	@Override
	public PictureStore pictures() {
		return pictures;
	}

	@Override
	public void close() {
		registration.close();
		worker.close(this::finish);
		if (!worker.await(CLOSE_WITHIN)) {
			journal.append(Phrase.TRANSCRIPT_FAILED, file.path(), Notice.reason(Phrase.TIMED_OUT));
		}
	}

	private final class Following implements JournalListener {

		@Override
		public void appended(Entry entry) {
			backlog.add(entry);
			writeSoon();
		}

		@Override
		public CompletionStage<Void> kept() {
			var kept = new CompletableFuture<Void>();
			synchronized (waiting) {
				if (finished) {
					return CompletableFuture.completedStage(null);
				}
				waiting.add(kept);
			}
			writeSoon();
			return kept;
		}
	}

	/** When it is being closed, the last task writes instead. */
	private void writeSoon() {
		if (!writeIsDue.compareAndSet(false, true)) {
			return;
		}
		boolean accepted = false;
		try {
			accepted = worker.later(WRITE_AFTER, this::write) != null;
		} finally {
			if (!accepted) {
				writeIsDue.set(false);
			}
		}
	}

	private void write() {
		writeIsDue.set(false);
		// Taken first: those who come from now on have another write before them.
		List<CompletableFuture<Void>> kept = takeWaiting();
		try {
			writeBacklog();
		} finally {
			kept.forEach(stage -> stage.complete(null));
		}
	}

	private List<CompletableFuture<Void>> takeWaiting() {
		synchronized (waiting) {
			List<CompletableFuture<Void>> taken = List.copyOf(waiting);
			waiting.clear();
			return taken;
		}
	}

	private void writeBacklog() {
		for (Backlog.Batch batch = backlog.take(); batch != null; batch = backlog.take()) {
			try {
				file.append(bytes(batch));
			} catch (IOException e) {
				backlog.putBack(batch);
				fail(e);
				return;
			} catch (RuntimeException | Error e) {
				// Neither the disk nor an entry: memory, most likely. To be told and tried again like any other.
				backlog.putBack(batch);
				fail(new IOException(e.getClass().getSimpleName(), e));
				return;
			}
			backlog.bind(Backlog.Bound.WRITING);
			missing += batch.forgotten();
			fault.end(file.path());
			if (force == null && !finishing) {
				force = worker.later(FORCE_AFTER, this::force);
			}
		}
		tellWhatIsMissing();
	}

	private void tellWhatIsMissing() {
		if (file.wasRenewed()) {
			journal.append(Phrase.TRANSCRIPT_RENEWED, file.path());
		}
		if (missing > 0) {
			journal.append(Phrase.TRANSCRIPT_INCOMPLETE, file.path(), missing);
			missing = 0;
		}
	}

	private void force() {
		force = null;
		try {
			file.force();
			forcing.end(file.path());
		} catch (IOException e) {
			// The system has taken the lines and may have lost them since. That can't be mended, but must be known.
			LOG.log(Level.DEBUG, "The transcript could not be forced to disk", e);
			forcing.begin(file.path(), e);
		}
	}

	private void fail(IOException cause) {
		LOG.log(Level.DEBUG, "The transcript could not be written", cause);
		backlog.bind(Backlog.Bound.FAILING);
		fault.begin(file.path(), cause);
		if (retry == null && !finishing) {
			retry = worker.later(retryAfter, this::retry);
		}
	}

	private void retry() {
		retry = null;
		write();
	}

	/** The last thing that the thread does. Nobody waits for it in vain. */
	private void finish() {
		try {
			writeLast();
		} finally {
			synchronized (waiting) {
				finished = true;
			}
			takeWaiting().forEach(stage -> stage.complete(null));
		}
	}

	private void writeLast() {
		pictures.abandon();
		finishing = true;
		for (Future<?> later : new Future<?>[] { force, retry }) {
			if (later != null) {
				later.cancel(false);
			}
		}
		write();
		force();
		missing += backlog.forgetAll();
		tellWhatIsMissing();
		try {
			file.close();
		} catch (IOException e) {
			fail(e);
		}
	}

	private ByteBuffer bytes(Backlog.Batch batch) {
		var text = new StringBuilder();
		if (batch.forgotten() > 0) {
			add(text, gap(batch.forgotten()));
		}
		for (Entry entry : batch.entries()) {
			int start = text.length();
			try {
				add(text, entry);
			} catch (RuntimeException | Error e) {
				// It would fail for ever, and everything behind it would wait.
				LOG.log(Level.ERROR, "Entry " + entry.number() + " of the transcript could not be formatted", e);
				text.setLength(start);
				add(text, gap(1));
			}
		}
		return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private Entry gap(long entries) {
		return new Entry(0, clock.instant(), Notice.of(Phrase.TRANSCRIPT_GAP, entries));
	}

	private void add(StringBuilder text, Entry entry) {
		for (String line : format.lines(entry)) {
			text.append(line).append('\n');
		}
	}

	private String place(Picture picture) {
		Path folder = file.path().getParent();
		return (picture.file().startsWith(folder) ? folder.relativize(picture.file()) : picture.file()).toString();
	}

	/**
	 * The folder named after the text file, which must be there first: only then its name is certain. {@code null} when
	 * it can't be made, which has been told then.
	 */
	private Path imagesBeside() {
		try {
			file.open();
		} catch (IOException e) {
			fail(e);
			return null;
		}
		String name = file.path().getFileName().toString();
		return file.path().resolveSibling(name.substring(0, name.length() - ".txt".length()) + "_images");
	}
}
