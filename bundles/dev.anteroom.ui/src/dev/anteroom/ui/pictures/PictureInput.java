/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.file.Path;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a picture's file. Reading fails once the decoding was told to end, whoever reads, and tells trouble with
 * the disk from trouble with the picture.
 */
final class PictureInput extends ImageInputStreamImpl {

	private final RandomAccessFile file;
	private final long length;
	private StopSignal stop;
	private final byte[] buffer = new byte[16 * 1024];
	/** Where in the file the buffer begins. */
	private long bufferStart;
	private int buffered;
	private boolean ended;
	private IOException failure;

	PictureInput(Path path, StopSignal stop) throws IOException {
		file = new RandomAccessFile(path.toFile(), "r");
		length = file.length();
		this.stop = stop;
		setByteOrder(ByteOrder.BIG_ENDIAN);
	}

	/** From now on, reading fails when {@code signal} says so. */
	void setStop(StopSignal signal) {
		stop = signal;
	}

	@Override
	public int read() throws IOException {
		checkClosed();
		bitOffset = 0;
		if (!isBuffered() && !fill()) {
			ended = true;
			return -1;
		}
		return buffer[(int) (streamPos++ - bufferStart)] & 0xFF;
	}

	/** Reads as much as there is: {@link ImageInputStreamImpl} takes less for the end. */
	@Override
	public int read(byte[] target, int offset, int wanted) throws IOException {
		checkClosed();
		bitOffset = 0;
		int done = 0;
		while (done < wanted && (isBuffered() || fill())) {
			int from = (int) (streamPos - bufferStart);
			int count = Math.min(wanted - done, buffered - from);
			System.arraycopy(buffer, from, target, offset + done, count);
			done += count;
			streamPos += count;
		}
		if (done == 0 && wanted > 0) {
			ended = true;
			return -1;
		}
		return done;
	}

	private boolean isBuffered() {
		return streamPos >= bufferStart && streamPos < bufferStart + buffered;
	}

	private boolean fill() throws IOException {
		stop.check();
		if (streamPos >= length) {
			return false;
		}
		try {
			file.seek(streamPos);
			bufferStart = streamPos;
			buffered = Math.max(0, file.read(buffer));
		} catch (IOException e) {
			failure = e;
			buffered = 0;
			throw e;
		}
		return buffered > 0;
	}

	@Override
	public long length() {
		return length;
	}

	/** Whether bytes were wanted where there are none at all. */
	boolean hasEnded() {
		return ended;
	}

	/** What the disk said when it could not be read, or {@code null}. */
	IOException failure() {
		return failure;
	}

	@Override
	public void close() throws IOException {
		super.close();
		file.close();
	}
}
