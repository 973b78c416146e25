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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Rectangle;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.fuzz.Input;
import dev.anteroom.ui.pictures.PictureException.Reason;

/**
 * A stranger's picture: its header, then a thumbnail, a part, or its first frames. Many pixels take time and no other
 * code: such pictures are only looked at.
 */
public final class PictureFuzz {

	private static final int BOX = 200;
	private static final int FRAMES = 4;
	private static final long MANY_PIXELS = 1 << 18;
	private static final MemoryBudget BUDGET = new MemoryBudget(PictureDecoder.leastBudget());
	private static final PictureDecoder DECODER = new PictureDecoder(BUDGET);
	private static final Path FILE = file();

	private PictureFuzz() {
	}

	private static Path file() {
		try {
			Path file = Files.createTempFile("anteroom-", ".picture");
			file.toFile().deleteOnExit();
			return file;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	public static void fuzzerTestOneInput(byte[] data) throws IOException {
		PictureInfo info = look(data);
		if (info != null) {
			try {
				show(info, data[data.length - 1] & 0xFF);
			} catch (PictureException e) {
				check(e, info.format());
			}
			Input.check(BUDGET.taken() == 0, "Memory", BUDGET.taken());
		}
	}

	/** What the header says; {@code null} when it was refused, for a reason that is the picture's. */
	static PictureInfo look(byte[] data) throws IOException {
		Files.write(FILE, data);
		PictureFormat format = PictureFormat.of(data, data.length);
		try {
			PictureInfo info = DECODER.info(FILE, new StopSignal());
			Input.check(info.format() == format, "Format", info, format);
			return info;
		} catch (PictureException e) {
			check(e, format);
			return null;
		} finally {
			Input.check(BUDGET.taken() == 0, "Memory", BUDGET.taken());
		}
	}

	private static void show(PictureInfo info, int way) throws IOException {
		if ((long) info.width() * info.height() > MANY_PIXELS) {
			return;
		}
		if (info.animated() && way % 2 == 0) {
			play();
		} else if (way % 3 == 0) {
			var part = new Rectangle(info.width() / 3, info.height() / 4, Math.min(BOX, info.width() / 2 + 1),
					Math.min(BOX, info.height() / 2 + 1));
			check(info, DECODER.decode(FILE, part, part.width, part.height, new StopSignal()));
		} else {
			check(info, DECODER.decode(FILE, null, BOX / (1 + way % 4), BOX, new StopSignal()));
		}
	}

	private static void play() throws IOException {
		try (var player = new GifPlayer(FILE, new StopSignal())) {
			for (int i = 0; i < FRAMES && player.next(new StopSignal()) != null; i++) {
				// The next one
			}
		}
	}

	private static void check(PictureInfo info, DecodedPicture picture) {
		Input.check(picture.width() == info.width() && picture.height() == info.height(), "Size", info, picture);
		Input.check(picture.data().width <= BOX && picture.data().height <= BOX, "Result", picture.data().width,
				picture.data().height);
	}

	/** Damage is to be noticed by looking, not by stumbling. */
	private static void check(PictureException e, PictureFormat format) {
		Input.check(e.format() == format, "Format", e.format(), format);
		Input.check(e.reason() != Reason.UNREADABLE && e.reason() != Reason.TOO_SLOW && e.reason() != Reason.NO_MEMORY,
				"Reason", e.reason());
		if (e.getCause() instanceof RuntimeException bug) {
			StackTraceElement place = bug.getStackTrace()[0];
			Input.check(!place.getClassName().startsWith("dev.anteroom."), "Stumbled", bug, place);
		}
	}
}
