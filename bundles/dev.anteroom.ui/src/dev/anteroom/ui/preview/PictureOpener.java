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

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.internal.Views;
import jakarta.inject.Inject;

/**
 * Brings a picture to the image preview beside the view that it is in, opening that preview if need be. Each perspective
 * has a preview and keeps its picture. UI thread.
 */
@Creatable
public class PictureOpener {

	private final MPart part;
	private final EModelService models;
	private final EPartService parts;

	/** @param part the view that the picture is in */
	@Inject
	public PictureOpener(MPart part, EModelService models, EPartService parts) {
		this.part = part;
		this.models = models;
		this.parts = parts;
	}

	/** Shows {@code picture} alone. */
	public void open(Picture picture) {
		open(new PreviewedPicture(picture, PictureSequence.NONE));
	}

	public void open(PreviewedPicture picture) {
		Views.show(parts, Ids.IMAGE_PREVIEW_PART, PartState.VISIBLE);
		remember(picture);
	}

	/** Shows pictures from which a person can go on to the others of {@code sequence}. */
	public Consumer<Picture> among(PictureSequence sequence) {
		return picture -> open(new PreviewedPicture(picture, sequence));
	}

	/** Has the preview of the same perspective show {@code picture}. */
	public void remember(PreviewedPicture picture) {
		MPerspective perspective = models.getPerspectiveFor(part);
		// A view of a window that has none, as one that was torn off.
		IEclipseContext context = perspective == null ? models.getTopLevelWindowFor(part).getContext()
				: perspective.getContext();
		context.set(Ids.PREVIEWED_PICTURE, picture);
	}
}
