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

import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.ui.Ids;
import dev.anteroom.ui.preview.PictureCanvas;
import dev.anteroom.ui.preview.PictureOpener;
import dev.anteroom.ui.preview.PicturePreview;
import dev.anteroom.ui.preview.PreviewTools;
import dev.anteroom.ui.preview.PreviewedPicture;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The picture that was chosen last in the perspective; only a view in sight decodes it. */
public class ImagePreviewPart {

	private PreviewedPicture picture;
	private PicturePreview preview;

	@PostConstruct
	void create(Composite parent, PreviewTools tools, PictureOpener opener) {
		parent.setLayout(new FillLayout());
		preview = new PicturePreview(parent, tools);
		// So that the other views know, and the same picture can be chosen again in the conversation.
		preview.setChosenListener(opener::remember);
		preview.show(picture);
	}

	/** Called before and after the widgets exist, and when the picture is {@code null}. */
	@Inject
	void setPicture(@Optional @Named(Ids.PREVIEWED_PICTURE) PreviewedPicture picture) {
		this.picture = picture;
		if (preview != null && !preview.isDisposed()) {
			preview.show(picture);
		}
	}

	@Focus
	void focus() {
		preview.setFocus();
	}

	/** Where the picture is drawn. */
	public PictureCanvas canvas() {
		return preview.canvas();
	}

	/** What is said about the picture. */
	public String statusText() {
		return preview.statusText();
	}
}
