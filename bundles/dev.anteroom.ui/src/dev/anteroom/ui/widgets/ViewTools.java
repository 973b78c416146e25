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

import java.util.function.Consumer;

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.UISynchronize;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.Places;
import dev.anteroom.ui.composer.Drafts;
import dev.anteroom.ui.log.LogZoom;
import dev.anteroom.ui.pictures.PictureLoader;
import dev.anteroom.ui.preview.PictureOpener;
import jakarta.inject.Inject;

/**
 * What the widgets of a conversation need from outside, handed from the part that has it injected to the widgets that
 * know no injection.
 *
 * @param opener shows a picture to the person
 * @param places which places besides web addresses can be shown here
 */
@Creatable
public record ViewTools(Messages messages, UISynchronize sync, PictureLoader pictures,
		Consumer<Picture> opener, Drafts drafts, LogZoom zoom, Places places, Wording wording) {

	@Inject
	public ViewTools(@Translation Messages messages, UISynchronize sync, PictureLoader pictures,
			PictureOpener opener, Drafts drafts, LogZoom zoom, @Optional Places places) {
		this(messages, sync, pictures, opener::open, drafts, zoom, places == null ? Places.NONE : places,
				Wording.ofDefaultLocale());
	}

	/** The same, with another way to show a picture. */
	public ViewTools withOpener(Consumer<Picture> other) {
		return new ViewTools(messages, sync, pictures, other, drafts, zoom, places, wording);
	}
}
