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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Registration;

/**
 * One draft of an {@link Outbox}. As a {@link Delivery} it is for any thread; everything else is for the event loop
 * only.
 */
final class Sending implements Delivery {

	private static final System.Logger LOG = System.getLogger(Sending.class.getName());

	private final Draft draft;
	private final Executor loop;
	private final Predicate<Sending> takeBack;
	private final CompletableFuture<Void> done = new CompletableFuture<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile Progress progress = Progress.NONE;
	private boolean ready;
	private Picture picture;
	private Throwable failure;
	private PictureOutbox.Outgoing frame;

	/** @param takeBack takes this back if it can, on {@code loop}, and says whether it did */
	Sending(Draft draft, Executor loop, Predicate<Sending> takeBack) {
		this.draft = draft;
		this.loop = loop;
		this.takeBack = takeBack;
	}

	@Override
	public CompletionStage<Void> done() {
		return done;
	}

	@Override
	public Progress progress() {
		return progress;
	}

	@Override
	public Registration onProgress(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	@Override
	public CompletionStage<Boolean> cancel() {
		var taken = new CompletableFuture<Boolean>();
		try {
			loop.execute(() -> taken.complete(takeBack.test(this)));
		} catch (RejectedExecutionException e) {
			taken.complete(false);
		}
		return taken;
	}

	Draft draft() {
		return draft;
	}

	/** Whether it can go out, or fail, when its turn comes. */
	boolean isReady() {
		return ready;
	}

	/**
	 * It can go out when its turn comes.
	 *
	 * @param kept     {@code null} when it has no picture, or none that could be kept
	 * @param problem why it can only fail, or {@code null}
	 */
	void ready(Picture kept, Throwable problem) {
		ready = true;
		picture = kept;
		failure = problem;
		if (kept != null) {
			tell(new Progress(true, 0, kept.size()));
		}
	}

	/** The kept picture, or {@code null}. */
	Picture picture() {
		return picture;
	}

	/** Why it can only fail, or {@code null}. */
	Throwable failure() {
		return failure;
	}

	/** Its picture's place among those that go out; {@code null} when it has none, or has not come so far. */
	PictureOutbox.Outgoing frame() {
		return frame;
	}

	void frame(PictureOutbox.Outgoing outgoing) {
		frame = outgoing;
	}

	/** All that could be taken back has gone out, and {@code bytes} of the picture were written. */
	void written(long bytes) {
		tell(new Progress(false, Math.max(bytes, progress.written()), progress.size()));
	}

	void succeed() {
		try {
			written(progress.size());
		} finally {
			done.complete(null);
		}
	}

	void fail(Throwable cause) {
		try {
			written(0);
		} finally {
			done.completeExceptionally(cause);
		}
	}

	private void tell(Progress now) {
		if (!done.isDone() && !now.equals(progress)) {
			progress = now;
			listeners.forEach(Sending::call);
		}
	}

	/** What goes wrong for whoever watches is no reason to send less. */
	private static void call(Runnable listener) {
		try {
			listener.run();
		} catch (RuntimeException e) {
			LOG.log(Level.ERROR, "A listener of a delivery's progress failed", e);
		}
	}
}
