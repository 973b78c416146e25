/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.pictures.DecodedPicture;

/** The picture that is to go out with a message: a small view of it, its name and size, and a way to remove it. */
final class AttachedPicture extends Composite {

	private static final int PREVIEW = 56;

	private final ViewTools tools;
	private final Runnable changed;
	private final Label preview;
	private final Label description;
	private Path file;
	private Image shown;
	private CompletableFuture<DecodedPicture> decoding;

	AttachedPicture(Composite parent, ViewTools tools, Runnable changed) {
		super(parent, SWT.NONE);
		this.tools = tools;
		this.changed = changed;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(this);
		preview = new Label(this, SWT.CENTER);
		GridDataFactory.fillDefaults().hint(PREVIEW, PREVIEW).applyTo(preview);
		description = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(60, SWT.DEFAULT)
				.applyTo(description);
		var bar = new ToolBar(this, SWT.FLAT);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
		var remove = new ToolItem(bar, SWT.PUSH);
		remove.setImage(new Icons(this).get("remove"));
		remove.setToolTipText(tools.messages().composer_removePicture);
		remove.addListener(SWT.Selection, e -> set(null));
		addDisposeListener(e -> clear());
	}

	/** The attached file, or {@code null}. */
	Path file() {
		return file;
	}

	/** Attaches {@code file}, or nothing if it is {@code null}. Whether it can be sent is told when it is sent. */
	void set(Path file) {
		clear();
		this.file = file;
		if (file != null) {
			Picture picture = probe(file);
			description.setText(picture.name() + " (" + tools.wording().size(picture.size()) + ")");
			description.setToolTipText(file.toString());
			var running = tools.pictures().thumbnail(picture);
			decoding = running;
			running.whenComplete((decoded, failure) -> tools.sync().asyncExec(() -> show(running)));
		}
		changed.run();
	}

	private static Picture probe(Path file) {
		var header = new byte[PictureFormat.HEADER_LENGTH];
		long size = 0;
		int read = 0;
		try (var input = Files.newInputStream(file)) {
			size = Files.size(file);
			read = input.readNBytes(header, 0, header.length);
		} catch (IOException e) {
			// Sending it tells the person.
		}
		return new Picture(file, file.getFileName().toString(), size, PictureFormat.of(header, read));
	}

	private void show(CompletableFuture<DecodedPicture> done) {
		if (isDisposed() || done != decoding) {
			return;
		}
		if (done.isCompletedExceptionally()) {
			preview.setImage(new Icons(this).get("broken_image"));
			return;
		}
		var data = done.join().data();
		double scale = Math.min(1, Math.min((double) PREVIEW / data.width, (double) PREVIEW / data.height));
		shown = new Image(getDisplay(), data.scaledTo(Math.max(1, (int) (data.width * scale)),
				Math.max(1, (int) (data.height * scale))));
		preview.setImage(shown);
	}

	private void clear() {
		if (decoding != null) {
			decoding.cancel(false);
			decoding = null;
		}
		if (!preview.isDisposed()) {
			preview.setImage(null);
		}
		if (shown != null) {
			shown.dispose();
			shown = null;
		}
	}
}
