/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetector.Level;

/** Fails a class of tests after which a buffer was not released. Netty tells of that in the log, and only there. */
final class Leaks extends Handler implements BeforeAllCallback, AfterAllCallback {

	private final Logger logger = Logger.getLogger(ResourceLeakDetector.class.getName());
	private final List<String> told = new CopyOnWriteArrayList<>();
	private Level before;

	@Override
	public void beforeAll(ExtensionContext context) {
		begin();
	}

	@Override
	public void afterAll(ExtensionContext context) throws InterruptedException {
		assertEquals(List.of(), end());
	}

	void begin() {
		before = ResourceLeakDetector.getLevel();
		ResourceLeakDetector.setLevel(Level.PARANOID);
		logger.addHandler(this);
	}

	/** What was not released since it began, as Netty tells it. */
	List<String> end() throws InterruptedException {
		// What one collection found is known for certain when the next one has found something.
		collect();
		collect();
		// Now it is told, as a buffer is made.
		PooledByteBufAllocator.DEFAULT.buffer(1).release();
		logger.removeHandler(this);
		ResourceLeakDetector.setLevel(before);
		return told;
	}

	private static void collect() throws InterruptedException {
		var unreachable = new ReferenceQueue<>();
		var something = new PhantomReference<>(new Object(), unreachable);
		do {
			System.gc();
		} while (unreachable.remove(100) != something);
	}

	@Override
	public void publish(LogRecord entry) {
		if (entry.getMessage().startsWith("LEAK")) {
			told.add(entry.getMessage());
		}
	}

	@Override
	public void flush() {
		// There is nothing.
	}

	@Override
	public void close() {
		// There is nothing.
	}
}
