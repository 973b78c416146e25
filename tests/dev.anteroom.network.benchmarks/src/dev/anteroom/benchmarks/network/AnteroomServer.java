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
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Said;
import dev.anteroom.history.internal.TextArchive;
import dev.anteroom.protocol.Limits;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.server.internal.ChatServerService;

/** The whole server: journal, spool and transcript as in the product. */
final class AnteroomServer implements Served {

	/** One is served and some are to be, besides those that are measured. */
	private static final int MOST_WAITING = 11_000;
	/** Nobody says as much in a second as is to be measured; usually a client that does is held back. */
	private static final int RATE = Integer.MAX_VALUE;

	private final ChatServerService server = new ChatServerService(new TextArchive());
	private final Path folder = Folders.create();
	private final List<Path> files = new ArrayList<>();
	private long pictures;

	AnteroomServer() throws IOException {
		server.conversation().journal().addListener(this::appended);
		server.start(new ServerSettings(InetAddress.getByName("127.0.0.1"), 0, 0,
				new Archive.Location(folder, "chat_log", null), limits())).toCompletableFuture().join();
	}

	/** What a server allows, and a client, when much is to be measured. */
	static Limits limits() {
		Limits usual = Limits.DEFAULT;
		return new Limits(usual.textFrame(), usual.imageFrame(), MOST_WAITING, usual.perAddress(), usual.heldText(),
				usual.frame(), usual.stalledWrite(), usual.connect(), usual.imageConnectRetry(), usual.merge(), RATE);
	}

	private void appended(Entry entry) {
		if (!(entry.event() instanceof Said said) || said.own()) {
			return;
		}
		if (said.picture() == null) {
			server.conversation().deliver(List.of(new Draft(said.text(), null)));
		} else {
			arrived(said.picture().file());
		}
	}

	private synchronized void arrived(Path file) {
		files.add(file);
		pictures++;
		notifyAll();
	}

	@Override
	public synchronized void awaitPictures(long count) throws InterruptedException {
		while (pictures < count) {
			wait();
		}
	}

	@Override
	public synchronized void removePictures() throws IOException {
		for (Path file : files) {
			Files.delete(file);
		}
		files.clear();
	}

	@Override
	public int textPort() {
		return server.status().textPort();
	}

	@Override
	public int imagePort() {
		return server.status().imagePort();
	}

	@Override
	public int waiting() {
		return server.waitingLine().size();
	}

	@Override
	public void close() {
		server.stop().toCompletableFuture().join();
		Folders.delete(folder);
	}
}
