/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.installed;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/**
 * Takes pictures of what is on the screen: those that the property {@code screenshots.names} names, into the folder
 * {@code screenshots}.
 */
record Screenshot(Ide ide) {

	/** The language of the IDE and its theme, as they are part of a picture's name. */
	private static final String SUFFIX = System.getProperty("screenshots.suffix", "");
	private static final List<String> NAMES = List.of(System.getProperty("screenshots.names", "").split(","));

	private static final int FRAME = 5;

	/** Has the IDE's window fill the screen. */
	void fillScreen() {
		ide.act(() -> {
			Shell shell = ide.window().getShell();
			shell.setMaximized(true);
			shell.forceActive();
		});
		ide.await("the whole screen", () -> ide.window().getShell().getSize().x >= ide.display().getBounds().width - 20);
	}

	/** The window of {@code shell} with all that is in it, as the screen shows it. */
	void take(String name, Shell shell) throws IOException, InterruptedException {
		if (!NAMES.contains(name)) {
			return;
		}
		Rectangle place = ide.ui(() -> {
			while (ide.display().readAndDispatch()) {
				// Whatever is still to be laid out and painted.
			}
			return shell.getBounds();
		});
		String file = System.getProperty("screenshots") + '/' + name + SUFFIX + ".png";
		// GTK takes the frame for wider than the window manager draws it.
		int excess = ide.ui(shell::getMaximized) ? 0 : FRAME;
		var process = new ProcessBuilder("import", "-silent", "-window", "root", "-crop",
				(place.width - excess) + "x" + (place.height - excess) + "+" + place.x + "+" + place.y, "+repage", "-strip",
				file).inheritIO().start();
		if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
			throw new IOException("no picture: " + file);
		}
	}
}
