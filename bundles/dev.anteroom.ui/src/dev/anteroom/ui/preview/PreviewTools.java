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

import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.di.UISynchronize;

import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.pictures.PictureLoader;
import jakarta.inject.Inject;

/** What the widgets of the preview need from outside; they know no injection. */
@Creatable
public record PreviewTools(Messages messages, UISynchronize sync, PictureLoader pictures, Wording wording) {

	@Inject
	public PreviewTools(@Translation Messages messages, UISynchronize sync, PictureLoader pictures) {
		this(messages, sync, pictures, Wording.ofDefaultLocale());
	}
}
