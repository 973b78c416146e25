/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import dev.anteroom.benchmarks.Child;
import dev.anteroom.benchmarks.Machine;
import dev.anteroom.benchmarks.Table;
import dev.anteroom.protocol.SentPictures;
import dev.anteroom.protocol.Transport;

/**
 * What Anteroom costs on the network, beside what a program on bare Netty costs in the same minutes. Each is measured
 * in processes of its own, by turns where that is quick, of which the median is told.
 */
public final class Network {

	private static final Duration MOST = Duration.ofMinutes(3);
	private static final String[] HEADS = { "", "Anteroom", "Beside it", "", "Ratio", "Goal", "" };

	/** For what is told and has no goal. */
	private static final double NO_GOAL = Double.NaN;

	private final Table table = new Table(HEADS);
	private final int turns;

	private Network(int turns) {
		this.turns = turns;
	}

	/** Arguments: names of what is to be measured, by default everything; {@code --once} for one turn each. */
	public static void main(String[] arguments) throws Exception {
		List<String> names = new ArrayList<>(Arrays.asList(arguments));
		var network = new Network(names.remove("--once") ? 1 : 3);
		if (names.isEmpty()) {
			names = List.of("messages", "pictures", "admissions", "joins", "busy", "idle", "rooms", "codecs");
		}
		System.out.println("Measured with " + Machine.description() + "; transport " + Transport.present());
		for (String name : names) {
			System.err.println("Measuring " + name);
			switch (name) {
			case "messages" -> network.messages();
			case "pictures" -> network.pictures();
			case "admissions" -> network.admissions();
			case "joins" -> network.joins();
			case "busy" -> network.busy();
			case "idle" -> network.idle();
			case "rooms" -> network.rooms();
			case "codecs" -> Codecs.print();
			default -> throw new IllegalArgumentException(name);
			}
		}
		if (!names.equals(List.of("codecs"))) {
			network.table.print("Network");
		}
	}

	private void messages() throws Exception {
		Map<Subject, List<Child>> told = byTurns(PingPong.class, Placement.APART);
		compare("64-byte message to the listener and back, p50, µs", told, "p50", "bare Netty", 1.15);
		compare("The same, p99, µs", told, "p99", "bare Netty", 1.5);
		// One turn: the whole is to take ten minutes.
		told = byTurns(1, PingPong.class, Placement.TOGETHER);
		compare("Both ends on one processor, p50, µs", told, "p50", "bare Netty", NO_GOAL);
		compare("The same, p99, µs", told, "p99", "bare Netty", NO_GOAL);
	}

	private void pictures() throws Exception {
		Map<Subject, List<Child>> told = byTurns(Pictures.class);
		double own = median(told.get(Subject.ANTEROOM), "rate");
		double other = median(told.get(Subject.NETTY), "rate");
		table.row("Pictures of 16 MiB from socket to file, MiB/s", own, other, "bare Netty, frames of 1 MiB", own / other,
				"≥ 0.9", met(own / other >= 0.9));
		told = byTurns(SentPictures.class);
		own = median(told.get(Subject.ANTEROOM), "rate");
		other = median(told.get(Subject.NETTY), "rate");
		table.row("Pictures of 16 MiB from file to socket, MiB/s", own, other, "Netty's ChunkedWriteHandler, 64 KiB",
				own / other, "≥ 0.9", met(own / other >= 0.9));
	}

	private void admissions() throws Exception {
		var one = new ArrayList<Child>();
		var many = new ArrayList<Child>();
		var staying = new ArrayList<Child>();
		for (int turn = 0; turn < turns; turn++) {
			one.add(run(Admissions.class, 0, false));
			many.add(run(Admissions.class, Load.CROWD, false));
			staying.add(run(Admissions.class, Load.CROWD, true));
		}
		admission("The next greeted after one leaves, 10,000 waiting, p50, µs", many, one, "p50", 1_000);
		admission("The same, p99, µs", many, one, "p99", 5_000);
		admission("The same, the image connection left open, p50, µs", staying, one, "p50", 1_000);
		admission("The same, p99, µs", staying, one, "p99", 5_000);
	}

	private void admission(String what, List<Child> many, List<Child> one, String figure, double most) {
		double own = median(many, figure);
		double other = median(one, figure);
		table.row(what, own, other, "one waiting", own / other, String.format("≤ 3 and ≤ %,.0f µs", most),
				met(own <= most && own <= 3 * other));
	}

	private void joins() throws Exception {
		compare("10,000 join the line, ms", byTurns(Joins.class), "p50", "bare Netty answers one frame", 1.5);
	}

	private void busy() throws Exception {
		Map<Subject, List<Child>> told = byTurns(Busy.class);
		for (Subject subject : Subject.values()) {
			double quiet = median(told.get(subject), "quiet");
			double loud = median(told.get(subject), "loud");
			boolean own = subject == Subject.ANTEROOM;
			table.row(own ? "A message and its answer while 10,000 join, p99, µs" : "The same of bare Netty", loud, quiet,
					"nobody joins", loud / quiet, own ? "≤ 2" : "–", own ? met(loud <= 2 * quiet) : "");
		}
	}

	/** Both at once: they do next to nothing, and take their time for it. */
	private void idle() {
		var told = new EnumMap<Subject, CompletableFuture<Child>>(Subject.class);
		for (Subject subject : Subject.values()) {
			told.put(subject, CompletableFuture.supplyAsync(() -> {
				try {
					return run(Idle.class, subject);
				} catch (Exception e) {
					throw new CompletionException(e);
				}
			}));
		}
		Child own = told.get(Subject.ANTEROOM).join();
		Child other = told.get(Subject.NETTY).join();
		double ratio = own.figure("memory") / other.figure("memory");
		table.row("Resident memory for each who waits, KiB", own.figure("memory"), other.figure("memory"),
				"bare Netty, as many handlers", ratio, "≤ 1.2", met(ratio <= 1.2));
		table.row("Threads with 10,000 waiting", own.figure("threads"), own.figure("fewThreads"), "10 waiting",
				own.figure("threads") / own.figure("fewThreads"), "equal",
				met(own.figure("threads") == own.figure("fewThreads")));
		table.row("One core's time in 30 s with 10,000 waiting, %", own.figure("cpu"), other.figure("cpu"), "bare Netty",
				Double.NaN, "< 0.1 %", met(own.figure("cpu") < 0.1));
	}

	private void rooms() throws Exception {
		Map<Subject, List<Child>> told = byTurns(Rooms.class);
		double own = median(told.get(Subject.ANTEROOM), "p99");
		double other = median(told.get(Subject.NETTY), "p99");
		table.row("A room of 1,000, 100 messages a second, to each of the others, p99, µs", own, other,
				"bare Netty relays", own / other, "≤ 50,000 µs", met(own <= 50_000));
		own = median(told.get(Subject.ANTEROOM), "rate");
		other = median(told.get(Subject.NETTY), "rate");
		table.row("All 1,000 speak at once, deliveries a second", own, other, "bare Netty relays", own / other, "≥ 0.8",
				met(own / other >= 0.8));
	}

	private void compare(String what, Map<Subject, List<Child>> told, String figure, String beside, double most) {
		double own = median(told.get(Subject.ANTEROOM), figure);
		double other = median(told.get(Subject.NETTY), figure);
		boolean goal = !Double.isNaN(most);
		table.row(what, own, other, beside, own / other, goal ? "≤ " + most : "–", goal ? met(own <= most * other) : "");
	}

	private static String met(boolean met) {
		return met ? "met" : "**missed**";
	}

	/** @param arguments behind the subject */
	private Map<Subject, List<Child>> byTurns(Class<?> main, Object... arguments) throws Exception {
		return byTurns(turns, main, arguments);
	}

	private static Map<Subject, List<Child>> byTurns(int turns, Class<?> main, Object... arguments) throws Exception {
		var told = new EnumMap<Subject, List<Child>>(Subject.class);
		for (int turn = 0; turn < turns; turn++) {
			for (Subject subject : Subject.values()) {
				Object[] all = Stream.concat(Stream.of(subject), Arrays.stream(arguments)).toArray();
				told.computeIfAbsent(subject, key -> new ArrayList<>()).add(run(main, all));
			}
		}
		return told;
	}

	private static Child run(Class<?> main, Object... arguments) throws Exception {
		return Child.run(main, MOST, List.of(), arguments).orFail();
	}

	private static double median(List<Child> children, String figure) {
		double[] values = children.stream().mapToDouble(child -> child.figure(figure)).sorted().toArray();
		return values[values.length / 2];
	}
}
