/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import dev.anteroom.chat.Picture;

/** Writes one picture; when its folder can't take all of it, it goes on in the temporary one. Used by one thread. */
final class PictureWriter {

	private static final System.Logger LOG = System.getLogger(PictureWriter.class.getName());

	private final PictureFolders folders;
	private PictureFile file;

	PictureWriter(PictureFolders folders) throws IOException {
		this.folders = folders;
		this.file = folders.begin();
	}

	/** Where it is now. */
	Path folder() {
		return file.part().getParent();
	}

	/** Appends all of {@code bytes}. */
	void write(ByteBuffer... bytes) throws IOException {
		try {
			file.write(bytes);
		} catch (IOException e) {
			move(e);
			file.write(bytes);
		}
	}

	/** @param name to show, or {@code null} for that of the finished file */
	Picture finish(String name) throws IOException {
		Picture picture;
		try {
			picture = file.finish(name);
		} catch (IOException e) {
			move(e);
			picture = file.finish(name);
		}
		folders.finished(picture);
		return picture;
	}

	/** Removes what was written. */
	void discard() {
		discard(file);
	}

	private void move(IOException cause) throws IOException {
		PictureFile other = folders.beginElsewhere(file, cause);
		try {
			file.copyTo(other);
		} catch (IOException e) {
			discard(other);
			throw e;
		}
		discard(file);
		file = other;
	}

	private static void discard(PictureFile file) {
		try {
			file.discard();
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "An unfinished picture could not be removed", e);
		}
	}
}
