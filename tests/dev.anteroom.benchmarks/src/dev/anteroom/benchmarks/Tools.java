/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.util.Locale;

import org.eclipse.e4.ui.workbench.swt.DisplayUISynchronize;
import org.eclipse.swt.widgets.Display;

import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.Places;
import dev.anteroom.ui.composer.Drafts;
import dev.anteroom.ui.log.LogZoom;
import dev.anteroom.ui.pictures.PictureLoader;
import dev.anteroom.ui.widgets.ViewTools;

/** What the widgets need, without an application around them. */
final class Tools {

	private Tools() {
	}

	static ViewTools on(Display display) {
		return new ViewTools(Messages.of(Locale.ENGLISH), new DisplayUISynchronize(display), new PictureLoader(), picture -> {
			// Nobody clicks
		}, new Drafts(), new LogZoom(LogZoom.NORMAL, percent -> {
			// Nobody zooms
		}), Places.NONE, new Wording(Locale.ENGLISH));
	}
}
