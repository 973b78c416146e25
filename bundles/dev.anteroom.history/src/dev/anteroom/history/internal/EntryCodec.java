/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

/**
 * Entries as bytes, to be read again by the same process: what is read equals what was written, whatever is in its
 * texts. The numbers are not written, for they follow each other.
 * <p>
 * An entry is the second and the nanosecond of its time, a byte that says what follows, and that. A text is its length
 * {@code n} and {@code n} bytes of Latin-1, or {@code -1 - n} and {@code n} UTF-16 units of two bytes: no charset's
 * encoder keeps surrogates that have no partner.
 */
final class EntryCodec {

	private static final Phrase[] PHRASES = Phrase.values();
	private static final PictureFormat[] FORMATS = PictureFormat.values();

	private static final int NOTICE = 1;
	private static final int OWN = 2;
	private static final int PICTURE = 4;

	private EntryCodec() {
	}

	static void write(Entry entry, DataOutput out) throws IOException {
		out.writeLong(entry.time().getEpochSecond());
		out.writeInt(entry.time().getNano());
		switch (entry.event()) {
		case Notice notice -> {
			out.writeByte(NOTICE);
			out.writeShort(notice.phrase().ordinal());
			for (String argument : notice.arguments()) {
				write(argument, out);
			}
		}
		case Said said -> {
			Picture picture = said.picture();
			out.writeByte((said.own() ? OWN : 0) | (picture == null ? 0 : PICTURE));
			write(said.sender(), out);
			write(said.text(), out);
			if (picture != null) {
				write(picture.file().toString(), out);
				write(picture.name(), out);
				out.writeLong(picture.size());
				out.writeByte(picture.format().ordinal());
			}
		}
		}
	}

	/** @param number the entry's */
	static Entry read(long number, DataInput in) throws IOException {
		Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
		int kind = in.readByte();
		return new Entry(number, time, kind == NOTICE ? readNotice(in) : readSaid(kind, in));
	}

	private static Event readNotice(DataInput in) throws IOException {
		Phrase phrase = PHRASES[in.readShort()];
		var arguments = new ArrayList<String>(phrase.arity());
		for (int i = 0; i < phrase.arity(); i++) {
			arguments.add(readText(in));
		}
		return new Notice(phrase, arguments);
	}

	private static Event readSaid(int kind, DataInput in) throws IOException {
		String sender = readText(in);
		String text = readText(in);
		Picture picture = (kind & PICTURE) == 0 ? null
				: new Picture(Path.of(readText(in)), readText(in), in.readLong(), FORMATS[in.readByte()]);
		return new Said((kind & OWN) != 0, sender, text, picture);
	}

	private static void write(String text, DataOutput out) throws IOException {
		if (isLatin1(text)) {
			out.writeInt(text.length());
			out.write(text.getBytes(StandardCharsets.ISO_8859_1));
			return;
		}
		out.writeInt(-1 - text.length());
		ByteBuffer units = ByteBuffer.allocate(2 * text.length());
		units.asCharBuffer().put(text);
		out.write(units.array());
	}

	private static boolean isLatin1(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 255) {
				return false;
			}
		}
		return true;
	}

	private static String readText(DataInput in) throws IOException {
		int length = in.readInt();
		var bytes = new byte[length < 0 ? 2 * (-1 - length) : length];
		in.readFully(bytes);
		return length < 0 ? ByteBuffer.wrap(bytes).asCharBuffer().toString()
				: new String(bytes, StandardCharsets.ISO_8859_1);
	}
}
