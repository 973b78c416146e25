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
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.netty.channel.embedded.EmbeddedChannel;

class ImageFrameDecoderTest {

	private static final int LIMIT = 64;
	private static final byte[] SEVERAL = hex(
			"00000000 00000001 61 00000000 00000000 00000005 6263646566 00000002 ffff");

	private static void check(List<byte[]> images, String name) {
		assertEquals(3, images.size(), name);
		assertArrayEquals(hex("61"), images.get(0), name);
		assertArrayEquals(hex("6263646566"), images.get(1), name);
		assertArrayEquals(hex("ffff"), images.get(2), name);
	}

	@Test
	void framesMayBeSplitAtEveryByte() {
		for (int first = 0; first <= SEVERAL.length; first++) {
			for (int second = first; second <= SEVERAL.length; second++) {
				EmbeddedChannel channel = new EmbeddedChannel(new ImageFrameDecoder(LIMIT));
				Pipes.write(channel, SEVERAL, 0, first);
				Pipes.write(channel, SEVERAL, first, second);
				Pipes.write(channel, SEVERAL, second, SEVERAL.length);
				check(Pipes.images(channel), first + ", " + second);
				channel.finishAndReleaseAll();
			}
		}
	}

	@Test
	void framesMayComeByteByByte() {
		EmbeddedChannel channel = new EmbeddedChannel(new ImageFrameDecoder(LIMIT));
		for (int i = 0; i < SEVERAL.length; i++) {
			Pipes.write(channel, SEVERAL, i, i + 1);
		}
		check(Pipes.images(channel), "bytes");
		channel.finishAndReleaseAll();
	}

	@Test
	void contentIsPassedOnBeforeTheFrameIsComplete() {
		EmbeddedChannel channel = new EmbeddedChannel(new ImageFrameDecoder(Integer.MAX_VALUE));
		Pipes.write(channel, hex("7fffffff 01"));
		assertEquals(new ImageFrame.Start(Integer.MAX_VALUE), channel.readInbound());
		var content = assertInstanceOf(ImageFrame.Content.class, channel.readInbound());
		assertEquals(1, content.bytes().readByte());
		content.bytes().release();
		assertNull(channel.readInbound());
	}

	@Test
	void aFrameMayBeAsLongAsTheLimit() {
		EmbeddedChannel channel = new EmbeddedChannel(new ImageFrameDecoder(LIMIT));
		Pipes.write(channel, hex("00000040" + "78".repeat(LIMIT)));
		assertEquals(LIMIT, Pipes.images(channel).getFirst().length);
	}

	@Test
	void aLongerFrameFailsBeforeAnyContent() {
		for (String length : new String[] { "00000041", "7fffffff", "80000000", "ffffffff" }) {
			EmbeddedChannel channel = new EmbeddedChannel(new ImageFrameDecoder(LIMIT));
			assertEquals(FrameException.Kind.TOO_LONG, Pipes.failure(channel, hex(length + "6162")).kind());
			Pipes.write(channel, SEVERAL);
			assertNull(channel.readInbound());
			channel.finishAndReleaseAll();
		}
	}
}
