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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

class TextFrameTest {

	private static final int LIMIT = 64;
	/** The greeting as a deployed server sends it. */
	private static final byte[] GREETING = hex("00000016 e6ada1e8bf8ee980b2e585a5e8818ae5a4a9e5aea4 0a");
	/** An empty frame, "a", an empty frame, "é" and an emoji. */
	private static final byte[] SEVERAL = hex("00000000 00000001 61 00000000 00000002 c3a9 00000004 f09f9880");

	private static EmbeddedChannel decoder() {
		return new EmbeddedChannel(new TextFrameDecoder(LIMIT));
	}

	@Test
	void aFrameIsALengthAndThatMuchText() {
		EmbeddedChannel channel = decoder();
		Pipes.write(channel, GREETING);
		assertEquals(List.of(ClassicPhrases.GREETING), Pipes.texts(channel));
		assertFalse(channel.finish());
	}

	@Test
	void framesMayBeSplitAtEveryByte() {
		byte[] both = ByteBufUtil.getBytes(Unpooled.copiedBuffer(GREETING, SEVERAL));
		List<String> expected = List.of(ClassicPhrases.GREETING, "a", "é", "😀");
		for (int first = 0; first <= both.length; first++) {
			for (int second = first; second <= both.length; second++) {
				EmbeddedChannel channel = decoder();
				Pipes.write(channel, both, 0, first);
				Pipes.write(channel, both, first, second);
				Pipes.write(channel, both, second, both.length);
				assertEquals(expected, Pipes.texts(channel), first + ", " + second);
				channel.finishAndReleaseAll();
			}
		}
	}

	@Test
	void framesMayComeByteByByte() {
		EmbeddedChannel channel = decoder();
		for (int i = 0; i < SEVERAL.length; i++) {
			Pipes.write(channel, SEVERAL, i, i + 1);
		}
		assertEquals(List.of("a", "é", "😀"), Pipes.texts(channel));
		channel.finishAndReleaseAll();
	}

	@Test
	void aFrameMayBeAsLongAsTheLimit() {
		EmbeddedChannel channel = decoder();
		Pipes.write(channel, hex("00000040" + "78".repeat(LIMIT)));
		assertEquals(List.of("x".repeat(LIMIT)), Pipes.texts(channel));
		channel.finishAndReleaseAll();
	}

	@Test
	void aLongerFrameFailsAsSoonAsItsLengthIsKnown() {
		for (String length : new String[] { "00000041", "7fffffff", "80000000", "ffffffff", "fffffffc" }) {
			for (String content : new String[] { "", "00000001", "00000001 61", "61".repeat(100) }) {
				EmbeddedChannel channel = decoder();
				FrameException failure = Pipes.failure(channel, hex(length + content));
				assertEquals(FrameException.Kind.TOO_LONG, failure.kind(), length);
				Pipes.write(channel, SEVERAL);
				assertEquals(List.of(), Pipes.texts(channel), length);
				channel.finishAndReleaseAll();
			}
		}
	}

	@Test
	void aFailureSaysTheLimit() {
		Endpoint peer = new Endpoint("10.0.0.1", 1234);
		assertEquals(Notice.of(Phrase.FRAME_TOO_LONG, peer, LIMIT),
				Pipes.failure(decoder(), hex("00000041")).notice(peer));
	}

	@Test
	void whatIsNotUtf8BecomesReplacementCharacters() {
		EmbeddedChannel channel = decoder();
		Pipes.write(channel, hex("00000003 61ff62 00000002 e6ad 00000003 eda080"));
		List<String> texts = Pipes.texts(channel);
		assertEquals("a\uFFFDb", texts.get(0));
		assertEquals("\uFFFD", texts.get(1));
		assertTrue(texts.get(2).matches("\uFFFD+"));
		channel.finishAndReleaseAll();
	}

	@Test
	void theLengthOfTextIsThatOfItsBytes() {
		EmbeddedChannel channel = new EmbeddedChannel(TextFrameEncoder.INSTANCE);
		channel.writeOutbound(ClassicPhrases.GREETING, "😀", "", "a\uD800b");
		for (byte[] expected : new byte[][] { GREETING, hex("00000004 f09f9880"), hex("00000000"),
				hex("00000003 613f62") }) {
			ByteBuf frame = channel.readOutbound();
			assertArrayEquals(expected, ByteBufUtil.getBytes(frame));
			frame.release();
		}
		assertFalse(channel.finish());
	}

	@Test
	void aLoneHalfFrameAtTheEndIsDropped() {
		EmbeddedChannel channel = decoder();
		Pipes.write(channel, hex("00000005 6162"));
		assertFalse(channel.finish());
	}
}
