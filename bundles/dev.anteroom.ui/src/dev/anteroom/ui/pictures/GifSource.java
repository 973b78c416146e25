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

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Arrays;

import dev.anteroom.chat.PictureFormat;

/** The first frame of a GIF, on its screen. */
final class GifSource implements PixelSource {

	private final PictureInput input;
	private final GifFrames frames;
	private final GifFrame frame;

	GifSource(PictureInput input) throws IOException {
		this.input = input;
		frames = new GifFrames(input);
		PictureDecoder.checkSize(PictureFormat.GIF, frames.width(), frames.height());
		frame = frames.next();
		PictureDecoder.checkSize(PictureFormat.GIF, frame.width(), frame.height());
	}

	@Override
	public int width() {
		return frames.width();
	}

	@Override
	public int height() {
		return frames.height();
	}

	@Override
	public boolean isAnimated() throws IOException {
		return frames.next() != null;
	}

	@Override
	public long memory(Request request) {
		return JdkReader.memory(request, 1);
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		boolean covers = frame.x() == 0 && frame.y() == 0 && frame.width() >= width() && frame.height() >= height();
		target.begin(request.columns(), request.rows(), frame.translucent() || !covers);
		int step = request.step();
		// The first column and row with a pixel of the frame.
		int left = Math.max(0, Math.ceilDiv(frame.x() - request.x(), step));
		int top = Math.max(0, Math.ceilDiv(frame.y() - request.y(), step));
		var part = request.part().intersection(new Rectangle(request.x() + left * step, request.y() + top * step,
				frame.width(), frame.height())).intersection(frame.place());
		part.translate(-frame.x(), -frame.y());
		var row = new int[request.columns()];
		for (int i = 0; i < top; i++) {
			target.row(row);
		}
		if (!part.isEmpty()) {
			frame.read(input, part, step, stop, (y, argb) -> {
				System.arraycopy(argb, 0, row, left, argb.length);
				target.row(row);
			});
		}
		Arrays.fill(row, 0);
		while (!target.isComplete()) {
			target.row(row);
		}
	}
}
