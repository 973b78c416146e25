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

import static dev.anteroom.protocol.Pipes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;

class FloodGuardTest {

	private static final int RATE = 10_000;

	private final EmbeddedChannel channel = new EmbeddedChannel();

	@AfterEach
	void close() {
		channel.finishAndReleaseAll();
	}

	private void text() {
		channel.freezeTime();
		ReadGate.of(channel);
		var decoder = new TextFrameDecoder(1 << 20);
		channel.pipeline().addLast(FloodGuard.ofText(RATE, decoder), decoder);
	}

	/** Lets {@code seconds} pass, one after the other. */
	private void pass(int seconds) {
		for (int i = 0; i < seconds; i++) {
			channel.advanceTimeBy(1, TimeUnit.SECONDS);
			channel.runScheduledPendingTasks();
		}
	}

	private boolean isRead() {
		return channel.config().isAutoRead();
	}

	@Test
	void aBurstIsTakenAndMoreIsTakenWhenTimeHasMadeUpForIt() {
		text();
		int burst = FloodGuard.BURST_SECONDS * RATE;
		Pipes.write(channel, framed(burst - FloodGuard.TEXT_FRAME - Integer.BYTES));
		assertTrue(isRead());
		Pipes.write(channel, framed(3 * RATE));
		assertFalse(isRead());
		assertEquals(2, Pipes.texts(channel).size(), "what was read is not lost");
		pass(3);
		assertFalse(isRead());
		pass(1);
		assertTrue(isRead());
	}

	@Test
	void shortFramesCostToo() {
		text();
		int most = FloodGuard.BURST_SECONDS * RATE / (FloodGuard.TEXT_FRAME + 5);
		for (int i = 0; i < most; i++) {
			Pipes.write(channel, hex("00000001 61"));
		}
		assertTrue(isRead());
		Pipes.write(channel, hex("00000001 61"));
		assertFalse(isRead());
	}

	@Test
	void soDoFramesThatMeanNothing() {
		text();
		Pipes.write(channel, new byte[Integer.BYTES * FloodGuard.BURST_SECONDS * RATE / FloodGuard.TEXT_FRAME]);
		assertFalse(isRead());
	}

	@Test
	void oneWhoSaysNothingCostsNoTimer() {
		text();
		Pipes.write(channel, hex("00000001 61"));
		pass(1);
		assertEquals(-1, channel.runScheduledPendingTasks());
		Pipes.write(channel, framed(100_000));
		channel.close();
		channel.runPendingTasks();
		assertEquals(-1, channel.runScheduledPendingTasks());
	}

	@Test
	void itDoesNotReadOneWhoIsHeld() {
		text();
		HeldReads.install(channel, 10);
		Pipes.write(channel, framed(100_000));
		pass(60);
		assertFalse(isRead());
		HeldReads.release(channel);
		assertTrue(isRead());
		Pipes.write(channel, framed(100_000));
		HeldReads.release(channel);
		assertFalse(isRead());
	}

	@Test
	void aDecoderThatWantsMoreDoesNotOpenTheGate() {
		text();
		var reads = new AtomicInteger();
		channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {

			@Override
			public void read(ChannelHandlerContext ctx) {
				reads.incrementAndGet();
				ctx.read();
			}
		});
		Pipes.write(channel, framed(100_000));
		reads.set(0);
		channel.read();
		assertEquals(0, reads.get());
		pass(10);
		assertEquals(1, reads.get());
	}

	@Test
	void picturesCostAsManyAsTheyAre() {
		channel.freezeTime();
		var decoder = new ImageFrameDecoder(1 << 20);
		channel.pipeline().addLast(FloodGuard.ofPictures(decoder), decoder);
		int burst = FloodGuard.PICTURES * FloodGuard.BURST_SECONDS;
		Pipes.write(channel, framed(1 << 20));
		for (int i = 1; i < burst; i++) {
			Pipes.write(channel, hex("00000001 61"));
		}
		assertTrue(isRead());
		Pipes.write(channel, hex("00000001 61"));
		assertFalse(isRead());
		pass(1);
		assertTrue(isRead());
		assertEquals(burst + 1, Pipes.images(channel).size());
	}

	/** A frame of that many bytes. */
	private static byte[] framed(int length) {
		return ByteBuffer.allocate(Integer.BYTES + length).putInt(length).array();
	}
}
