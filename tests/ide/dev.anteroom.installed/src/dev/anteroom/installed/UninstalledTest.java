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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;

/** The start after Anteroom was uninstalled, in the workspace where it was used. */
@ExtendWith(QuietLog.class)
class UninstalledTest {

	private final Ide ide = new Ide();

	@Test
	void nothingIsLeft() {
		Stream<Bundle> bundles = Stream.of(Platform.getBundle("org.eclipse.osgi").getBundleContext().getBundles());
		assertEquals(List.of(), bundles.map(Bundle::getSymbolicName)
				.filter(name -> name.matches("(dev\\.anteroom|io\\.netty|com\\.twelvemonkeys)\\..*") && !name.equals("dev.anteroom.installed"))
				.toList());
	}

	@Test
	void theIdeWorks() {
		IWorkbench workbench = ide.ui(() -> ide.window().getWorkbench());
		assertNull(ide.ui(() -> workbench.getViewRegistry().find("dev.anteroom.ui.part.waitingline")));
		ide.open("org.eclipse.ui.resourcePerspective");
		ide.show("org.eclipse.ui.views.ContentOutline");
		assertTrue(ide.ui(() -> ide.page().findView("org.eclipse.ui.views.ContentOutline") != null));
	}
}
