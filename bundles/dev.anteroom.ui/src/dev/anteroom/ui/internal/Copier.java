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

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;

/**
 * Copies what a person asks for. What takes its time is not copied any more when something else was meanwhile, here or
 * elsewhere in this application. UI thread.
 */
public final class Copier {

	/** The longest side of an image that is copied, in pixels; of a larger one, a smaller copy is. */
	private static final int MOST_SIDE = 4_096;

	/** Something to copy, and as what. */
	public record Content(Object data, Transfer as) {

		public static Content of(String text) {
			return new Content(text, TextTransfer.getInstance());
		}
	}

	private final Control owner;
	private final UISynchronize sync;
	private final PictureLoader pictures;
	private final Runnable refused;
	private CompletableFuture<DecodedPicture> decoding = CompletableFuture.completedFuture(null);

	/**
	 * @param owner   when it is gone, nothing is copied any more
	 * @param refused called when something could not be copied, as while another program holds the clipboard
	 */
	public Copier(Control owner, UISynchronize sync, PictureLoader pictures, Runnable refused) {
		this.owner = owner;
		this.sync = sync;
		this.pictures = pictures;
		this.refused = refused;
		owner.addDisposeListener(e -> decoding.cancel(true));
	}

	public void copy(String text) {
		begin(DND.CLIPBOARD);
		put(DND.CLIPBOARD, Content.of(text));
	}

	/** Copies {@code text} once it is there; the result comes on the UI thread after that, if it was copied. */
	public CompletionStage<String> copy(CompletionStage<String> text) {
		return later(text, DND.CLIPBOARD);
	}

	/** Gives {@code text} to the middle mouse button, where the system has that. */
	public void offer(CompletionStage<String> text) {
		later(text, DND.SELECTION_CLIPBOARD);
	}

	/** Copies a picture's image together with {@code beside}; only that, if the image can't be decoded. */
	public void copy(Picture picture, Content... beside) {
		Object turn = begin(DND.CLIPBOARD);
		decoding = pictures.load(picture, MOST_SIDE, MOST_SIDE);
		decoding.whenComplete((decoded, failure) -> sync.asyncExec(() -> {
			if (isLatest(turn, DND.CLIPBOARD)) {
				put(DND.CLIPBOARD, failure != null ? beside : Stream.concat(
						Stream.of(new Content(decoded.data(), ImageTransfer.getInstance())), Arrays.stream(beside))
						.toArray(Content[]::new));
			}
		}));
	}

	private CompletionStage<String> later(CompletionStage<String> text, int where) {
		Object turn = begin(where);
		var copied = new CompletableFuture<String>();
		text.whenComplete((known, failure) -> sync.asyncExec(() -> {
			if (!isLatest(turn, where)) {
				return;
			}
			if (failure != null) {
				refused.run();
			} else if (put(where, Content.of(known))) {
				copied.complete(known);
			}
		}));
		return copied;
	}

	/** From now on nothing that was begun earlier is put there. */
	private Object begin(int where) {
		var turn = new Object();
		owner.getDisplay().setData(key(where), turn);
		if (where == DND.CLIPBOARD) {
			decoding.cancel(true);
		}
		return turn;
	}

	private boolean isLatest(Object turn, int where) {
		return !owner.isDisposed() && owner.getDisplay().getData(key(where)) == turn;
	}

	private static String key(int where) {
		return Copier.class.getName() + where;
	}

	/** Returns whether there was something to put, and the system took it. */
	private boolean put(int where, Content... contents) {
		Content[] some = Arrays.stream(contents).filter(content -> !"".equals(content.data())).toArray(Content[]::new);
		if (some.length == 0) {
			return false;
		}
		var clipboard = new Clipboard(owner.getDisplay());
		try {
			clipboard.setContents(Arrays.stream(some).map(Content::data).toArray(),
					Arrays.stream(some).map(Content::as).toArray(Transfer[]::new), where);
			return true;
		} catch (SWTError e) {
			// Another program holds it.
			// Nobody asked for what goes to the other one
			if (where == DND.CLIPBOARD) {
				refused.run();
			}
			return false;
		} finally {
			clipboard.dispose();
		}
	}
}
