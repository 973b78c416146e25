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

import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Role;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.ChatLine;
import dev.anteroom.protocol.ClassicPhrases;
import dev.anteroom.protocol.Dialer;
import dev.anteroom.protocol.Exchange;
import dev.anteroom.protocol.Ports;
import dev.anteroom.protocol.Reasons;
import dev.anteroom.protocol.Sockets;
import dev.anteroom.protocol.TextFrames;
import dev.anteroom.protocol.TextListener;

/** One stay with a server, from dialling to the end of the transcript. On the event loop only. */
final class Session implements TextListener {

	private static final System.Logger LOG = System.getLogger(Session.class.getName());

	private final ClientSettings settings;
	private final Archive archive;
	private final ClientConversation conversation;
	private final Journal journal;
	private final EventLoop loop;
	private final CompletableFuture<Void> opened;
	private final CompletableFuture<Void> finished = new CompletableFuture<>();
	private Dialer dialer;
	private Archive.Transcript transcript;
	private Exchange exchange;
	private ImageDialer images;
	private int place;
	private boolean conversing;
	private boolean ending;
	private boolean superseded;
	private boolean imagesMissed;

	/** @param opened to be completed as {@link dev.anteroom.client.ChatClient#connect} says */
	Session(ClientSettings settings, Archive archive, ClientConversation conversation, EventLoop loop,
			CompletableFuture<Void> opened) {
		this.settings = settings;
		this.archive = archive;
		this.conversation = conversation;
		this.journal = conversation.journal();
		this.loop = loop;
		this.opened = opened;
	}

	/** Done, on the event loop, when its conversation is over and its transcript is on disk. */
	CompletionStage<Void> finished() {
		return finished;
	}

	/** Begins to dial, unless it was given up before. */
	void begin() {
		if (ending) {
			finished.complete(null);
			return;
		}
		Notice fault = fault(settings);
		if (fault != null) {
			giveUp(fault, null);
			return;
		}
		journal.append(Phrase.CONNECTING, settings.server());
		var sockets = new Sockets(loop, channel -> TextFrames.install(channel, settings.limits(), this));
		dialer = new Dialer(loop, settings.server(), settings.limits().connect(), sockets);
		dialer.dial().whenComplete((channel, failure) -> {
			if (failure == null) {
				connected(channel);
			} else if (!ending) {
				giveUp(Notice.of(Phrase.CANNOT_CONNECT, settings.server(), Reasons.of(failure)), failure);
			}
		});
	}

	/** Ends it at this person's wish. */
	void leave() {
		if (exchange != null) {
			boolean cutOff = ending;
			ending = true;
			images.stop();
			CompletionStage<Void> ended = exchange.end(false);
			if (!cutOff) {
				ended.thenRun(() -> finish(Notice.of(Phrase.DISCONNECTED), null));
			}
		} else if (!ending) {
			boolean begun = dialer != null;
			ending = true;
			if (begun) {
				dialer.cancel();
			}
			fail(Notice.of(Phrase.CONNECT_CANCELLED), null);
			if (begun) {
				finished.complete(null);
			}
		}
	}

	/** Ends it because another follows, whose state is the one to be seen from now on. */
	void supersede() {
		superseded = true;
		leave();
	}

	/** Says something, if there is somebody to hear it. */
	Delivery deliver(Draft draft) {
		if (exchange == null || finished.isDone()) {
			return conversation.refuse(draft, Phrase.NOBODY_THERE);
		}
		if (!conversing && draft.image() != null) {
			return conversation.refuse(draft, Phrase.STILL_WAITING);
		}
		return exchange.deliverNow(draft);
	}

	@Override
	public void frame(String frame) {
		boolean opens = ClassicPhrases.opensImageConnection(frame);
		OptionalInt told = conversing ? OptionalInt.empty() : ClassicPhrases.placeIn(frame);
		if (conversing) {
			exchange.received(frame);
		} else if (told.isPresent()) {
			waitAt(told.getAsInt(), frame);
		} else if (opens && ChatLine.parse(frame).sender().isEmpty()) {
			conversing = true;
			enter(new ConversationState.Conversing(exchange.peer()));
			journal.append(Phrase.SERVER_GREETED, ChatLine.withoutLineEnd(frame));
		} else {
			exchange.received(frame);
		}
		if (opens && !ending && !exchange.hasImages()) {
			images.dial();
		}
	}

	@Override
	public void closed(Notice failure) {
		if (ending) {
			return;
		}
		ending = true;
		images.stop();
		if (failure != null) {
			journal.append(failure);
		}
		exchange.end(true).thenRun(() -> finish(Notice.of(Phrase.CUT_OFF), failure));
	}

	private void connected(Channel channel) {
		try {
			transcript = archive.open(settings.transcripts(), journal);
		} catch (RuntimeException | Error e) {
			LOG.log(Level.ERROR, "No transcript could be opened", e);
			channel.close();
			giveUp(Notice.of(Phrase.CANNOT_CONNECT, settings.server(), Reasons.of(e)), e);
			return;
		}
		exchange = new Exchange(Role.CLIENT, channel, journal, transcript.pictures(), settings.limits());
		var host = ((InetSocketAddress) channel.remoteAddress()).getAddress();
		var address = new InetSocketAddress(host, settings.imagePort());
		images = new ImageDialer(loop, address, settings.limits().imageConnectRetry(), exchange::images,
				() -> missImages(Endpoint.of(address)));
		journal.append(Phrase.CONNECTED, exchange.peer());
		enter(new ConversationState.Waiting(settings.server(), 0));
		opened.complete(null);
	}

	private void waitAt(int newPlace, String frame) {
		if (newPlace != place) {
			place = newPlace;
			// First: who reads the line finds the place.
			enter(new ConversationState.Waiting(settings.server(), place));
			journal.append(Phrase.SERVER_MAKES_WAIT, ChatLine.withoutLineEnd(frame), place);
		}
	}

	private void missImages(Endpoint address) {
		exchange.noImages();
		if (!imagesMissed) {
			imagesMissed = true;
			journal.append(Phrase.IMAGES_UNAVAILABLE, address);
		}
	}

	/** The end of one that never was connected. */
	private void giveUp(Notice notice, Throwable cause) {
		ending = true;
		fail(notice, cause);
		finished.complete(null);
	}

	private void fail(Notice notice, Throwable cause) {
		journal.append(notice);
		enter(new ConversationState.Idle(notice));
		opened.completeExceptionally(new ChatException(notice, cause));
	}

	/**
	 * The end of one that was connected.
	 *
	 * @param failure why it ended, if {@code last} does not say it all, or {@code null}
	 */
	private void finish(Notice last, Notice failure) {
		journal.append(last);
		enter(new ConversationState.Idle(failure == null ? last : failure));
		Thread.ofVirtual().name("anteroom-client-close").start(() -> {
			try {
				transcript.close();
			} finally {
				loop.execute(() -> finished.complete(null));
			}
		});
	}

	private void enter(ConversationState state) {
		if (!superseded) {
			boolean open = !(state instanceof ConversationState.Idle);
			conversation.enter(state, open ? exchange.ownAddress() : "");
		}
	}

	private static Notice fault(ClientSettings settings) {
		if (settings.server().host().isBlank()) {
			return Notice.of(Phrase.BAD_HOST);
		}
		for (int port : new int[] { settings.server().port(), settings.imagePort() }) {
			try {
				Ports.parse(Integer.toString(port));
			} catch (ChatException e) {
				return e.notice();
			}
		}
		return null;
	}
}
