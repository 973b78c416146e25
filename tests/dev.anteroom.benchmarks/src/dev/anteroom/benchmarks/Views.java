/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;

/**
 * Measures what the views cost, side by side with the widgets of SWT that would do the same, and prints tables in
 * Markdown. Needs a display. Options: {@code --seconds N} for how long messages are to come in, {@code --skip-bomb} for
 * machines that must not be filled.
 */
final class Views {

	private static final Duration MOST = Duration.ofMinutes(2);
	private static final Duration MOST_FOR_PICTURE = Duration.ofSeconds(20);
	/** How often each small thing is measured; the middle one counts. */
	private static final int TURNS = 3;
	private static final int BOMB_SIDE = 30_000;
	/** What ImageLoader may take for the bomb, in MiB. */
	private static final int BOMB_MEMORY = 6 << 10;
	private static final List<String> LOG_OPTIONS = List.of("-Xmx1g");
	/** Small spaces, so that garbage does not count as memory that is needed. */
	private static final List<String> PICTURE_OPTIONS = List.of("-Xmx1g", "-Xms16m", "-Xmn4m", "-XX:+UseSerialGC");

	private static final SequencedMap<String, String> LOG_ROWS = new LinkedHashMap<>();
	static {
		LOG_ROWS.put("load", "Load and first paint, ms");
		LOG_ROWS.put("loadAgain", "The same again, ms");
		LOG_ROWS.put("take95", "Append without painting, CPU p95, ms");
		LOG_ROWS.put("append50", "Append and paint, CPU p50, ms");
		LOG_ROWS.put("append95", "Append and paint, CPU p95, ms");
		LOG_ROWS.put("resize50", "Resize and paint, CPU p50, ms");
		LOG_ROWS.put("resize95", "Resize and paint, CPU p95, ms");
		LOG_ROWS.put("resizeWall", "Resize until painted, p50, ms");
		LOG_ROWS.put("heap", "Heap beyond that of the empty view, MiB");
	}

	private static final int RATE = 2_000;
	private static final SequencedMap<String, String> FLOOD_ROWS = new LinkedHashMap<>();
	static {
		FLOOD_ROWS.put("wait50", "An event of the UI waits, p50, ms");
		FLOOD_ROWS.put("wait99", "An event of the UI waits, p99, ms");
		FLOOD_ROWS.put("wait100", "An event of the UI waits, longest, ms");
		FLOOD_ROWS.put("unqueued100", "The longest, without waiting for a processor, ms");
		FLOOD_ROWS.put("work99", "Work of the UI thread in a wait, p99, ms");
		FLOOD_ROWS.put("work100", "Work of the UI thread in a wait, most, ms");
		FLOOD_ROWS.put("idle99", "A thread without a window waits, p99, ms");
		FLOOD_ROWS.put("idle100", "A thread without a window waits, longest, ms");
		FLOOD_ROWS.put("cold", "Work for one of the first messages, most, ms");
		FLOOD_ROWS.put("paints", "Paints per second");
		FLOOD_ROWS.put("cpu", "UI thread busy, %");
	}

	private final Path folder;

	private Views(Path folder) {
		this.folder = folder;
	}

	public static void main(String[] args) throws Exception {
		List<String> options = List.of(args);
		int seconds = options.contains("--seconds") ? Integer.parseInt(args[options.indexOf("--seconds") + 1]) : 60;
		Path folder = Files.createTempDirectory("anteroom-benchmarks-");
		try {
			System.out.println("Measured with " + Machine.description() + "; SWT " + SWT.getVersion() + " for "
					+ SWT.getPlatform());
			var views = new Views(folder);
			views.log();
			views.flood(seconds);
			views.pictures(!options.contains("--skip-bomb"));
		} finally {
			delete(folder);
		}
	}

	private void log() throws IOException, InterruptedException {
		Child small = log(LogView.Kind.ANTEROOM, 50_000);
		Child large = log(LogView.Kind.ANTEROOM, 1_000_000);
		Child text = log(LogView.Kind.STYLED_TEXT, 50_000);
		var table = new Table("Message log", "50,000 messages", "1,000,000", "to 50,000", "StyledText, 50,000");
		for (var row : LOG_ROWS.entrySet()) {
			double few = small.figure(row.getKey());
			double many = large.figure(row.getKey());
			String change = String.format(Locale.ROOT, "%+.0f %%", 100 * (many / few - 1));
			table.row(row.getValue(), few, many, change, text.figure(row.getKey()));
		}
		table.print("A long conversation");
	}

	private Child log(LogView.Kind kind, int messages) throws IOException, InterruptedException {
		return Child.run(LogProbe.class, MOST, LOG_OPTIONS, kind, messages, folder).orFail();
	}

	private void flood(int seconds) throws IOException, InterruptedException {
		var columns = new Child[] { flood(LogView.Kind.ANTEROOM, RATE, seconds), flood(LogView.Kind.BARE, RATE, seconds),
				flood(LogView.Kind.BARE, 0, seconds), flood(LogView.Kind.STYLED_TEXT, RATE, seconds) };
		var table = new Table(String.format(Locale.ROOT, "%,d messages a second for %d s", RATE, seconds), "Anteroom",
				"A canvas without them", "The same, no messages", "StyledText");
		for (var row : FLOOD_ROWS.entrySet()) {
			row(table, row.getValue(), row.getKey(), columns);
		}
		table.print("Many messages at once");
	}

	private Child flood(LogView.Kind kind, int rate, int seconds) throws IOException, InterruptedException {
		Duration most = MOST.plusSeconds(seconds);
		return Child.run(FloodProbe.class, most, LOG_OPTIONS, kind, rate, seconds, folder).orFail();
	}

	private void pictures(boolean withBomb) throws IOException, InterruptedException {
		Path small = PictureFiles.small(folder, 1).getFirst().file();
		Path photograph = PictureFiles.photograph(folder);
		Path bomb = PictureFiles.bomb(folder, BOMB_SIDE);
		String photographName = "JPEG, 24 MP, " + Files.size(photograph) / 1024 + " KiB";
		String bombName = "PNG, 30,000 × 30,000, " + Files.size(bomb) / 1024 + " KiB";
		var table = new Table("Thumbnail of", "by", "Time, ms", "Peak memory, MiB more", "Outcome");
		picture(table, photographName, PictureProbe.Kind.ANTEROOM, photograph, small, TURNS);
		picture(table, photographName, PictureProbe.Kind.IMAGE_LOADER, photograph, small, TURNS);
		picture(table, bombName, PictureProbe.Kind.ANTEROOM, bomb, small, TURNS);
		if (withBomb && !(Memory.available() < BOMB_MEMORY)) {
			picture(table, bombName, PictureProbe.Kind.IMAGE_LOADER, bomb, small, 1);
		} else {
			table.row(bombName, PictureProbe.Kind.IMAGE_LOADER, Double.NaN, Double.NaN, "not tried");
		}
		table.print("Pictures");
	}

	private static void picture(Table table, String name, PictureProbe.Kind kind, Path file, Path small, int turns)
			throws IOException, InterruptedException {
		var children = new ArrayList<Child>();
		for (int i = 0; i < turns; i++) {
			children.add(Child.run(PictureProbe.class, MOST_FOR_PICTURE, PICTURE_OPTIONS, kind, file, small));
		}
		children.sort(Comparator.comparingDouble(child -> child.figure("millis")));
		Child middle = children.get(turns / 2);
		boolean ended = middle.word(Child.PEAK) != null;
		String outcome = ended ? "ended after " + MOST_FOR_PICTURE.toSeconds() + " s"
				: middle.word("outcome") == null ? "the process died" : middle.word("outcome");
		table.row(name, kind, middle.figure("millis"), middle.figure(ended ? Child.PEAK : "memory"), outcome);
	}

	private static void row(Table table, String name, String figure, Child... children) {
		table.row(Stream.concat(Stream.of(name), Stream.of(children).map(child -> child.figure(figure))).toArray());
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
