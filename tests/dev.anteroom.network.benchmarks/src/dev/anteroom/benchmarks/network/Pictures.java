/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

import dev.anteroom.benchmarks.Child;

/** Pictures of 16 MiB from a socket to files; tells MiB per second until the last is in its file. */
final class Pictures {

	/** Rounds, after each of which the files are removed: until Java's compiler has done its work, and measured. */
	private static final int WARM_UP = 6;
	private static final int MEASURED = 6;
	private static final int PICTURES = 36;

	private Pictures() {
	}

	public static void main(String[] arguments) throws Exception {
		var subject = Subject.valueOf(arguments[0]);
		ByteBuffer piece = ByteBuffer.allocateDirect(Load.MIB);
		byte[] noise = new byte[Load.MIB];
		new Random(1).nextBytes(noise);
		piece.put(noise).flip();
		int frame = subject == Subject.ANTEROOM ? Load.PICTURE_MIB : 1;
		ByteBuffer length = ByteBuffer.allocateDirect(Integer.BYTES).putInt(frame * Load.MIB).flip();
		try (var server = new Remote(subject); var text = new Caller(Load.address(0), server.textPort())) {
			text.frame();
			try (var images = new Caller(Load.address(0), server.imagePort())) {
				long nanos = 0;
				for (int round = 1; round <= WARM_UP + MEASURED; round++) {
					long start = System.nanoTime();
					send(images, length, piece, frame);
					server.ask("pictures " + round * PICTURES);
					nanos += round > WARM_UP ? System.nanoTime() - start : 0;
					server.ask("remove");
				}
				Child.tell("rate", MEASURED * PICTURES * Load.PICTURE_MIB / (nanos / 1e9));
			}
		}
	}

	private static void send(Caller to, ByteBuffer length, ByteBuffer piece, int frame)
			throws IOException {
		for (int i = 0; i < PICTURES * Load.PICTURE_MIB; i++) {
			if (i % frame == 0) {
				to.write(length.rewind());
			}
			to.write(piece.rewind());
		}
	}
}
