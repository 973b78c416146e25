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

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.internal.PlatformDependent;

import dev.anteroom.benchmarks.Memory;
import dev.anteroom.benchmarks.Table;
import dev.anteroom.chat.Archive;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Said;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.client.internal.ChatClientService;
import dev.anteroom.history.internal.TextArchive;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.internal.ChatServerService;

/**
 * Conversation after conversation between a client and a server of this process, each with a text and a picture both
 * ways, on disk: {@code Soak [--conversations N]}. What grows meanwhile would grow without end.
 */
final class Soak {

	private static final int SAMPLES = 10;
	private static final int PICTURE = 20_000;
	private static final long PATIENCE_SECONDS = 30;

	/** What a process has taken at one moment; memory in MiB. */
	private record Sample(int conversations, long descriptors, int threads, double heap, double direct,
			double seconds) {
	}

	private final Path serverFolder = Files.createTempDirectory("anteroom-soak-server");
	private final Path clientFolder = Files.createTempDirectory("anteroom-soak-client");
	private final Path picture = Files.createTempFile("anteroom-soak", ".png");
	private final ChatServerService server = new ChatServerService(new TextArchive());
	private final ChatClientService client = new ChatClientService(new TextArchive());
	private final Semaphore heard = new Semaphore(0);
	private final Semaphore admitted = new Semaphore(0);
	private final Logger root = Logger.getLogger("");
	private final AtomicInteger leaks = new AtomicInteger();
	private final List<Sample> samples = new ArrayList<>();
	private final long begun = System.nanoTime();

	private Soak() throws IOException {
		Files.write(picture, png());
		hear(server.conversation());
		hear(client.conversation());
		server.conversation().journal().addListener(entry -> {
			if (entry.event() instanceof Notice notice && notice.phrase() == Phrase.CLIENT_ADMITTED) {
				admitted.release();
			}
		});
	}

	public static void main(String... arguments) throws Exception {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		List<String> words = List.of(arguments);
		int at = words.indexOf("--conversations");
		System.exit(new Soak().run(at < 0 ? 5_000 : Integer.parseInt(words.get(at + 1))) ? 0 : 1);
	}

	private static byte[] png() {
		byte[] bytes = new byte[PICTURE];
		byte[] start = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
		System.arraycopy(start, 0, bytes, 0, start.length);
		return bytes;
	}

	/** What was said by the other, text and picture, together or not. */
	private void hear(Conversation conversation) {
		conversation.journal().addListener(entry -> {
			if (entry.event() instanceof Said said && !said.own() && said.picture() != null) {
				heard.release();
			}
		});
	}

	private boolean run(int conversations) throws Exception {
		countLeaks();
		done(server.start(new ServerSettings(InetAddress.getLoopbackAddress(), 0, 0,
				new Archive.Location(serverFolder, "chat_log", null), Limits.DEFAULT)));
		var settings = new ClientSettings(new Endpoint("127.0.0.1", server.status().textPort()),
				server.status().imagePort(), new Archive.Location(clientFolder, "client_chat_log", null),
				Limits.DEFAULT);
		var draft = new Draft("What do you say to this?", picture);
		int part = Math.max(1, conversations / SAMPLES);
		for (int i = 1; i <= conversations; i++) {
			done(client.connect(settings));
			awaitTurn();
			CompletionStage<Void> asked = client.conversation().send(draft);
			CompletionStage<Void> answered = server.conversation().send(draft);
			done(asked);
			done(answered);
			if (!heard.tryAcquire(2, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("A picture did not come: " + i);
			}
			done(client.disconnect());
			if (i % part == 0) {
				sample(i);
			}
		}
		done(server.stop());
		client.close();
		print();
		return leaks.get() == 0 && isFlat();
	}

	/** At both ends: who is greeted may not be the server's present one yet. */
	private void awaitTurn() throws InterruptedException {
		var turn = new CountDownLatch(1);
		Runnable look = () -> {
			if (client.conversation().state().canSendPictures()) {
				turn.countDown();
			}
		};
		Registration registration = client.conversation().addStateListener(look);
		look.run();
		boolean came = turn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		registration.close();
		if (!came || !admitted.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Not admitted: " + client.conversation().state());
		}
	}

	private static void done(CompletionStage<Void> stage) throws Exception {
		stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	/** Netty tells of leaks in the log, and only there. */
	private void countLeaks() {
		root.addHandler(new Handler() {

			@Override
			public void publish(LogRecord entry) {
				if (entry.getMessage() != null && entry.getMessage().startsWith("LEAK")) {
					leaks.incrementAndGet();
				}
			}

			@Override
			public void flush() {
				// There is nothing
			}

			@Override
			public void close() {
				// There is nothing
			}
		});
	}

	private void sample(int conversations) throws IOException {
		double heap = Memory.heap();
		samples.add(new Sample(conversations, count(Path.of("/proc/self/fd")),
				ManagementFactory.getThreadMXBean().getThreadCount(), heap,
				PlatformDependent.usedDirectMemory() / (double) (1 << 20), (System.nanoTime() - begun) / 1e9));
		clear(serverFolder);
		clear(clientFolder);
	}

	private static long count(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.count();
		}
	}

	/** The disk is not what is tried here. The transcript that is open stays. */
	private static void clear(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				if (!file.getFileName().toString().startsWith("chat_log")) {
					Files.delete(file);
				}
			}
		}
	}

	/** Whether the second half took no more than the first, but for what a collection leaves by chance. */
	private boolean isFlat() {
		Sample middle = samples.get(samples.size() / 2);
		Sample last = samples.getLast();
		return last.descriptors <= middle.descriptors + 5 && last.threads <= middle.threads + 5
				&& last.heap <= 1.2 * middle.heap + 2 && last.direct <= middle.direct + 4;
	}

	private void print() {
		var table = new Table("Conversations", "Descriptors", "Threads", "Heap, MiB", "Direct memory, MiB", "Seconds");
		for (Sample sample : samples) {
			table.row(sample.conversations, sample.descriptors, sample.threads, sample.heap, sample.direct,
					sample.seconds);
		}
		table.print("Conversation after conversation, each with a picture both ways");
		System.out.println("\nBuffers that were not released: " + leaks + (isFlat() ? "" : "; **not flat**"));
	}
}
