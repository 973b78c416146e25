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

import java.io.IOException;
import java.nio.ByteBuffer;

import dev.anteroom.benchmarks.Child;
import dev.anteroom.benchmarks.Samples;

/**
 * A conversation while nothing else happens, and while 10,000 join: tells p99 of a message and its answer in
 * microseconds. The crowd is in this process too, so the client is slower then than it would be on its own machine.
 */
final class Busy {

	private static final int WARM_UP = 30_000;
	private static final int MEASURED = 20_000;
	private static final int ROUNDS = 5;
	/** Before that, Java's compiler has as much to do as the server, and takes its processor. */
	private static final int WARM_UP_ROUNDS = 12;

	private final Caller caller;
	private final ByteBuffer message;

	private Busy(Caller caller, boolean header) {
		this.caller = caller;
		this.message = Load.frame((header ? "Client(127.0.0.1):" : "") + Load.MESSAGE + "\n");
	}

	public static void main(String[] arguments) throws Exception {
		var subject = Subject.valueOf(arguments[0]);
		try (var server = new Remote(subject);
				var crowd = new Crowd();
				var caller = new Caller(Load.address(Load.CROWD + 50), server.textPort())) {
			caller.frame();
			var busy = new Busy(caller, subject == Subject.ANTEROOM);
			busy.talk(WARM_UP, new Samples());
			for (int round = 0; round < WARM_UP_ROUNDS; round++) {
				busy.talkMeanwhile(crowd, server, new Samples());
				empty(server, subject);
			}
			var quiet = new Samples();
			busy.talk(MEASURED, quiet);
			var loud = new Samples();
			for (int round = 0; round < ROUNDS; round++) {
				busy.talkMeanwhile(crowd, server, loud);
				empty(server, subject);
			}
			Child.tell("quiet", quiet.millis(99) * 1_000);
			Child.tell("loud", loud.millis(99) * 1_000);
		}
	}

	private void talkMeanwhile(Crowd crowd, Remote server, Samples samples) throws IOException {
		Thread joining = Thread.ofPlatform().start(() -> join(crowd, server));
		while (joining.isAlive()) {
			talk(1, samples);
		}
		crowd.leave();
	}

	private static void join(Crowd crowd, Remote server) {
		try {
			crowd.join(server.textPort(), Load.CROWD);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void empty(Remote server, Subject subject) throws Exception {
		int speaking = subject == Subject.NETTY ? 1 : 0;
		while (server.ask("waiting") > speaking) {
			Thread.onSpinWait();
		}
	}

	private void talk(int count, Samples samples) throws IOException {
		for (int i = 0; i < count; i++) {
			long start = System.nanoTime();
			caller.write(message.rewind());
			caller.await(Load.MESSAGE);
			samples.add(System.nanoTime() - start);
		}
	}
}
