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

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.fuzz.Input;
import dev.anteroom.room.RoomLimits;

/**
 * What a participant sends, cut anywhere and with pauses anywhere: all of it goes on, unchanged, in pieces of which none
 * but the last ends within a character.
 */
public final class RoomFuzz {

	private static final int LINE_END = 100;
	private static final int[] LONGEST = { 1, 2, 5, 64, 64 << 10 };

	private RoomFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		var input = new Input(data);
		int longest = LONGEST[input.number(LONGEST.length)];
		var channel = new EmbeddedChannel(new Pieces(new RoomLimits(1, 1, longest, Duration.ofMillis(LINE_END), 1, 1, 4,
				Duration.ofSeconds(1), Duration.ofSeconds(1))));
		channel.freezeTime();
		var sent = new ByteArrayOutputStream();
		var heard = new ByteArrayOutputStream();
		var ends = new ArrayList<Integer>();
		while (!input.isEmpty()) {
			byte[] part = input.bytes(1 + input.number(32));
			channel.writeInbound(PooledByteBufAllocator.DEFAULT.heapBuffer(part.length + 1).writeBytes(part));
			sent.writeBytes(part);
			channel.advanceTimeBy(input.number(4) * LINE_END / 2, TimeUnit.MILLISECONDS);
			channel.runScheduledPendingTasks();
			take(channel, heard, ends);
		}
		channel.close();
		take(channel, heard, new ArrayList<>());
		channel.finishAndReleaseAll();
		byte[] all = sent.toByteArray();
		Input.check(Arrays.equals(all, heard.toByteArray()), "Heard", heard.toByteArray(), all);
		for (int end : ends) {
			Input.check(!isWithinCharacter(all, end), "Cut at " + end, all);
		}
	}

	private static void take(EmbeddedChannel channel, ByteArrayOutputStream heard, List<Integer> ends) {
		for (ByteBuf piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
			Input.check(piece.isReadable(), "An empty piece");
			heard.writeBytes(ByteBufUtil.getBytes(piece));
			ends.add(heard.size());
			piece.release();
		}
	}

	/** Whether the byte at {@code end} goes on with a character that begins before it. */
	private static boolean isWithinCharacter(byte[] bytes, int end) {
		if (end == bytes.length || (bytes[end] & 0xC0) != 0x80) {
			return false;
		}
		for (int length = 1; length <= Math.min(3, end); length++) {
			int lead = bytes[end - length] & 0xFF;
			if ((lead & 0xC0) != 0x80) {
				return (lead >= 0xF5 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1) > length;
			}
		}
		return false;
	}
}
