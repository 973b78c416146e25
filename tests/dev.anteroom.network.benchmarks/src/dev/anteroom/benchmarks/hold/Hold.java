/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.hold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import dev.anteroom.benchmarks.Table;
import dev.anteroom.chat.Archive;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Said;
import dev.anteroom.history.internal.TextArchive;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.internal.ChatServerService;

/**
 * A server that answers, with a transcript on disk, under as many clients as come: {@code Hold [--clients N] [--rounds N]}.
 * With {@code --descriptors} it is the child that shows what happens when those run out.
 */
final class Hold {

	private static final int QUIET = 5_000;
	private static final long PATIENCE_SECONDS = 60;
	/** Twice as long as a connection may be silent before the other end is asked for. */
	private static final int SILENCE_SECONDS = 60;

	private final ChatServerService server = new ChatServerService(new TextArchive());
	private final Path folder = Files.createTempDirectory("anteroom-hold");
	private final Table table = new Table("What", "Goal", "Outcome");
	private boolean held = true;

	private Hold() throws IOException {
		server.conversation().journal().addListener(entry -> {
			if (entry.event() instanceof Said said && !said.own()) {
				server.conversation().send(new Draft("y", null));
			}
		});
	}

	public static void main(String... arguments) throws Exception {
		List<String> words = List.of(arguments);
		var hold = new Hold();
		if (words.contains("--descriptors")) {
			hold.exhaust(number(words, "--clients", 500));
		} else {
			hold.run(number(words, "--clients", 10_000), number(words, "--rounds", 3));
		}
		System.exit(hold.held ? 0 : 1);
	}

	private static int number(List<String> words, String name, int otherwise) {
		int at = words.indexOf(name);
		return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
	}

	private void run(int clients, int rounds) throws Exception {
		start();
		int port = server.status().textPort();
		try (var talker = new Talker(port); var crowd = new Process(port)) {
			talker.talk(QUIET);
			double[] quiet = talker.talk(QUIET);
			double p99 = Talker.percentile(quiet, 0.99);
			table.row("A message is answered while nothing else happens, p50 / p99, µs", "–",
					micros(quiet));
			for (int round = 1; round <= rounds; round++) {
				CompletableFuture<double[]> talk = talkMeanwhile(talker);
				double[] joined = crowd.command("join " + clients);
				talker.stop();
				double[] busy = talk.get();
				check(joined[1] == clients, clients + " join as fast as they can, round " + round, "all are told",
						whole(joined[1]) + " told, " + text(joined[0]) + " ms");
				check(Talker.percentile(busy, 0.99) <= 2 * p99, "A message is answered meanwhile, p50 / p99, µs",
						"p99 ≤ 2 × quiet", micros(busy) + ", " + busy.length + " messages");
				if (round < rounds) {
					crowd.command("leave");
					await(() -> server.waitingLine().isEmpty());
				}
			}
			double[] waiting = talker.talk(QUIET);
			check(Talker.percentile(waiting, 0.99) <= 2 * p99,
					"A message is answered while " + clients + " wait, p50 / p99, µs", "p99 ≤ 2 × quiet",
					micros(waiting));
			pause(SILENCE_SECONDS);
			int left = server.waitingLine().size();
			check(left == clients, clients + " wait in silence for " + SILENCE_SECONDS + " s", "nobody is lost",
					left + " in line");
			double[] excess = crowd.command("join 300");
			check(excess[1] == clients + 300, "300 more than the line has room for", "told why, closed",
					whole(excess[1] - clients) + " told, " + whole(excess[2]) + " closed, "
							+ server.waitingLine().size() + " in line");
			long begun = System.nanoTime();
			server.stop().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			double stopped = (System.nanoTime() - begun) / 1e6;
			double[] gone = crowd.command("gone");
			check(stopped < 5_000 && gone[2] == clients + 300, "Stop with " + clients + " waiting",
					"all closed in 5 s", text(stopped) + " ms, " + whole(gone[2]) + " closed");
		}
		exhaustElsewhere();
		table.print("What must hold under load");
	}

	private static void pause(int seconds) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	private static CompletableFuture<double[]> talkMeanwhile(Talker talker) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return talker.talk(1_000_000);
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private static String micros(double[] sorted) {
		return text(Talker.percentile(sorted, 0.5)) + " / " + text(Talker.percentile(sorted, 0.99));
	}

	private static String text(double figure) {
		return String.format(Locale.ROOT, figure < 100 ? "%.1f" : "%,.0f", figure);
	}

	private static String whole(double figure) {
		return String.format(Locale.ROOT, "%,.0f", figure);
	}

	private void check(boolean holds, String what, String goal, String outcome) {
		held &= holds;
		table.row(what, goal, (holds ? "" : "**missed** ") + outcome);
	}

	private void start() throws Exception {
		server.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, 0,
				new Archive.Location(folder, "chat_log", null), Limits.DEFAULT)).toCompletableFuture()
				.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** Looks after each change of the server. */
	private void await(Supplier<Boolean> condition) throws Exception {
		var held = new CompletableFuture<Void>();
		Runnable look = () -> {
			if (condition.get()) {
				held.complete(null);
			}
		};
		var registration = server.addListener(look);
		look.run();
		held.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		registration.close();
	}

	/** In a process that may open few files; Java would raise that limit for itself. */
	private void exhaustElsewhere() throws Exception {
		var command = new ProcessBuilder("bash", "-c", "ulimit -S -n 300; exec \"$0\" \"$@\"",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-MaxFDLimit",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Hold.class.getName(), "--descriptors");
		java.lang.Process child = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String outcome = child.inputReader().lines().reduce("", (before, line) -> line);
		check(child.waitFor() == 0, "More connections than there are file descriptors",
				"the conversation goes on, later ones are let in", outcome);
	}

	private void exhaust(int clients) throws Exception {
		start();
		int port = server.status().textPort();
		try (var talker = new Talker(port); var crowd = new Process(port)) {
			talker.talk(100);
			var filled = CompletableFuture.supplyAsync(() -> crowd.command("join " + clients));
			await(() -> server.waitingLine().size() > clients / 5);
			double[] busy = talker.talk(1_000);
			int present = server.waitingLine().size();
			// Those who still wait to be let in are told by nobody: they leave, and so do the others.
			crowd.destroy();
			filled.exceptionally(failure -> null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			await(() -> server.waitingLine().isEmpty());
			try (var later = new Process(port)) {
				double[] joined = later.command("join 50");
				held = joined[1] == 50 && busy.length == 1_000;
				System.out.println(present + " of " + clients + " in line, 1,000 messages answered, p99 "
						+ text(Talker.percentile(busy, 0.99)) + " µs; afterwards 50 of 50 told in "
						+ text(joined[0]) + " ms");
			}
		}
	}

	/** A {@link Crowd} in a process of its own. */
	private static final class Process implements AutoCloseable {

		private final java.lang.Process process;
		private final PrintStream commands;
		private final BufferedReader answers;

		Process(int port) throws IOException {
			var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					System.getProperty("java.class.path"), Crowd.class.getName(), Integer.toString(port));
			process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			commands = new PrintStream(process.getOutputStream(), true);
			answers = process.inputReader();
		}

		double[] command(String line) {
			commands.println(line);
			try {
				String answer = answers.readLine();
				if (answer == null) {
					throw new IllegalStateException("The crowd has gone");
				}
				return Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		}

		void destroy() {
			process.destroy();
		}

		@Override
		public void close() {
			destroy();
		}
	}
}
