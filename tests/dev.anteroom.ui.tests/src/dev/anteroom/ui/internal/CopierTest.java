/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.TestTools;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.internal.Copier.Content;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;

class CopierTest {

	private static final Picture PICTURE = new Picture(Path.of("a.png"), "a.png", 5, PictureFormat.PNG);

	private final UiThread thread = UiThread.running();
	private final AtomicInteger refused = new AtomicInteger();
	private CompletableFuture<DecodedPicture> decoding = new CompletableFuture<>();
	private final PictureLoader pictures = new PictureLoader() {

		@Override
		public CompletableFuture<DecodedPicture> load(Picture picture, int mostWidth, int mostHeight) {
			return decoding;
		}
	};
	private final Shell shell = thread.ui(() -> new Shell(thread.display()));
	private final Copier copier = copier();
	private final Copier another = copier();

	@AfterEach
	void close() {
		thread.act(shell::dispose);
	}

	@Test
	void whatIsReadyLaterThanANewerCopyIsNotCopied() {
		var slow = new CompletableFuture<String>();
		thread.act(() -> copier.copy(slow));
		thread.act(() -> another.copy("newer"));
		slow.complete("older");
		settle();
		assertEquals("newer", text());
		var quick = new CompletableFuture<String>();
		thread.act(() -> another.copy(quick));
		quick.complete("newest");
		settle();
		assertEquals("newest", text());
		assertEquals(0, refused.get());
	}

	@Test
	void aPictureIsCopiedWithWhatIsBesideItOrOnlyThat() {
		thread.act(() -> copier.copy(PICTURE, Content.of("beside")));
		decoding.complete(new DecodedPicture(new ImageData(3, 2, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF)), 3, 2,
				false));
		settle();
		assertEquals("beside", text());
		assertEquals(3, ((ImageData) read(ImageTransfer.getInstance())).width);
		decoding = new CompletableFuture<>();
		thread.act(() -> copier.copy(PICTURE, Content.of("alone")));
		decoding.completeExceptionally(new IllegalStateException());
		settle();
		assertEquals("alone", text());
	}

	@Test
	void nobodyDecodesWhatIsNotCopiedAnyMore() {
		thread.act(() -> copier.copy(PICTURE));
		thread.act(() -> copier.copy("newer"));
		assertEquals(true, decoding.isCancelled());
		decoding = new CompletableFuture<>();
		thread.act(() -> copier.copy(PICTURE));
		close();
		assertEquals(true, decoding.isCancelled());
		settle();
		assertEquals("newer", text());
	}

	@Test
	void whatTheSystemRefusesIsTold() {
		thread.act(() -> copier.copy("before"));
		decoding.completeExceptionally(new IllegalStateException());
		thread.act(() -> copier.copy(PICTURE, new Content("any", new Unknown())));
		settle();
		assertEquals(1, refused.get());
		thread.act(() -> copier.copy(CompletableFuture.failedStage(new IllegalStateException())));
		settle();
		assertEquals(2, refused.get());
	}

	private Copier copier() {
		return thread.ui(() -> new Copier(shell, TestTools.synchronize(thread.display()), pictures,
				refused::incrementAndGet));
	}

	/** Lets happen what was queued. */
	private void settle() {
		thread.act(() -> {
		});
	}

	private String text() {
		return (String) read(TextTransfer.getInstance());
	}

	private Object read(Transfer transfer) {
		return thread.ui(() -> {
			var clipboard = new Clipboard(thread.display());
			try {
				return clipboard.getContents(transfer);
			} finally {
				clipboard.dispose();
			}
		});
	}

	/** Has no kind of data that the system might take. */
	private static final class Unknown extends ByteArrayTransfer {

		@Override
		protected int[] getTypeIds() {
			return new int[0];
		}

		@Override
		protected String[] getTypeNames() {
			return new String[0];
		}
	}
}
