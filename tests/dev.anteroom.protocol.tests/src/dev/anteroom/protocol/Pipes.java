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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;

/** Bytes into handlers without sockets. */
final class Pipes {

	private Pipes() {
	}

	/** Bytes written as hexadecimal digits. */
	static byte[] hex(String digits) {
		return HexFormat.of().parseHex(digits.replace(" ", ""));
	}

	static void write(EmbeddedChannel channel, byte[] bytes, int from, int to) {
		channel.writeInbound(Unpooled.copiedBuffer(bytes, from, to - from));
	}

	static void write(EmbeddedChannel channel, byte[] bytes) {
		write(channel, bytes, 0, bytes.length);
	}

	static List<String> texts(EmbeddedChannel channel) {
		var texts = new ArrayList<String>();
		for (String text = channel.readInbound(); text != null; text = channel.readInbound()) {
			texts.add(text);
		}
		return texts;
	}

	/** The frames that came out of {@code channel}, each checked to be start, contents, end. */
	static List<byte[]> images(EmbeddedChannel channel) {
		var images = new ArrayList<byte[]>();
		for (ImageFrame next = channel.readInbound(); next != null; next = channel.readInbound()) {
			int length = assertInstanceOf(ImageFrame.Start.class, next).length();
			var bytes = new ByteArrayOutputStream();
			while ((next = channel.readInbound()) instanceof ImageFrame.Content(ByteBuf content)) {
				assertTrue(content.isReadable());
				byte[] part = new byte[content.readableBytes()];
				content.readBytes(part);
				content.release();
				bytes.writeBytes(part);
			}
			assertInstanceOf(ImageFrame.End.class, next);
			assertEquals(length, bytes.size());
			images.add(bytes.toByteArray());
		}
		return images;
	}

	/** The failure that writing {@code bytes} or anything before brought about. */
	static FrameException failure(EmbeddedChannel channel, byte[] bytes) {
		var failure = assertThrows(Exception.class, () -> {
			write(channel, bytes);
			channel.checkException();
		});
		return assertInstanceOf(FrameException.class,
				failure instanceof DecoderException ? failure.getCause() : failure);
	}
}
