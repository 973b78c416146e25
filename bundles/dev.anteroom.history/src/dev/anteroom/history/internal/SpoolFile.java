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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import dev.anteroom.chat.Entry;

/**
 * Consecutive entries in a temporary file that only this process can find: its owner's alone, gone from its folder as
 * soon as it is open where the system allows that, and else when it is closed. Used by one thread.
 */
final class SpoolFile implements AutoCloseable {

	/** How much is read at once, in bytes, unless the first entries that are wanted are larger. */
	static final int MOST_READ = 4 << 20;

	private final FileChannel channel;
	private final PageIndex pages = new PageIndex();
	private final long first;
	private long next;
	private long size;

	/** @param first the number of its first entry */
	SpoolFile(Path folder, long first) throws IOException {
		this.first = first;
		this.next = first;
		Path path = Files.createTempFile(folder, "anteroom-", ".entries");
		try {
			channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE);
		} catch (IOException e) {
			Files.deleteIfExists(path);
			throw e;
		}
	}

	/** The number of the entry that is to be appended next. */
	long next() {
		return next;
	}

	/** Appends the entries that come next. After a failure it must not be used again, only closed. */
	void append(List<Entry> entries) throws IOException {
		var bytes = new ByteArrayOutputStream();
		var out = new DataOutputStream(bytes);
		for (Entry entry : entries) {
			pages.add(next++, size + bytes.size());
			EntryCodec.write(entry, out);
		}
		ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
		while (buffer.hasRemaining()) {
			size += channel.write(buffer, size);
		}
	}

	/**
	 * The entries from {@code from} to {@code to - 1}, as far as they are here; the first of them when they are very
	 * large.
	 */
	List<Entry> read(long from, long to) throws IOException {
		long begin = Math.max(from, first);
		long end = Math.min(to, next);
		if (begin >= end) {
			return List.of();
		}
		int page = pages.pageOf(begin);
		int last = pages.pageOf(end - 1);
		while (last > page && end(last) - pages.offset(page) > MOST_READ) {
			last--;
		}
		var in = new DataInputStream(new ByteArrayInputStream(bytes(pages.offset(page), end(last))));
		end = Math.min(end, last + 1 < pages.count() ? pages.number(last + 1) : next);
		var entries = new ArrayList<Entry>((int) (end - begin));
		for (long number = pages.number(page); number < end; number++) {
			Entry entry = EntryCodec.read(number, in);
			if (number >= begin) {
				entries.add(entry);
			}
		}
		return entries;
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}

	private long end(int page) {
		return page + 1 < pages.count() ? pages.offset(page + 1) : size;
	}

	private byte[] bytes(long begin, long end) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(end - begin));
		while (buffer.hasRemaining()) {
			if (channel.read(buffer, begin + buffer.position()) < 0) {
				throw new EOFException("The file was cut off");
			}
		}
		return buffer.array();
	}
}
