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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Notice;

class GuardsTest {

	private static EmbeddedChannel timed() {
		var decoder = new TextFrameDecoder(100);
		var channel = new EmbeddedChannel(new FrameDeadline(Duration.ofSeconds(60), decoder), decoder);
		channel.freezeTime();
		return channel;
	}

	private static EmbeddedChannel timedImages() {
		var decoder = new ImageFrameDecoder(100);
		var channel = new EmbeddedChannel(new FrameDeadline(Duration.ofSeconds(60), decoder), decoder);
		channel.freezeTime();
		return channel;
	}

	private static void pass(EmbeddedChannel channel, long seconds) {
		channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
		channel.runScheduledPendingTasks();
		channel.checkException();
	}

	private static void assertTooSlow(EmbeddedChannel channel, long seconds) {
		assertEquals(FrameException.Kind.TOO_SLOW, assertFrameException(channel, seconds).kind());
	}

	private static FrameException assertFrameException(EmbeddedChannel channel, long seconds) {
		var failure = assertThrows(Exception.class, () -> pass(channel, seconds));
		return (FrameException) failure;
	}

	@Test
	void anUnfinishedFrameIsTooSlow() {
		EmbeddedChannel channel = timed();
		Pipes.write(channel, hex("00"));
		pass(channel, 59);
		Pipes.write(channel, hex("00"));
		assertTooSlow(channel, 1);
		channel.finishAndReleaseAll();
	}

	@Test
	void oneByteEveryTenSecondsIsTooSlow() {
		for (boolean text : new boolean[] { true, false }) {
			EmbeddedChannel channel = text ? timed() : timedImages();
			byte[] frame = hex("0000000a 61 61 61 61 61 61");
			for (int i = 0; i < 6; i++) {
				Pipes.write(channel, frame, i, i + 1);
				if (i < 5) {
					pass(channel, 10);
				}
			}
			assertTooSlow(channel, 10);
			channel.finishAndReleaseAll();
		}
	}

	@Test
	void aPictureThatNeverEndsIsTooSlow() {
		EmbeddedChannel channel = timedImages();
		Pipes.write(channel, hex("00000064 ffff"));
		for (int i = 0; i < 59; i++) {
			pass(channel, 1);
			Pipes.write(channel, hex("ff"));
		}
		assertTooSlow(channel, 1);
		channel.finishAndReleaseAll();
	}

	@Test
	void nothingIsAllocatedForALengthThatIsOnlyAnnounced() {
		int limit = 512 << 20;
		var text = new TextFrameDecoder(limit);
		var images = new ImageFrameDecoder(limit);
		for (ChannelHandler decoder : new ChannelHandler[] { text, images }) {
			var channel = new EmbeddedChannel(decoder);
			var allocator = new UnpooledByteBufAllocator(false);
			channel.config().setAllocator(allocator);
			for (byte[] part : new byte[][] { hex("20000000"), hex("61"), new byte[100] }) {
				channel.writeInbound(allocator.buffer(part.length).writeBytes(part));
				assertTrue(allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory() < 1_024,
						() -> decoder + ": " + allocator.metric());
			}
			channel.finishAndReleaseAll();
		}
	}

	@Test
	void betweenFramesThereIsAllTheTimeInTheWorld() {
		EmbeddedChannel channel = timed();
		pass(channel, 3_600);
		Pipes.write(channel, hex("00000001 61"));
		assertTrue(channel.runScheduledPendingTasks() < 0, "no timer");
		pass(channel, 3_600);
		assertEquals(List.of("a"), Pipes.texts(channel));
	}

	@Test
	void eachFrameHasItsOwnTime() {
		EmbeddedChannel channel = timed();
		Pipes.write(channel, hex("00000001"));
		pass(channel, 50);
		Pipes.write(channel, hex("61 00000001"));
		pass(channel, 50);
		Pipes.write(channel, hex("62 00"));
		pass(channel, 59);
		assertTooSlow(channel, 1);
		channel.finishAndReleaseAll();
	}

	@Test
	void whileWeDoNotReadNobodyIsTooSlow() {
		EmbeddedChannel channel = timed();
		channel.pipeline().fireChannelActive();
		HeldReads.install(channel, 5);
		Pipes.write(channel, hex("00000002 61"));
		assertFalse(channel.config().isAutoRead());
		pass(channel, 3_600);
		HeldReads.release(channel);
		assertTrue(channel.config().isAutoRead());
		pass(channel, 59);
		Pipes.write(channel, hex("62"));
		pass(channel, 3_600);
		assertEquals(List.of("ab"), Pipes.texts(channel));
	}

	@Test
	void onlySoMuchIsTakenFromOneThatWaits() {
		EmbeddedChannel channel = new EmbeddedChannel(new TextFrameDecoder(100));
		HeldReads.install(channel, 8);
		Pipes.write(channel, hex("00000001 61"));
		assertTrue(channel.config().isAutoRead());
		Pipes.write(channel, hex("00000001 62"));
		assertFalse(channel.config().isAutoRead());
		HeldReads.release(channel);
		Pipes.write(channel, hex("00000001 63".repeat(9)));
		assertTrue(channel.config().isAutoRead());
		HeldReads.release(channel);
		HeldReads.release(new EmbeddedChannel());
		assertEquals(11, Pipes.texts(channel).size());
	}

	@Test
	void aListenerHearsOfFramesAndOnceOfTheEnd() {
		var heard = new ArrayList<String>();
		var channel = new EmbeddedChannel();
		TextFrames.install(channel, Limits.DEFAULT, new TextListener() {

			@Override
			public void frame(String frame) {
				heard.add(frame);
			}

			@Override
			public void closed(Notice failure) {
				heard.add(String.valueOf(failure == null ? null : failure.phrase()));
			}
		});
		channel.writeInbound(Unpooled.wrappedBuffer(hex("00000001 61 ffffffff 00000001 62")));
		assertFalse(channel.isOpen());
		assertEquals(List.of("a", "FRAME_TOO_LONG"), heard);
	}
}
