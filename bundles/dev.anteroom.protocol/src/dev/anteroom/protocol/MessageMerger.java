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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;

import dev.anteroom.chat.Picture;

/**
 * Joins a received text with the picture that belongs to it: a text is held until a picture arrives, another text
 * arrives, or its time is over. What comes out has the order of what came in. On the event loop only.
 * <p>
 * A picture belongs to the text that is held when its first byte comes in. The two come on different connections, so a
 * picture may be read before the text that was sent first; then it belongs to the first text that follows, and it, too,
 * is held, for the moment in which that text is read. A picture has arrived when its last byte has; the store may take
 * some more time to have it. What follows waits for that, but not for long.
 */
final class MessageMerger {

	/** Takes what was said. */
	@FunctionalInterface
	interface Sink {

		/** At least one of the two is not {@code null}. */
		void said(ChatLine text, Picture picture);
	}

	/** How long a picture waits for a text that was sent before it. */
	static final Duration OVERTAKING = Duration.ofMillis(20);
	/** How long the store may take before what was said meanwhile is shown without the picture. */
	static final Duration STORE_PATIENCE = Duration.ofSeconds(2);

	private final EventExecutor loop;
	private final Duration hold;
	private final Sink sink;
	private final ArrayDeque<Message> queue = new ArrayDeque<>();
	/** Whether a picture is coming in. */
	private boolean receiving;
	/** The text it belongs to; {@code null} while there is none. */
	private Message owner;

	MessageMerger(EventExecutor loop, Duration hold, Sink sink) {
		this.loop = loop;
		this.hold = hold;
		this.sink = sink;
	}

	/** A text came in. */
	void text(ChatLine text) {
		Message last = queue.peekLast();
		boolean joins = last != null && last.isHeld() && last.text == null;
		if (last != null) {
			last.release();
		}
		if (joins) {
			last.text = text;
		} else {
			queue.add(new Message(text, hold));
			if (receiving && owner == null) {
				owner = queue.peekLast();
			}
		}
		emit();
	}

	/** The first byte of a picture came in. */
	void begins() {
		receiving = true;
		Message last = queue.peekLast();
		owner = last != null && last.isHeld() && last.text != null ? last : null;
	}

	/** The last byte of a picture came in. */
	Arrival arrived() {
		Message message = owner;
		if (message == null || !message.isHeld()) {
			message = new Message(null, OVERTAKING);
			queue.add(message);
		}
		if (owner != null) {
			// Either the two go together now, or its text has gone ahead and no other is to be joined with it.
			message.release();
		}
		receiving = false;
		owner = null;
		message.awaitStore();
		return message;
	}

	/** Gives out all that is held, now. */
	void flush() {
		queue.forEach(Message::giveUp);
		emit();
	}

	/** Whether no picture is on its way to the store; something may be held. */
	boolean isSettled() {
		return queue.stream().noneMatch(message -> message.storing != null);
	}

	private void emit() {
		while (!queue.isEmpty() && queue.peek().isReady()) {
			Message message = queue.remove();
			if (message.text != null || message.picture != null) {
				sink.said(message.text, message.picture);
			}
		}
	}

	/** A picture that is on its way to the store. Either method is called once. */
	sealed interface Arrival {

		/** The store has it. */
		void stored(Picture picture);

		/** The store could not take it: the text goes alone. */
		void failed();
	}

	private final class Message implements Arrival {

		private ChatLine text;
		private Picture picture;
		/** Runs while its other half may come; {@code null} when that is over. */
		private Future<?> held;
		/** Runs while the store is busy with its picture; {@code null} when it is not. */
		private Future<?> storing;

		Message(ChatLine text, Duration hold) {
			this.text = text;
			this.held = after(hold, this::release);
		}

		@Override
		public void stored(Picture stored) {
			if (storing == null) {
				sink.said(null, stored);
			} else {
				picture = stored;
				failed();
			}
		}

		@Override
		public void failed() {
			storing = cancel(storing);
			emit();
		}

		void awaitStore() {
			storing = after(STORE_PATIENCE, this::giveUp);
		}

		boolean isHeld() {
			return held != null;
		}

		boolean isReady() {
			return held == null && storing == null;
		}

		void release() {
			held = cancel(held);
		}

		void giveUp() {
			release();
			storing = cancel(storing);
		}

		private Future<?> after(Duration time, Runnable action) {
			return loop.schedule(() -> {
				action.run();
				emit();
			}, time.toNanos(), TimeUnit.NANOSECONDS);
		}

		private static Future<?> cancel(Future<?> timer) {
			if (timer != null) {
				timer.cancel(false);
			}
			return null;
		}
	}
}
