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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.chat.Picture;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Copier;
import dev.anteroom.ui.internal.Copier.Content;
import dev.anteroom.ui.internal.Labels;

/** Ways out of the preview for a picture: into a file, to the clipboard, into another program. UI thread. */
final class PictureExport {

	private final PreviewTools tools;
	private final Desktop desktop;
	private final Copier copier;

	PictureExport(Control owner, PreviewTools tools, Desktop desktop) {
		this.tools = tools;
		this.desktop = desktop;
		copier = new Copier(owner, tools.sync(), tools.pictures(),
				() -> tell(tools.messages().preview_copy, tools.messages().preview_copyFailed));
	}

	/** Asks where to, and writes the bytes there as they came. */
	void save(Picture picture) {
		Path chosen = desktop.chooseFile(PictureFiles.nameFor(picture), picture.format());
		if (chosen == null || chosen.getFileName() == null) {
			return;
		}
		Path to = chosen.resolveSibling(PictureFiles.withExtension(chosen.getFileName().toString(), picture.format()));
		boolean replace = Files.exists(to);
		// About the very name that was chosen, the dialog has asked already.
		if (replace && !to.equals(chosen) && !desktop.mayReplace(to)) {
			return;
		}
		CompletableFuture.runAsync(() -> {
			try {
				PictureFiles.copy(picture.file(), to, replace);
			} catch (IOException | SecurityException e) {
				Messages messages = tools.messages();
				tools.sync().asyncExec(() -> tell(messages.preview_saveAs, NLS.bind(messages.preview_saveFailed, to)));
				ILog.of(PictureExport.class).warn("A picture could not be saved", e);
			}
		});
	}

	/** Puts the image and its file on the clipboard; only the file, when the image can't be decoded. */
	void copy(Picture picture) {
		copier.copy(picture, new Content(new String[] { picture.file().toString() }, FileTransfer.getInstance()));
	}

	/** Whether the system may be asked to open {@code picture}: a picture by its bytes, and by its name, too. */
	static boolean canOpen(Picture picture) {
		return picture.format().isShowable() && PictureFiles.hasExtension(picture.file().toString(), picture.format());
	}

	void open(Picture picture) {
		if (canOpen(picture) && !desktop.open(picture.file())) {
			tell(tools.messages().preview_open, tools.messages().preview_openFailed);
		}
	}

	/** @param command what could not be done, with its access key */
	private void tell(String command, String words) {
		desktop.tell(Labels.plain(command), words);
	}
}
