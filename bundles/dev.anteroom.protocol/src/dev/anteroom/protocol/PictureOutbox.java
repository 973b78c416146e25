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
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;

/**
 * Pictures on their way out, in order. While there is no image connection they wait for one, each for a limited time.
 * On the event loop only.
 */
final class PictureOutbox {

	private final EventExecutor loop;
	private final Duration patience;
	private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
	private final Map<CompletableFuture<Void>, Picture> underWay = new LinkedHashMap<>();
	private Channel channel;
	private boolean closed;

	PictureOutbox(EventExecutor loop, Duration patience) {
		this.loop = loop;
		this.patience = patience;
	}

	/**
	 * Sends {@code picture} as soon as that is possible.
	 *
	 * @return done when it was written; fails with a {@link ChatException} {@link Phrase#PICTURE_SEND_FAILED}
	 */
	CompletionStage<Void> send(Picture picture) {
		var done = new CompletableFuture<Void>();
		if (closed) {
			fail(picture, done, Notice.reason(Phrase.CONNECTION_CLOSED), null);
		} else if (channel != null) {
			write(picture, done);
		} else {
			waiting.add(new Waiting(picture, done));
		}
		return done;
	}

	/** There is an image connection now. */
	void up(Channel images) {
		channel = images;
		for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
			next.timer.cancel(false);
			write(next.picture, next.done);
		}
	}

	/** There is none any more. */
	void down() {
		channel = null;
	}

	/** There will be none, as far as is known: what waits for it fails for {@code reason}. */
	void giveUp(Phrase reason) {
		for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
			next.timer.cancel(false);
			fail(next.picture, next.done, Notice.reason(reason), null);
		}
	}

	/** What is not written yet, and what is given from now on, fails. */
	void close() {
		closed = true;
		String reason = Notice.reason(Phrase.CONNECTION_CLOSED);
		List.copyOf(underWay.entrySet()).forEach(entry -> fail(entry.getValue(), entry.getKey(), reason, null));
		giveUp(Phrase.CONNECTION_CLOSED);
	}

	private void write(Picture picture, CompletableFuture<Void> done) {
		Channel images = channel;
		var frame = new PictureFrame(picture);
		underWay.put(done, picture);
		images.writeAndFlush(frame).addListener(written -> {
			underWay.remove(done);
			if (written.isSuccess()) {
				done.complete(null);
				return;
			}
			Throwable cause = written.cause();
			boolean fileFailed = images.isActive() && cause instanceof IOException
					&& !(cause instanceof ClosedChannelException);
			if (fileFailed && frame.isBegun()) {
				images.close();
			}
			fail(picture, done, fileFailed ? Notice.reason(Phrase.FILE_UNREADABLE) : Failures.reason(images, cause),
					cause);
		});
	}

	private static void fail(Picture picture, CompletableFuture<Void> done, String reason, Throwable cause) {
		done.completeExceptionally(
				new ChatException(Notice.of(Phrase.PICTURE_SEND_FAILED, picture.name(), reason), cause));
	}

	private final class Waiting {

		private final Picture picture;
		private final CompletableFuture<Void> done;
		private final Future<?> timer;

		Waiting(Picture picture, CompletableFuture<Void> done) {
			this.picture = picture;
			this.done = done;
			this.timer = loop.schedule(() -> {
				waiting.remove(this);
				fail(picture, done, Notice.reason(Phrase.NO_IMAGE_CHANNEL), null);
			}, patience.toNanos(), TimeUnit.NANOSECONDS);
		}
	}
}
