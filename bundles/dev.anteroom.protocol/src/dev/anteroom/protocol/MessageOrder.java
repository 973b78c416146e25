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
 * Brings what comes in on two connections into the order in which it was said. A text is given out at once, and a
 * picture right behind the text that it was sent with, so that a log shows the two under one sender header: nobody waits
 * for a picture that may never come. On the event loop only.
 * <p>
 * A picture may be read before the text that was sent first. So one that comes in when no text has lately come alone
 * waits for a text, for the moment in which that would be read. A picture has arrived when its last byte has; the store
 * may take some more time to have it. What follows waits for that, but not for long.
 */
final class MessageOrder {

	/** Takes what was said. */
	interface Sink {

		void said(ChatLine text);

		/** @param with the text that it was sent with, said before; {@code null} when it was sent alone */
		void said(Picture picture, ChatLine with);
	}

	/** How long a picture waits for a text that was sent before it. */
	static final Duration OVERTAKING = Duration.ofMillis(20);
	/** How long the store may take before what was said meanwhile is shown without the picture. */
	static final Duration STORE_PATIENCE = Duration.ofSeconds(2);

	private final EventExecutor loop;
	private final long belongs;
	private final Sink sink;
	private final ArrayDeque<Item> queue = new ArrayDeque<>();
	/** The last text that came in, while a picture may belong to it; else {@code null}. */
	private ChatLine alone;
	/** When that was. */
	private long lastText;

	/** @param belongs how long after a text a picture may come that was sent with it */
	MessageOrder(EventExecutor loop, Duration belongs, Sink sink) {
		this.loop = loop;
		this.belongs = belongs.toNanos();
		this.sink = sink;
	}

	/** A text came in. */
	void text(ChatLine text) {
		Item last = queue.peekLast();
		if (last instanceof Shot shot && shot.mayBeOvertaken()) {
			queue.removeLast();
			queue.add(new Line(text));
			queue.add(shot);
			shot.waitNoMore();
			shot.with = text;
			emit();
			return;
		}
		alone = text;
		lastText = loop.ticker().nanoTime();
		if (queue.isEmpty()) {
			sink.said(text);
		} else {
			queue.add(new Line(text));
		}
	}

	/** The first byte of a picture came in. */
	void begins() {
		if (loop.ticker().nanoTime() - lastText > belongs) {
			alone = null;
		}
	}

	/** The last byte of a picture came in. */
	Arrival arrived() {
		var shot = new Shot(alone);
		alone = null;
		queue.add(shot);
		return shot;
	}

	/** Gives out all that is held, now. */
	void flush() {
		for (Item item : queue) {
			if (item instanceof Shot shot) {
				shot.waitNoMore();
				shot.giveUp();
			}
		}
		emit();
	}

	/** Whether no picture is on its way to the store; one that is there may wait for its text. */
	boolean isSettled() {
		return queue.stream().noneMatch(item -> item instanceof Shot shot && shot.storing != null);
	}

	private void emit() {
		while (!queue.isEmpty() && queue.peek().isReady()) {
			switch (queue.remove()) {
			case Line line -> sink.said(line.text);
			case Shot shot -> shot.emit();
			}
		}
	}

	/** A picture that is on its way to the store. Either method is called once. */
	sealed interface Arrival {

		/** The store has it. */
		void stored(Picture picture);

		/** The store could not take it. */
		void failed();
	}

	private sealed interface Item {

		boolean isReady();
	}

	private record Line(ChatLine text) implements Item {

		@Override
		public boolean isReady() {
			return true;
		}
	}

	private final class Shot implements Item, Arrival {

		private ChatLine with;
		private Picture picture;
		/** Runs while the text that it belongs to may still come; {@code null} when that is over. */
		private Future<?> waiting;
		/** Runs while the store is busy with it; {@code null} when it is not. */
		private Future<?> storing = after(STORE_PATIENCE, this::giveUp);

		Shot(ChatLine with) {
			this.with = with;
			this.waiting = with == null ? after(OVERTAKING, this::waitNoMore) : null;
		}

		@Override
		public void stored(Picture stored) {
			if (storing == null) {
				sink.said(stored, with);
			} else {
				picture = stored;
				failed();
			}
		}

		@Override
		public void failed() {
			giveUp();
			MessageOrder.this.emit();
		}

		@Override
		public boolean isReady() {
			return waiting == null && storing == null;
		}

		boolean mayBeOvertaken() {
			return waiting != null;
		}

		void waitNoMore() {
			waiting = cancel(waiting);
		}

		void giveUp() {
			storing = cancel(storing);
		}

		void emit() {
			if (picture != null) {
				sink.said(picture, with);
			}
		}

		private Future<?> after(Duration time, Runnable action) {
			return loop.schedule(() -> {
				action.run();
				MessageOrder.this.emit();
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
