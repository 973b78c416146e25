/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.e4.ui.di.UISynchronize;
import org.eclipse.e4.ui.workbench.swt.DisplayUISynchronize;
import org.eclipse.swt.widgets.Display;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Wording;
import dev.anteroom.ui.composer.Drafts;
import dev.anteroom.ui.log.LogZoom;
import dev.anteroom.ui.pictures.PictureLoader;
import dev.anteroom.ui.widgets.ViewTools;

/** What widgets need, without an application around them. */
public final class TestTools {

	private TestTools() {
	}

	/** English tools on {@code display}. */
	public static ViewTools on(Display display, Consumer<Picture> opener) {
		return on(display, opener, Places.NONE);
	}

	/** The same, where such places can be shown. */
	public static ViewTools on(Display display, Consumer<Picture> opener, Places places) {
		return new ViewTools(Messages.of(Locale.ENGLISH), synchronize(display), new PictureLoader(), opener,
				new Drafts(), new LogZoom(LogZoom.NORMAL, percent -> { }), places, new Wording(Locale.ENGLISH));
	}

	public static UISynchronize synchronize(Display display) {
		return new DisplayUISynchronize(display);
	}
}
