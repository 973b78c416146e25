/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.client.internal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.EntrySpool;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.client.ChatClient;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.Closing;
import dev.anteroom.protocol.LingeringClose;
import dev.anteroom.protocol.NetworkThread;
import dev.anteroom.protocol.Refusals;

/** The client: one {@link Session} after the other. What it knows belongs to the network thread. */
@Component
public final class ChatClientService implements ChatClient {

	private static final long CLOSE_SECONDS = 10;

	private final Archive archive;
	private final EntrySpool spool;
	private final EventLoopGroup group = NetworkThread.create("anteroom-client");
	private final EventLoop loop = group.next();
	private final ClientConversation conversation;
	private Session session;

	@Activate
	public ChatClientService(@Reference Archive archive) {
		this.archive = archive;
		spool = archive.spool();
		conversation = new ClientConversation(this, new Journal(Clock.systemUTC(), spool));
	}

	@Override
	public CompletionStage<Void> connect(ClientSettings settings) {
		var opened = new CompletableFuture<Void>();
		if (!execute(() -> begin(settings, opened))) {
			opened.completeExceptionally(new ChatException(Notice.of(Phrase.CONNECT_CANCELLED)));
		}
		return opened.minimalCompletionStage();
	}

	@Override
	public CompletionStage<Void> disconnect() {
		var done = new CompletableFuture<Void>();
		boolean accepted = execute(() -> {
			if (session == null) {
				done.complete(null);
			} else {
				session.leave();
				session.finished().thenRun(() -> done.complete(null));
			}
		});
		if (!accepted) {
			done.complete(null);
		}
		return done.minimalCompletionStage();
	}

	@Override
	public Conversation conversation() {
		return conversation;
	}

	/** Disconnects, and returns when nothing is left of it. */
	@Deactivate
	public void close() {
		Closing.await(disconnect().thenComposeAsync(done -> LingeringClose.over(), loop), CLOSE_SECONDS, "client");
		group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly(CLOSE_SECONDS,
				TimeUnit.SECONDS);
		spool.close();
	}

	/** As {@link Conversation#deliver(List)}: one task for all of them, so that no other session comes in between. */
	List<Delivery> deliver(List<Draft> drafts) {
		List<Draft> all = List.copyOf(drafts);
		List<CompletableFuture<Delivery>> real = all.stream().map(draft -> new CompletableFuture<Delivery>()).toList();
		boolean accepted = execute(() -> hand(all, this::say, real));
		if (!accepted) {
			hand(all, draft -> Delivery.of(CompletableFuture.failedStage(Refusals.of(draft, Phrase.NOBODY_THERE))),
					real);
		}
		return real.stream().<Delivery>map(PendingDelivery::new).toList();
	}

	private static void hand(List<Draft> drafts, Function<Draft, Delivery> to, List<CompletableFuture<Delivery>> real) {
		for (int i = 0; i < drafts.size(); i++) {
			real.get(i).complete(to.apply(drafts.get(i)));
		}
	}

	private Delivery say(Draft draft) {
		if (draft.isEmpty()) {
			return Delivery.of(CompletableFuture.completedStage(null));
		}
		return session == null ? conversation.refuse(draft, Phrase.NOBODY_THERE) : session.deliver(draft);
	}

	private void begin(ClientSettings settings, CompletableFuture<Void> opened) {
		CompletionStage<Void> before = CompletableFuture.completedStage(null);
		if (session != null) {
			session.supersede();
			before = session.finished();
		}
		session = new Session(settings, archive, conversation, loop, opened);
		conversation.enter(new ConversationState.Connecting(settings.server()), "");
		before.thenRun(session::begin);
	}

	/** Runs {@code task} on the network thread; {@code false} when that has ended. */
	private boolean execute(Runnable task) {
		try {
			loop.execute(task);
			return true;
		} catch (RejectedExecutionException e) {
			return false;
		}
	}
}
