/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Role;

/** A conversation whose other end is the test. */
final class FakeConversation implements Conversation {

	final List<String> left = new CopyOnWriteArrayList<>();

	private final Role role;
	private final Journal journal = new Journal();
	private final BlockingQueue<Draft> sent = new LinkedBlockingQueue<>();
	private final List<CompletableFuture<Void>> inFlight = new ArrayList<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private volatile ConversationState state = new ConversationState.Idle(null);
	private boolean slow;

	FakeConversation(Role role) {
		this.role = role;
	}

	void setState(ConversationState now) {
		state = now;
		listeners.forEach(Runnable::run);
	}

	/** From now on, what is sent stays in flight until {@link #arrive()}. */
	synchronized void beSlow() {
		slow = true;
	}

	/** Everything in flight has been written. */
	void arrive() {
		List<CompletableFuture<Void>> done;
		synchronized (this) {
			slow = false;
			done = List.copyOf(inFlight);
			inFlight.clear();
		}
		done.forEach(each -> each.complete(null));
	}

	/** The next draft that was sent; {@code null} when none is within a reasonable time. */
	Draft nextSent() throws InterruptedException {
		return sent.poll(10, TimeUnit.SECONDS);
	}

	boolean nothingSent() {
		return sent.isEmpty();
	}

	@Override
	public List<Delivery> deliver(List<Draft> drafts) {
		return drafts.stream().map(this::say).toList();
	}

	private synchronized Delivery say(Draft draft) {
		var done = new CompletableFuture<Void>();
		if (slow) {
			inFlight.add(done);
		} else {
			done.complete(null);
		}
		sent.add(draft);
		return Delivery.of(done);
	}

	@Override
	public void leave() {
		left.add("left");
	}

	@Override
	public Registration addStateListener(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	@Override
	public Role role() {
		return role;
	}

	@Override
	public Journal journal() {
		return journal;
	}

	@Override
	public ConversationState state() {
		return state;
	}

	@Override
	public String ownAddress() {
		return "";
	}
}
