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
 * What a participant sends, cut anywhere and with pauses anywhere: all of it goes on, unchanged. No piece ends within a
 * character, unless nothing came for a second then; and after such a pause nothing is held back, whatever it is.
 */
public final class RoomFuzz {

	private static final int LINE_END = 100;
	/** Of the end of a line. */
	private static final int[] PAUSES = { 0, 50, 99, 100, 500, 999, 1_000, 1_500 };
	private static final int WITHIN_CHARACTER = 1_000;
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
		var ends = new ArrayList<End>();
		int begin = 0;
		while (!input.isEmpty()) {
			byte[] part = input.bytes(1 + input.number(32));
			channel.writeInbound(PooledByteBufAllocator.DEFAULT.heapBuffer(part.length + 1).writeBytes(part));
			sent.writeBytes(part);
			take(channel, heard, begin, ends);
			int pause = PAUSES[input.number(PAUSES.length)];
			channel.advanceTimeBy(pause, TimeUnit.MILLISECONDS);
			channel.runScheduledPendingTasks();
			boolean isLong = pause >= WITHIN_CHARACTER;
			take(channel, heard, begin, isLong ? new ArrayList<>() : ends);
			if (isLong) {
				Input.check(heard.size() == sent.size(), "Held back", sent.toByteArray());
				begin = heard.size();
			}
		}
		channel.close();
		take(channel, heard, begin, new ArrayList<>());
		channel.finishAndReleaseAll();
		byte[] all = sent.toByteArray();
		Input.check(Arrays.equals(all, heard.toByteArray()), "Heard", heard.toByteArray(), all);
		for (End end : ends) {
			Input.check(!end.isWithinCharacter(all), "Cut at " + end, all);
		}
	}

	private static void take(EmbeddedChannel channel, ByteArrayOutputStream heard, int begin, List<End> ends) {
		for (ByteBuf piece = channel.readInbound(); piece != null; piece = channel.readInbound()) {
			Input.check(piece.isReadable(), "An empty piece");
			heard.writeBytes(ByteBufUtil.getBytes(piece));
			ends.add(new End(begin, heard.size()));
			piece.release();
		}
	}

	/**
	 * Where a piece ends.
	 *
	 * @param begin what comes before is past: a long pause was behind it
	 */
	private record End(int begin, int end) {

		/** Whether the next byte goes on with a character that begins before it. */
		boolean isWithinCharacter(byte[] bytes) {
			if (end == bytes.length || (bytes[end] & 0xC0) != 0x80) {
				return false;
			}
			for (int length = 1; length <= Math.min(3, end - begin); length++) {
				int lead = bytes[end - length] & 0xFF;
				if ((lead & 0xC0) != 0x80) {
					return (lead >= 0xF5 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1) > length;
				}
			}
			return false;
		}
	}
}
