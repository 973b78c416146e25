/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.Ids;
import jakarta.inject.Inject;

/** Brings a picture to the image preview, opening that view if need be. UI thread. */
@Creatable
public class PictureOpener {

	private final MApplication application;
	private final EPartService parts;

	@Inject
	public PictureOpener(MApplication application, EPartService parts) {
		this.application = application;
		this.parts = parts;
	}

	/** Shows {@code picture} alone. */
	public void open(Picture picture) {
		open(new PreviewedPicture(picture, PictureSequence.NONE));
	}

	public void open(PreviewedPicture picture) {
		parts.showPart(Ids.IMAGE_PREVIEW_PART, PartState.VISIBLE);
		remember(picture);
	}

	/** Shows pictures from which a person can go on to the others of {@code sequence}. */
	public Consumer<Picture> among(PictureSequence sequence) {
		return picture -> open(new PreviewedPicture(picture, sequence));
	}

	/** Has whatever preview is in sight show {@code picture}. */
	public void remember(PreviewedPicture picture) {
		application.getContext().set(Ids.PREVIEWED_PICTURE, picture);
	}
}
