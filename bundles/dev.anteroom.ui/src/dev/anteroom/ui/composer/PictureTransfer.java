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

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** What can be pasted or dropped as pictures: files, or an image without a file. UI thread. */
final class PictureTransfer {

	/** Takes what there was. */
	interface Taker {

		/** @param illegible names that the system's language does not allow */
		void files(List<Path> files, List<String> illegible);

		void image(ImageData image);
	}

	/** The kinds that can be taken, the better ones first. */
	static final Transfer[] KINDS = { FileTransfer.getInstance(), ImageTransfer.getInstance() };

	private PictureTransfer() {
	}

	/**
	 * Gives {@code taker} what is on the clipboard. Where there is text as well as an image, as when cells of a
	 * spreadsheet were copied, the text is meant.
	 *
	 * @return whether there was anything
	 */
	static boolean paste(Display display, Taker taker) {
		var clipboard = new Clipboard(display);
		try {
			TransferData[] types = clipboard.getAvailableTypes();
			if (offers(types, FileTransfer.getInstance())
					&& give(clipboard.getContents(FileTransfer.getInstance()), taker)) {
				return true;
			}
			return offers(types, ImageTransfer.getInstance()) && !offers(types, TextTransfer.getInstance())
					&& give(clipboard.getContents(ImageTransfer.getInstance()), taker);
		} finally {
			clipboard.dispose();
		}
	}

	/** The first of {@code types} that can be taken, files before images; {@code null} when there is none. */
	static TransferData best(TransferData[] types) {
		for (Transfer kind : KINDS) {
			for (TransferData type : types) {
				if (kind.isSupportedType(type)) {
					return type;
				}
			}
		}
		return null;
	}

	/** Gives {@code taker} what a {@link Transfer} brought; says whether it was anything. */
	static boolean give(Object data, Taker taker) {
		if (data instanceof ImageData image) {
			taker.image(image);
			return true;
		}
		if (!(data instanceof String[] names) || names.length == 0) {
			return false;
		}
		var files = new ArrayList<Path>();
		var illegible = new ArrayList<String>();
		for (String name : names) {
			try {
				files.add(Path.of(name));
			} catch (InvalidPathException e) {
				illegible.add(name);
			}
		}
		taker.files(files, illegible);
		return true;
	}

	private static boolean offers(TransferData[] types, Transfer kind) {
		return Arrays.stream(types).anyMatch(kind::isSupportedType);
	}
}
