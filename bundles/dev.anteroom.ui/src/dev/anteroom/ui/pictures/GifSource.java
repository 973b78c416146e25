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
		return frame.interlaced() ? 4L * request.columns() * request.rows() : 0;
	}

	@Override
	public void read(Request request, Scaler target, StopSignal stop) throws IOException {
		boolean covers = frame.x() == 0 && frame.y() == 0 && frame.width() >= width() && frame.height() >= height();
		target.begin(request.columns(), request.rows(), frame.translucent() || !covers);
		if (frame.interlaced()) {
			readInterlaced(request, target);
		} else {
			readRows(request, target);
		}
	}

	private void readRows(Request request, Scaler target) throws IOException {
		var argb = new int[request.columns()];
		var empty = new int[request.columns()];
		int above = Math.min(request.rows(), Math.max(0, Math.ceilDiv(frame.y() - request.y(), request.step())));
		for (int i = 0; i < above; i++) {
			target.row(empty);
		}
		frame.read(input, (y, count, indexes) -> {
			int of = frame.y() + y - request.y();
			if (of >= 0 && of < request.height() && of % request.step() == 0) {
				color(indexes, request, argb, 0);
				target.row(argb);
			}
		});
		while (!target.isComplete()) {
			target.row(empty);
		}
	}

	private void readInterlaced(Request request, Scaler target) throws IOException {
		int columns = request.columns();
		var canvas = new int[columns * request.rows()];
		var any = new boolean[1];
		try {
			frame.read(input, (y, count, indexes) -> {
				any[0] = true;
				int of = frame.y() + y - request.y();
				int top = Math.max(0, Math.ceilDiv(of, request.step()));
				int end = Math.min(of + count, frame.y() + frame.height() - request.y());
				int bottom = Math.min(request.rows(), Math.ceilDiv(end, request.step()));
				if (top < bottom) {
					color(indexes, request, canvas, top * columns);
					for (int row = top + 1; row < bottom; row++) {
						System.arraycopy(canvas, top * columns, canvas, row * columns, columns);
					}
				}
			});
		} finally {
			for (int y = 0; y < request.rows() && any[0]; y++) {
				target.row(Arrays.copyOfRange(canvas, y * columns, (y + 1) * columns));
			}
		}
	}

	private void color(byte[] indexes, Request request, int[] argb, int at) {
		for (int i = 0, x = request.x() - frame.x(); i < request.columns(); i++, x += request.step()) {
			argb[at + i] = x < 0 || x >= indexes.length ? 0 : frame.palette()[indexes[x] & 0xFF];
		}
	}
}
