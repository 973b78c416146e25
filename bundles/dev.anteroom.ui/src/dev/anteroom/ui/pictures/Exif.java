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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one fact of Exif that showing a picture needs.
 * <p>
 * Sources: CIPA DC-008-2019 (Exif 2.32), 4.6.4 A; TIFF 6.0, section 2.
 */
final class Exif {

	private static final int ORIENTATION = 0x0112;
	private static final int SHORT = 3;
	private static final int ENTRY_LENGTH = 12;

	private Exif() {
	}

	/** The orientation in {@code tiff}, which begins with its byte order; upright if it doesn't tell. */
	static Orientation orientation(byte[] tiff) {
		if (tiff.length < 8) {
			return Orientation.UPRIGHT;
		}
		var data = ByteBuffer.wrap(tiff);
		short order = data.getShort();
		if (order == 0x4949) {
			data.order(ByteOrder.LITTLE_ENDIAN);
		} else if (order != 0x4D4D) {
			return Orientation.UPRIGHT;
		}
		if (data.getShort() != 42) {
			return Orientation.UPRIGHT;
		}
		long directory = data.getInt() & 0xFFFF_FFFFL;
		if (directory + 2 > tiff.length) {
			return Orientation.UPRIGHT;
		}
		data.position((int) directory);
		for (int left = data.getShort() & 0xFFFF; left > 0 && data.remaining() >= ENTRY_LENGTH; left--) {
			int entry = data.position();
			if (data.getShort() == ORIENTATION && data.getShort() == SHORT) {
				return Orientation.ofExif(data.getShort(entry + 8));
			}
			data.position(entry + ENTRY_LENGTH);
		}
		return Orientation.UPRIGHT;
	}
}
