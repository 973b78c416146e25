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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import dev.anteroom.chat.Picture;

/** The folder for a transcript's pictures, and a temporary one for when it can't be written. Used by one thread. */
final class PictureFolders {

	private final Supplier<Path> place;
	private final Fault fault;
	private final Opener opener;
	private PictureFolder own;
	private PictureFolder spare;

	/** @param place gives the folder's path, or {@code null} when there can't be one now, which has been told then */
	PictureFolders(Supplier<Path> place, Fault fault, Opener opener) {
		this.place = place;
		this.fault = fault;
		this.opener = opener;
	}

	/** A new picture in the first folder that takes it. */
	PictureFile begin() throws IOException {
		Path path = place.get();
		if (path != null) {
			if (own == null || !own.path().equals(path)) {
				own = new PictureFolder(path, false, opener);
			}
			try {
				return own.begin();
			} catch (IOException e) {
				fault.begin(path, e);
			}
		}
		return beginInSpare();
	}

	/**
	 * The same picture in the temporary folder, of which nothing is there yet.
	 *
	 * @throws IOException {@code cause} when {@code file} is there already
	 */
	PictureFile beginElsewhere(PictureFile file, IOException cause) throws IOException {
		Path path = file.part().getParent();
		if (spare != null && path.equals(spare.path())) {
			throw cause;
		}
		fault.begin(path, cause);
		return beginInSpare();
	}

	/** {@code picture} is whole. */
	void finished(Picture picture) {
		Path path = picture.file().getParent();
		if (own != null && path.equals(own.path())) {
			fault.end(path);
		}
	}

	/** Whether {@code file} lies in one of these folders. */
	boolean hold(Path file) {
		Path folder = file.getParent();
		return own != null && own.path().equals(folder) || spare != null && spare.path().equals(folder);
	}

	private PictureFile beginInSpare() throws IOException {
		if (spare == null || !Files.isDirectory(spare.path())) {
			Path folder = Files.createTempDirectory("anteroom-images-");
			folder.toFile().deleteOnExit();
			spare = new PictureFolder(folder, true, opener);
		}
		return spare.begin();
	}
}
