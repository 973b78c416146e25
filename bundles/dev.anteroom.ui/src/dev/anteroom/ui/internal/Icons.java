/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** The product's own icons, for as long as a control lives. UI thread. */
public final class Icons {

	private final LocalResourceManager images;

	public Icons(Control owner) {
		images = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	/** The icon {@code icons/<name>.svg}. */
	public Image get(String name) {
		return images.get(descriptor(name));
	}

	private static ImageDescriptor descriptor(String name) {
		return ImageDescriptor.createFromURL(Icons.class.getResource("/icons/" + name + ".svg"));
	}
}
