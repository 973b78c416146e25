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

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;

/**
 * Pictures on their way out, in order. The connection is given one at a time, so that those behind it can still be
 * taken back. While there is no image connection they wait for one, each for a limited time. On the event loop only.
 */
final class PictureOutbox {

	private static final System.Logger LOG = System.getLogger(PictureOutbox.class.getName());

	private final EventExecutor loop;
	private final Duration patience;
	private final ArrayDeque<Outgoing> queue = new ArrayDeque<>();
	private Outgoing underWay;
	private Channel channel;
	private boolean closed;

	PictureOutbox(EventExecutor loop, Duration patience) {
		this.loop = loop;
		this.patience = patience;
	}

	/**
	 * Sends {@code picture} as soon as that is possible.
	 *
	 * @param written told how many of its bytes were written: 0 when it can't be taken back any more, then ever more
	 */
	Outgoing send(Picture picture, LongConsumer written) {
		var outgoing = new Outgoing(picture, written);
		if (closed) {
			outgoing.fail(Notice.reason(Phrase.CONNECTION_CLOSED), null);
			return outgoing;
		}
		queue.add(outgoing);
		if (channel == null) {
			outgoing.timer = loop.schedule(() -> {
				queue.remove(outgoing);
				outgoing.fail(Notice.reason(Phrase.NO_IMAGE_CHANNEL), null);
			}, patience.toNanos(), TimeUnit.NANOSECONDS);
		} else {
			next();
		}
		return outgoing;
	}

	/** Takes {@code outgoing} back, if the connection was not given it yet; says whether it did. */
	boolean takeBack(Outgoing outgoing) {
		if (!queue.remove(outgoing)) {
			return false;
		}
		outgoing.stopWaiting();
		outgoing.done.completeExceptionally(
				new ChatException(Notice.of(Phrase.PICTURE_CANCELLED, outgoing.picture.name())));
		return true;
	}

	/** There is an image connection now. */
	void up(Channel images) {
		channel = images;
		queue.forEach(Outgoing::stopWaiting);
		next();
	}

	/** There is none any more: what it had still to take fails with it. */
	void down() {
		Channel lost = channel;
		channel = null;
		failAll(Failures.reason(lost, new ClosedChannelException()));
	}

	/** There will be none, as far as is known: what waits for it fails for {@code reason}. */
	void giveUp(Phrase reason) {
		if (channel == null) {
			failAll(Notice.reason(reason));
		}
	}

	/** What is not written yet, and what is given from now on, fails. */
	void close() {
		closed = true;
		String reason = Notice.reason(Phrase.CONNECTION_CLOSED);
		if (underWay != null) {
			underWay.fail(reason, null);
		}
		failAll(reason);
	}

	private void failAll(String reason) {
		for (Outgoing next = queue.poll(); next != null; next = queue.poll()) {
			next.stopWaiting();
			next.fail(reason, null);
		}
	}

	private void next() {
		// One that is over goes down in a moment, and what waits fails then without having begun.
		if (underWay == null && channel != null && !LingeringClose.isOver(channel) && !queue.isEmpty()) {
			underWay = queue.remove();
			write(underWay, channel);
		}
	}

	private void write(Outgoing outgoing, Channel images) {
		outgoing.written.accept(0);
		try {
			PictureFrame.write(outgoing.picture, images, outgoing.written).addListener(written -> {
				ended();
				if (written.isSuccess()) {
					outgoing.done.complete(null);
				} else {
					failed(outgoing, images, written.cause());
				}
			});
		} catch (IOException e) {
			ended();
			outgoing.fail(Notice.reason(Phrase.FILE_UNREADABLE), e);
		}
	}

	private void ended() {
		underWay = null;
		// Not from within the write that has just ended: the connection would not take it yet.
		loop.execute(this::next);
	}

	private static void failed(Outgoing outgoing, Channel images, Throwable cause) {
		LOG.log(Level.DEBUG, () -> "Not sent: " + outgoing.picture.file(), cause);
		boolean file = !PictureFrame.isWhole(outgoing.picture);
		outgoing.fail(file ? Notice.reason(Phrase.FILE_UNREADABLE) : Failures.reason(images, cause), cause);
		// Most failures have done so. Of any other nobody knows how much of the frame is out.
		LingeringClose.close(images);
	}

	/** One of them. */
	static final class Outgoing {

		private final Picture picture;
		private final LongConsumer written;
		private final CompletableFuture<Void> done = new CompletableFuture<>();
		private Future<?> timer;

		private Outgoing(Picture picture, LongConsumer written) {
			this.picture = picture;
			this.written = written;
		}

		/**
		 * Done when it was written; fails with a {@link ChatException} {@link Phrase#PICTURE_SEND_FAILED} or
		 * {@link Phrase#PICTURE_CANCELLED}.
		 */
		CompletionStage<Void> done() {
			return done;
		}

		private void stopWaiting() {
			if (timer != null) {
				timer.cancel(false);
			}
		}

		private void fail(String reason, Throwable cause) {
			done.completeExceptionally(
					new ChatException(Notice.of(Phrase.PICTURE_SEND_FAILED, picture.name(), reason), cause));
		}
	}
}
