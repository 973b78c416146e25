/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.app;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.service.datalocation.Location;

/**
 * Where a running Anteroom keeps its layout and settings. The first one uses {@code ~/.anteroom/workspace}; one that runs
 * beside it {@code workspace-2}, and so on, because a data area serves one process at a time.
 */
final class DataArea {

	private static final int MOST = 100;

	private DataArea() {
	}

	/** Sets {@code location} to the first area that is free, unless the person chose one with {@code -data}. */
	static void choose(Location location) throws IOException {
		if (location.isSet()) {
			return;
		}
		Path home = Path.of(System.getProperty("user.home"), ".anteroom");
		for (int i = 1; i <= MOST; i++) {
			Path area = home.resolve(i == 1 ? "workspace" : "workspace-" + i);
			Files.createDirectories(area);
			URL url = new File(area.toString() + File.separator).toURI().toURL();
			if (isFree(location.createLocation(null, url, false))) {
				location.set(url, false);
				return;
			}
		}
		throw new IOException("No free data area in " + home);
	}

	/** The platform locks the area again itself when it starts. */
	private static boolean isFree(Location area) throws IOException {
		area.set(area.getDefault(), false);
		if (area.lock()) {
			area.release();
			return true;
		}
		return false;
	}
}
