/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureException;
import dev.anteroom.ui.pictures.PictureLoader;
import dev.anteroom.ui.widgets.PictureCanvas;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The picture that was clicked last, fitted or in its own size. */
public class ImagePreviewPart {

	private static final int LARGE = 8_192;

	private final PictureLoader loader;
	private final UISynchronize sync;
	private final Messages messages;
	private final Wording wording = Wording.ofDefaultLocale();
	private Picture picture;
	private CompletableFuture<DecodedPicture> loading;
	private PictureCanvas canvas;
	private Label status;
	private ToolItem save;
	private ToolItem open;

	@Inject
	public ImagePreviewPart(PictureLoader loader, UISynchronize sync, @Translation Messages messages) {
		this.loader = loader;
		this.sync = sync;
		this.messages = messages;
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		var bar = new ToolBar(parent, SWT.FLAT);
		GridDataFactory.fillDefaults().indent(4, 2).applyTo(bar);
		createTools(bar, new Icons(parent));
		canvas = new PictureCanvas(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		status = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 4).hint(80, SWT.DEFAULT).applyTo(status);
		show();
	}

	/** Called before and after the widgets exist, and when the picture is {@code null}. */
	@Inject
	void setPicture(@Optional @Named(Ids.PREVIEWED_PICTURE) Picture picture) {
		this.picture = picture;
		if (canvas != null && !canvas.isDisposed()) {
			show();
		}
	}

	@Focus
	void focus() {
		canvas.setFocus();
	}

	/** Where the picture is drawn. */
	public PictureCanvas canvas() {
		return canvas;
	}

	/** What is said about the picture. */
	public String statusText() {
		return status.getText();
	}

	private void createTools(ToolBar bar, Icons icons) {
		ToolItem fit = tool(bar, SWT.RADIO, icons, "fit", messages.preview_fit, () -> canvas.setFit(true));
		fit.setSelection(true);
		tool(bar, SWT.RADIO, icons, "actual_size", messages.preview_actualSize, () -> canvas.setFit(false));
		new ToolItem(bar, SWT.SEPARATOR);
		save = tool(bar, SWT.PUSH, icons, "save_as", messages.preview_saveAs, this::saveAs);
		open = tool(bar, SWT.PUSH, icons, "open_external", messages.preview_open,
				() -> Program.launch(picture.file().toString()));
	}

	private static ToolItem tool(ToolBar bar, int style, Icons icons, String icon, String tip, Runnable action) {
		var item = new ToolItem(bar, style);
		item.setImage(icons.get(icon));
		item.setToolTipText(tip);
		item.addListener(SWT.Selection, e -> {
			if (style != SWT.RADIO || item.getSelection()) {
				action.run();
			}
		});
		return item;
	}

	private void show() {
		if (loading != null) {
			loading.cancel(false);
			loading = null;
		}
		save.setEnabled(picture != null);
		open.setEnabled(picture != null && picture.format().isShowable());
		canvas.setImage(null, 0, 0);
		setStatus(picture == null ? messages.preview_empty : messages.preview_loading);
		if (picture != null) {
			var running = loader.load(picture, LARGE, LARGE);
			loading = running;
			running.whenComplete((decoded, failure) -> sync.asyncExec(() -> {
				if (running == loading && !canvas.isDisposed()) {
					shown(decoded, failure);
				}
			}));
		}
	}

	private void shown(DecodedPicture decoded, Throwable failure) {
		if (decoded != null) {
			canvas.setImage(decoded.data(), decoded.width(), decoded.height());
			setStatus(picture.name() + "\n" + NLS.bind(messages.preview_status,
					new Object[] { Integer.toString(decoded.width()), Integer.toString(decoded.height()),
							picture.format().toString(), wording.size(picture.size()) }));
		} else {
			setStatus(PictureException.describe(failure, messages));
		}
	}

	private void setStatus(String text) {
		status.setText(text);
		status.requestLayout();
	}

	private void saveAs() {
		var dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
		dialog.setFileName(picture.name());
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen == null) {
			return;
		}
		Path from = picture.file();
		CompletableFuture.runAsync(() -> {
			try {
				Files.copy(from, Path.of(chosen), StandardCopyOption.REPLACE_EXISTING);
			} catch (IOException | InvalidPathException e) {
				ILog.of(ImagePreviewPart.class).warn("A picture could not be saved", e);
				sync.asyncExec(() -> MessageDialog.openError(canvas.isDisposed() ? null : canvas.getShell(),
						messages.preview_saveAs, NLS.bind(messages.preview_saveFailed, chosen)));
			}
		});
	}
}
