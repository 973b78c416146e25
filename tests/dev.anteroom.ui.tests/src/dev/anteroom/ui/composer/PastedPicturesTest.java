/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.PictureFormat;

class PastedPicturesTest {

	private final PastedPictures pasted = new PastedPictures();

	private static Path file(Attachment attachment) throws Exception {
		return attachment.file().get(10, TimeUnit.SECONDS);
	}

	private static BufferedImage read(Path file) throws IOException {
		assertEquals(PictureFormat.PNG, PictureFormat.of(file));
		return ImageIO.read(file.toFile());
	}

	@Test
	void coloursStayWhateverTheirOrder() throws Exception {
		for (var palette : new PaletteData[] { new PaletteData(0xFF0000, 0xFF00, 0xFF),
				new PaletteData(0xFF00, 0xFF0000, 0xFF000000) }) {
			var data = new ImageData(3, 2, 32, palette);
			data.setPixel(1, 0, palette.getPixel(new RGB(0x12, 0x34, 0x56)));
			data.setPixel(2, 1, palette.getPixel(new RGB(0xFF, 0, 0x80)));
			Attachment attachment = pasted.take(data);
			BufferedImage image = read(file(attachment));
			assertEquals(3, image.getWidth());
			assertEquals(0xFF123456, image.getRGB(1, 0));
			assertEquals(0xFFFF0080, image.getRGB(2, 1));
			assertEquals(0xFF000000, image.getRGB(0, 0));
			attachment.discard();
		}
	}

	@Test
	void aPaletteIsLookedUp() throws Exception {
		var data = new ImageData(2, 1, 8, new PaletteData(new RGB(1, 2, 3), new RGB(4, 5, 6)));
		data.setPixel(1, 0, 1);
		Attachment attachment = pasted.take(data);
		assertEquals(0xFF040506, read(file(attachment)).getRGB(1, 0));
		attachment.discard();
	}

	@Test
	void translucencyStays() throws Exception {
		var data = new ImageData(2, 1, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		data.setPixel(0, 0, 0x102030);
		data.alphaData = new byte[] { (byte) 0x80, (byte) 0xFF };
		Attachment attachment = pasted.take(data);
		assertEquals(0x80102030, read(file(attachment)).getRGB(0, 0));
		attachment.discard();
	}

	@Test
	void twoHaveTwoFilesAndEachGoesWhenItIsNotNeeded() throws Exception {
		var data = new ImageData(1, 1, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		Attachment one = pasted.take(data);
		Attachment two = pasted.take(data);
		assertNotEquals(file(one), file(two));
		assertTrue(Files.exists(one.path()));
		one.discard();
		// What is written after it is written behind it.
		Attachment three = pasted.take(data);
		file(three);
		assertFalse(Files.exists(one.path()));
		assertTrue(Files.exists(two.path()));
		two.discard();
		three.discard();
	}

	@Test
	void whatHasTooManyPixelsIsNotTaken() {
		var data = new ImageData(1, 1, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		assertTrue(PastedPictures.isAcceptable(data));
		data.width = 10_001;
		data.height = 10_000;
		assertFalse(PastedPictures.isAcceptable(data));
	}
}
