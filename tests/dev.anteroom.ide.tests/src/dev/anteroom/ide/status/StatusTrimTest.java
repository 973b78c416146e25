/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.ide.Ide;
import dev.anteroom.ide.Roles;

class StatusTrimTest {

	@TempDir
	private Path folder;

	@Test
	void itIsThereWhileSomethingIsAtWork() throws Exception {
		try (var roles = new Roles(folder)) {
			roles.serverComposer();
			assertEquals(List.of(), Ide.ui(StatusTrimTest::shown));
			roles.listen();
			Ide.await("the server's status", () -> shown().equals(List.of("Anteroom: nobody waiting")));
			roles.server().stop().toCompletableFuture().get();
			Ide.await("no status", () -> shown().isEmpty());
			roles.talk();
			Ide.await("both", () -> shown().equals(
					List.of("Anteroom: talking with 127.0.0.1, nobody waiting", "Anteroom: talking with 127.0.0.1")));
		}
		Ide.await("no status at last", () -> shown().isEmpty());
	}

	@Test
	void itTellsOfRoomsToo() throws Exception {
		try (var roles = new Roles(folder)) {
			roles.hostComposer();
			assertEquals(List.of(), Ide.ui(StatusTrimTest::shown));
			roles.keepRoom();
			Ide.await("the room's status", () -> shown().equals(List.of("Anteroom: keeping a room, nobody in it")));
			roles.joinRoom();
			Ide.await("both", () -> shown()
					.equals(List.of("Anteroom: keeping a room, 1 in it", "Anteroom: in the room at 127.0.0.1")));
		}
		Ide.await("no status at last", () -> shown().isEmpty());
	}

	@Test
	void aWindowThatOpensLaterHasItToo() throws Exception {
		try (var roles = new Roles(folder)) {
			roles.serverComposer();
			roles.listen();
			Ide.await("the server's status", () -> !shown().isEmpty());
			IWorkbenchWindow other = Ide.ui(() -> PlatformUI.getWorkbench().openWorkbenchWindow(null));
			Ide.await("it in the other window", () -> shown(other).equals(List.of("Anteroom: nobody waiting")));
			roles.server().stop().toCompletableFuture().get();
			Ide.await("no status in either", () -> shown().isEmpty() && shown(other).isEmpty());
			Ide.act(other::close);
		}
	}

	private static List<String> shown() {
		return shown(Ide.window());
	}

	private static List<String> shown(IWorkbenchWindow window) {
		var found = new ArrayList<String>();
		collect(window.getShell(), found);
		return found;
	}

	private static void collect(Composite parent, List<String> found) {
		for (Control child : parent.getChildren()) {
			if (child instanceof ToolBar bar && child.isVisible()) {
				Arrays.stream(bar.getItems()).map(ToolItem::getText).filter(text -> text.startsWith("Anteroom:"))
						.forEach(found::add);
			} else if (child instanceof Composite composite) {
				collect(composite, found);
			}
		}
	}
}
