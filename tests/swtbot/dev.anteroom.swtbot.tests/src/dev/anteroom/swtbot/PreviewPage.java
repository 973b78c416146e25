/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import static dev.anteroom.swtbot.Conditions.await;
import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.widgetOfType;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.results.Result;

import dev.anteroom.ui.preview.PictureCanvas;

/** The picture that was clicked last. Test's thread. */
final class PreviewPage {

	static final String TITLE = "Image Preview";

	private final View view;

	PreviewPage(Window window) {
		view = window.view(TITLE);
	}

	/** Returns when a picture of that size is shown. */
	void awaitPicture(int width, int height) {
		view.awaitWordsLike("(?s).*" + width + " × " + height + ".*");
		await("the picture", () -> UIThreadRunnable.syncExec(() -> canvas().hasImage()));
	}

	void chooseActualSize() {
		view.bot().toolbarRadioButtonWithTooltip("Actual size").click();
	}

	void chooseFit() {
		view.bot().toolbarRadioButtonWithTooltip("Fit to view").click();
	}

	/** How large the picture is drawn. */
	Rectangle drawn() {
		PictureCanvas canvas = canvas();
		return UIThreadRunnable.syncExec((Result<Rectangle>) canvas::pictureBounds);
	}

	/** How much room there is. */
	Rectangle room() {
		PictureCanvas canvas = canvas();
		return UIThreadRunnable.syncExec((Result<Rectangle>) canvas::getClientArea);
	}

	private PictureCanvas canvas() {
		return view.bot().widget(widgetOfType(PictureCanvas.class));
	}
}
