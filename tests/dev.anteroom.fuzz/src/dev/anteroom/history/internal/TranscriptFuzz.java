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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.LogFormat;
import dev.anteroom.chat.Wording;
import dev.anteroom.fuzz.Input;

/**
 * Transcripts of processes that follow each other in one folder, each ended in the midst of a line, while somebody
 * removes and replaces their files and the system refuses to open them: what was written stays, each line is one line,
 * and nobody writes into a file that is not his own.
 */
public final class TranscriptFuzz {

	private static final LogFormat FORMAT = new LogFormat(new Wording(Locale.ENGLISH), ZoneOffset.UTC,
			picture -> picture.file().toString());
	private static final Path FOLDER = folder();

	private final Map<Path, byte[]> expected = new HashMap<>();
	private boolean refusing;
	private TextFile file = begin();

	private TranscriptFuzz() {
	}

	private static Path folder() {
		try {
			Path folder = Files.createTempDirectory("anteroom-fuzz-");
			folder.toFile().deleteOnExit();
			return folder;
		} catch (IOException e) {
			throw new ExceptionInInitializerError(e);
		}
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		var fuzz = new TranscriptFuzz();
		for (var input = new Input(data); !input.isEmpty();) {
			fuzz.step(input);
		}
		fuzz.end();
	}

	private TextFile begin() {
		return new TextFile(FOLDER, "log", (path, options) -> {
			if (refusing) {
				throw new IOException("No space left on device");
			}
			return FileChannel.open(path, options);
		});
	}

	private void step(Input input) throws IOException {
		switch (input.number(8)) {
			case 0 -> die(input.number(256));
			case 1 -> remove();
			case 2 -> replace();
			case 3 -> file.close();
			case 4 -> refusing = !refusing;
			default -> append(EntryFuzz.entry(1, input));
		}
	}

	private void append(Entry entry) throws IOException {
		List<String> lines = FORMAT.lines(entry);
		for (String line : lines) {
			Input.check(line.matches("\\[\\d\\d:\\d\\d:\\d\\d] [^\\p{Cc}&&[^\\t]]*"), "Line", line);
		}
		byte[] piece = (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8);
		try {
			file.append(ByteBuffer.wrap(piece));
		} catch (IOException e) {
			Input.check(refusing, "Failure", e);
			return;
		}
		byte[] before = expected.getOrDefault(file.path(), new byte[0]);
		expected.put(file.path(), ByteBuffer.allocate(before.length + piece.length).put(before).put(piece).array());
	}

	/** The process is gone with the last bytes half written; the next begins. */
	private void die(int lost) throws IOException {
		file.close();
		byte[] bytes = expected.get(file.path());
		if (bytes != null && Files.exists(file.path())) {
			Files.write(file.path(), new byte[] { 'x' }, StandardOpenOption.APPEND);
			try (FileChannel torn = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
				torn.truncate(Math.max(0, bytes.length - lost));
			}
			expected.put(file.path(), Files.readAllBytes(file.path()));
		}
		file = begin();
	}

	private void remove() throws IOException {
		Files.deleteIfExists(file.path());
		expected.remove(file.path());
	}

	private void replace() throws IOException {
		byte[] other = { 'n', 'o', 't' };
		Path place = file.path();
		Path written = Files.write(FOLDER.resolve("other"), other);
		Files.deleteIfExists(place);
		Files.move(written, place);
		expected.put(place, other);
	}

	private void end() throws IOException {
		file.close();
		try (var files = Files.list(FOLDER)) {
			for (Path path : files.toList()) {
				byte[] bytes = Files.readAllBytes(path);
				byte[] wanted = expected.remove(path);
				Files.delete(path);
				Input.check(wanted != null ? Arrays.equals(wanted, bytes) : bytes.length == 0, "File", path,
						bytes, wanted);
			}
		}
		Input.check(expected.isEmpty(), "Missing", expected.keySet());
	}
}
