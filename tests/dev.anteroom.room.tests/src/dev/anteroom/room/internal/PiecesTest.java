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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.room.RoomLimits;

@ExtendWith(Leaks.class)
class PiecesTest {

	private static final int LINE_END = 100;
	private static final int LONGEST = 40;

	private final EmbeddedChannel channel = new EmbeddedChannel(new Pieces(new RoomLimits(1, 1, LONGEST,
			Duration.ofMillis(LINE_END), 1, 1, 4, Duration.ofSeconds(1), Duration.ofSeconds(1))));

	PiecesTest() {
		channel.freezeTime();
	}

	@AfterEach
	void close() {
		channel.finishAndReleaseAll();
	}

	private void read(byte[] bytes) {
		channel.writeInbound(Unpooled.copiedBuffer(bytes));
	}

	private void read(String text) {
		read(text.getBytes(StandardCharsets.UTF_8));
	}

	private void pass(int milliseconds) {
		channel.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
		channel.runScheduledPendingTasks();
	}

	private byte[] piece() {
		ByteBuf piece = channel.readInbound();
		try {
			return piece == null ? null : ByteBufUtil.getBytes(piece);
		} finally {
			if (piece != null) {
				piece.release();
			}
		}
	}

	private String text() {
		byte[] piece = piece();
		return piece == null ? null : new String(piece, StandardCharsets.UTF_8);
	}

	@Test
	void wholeLinesGoOnAtOnce() {
		read("one\n");
		assertEquals("one\n", text());
		read("two\nthree\n");
		assertEquals("two\nthree\n", text());
		assertNull(text());
	}

	@Test
	void theBeginningOfALineWaitsForItsEnd() {
		read("hel");
		pass(LINE_END - 1);
		assertNull(text());
		read("lo\nwor");
		assertEquals("hello\n", text());
		assertNull(text());
		read("ld\n");
		assertEquals("world\n", text());
	}

	@Test
	void aLineWithoutEndGoesOnWhenNothingMoreComes() {
		read("hel");
		pass(LINE_END - 1);
		read("lo");
		pass(LINE_END - 1);
		assertNull(text());
		pass(1);
		assertEquals("hello", text());
		pass(10 * LINE_END);
		assertNull(text());
	}

	@Test
	void aCharacterWaitsForItsRest() {
		byte[] word = "您好".getBytes(StandardCharsets.UTF_8);
		for (int split = 4; split < word.length; split++) {
			read(Arrays.copyOf(word, split));
			pass(10 * LINE_END - 1);
			assertNull(text());
			read(Arrays.copyOfRange(word, split, word.length));
			pass(LINE_END - 1);
			assertNull(text());
			pass(1);
			assertEquals("您好", text());
		}
	}

	@Test
	void aCharacterWithoutARestGoesOnWithItsLine() {
		byte[] latin = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
		read(latin);
		pass(10 * LINE_END - 1);
		assertNull(piece());
		pass(1);
		assertArrayEquals(latin, piece());
		read("bar\n");
		assertEquals("bar\n", text());
	}

	@Test
	void whatIsNoUtf8GoesOnUnchanged() {
		byte[] bytes = { (byte) 0xFF, (byte) 0x80, (byte) 0xC0, (byte) 0xF8, 'x' };
		read(bytes);
		pass(LINE_END);
		assertArrayEquals(bytes, piece());
	}

	@Test
	void theRestGoesOnWhenTheConnectionCloses() {
		byte[] half = { 'a', (byte) 0xE6, (byte) 0x82 };
		read(half);
		channel.close();
		assertArrayEquals(half, piece());
	}

	@Test
	void aLongLineGoesOnInParts() {
		String line = "好".repeat(LONGEST);
		read(line.substring(0, 13));
		assertNull(text());
		read(line.substring(13));
		pass(LINE_END);
		var all = new StringBuilder();
		for (String part = text(); part != null; part = text()) {
			assertFalse(part.contains("\uFFFD"));
			all.append(part);
		}
		assertEquals(line, all.toString());
	}

	@Test
	void nothingIsChangedHoweverItIsCut() {
		for (long seed = 0; seed < 200; seed++) {
			var random = new Random(seed);
			byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
			var out = new ByteArrayOutputStream();
			List<String> pieces = new ArrayList<>();
			for (int at = 0; at < text.length;) {
				int end = Math.min(text.length, at + 1 + random.nextInt(6));
				read(Arrays.copyOfRange(text, at, end));
				at = end;
				pass(random.nextInt(random.nextBoolean() ? LINE_END * 2 : LINE_END * 10));
				collect(out, pieces);
			}
			pass(LINE_END);
			collect(out, pieces);
			assertArrayEquals(text, out.toByteArray(), "seed " + seed);
			for (String piece : pieces) {
				assertFalse(piece.contains("\uFFFD"), "seed " + seed);
			}
		}
	}

	private void collect(ByteArrayOutputStream out, List<String> pieces) {
		for (byte[] piece = piece(); piece != null; piece = piece()) {
			out.writeBytes(piece);
			pieces.add(new String(piece, StandardCharsets.UTF_8));
		}
	}

	private static String text(Random random) {
		String[] characters = { "a", "\n", "é", "好", "👩", "\u0000", "\r\n" };
		var text = new StringBuilder();
		for (int i = random.nextInt(60); i >= 0; i--) {
			text.append(characters[random.nextInt(characters.length)]);
		}
		return text.toString();
	}
}
