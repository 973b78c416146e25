/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Role;
import dev.anteroom.chat.Said;

/**
 * What two people say to each other, for as long as their text connection lasts: text and pictures both ways, each in
 * the journal. It is the same at either end; how the connections come about is for its owner.
 * <p>
 * Everything happens on the text connection's event loop, on which the image connection must be too. Other threads, and
 * listeners of the journal, may call {@link #deliver} only.
 */
public final class Exchange {

	private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

	/** How long a picture may still come in on its own connection after the other end has closed the text one. */
	private static final long LINGER_IDLE = 50;
	private static final long LINGER_RECEIVING = 1_000;

	private final Channel text;
	private final Journal journal;
	private final PictureStore pictures;
	private final Limits limits;
	private final MessageOrder order;
	private final PictureOutbox pictureOutbox;
	private final Outbox outbox;
	private final CompletableFuture<Void> ended = new CompletableFuture<>();
	private String peerHeader;
	private Channel images;
	private PictureReceiver receiver;
	private boolean ending;
	private boolean lingered;
	private Future<?> linger;

	/**
	 * @param own  the role of the person at this end
	 * @param text the open text connection, {@linkplain TextFrames#install set up} by the caller, who passes on what is
	 *             said there and hears of its end
	 */
	public Exchange(Role own, Channel text, Journal journal, PictureStore pictures, Limits limits) {
		this.text = text;
		this.journal = journal;
		this.pictures = pictures;
		this.limits = limits;
		this.peerHeader = own.other().header(ip(text.remoteAddress()));
		this.order = new MessageOrder(text.eventLoop(), limits.merge(), new Log());
		this.pictureOutbox = new PictureOutbox(text.eventLoop(), limits.imageConnectRetry());
		this.outbox = new Outbox(text, own.header(ownAddress()), journal, pictures, limits,
				pictureOutbox);
	}

	/** This end's address as the other end sees it, in digits. Any thread. */
	public String ownAddress() {
		return ip(text.localAddress());
	}

	/** The other end of the text connection. Any thread. */
	public Endpoint peer() {
		return Failures.peer(text);
	}

	/** A text frame came in that belongs to the conversation. */
	public void received(String frame) {
		if (!ended.isDone()) {
			order.text(ChatLine.parse(frame));
		}
	}

	/** Whether there is an image connection, dead or alive. */
	public boolean hasImages() {
		return images != null;
	}

	/**
	 * Takes the image connection {@code channel}, of which nothing was read yet; tells of it
	 * ({@link Phrase#IMAGE_CHANNEL_UP}), and sends what waited for it. It is closed with the conversation; if it closes
	 * before, that is told ({@link Phrase#IMAGE_CHANNEL_LOST}), and another may take its place. There must be none now.
	 */
	public void images(Channel channel) {
		if (ending) {
			channel.close();
			return;
		}
		images = channel;
		receiver = new PictureReceiver(pictures, order::begins, this::arrived);
		ImageLink.install(channel, limits, receiver, this::imagesClosed);
		journal.append(Phrase.IMAGE_CHANNEL_UP, Failures.peer(channel));
		pictureOutbox.up(channel);
	}

	/** There will be no image connection, as far as is known: what waits for it fails now rather than later. */
	public void noImages() {
		pictureOutbox.giveUp(Phrase.NO_IMAGE_CHANNEL);
	}

	/** As {@link #deliver}, at once: not for a listener of the journal, which may not append. */
	public Delivery deliverNow(Draft draft) {
		var sending = new Sending(draft, text.eventLoop(), outbox::takeBack);
		outbox.send(sending);
		return sending;
	}

	/** As {@link dev.anteroom.chat.Conversation#deliver}. Pictures wait for the image connection for a while. */
	public Delivery deliver(Draft draft) {
		var sending = new Sending(draft, text.eventLoop(), outbox::takeBack);
		try {
			text.eventLoop().execute(() -> outbox.send(sending));
		} catch (RejectedExecutionException e) {
			ChatException refusal = Refusals.of(draft, Phrase.CONNECTION_CLOSED);
			journal.append(refusal.notice());
			sending.fail(refusal);
		}
		return sending;
	}

	/**
	 * Ends it and closes both connections. What was said but not shown yet comes into the journal, and what could not
	 * be sent is told there.
	 *
	 * @param peerLeft whether the other end closed the text connection; a picture that it sent before is then still
	 *                 taken, for a moment
	 * @return done when the journal has everything; often at once, after a second or so at the latest. Never fails.
	 */
	public CompletionStage<Void> end(boolean peerLeft) {
		if (!ending) {
			ending = true;
			LingeringClose.close(text);
			outbox.close();
			linger(peerLeft ? LINGER_IDLE : LINGER_RECEIVING);
		}
		if (!peerLeft && images != null) {
			LingeringClose.close(images);
		}
		finishIfSettled();
		return ended;
	}

	private void linger(long milliseconds) {
		linger = text.eventLoop().schedule(() -> {
			if (!lingered && (receiver != null && receiver.isReceiving() || !order.isSettled())) {
				lingered = true;
				linger(LINGER_RECEIVING);
				return;
			}
			finish();
		}, milliseconds, TimeUnit.MILLISECONDS);
	}

	/** Once the first moment is over, an idle image connection is not waited for. */
	private void finishIfSettled() {
		boolean more = images != null && (!lingered || receiver.isReceiving());
		if (ending && !more && order.isSettled()) {
			finish();
		}
	}

	private void finish() {
		if (ended.isDone()) {
			return;
		}
		linger.cancel(false);
		if (images != null) {
			LingeringClose.close(images);
		}
		order.flush();
		ended.complete(null);
	}

	private void imagesClosed(Notice failure, boolean unreachable) {
		images = null;
		receiver = null;
		pictureOutbox.down();
		if (ending) {
			finishIfSettled();
			return;
		}
		if (failure != null) {
			journal.append(failure);
		}
		journal.append(Phrase.IMAGE_CHANNEL_LOST);
		if (unreachable) {
			// The system does not ask after it on a connection on which something is on its way: it only tries again.
			text.close();
		}
	}

	private void arrived(CompletionStage<Picture> stage) {
		MessageOrder.Arrival arrival = order.arrived();
		stage.whenComplete((picture, failure) -> onLoop(() -> {
			if (failure == null) {
				arrival.stored(picture);
			} else {
				arrival.failed();
				lost(failure);
			}
			finishIfSettled();
		}));
	}

	/** Does {@code action} on the event loop; when that has ended, nobody else is there to disturb. */
	private void onLoop(Runnable action) {
		try {
			text.eventLoop().execute(action);
		} catch (RejectedExecutionException e) {
			action.run();
		}
	}

	/** A picture came in that the store could not keep. */
	private void lost(Throwable failure) {
		Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
		if (cause instanceof ChatException told) {
			journal.append(told.notice());
		} else {
			LOG.log(Level.ERROR, "A picture could not be kept", cause);
			journal.append(Phrase.PICTURE_UNREADABLE, "image");
		}
	}

	private static String ip(SocketAddress address) {
		InetAddress ip = address instanceof InetSocketAddress inet ? inet.getAddress() : null;
		return ip == null ? "" : Endpoint.numeric(ip);
	}

	/** What the other end said, on its way into the journal. */
	private final class Log implements MessageOrder.Sink {

		@Override
		public void said(ChatLine line) {
			if (!line.sender().isEmpty()) {
				peerHeader = line.sender();
			}
			journal.append(new Said(false, line.sender(), line.text(), null));
		}

		@Override
		public void said(Picture picture, ChatLine with) {
			if (ended.isDone()) {
				journal.append(Phrase.PICTURE_LATE, with == null ? peerHeader : with.sender(), picture.file());
				return;
			}
			journal.append(new Said(false, with == null ? peerHeader : with.sender(), "", picture));
			if (!picture.format().isShowable()) {
				journal.append(Phrase.PICTURE_UNREADABLE, picture.name());
			}
		}
	}
}
