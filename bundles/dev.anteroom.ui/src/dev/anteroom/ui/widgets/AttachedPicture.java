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

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Picture;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;

/** The picture that is to go out with a message: a small view of it, its name and size, and a way to remove it. */
final class AttachedPicture extends Composite {

	private static final int PREVIEW = 56;

	private final ViewTools tools;
	private final Runnable changed;
	private final Icons icons = new Icons(this);
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
		remove.setImage(icons.get("remove"));
		remove.setToolTipText(tools.messages().composer_removePicture);
		remove.addListener(SWT.Selection, e -> set(null));
		addDisposeListener(e -> clear());
	}

	/** The attached file, or {@code null}. */
	Path file() {
		return file;
	}

	/** Attaches {@code file}, or nothing if it is {@code null}. What is wrong with it is told here, and by sending it. */
	void set(Path file) {
		clear();
		this.file = file;
		if (file != null) {
			description.setText(file.getFileName() == null ? file.toString() : file.getFileName().toString());
			description.setToolTipText(file.toString());
			CompletableFuture<DecodedPicture> running = tools.pictures().probe(file).thenCompose(picture -> {
				tools.sync().asyncExec(() -> describe(file, picture));
				return tools.pictures().thumbnail(picture);
			});
			decoding = running;
			running.whenComplete((decoded, failure) -> tools.sync().asyncExec(() -> show(running, decoded, failure)));
		}
		changed.run();
	}

	private void describe(Path described, Picture picture) {
		if (!isDisposed() && described.equals(file)) {
			description.setText(picture.name() + " (" + tools.wording().size(picture.size()) + ")");
		}
	}

	private void show(CompletableFuture<DecodedPicture> done, DecodedPicture decoded, Throwable failure) {
		if (isDisposed() || done != decoding) {
			return;
		}
		if (failure != null) {
			preview.setImage(icons.get("broken_image"));
			if (PictureLoader.cause(failure) instanceof ChatException refused) {
				description.setText(tools.wording().of(refused.notice()));
				description.setToolTipText(description.getText());
			}
			return;
		}
		var data = decoded.data();
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
