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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** A disk that takes only so much, and does other things badly when told so. From any thread. */
final class FaultyDisk implements Opener {

	static final String FULL = "No space left on device";
	private static final String BROKEN = "Input/output error";

	private Path place = Path.of("/");
	private long free = Long.MAX_VALUE;
	private boolean cutting = true;
	private boolean forcing = true;
	private int forced;

	/** From now on it takes {@code bytes} more. */
	synchronized void free(long bytes) {
		free = bytes;
	}

	/** Only what is below {@code folder} is on this disk. */
	synchronized void holds(Path folder) {
		place = folder;
	}

	/** Whether files can be cut off. */
	synchronized void cutting(boolean works) {
		cutting = works;
	}

	/** Whether what was written can be forced to it. */
	synchronized void forcing(boolean works) {
		forcing = works;
	}

	/** How often something was forced to it. */
	synchronized int forced() {
		return forced;
	}

	@Override
	public FileChannel open(Path path, OpenOption... options) throws IOException {
		FileChannel file = FileChannel.open(path, options);
		return path.startsWith(place) ? new File(file) : file;
	}

	/** As much of {@code wanted} as it has room for; like a real one, it takes a part before it complains. */
	private synchronized int take(int wanted) throws IOException {
		if (free == 0 && wanted > 0) {
			throw new IOException(FULL);
		}
		int taken = (int) Math.min(wanted, free);
		free -= free == Long.MAX_VALUE ? 0 : taken;
		return taken;
	}

	private synchronized void checkCutting() throws IOException {
		if (!cutting) {
			throw new IOException(BROKEN);
		}
	}

	private synchronized void checkForcing() throws IOException {
		forced++;
		if (!forcing) {
			throw new IOException(BROKEN);
		}
	}

	private final class File extends FileChannel {

		private final FileChannel file;

		File(FileChannel file) {
			this.file = file;
		}

		@Override
		public int write(ByteBuffer bytes) throws IOException {
			ByteBuffer part = bytes.slice(bytes.position(), take(bytes.remaining()));
			int count = file.write(part);
			bytes.position(bytes.position() + count);
			return count;
		}

		@Override
		public int write(ByteBuffer bytes, long at) throws IOException {
			ByteBuffer part = bytes.slice(bytes.position(), take(bytes.remaining()));
			int count = file.write(part, at);
			bytes.position(bytes.position() + count);
			return count;
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			checkCutting();
			file.truncate(size);
			return this;
		}

		@Override
		public void force(boolean metaData) throws IOException {
			checkForcing();
			file.force(metaData);
		}

		@Override
		public int read(ByteBuffer target) throws IOException {
			return file.read(target);
		}

		@Override
		public int read(ByteBuffer target, long at) throws IOException {
			return file.read(target, at);
		}

		@Override
		public long position() throws IOException {
			return file.position();
		}

		@Override
		public FileChannel position(long position) throws IOException {
			file.position(position);
			return this;
		}

		@Override
		public long size() throws IOException {
			return file.size();
		}

		@Override
		protected void implCloseChannel() throws IOException {
			file.close();
		}

		@Override
		public long read(ByteBuffer[] targets, int offset, int length) {
			throw new UnsupportedOperationException();
		}

		@Override
		public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
			// As a system may that is short of something: the rest is for the next call.
			for (int i = offset; i < offset + length; i++) {
				if (sources[i].hasRemaining()) {
					return write(sources[i]);
				}
			}
			return 0;
		}

		@Override
		public long transferTo(long position, long count, WritableByteChannel target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public long transferFrom(ReadableByteChannel source, long position, long count) {
			throw new UnsupportedOperationException();
		}

		@Override
		public MappedByteBuffer map(MapMode mode, long position, long size) {
			throw new UnsupportedOperationException();
		}

		@Override
		public FileLock lock(long position, long size, boolean shared) {
			throw new UnsupportedOperationException();
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) {
			throw new UnsupportedOperationException();
		}
	}
}
