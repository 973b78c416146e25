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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

import dev.anteroom.chat.Archive.Location;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState.Conversing;
import dev.anteroom.chat.Draft;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.internal.ChatServerService;

/**
 * A process of its own that says one thing after the other, over real sockets and into a real transcript, until it is
 * killed. Standard output has {@link #BEGUN}, and then the number of each text whose send was reported done.
 */
public final class TalkingServer {

	/** The first line of its output: from now on it talks. */
	static final String BEGUN = "begun";

	private static final int MOST_UNDER_WAY = 32;

	private TalkingServer() {
	}

	/** @param arguments the folder, and the seed of the texts */
	public static void main(String[] arguments) throws Exception {
		long seed = Long.parseLong(arguments[1]);
		var server = new ChatServerService(new TextArchive());
		InetAddress here = InetAddress.getLoopbackAddress();
		server.start(new ServerSettings(here, 0, 0, new Location(Path.of(arguments[0]), "chat_log", null),
				Limits.DEFAULT)).toCompletableFuture().get();
		Conversation conversation = server.conversation();
		var somebodyIsThere = new CountDownLatch(1);
		conversation.addStateListener(() -> {
			if (conversation.state() instanceof Conversing) {
				somebodyIsThere.countDown();
			}
		});
		Socket peer = new Socket(here, server.status().textPort());
		Thread.ofPlatform().daemon().start(() -> drain(peer));
		somebodyIsThere.await();
		conversation.journal().kept().toCompletableFuture().get();
		// Not buffered: what was printed is out when this process is gone.
		var output = new FileOutputStream(FileDescriptor.out);
		output.write((BEGUN + '\n').getBytes(StandardCharsets.US_ASCII));
		var room = new Semaphore(MOST_UNDER_WAY);
		for (int i = 0;; i++) {
			room.acquire();
			byte[] number = (i + "\n").getBytes(StandardCharsets.US_ASCII);
			conversation.send(new Draft(text(seed, i), null)).thenRun(() -> {
				print(output, number);
				room.release();
			});
		}
	}

	/** The text of that number: mostly a short line, sometimes several, and now and then one of many pages. */
	static String text(long seed, int number) {
		var random = new Random(seed * 31 + number);
		var text = new StringBuilder().append(number).append(' ');
		int length = random.nextInt(20) == 0 ? random.nextInt(60_000) : random.nextInt(120);
		for (int i = 0; i < length; i++) {
			text.append(switch (random.nextInt(40)) {
				case 0 -> '\n';
				case 1 -> '你';
				default -> (char) ('a' + random.nextInt(26));
			});
		}
		return text.append('.').toString();
	}

	private static void print(OutputStream output, byte[] line) {
		try {
			output.write(line);
		} catch (IOException e) {
			Runtime.getRuntime().halt(1);
		}
	}

	private static void drain(Socket peer) {
		try (peer) {
			peer.getInputStream().transferTo(OutputStream.nullOutputStream());
		} catch (IOException e) {
			Runtime.getRuntime().halt(1);
		}
	}
}
