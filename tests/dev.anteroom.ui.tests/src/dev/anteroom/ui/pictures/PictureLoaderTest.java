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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.pictures.PictureException.Reason;

/** What the views ask for. */
@Timeout(60)
class PictureLoaderTest {

	@TempDir
	private Path folder;
	private final PictureLoader loader = new PictureLoader();

	private Picture picture(String name, byte[] bytes) throws IOException {
		Path file = Files.write(folder.resolve(name), bytes);
		return new Picture(file, name, bytes.length, PictureFormat.of(bytes, bytes.length));
	}

	@Test
	void aThumbnailFitsItsBoxAtDoubleSize() throws IOException {
		DecodedPicture thumbnail = loader.thumbnail(picture("a", PngSamples.rgb(1000, 500, (x, y) -> 0xFF334455)))
				.join();
		assertEquals(480, thumbnail.data().width);
		assertEquals(240, thumbnail.data().height);
		assertEquals(new Point(240, 120),
				thumbnail.within(PictureLoader.THUMBNAIL_WIDTH, PictureLoader.THUMBNAIL_HEIGHT));
		assertEquals(new Point(40, 30), loader.thumbnail(picture("b", PngSamples.rgb(40, 30, (x, y) -> 0xFF334455)))
				.join().within(PictureLoader.THUMBNAIL_WIDTH, PictureLoader.THUMBNAIL_HEIGHT));
	}

	@Test
	void whatIsSentFiftyTimesIsDecodedOnce() throws IOException {
		byte[] png = PngSamples.rgb(900, 700, Samples.quarters(900, 700));
		var thumbnails = new ArrayList<CompletableFuture<DecodedPicture>>();
		for (int i = 0; i < 50; i++) {
			thumbnails.add(loader.thumbnail(picture("copy " + i, png)));
		}
		DecodedPicture first = thumbnails.get(0).join();
		for (var thumbnail : thumbnails) {
			assertSame(first, thumbnail.join());
		}
		assertSame(first, loader.thumbnail(picture("later", png)).join());
		assertNotSame(first, loader.thumbnail(picture("other", PngSamples.rgb(9, 9, (x, y) -> x))).join());
	}

	@Test
	void aFileThatWasChangedIsAnotherPicture() throws IOException {
		assertEquals(30, loader.thumbnail(picture("one", PngSamples.rgb(30, 30, (x, y) -> 0))).join().width());
		assertEquals(31, loader.thumbnail(picture("one", PngSamples.rgb(31, 30, (x, y) -> 0))).join().width());
	}

	@Test
	void cancellingOneThumbnailLeavesTheOthers() throws IOException {
		byte[] png = PngSamples.rgb(2000, 1500, Samples.quarters(2000, 1500));
		CompletableFuture<DecodedPicture> first = loader.thumbnail(picture("one", png));
		CompletableFuture<DecodedPicture> second = loader.thumbnail(picture("two", png));
		first.cancel(false);
		assertEquals(2000, second.join().width());
		assertTrue(first.isCancelled());
		// Nobody waits for it any more, and yet it can be asked for again.
		Picture other = picture("three", PngSamples.rgb(800, 600, (x, y) -> x));
		loader.thumbnail(other).cancel(false);
		assertEquals(800, loader.thumbnail(other).join().width());
	}

	@Test
	void keptThumbnailsAreBounded() throws IOException {
		var pool = new DecoderPool(2);
		var decoder = new PictureDecoder(new MemoryBudget(PictureDecoder.leastBudget()));
		int most = 50_000;
		var thumbnails = new Thumbnails(pool, decoder, 100, 100, most);
		for (int i = 0; i < 10; i++) {
			int shade = i;
			byte[] png = PngSamples.rgb(60, 60, (x, y) -> 0xFF000000 | shade);
			thumbnails.of(picture("kept " + i, png).file()).join();
			assertTrue(thumbnails.bytes() <= most && thumbnails.bytes() > 0, "After " + i);
		}
	}

	@Test
	void aLoadThatIsCancelledEnds() throws Exception {
		Picture large = picture("large", PngSamples.rgb(6000, 4000, (x, y) -> 0));
		for (int i = 0; i < 30; i++) {
			CompletableFuture<DecodedPicture> load = loader.load(large, 6000, 4000);
			load.cancel(false);
		}
		// Thirty of them would take far longer than one.
		assertEquals(5, loader.load(picture("small", PngSamples.rgb(5, 5, (x, y) -> 0)), 9, 9).get(20, TimeUnit.SECONDS)
				.width());
	}

	@Test
	void headersPartsAndAnimations() throws IOException {
		byte[] gif = new GifSamples(30, 20).repeat(0).plain(0, 0, 30, 20, 1).plain(0, 0, 30, 20, 2).end();
		Picture moving = picture("moving", gif);
		assertEquals(new PictureInfo(PictureFormat.GIF, 30, 20, true), loader.info(moving).join());
		try (PictureAnimation animation = loader.animation(moving)) {
			for (int color : new int[] { 0xFF0000, 0xFF00, 0xFF0000 }) {
				assertEquals(color, animation.next().join().data().getPixel(0, 0));
			}
		}
		DecodedPicture part = loader.region(moving, new Rectangle(20, 10, 500, 500), 500, 500).join();
		assertEquals(10, part.data().width);
		assertEquals(10, part.data().height);
	}

	@Test
	void aClosedAnimationHasNoNextFrame() throws IOException {
		byte[] gif = new GifSamples(3, 3).plain(0, 0, 3, 3, 1).end();
		PictureAnimation animation = loader.animation(picture("moving", gif));
		assertFalse(animation.next().join().data().width == 0);
		assertNull(animation.next().join());
		animation.close();
		animation.close();
		assertThrows(IllegalStateException.class, animation::next);
	}

	@Test
	void everyFailureCanBeSaid() throws IOException {
		Messages messages = Messages.of(Locale.ENGLISH);
		var failures = List.of(loader.thumbnail(picture("text", "Hello".getBytes())),
				loader.load(picture("bomb", PngSamples.bomb(30_000, 30_000)), 9, 9),
				loader.region(new Picture(folder.resolve("gone"), "gone", 1, PictureFormat.PNG),
						new Rectangle(0, 0, 1, 1), 1, 1));
		var reasons = List.of(Reason.NOT_A_PICTURE, Reason.TOO_LARGE, Reason.UNREADABLE);
		var words = List.of("This file is not a picture", "This picture is too large to show: 30000 × 30000",
				"The file of this picture cannot be read");
		for (int i = 0; i < failures.size(); i++) {
			Throwable failure = assertThrows(CompletionException.class, failures.get(i)::join);
			var cause = assertInstanceOf(PictureException.class, PictureLoader.cause(failure));
			assertEquals(reasons.get(i), cause.reason());
			assertEquals(words.get(i), PictureException.describe(failure, messages));
		}
	}
}
