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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuItem;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.IWindowCloseHandler;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ui.parts.ServerConversationPart;

/** The product's window, as against what is in it. */
class WindowTest {

	/** A warning or an error; what runs the tests tells other things there. */
	private static final Pattern COMPLAINT = Pattern.compile("!ENTRY org\\.eclipse\\.\\S+ [24] ");

	private final Workbench workbench = Workbench.running();
	private final Roles roles = new Roles(workbench);

	@AfterEach
	void stop() {
		roles.stopAll();
	}

	/** Asks the window whether it may close; {@code null} until it is known. */
	private AtomicReference<Boolean> askToClose() {
		var closes = new AtomicReference<Boolean>();
		var handler = workbench.window().getContext().get(IWindowCloseHandler.class);
		// It may be answered later, by a dialog.
		workbench.shell().getDisplay().asyncExec(() -> closes.set(handler.close(workbench.window())));
		return closes;
	}

	private Shell question() {
		return Arrays.stream(workbench.shell().getShells()).filter(each -> each.getText().equals("Quit Anteroom?"))
				.findFirst().orElse(null);
	}

	private boolean answer(AtomicReference<Boolean> closes, String label) {
		workbench.act(() -> Workbench.select(Roles.button(question(), label)));
		workbench.await("the answer", () -> closes.get() != null);
		return closes.get();
	}

	/** What goes wrong while the workbench comes up, the platform says there and nowhere else. */
	@Test
	void thePlatformHasNothingToComplainOf() throws IOException {
		Path log = Platform.getLogFileLocation().toPath();
		List<String> entries = Files.exists(log) ? Files.readAllLines(log) : List.of();
		assertEquals(List.of(), entries.stream().filter(line -> COMPLAINT.matcher(line).lookingAt()).toList());
	}

	@Test
	void itClosesUnaskedWhileNobodyIsThere() {
		roles.startOnFreePorts();
		AtomicReference<Boolean> closes = askToClose();
		workbench.await("it to close", () -> Boolean.TRUE.equals(closes.get()));
	}

	@Test
	void itAsksBeforeItCutsSomebodyOff() throws IOException {
		int[] ports = roles.startOnFreePorts();
		try (var served = new TextPeer(ports[0]); var waiting = new TextPeer(ports[0])) {
			served.read();
			waiting.read();
			AtomicReference<Boolean> closes = askToClose();
			workbench.await("the question", () -> question() != null);
			List<String> words = workbench.ui(() -> Workbench.find(question(), Label.class, any -> true).stream()
					.map(Label::getText).toList());
			String all = String.join("\n", words);
			assertTrue(all.contains("You are talking with 127.0.0.1:" + served.localPort() + "."), all);
			assertTrue(all.contains("Waiting in line: 1"), all);
			assertEquals("Stay", workbench.ui(() -> question().getDefaultButton().getText().replace("&", "")));
			assertFalse(answer(closes, "Stay"));

			AtomicReference<Boolean> again = askToClose();
			workbench.await("the question", () -> question() != null);
			assertTrue(answer(again, "Quit"));
		}
	}

	@Test
	void itTellsWhatCameWhileNobodyLooked() throws IOException {
		int[] ports = roles.startOnFreePorts();
		ServerConversationPart part = roles.serverPart();
		workbench.activate();
		try (var peer = new TextPeer(ports[0])) {
			peer.read();
			peer.send("Client(127.0.0.1):before\n");
			roles.awaitLine(part.conversation(), "before");
			String title = workbench.ui(() -> workbench.shell().getText());
			workbench.act(() -> workbench.shell().setMinimized(true));
			workbench.await("nobody to look", () -> workbench.shell().getDisplay().getActiveShell() == null);
			peer.send("Client(127.0.0.1):meanwhile\n");
			workbench.await("it to be told", () -> workbench.shell().getText().equals("(1) " + title));
			workbench.act(() -> {
				workbench.shell().setMinimized(false);
				workbench.shell().forceActive();
			});
			workbench.await("it to be seen", () -> workbench.shell().getText().equals(title));
		}
	}

	@Test
	void whatTheServerIsSetUpWithIsFoldedAwayWhileItListens() {
		ServerConversationPart part = roles.serverPart();
		assertTrue(workbench.ui(() -> part.bar().isUnfolded()));
		int before = workbench.ui(() -> part.conversation().getSize().y);
		roles.startOnFreePorts();
		workbench.await("it to be folded", () -> !part.bar().isUnfolded() && part.conversation().getSize().y > before);
		roles.stopAll();
		workbench.await("it to be back", () -> part.bar().isUnfolded() && part.conversation().getSize().y == before);
	}

	@Test
	void itCantBeMadeSoSmallThatNothingCanBeRead() {
		workbench.await("a least size", () -> {
			var least = workbench.shell().getMinimumSize();
			return least.x >= 400 && least.y >= 300;
		});
	}

	@Test
	void theMenuTellsTheAppearance() {
		IThemeEngine themes = workbench.application().getContext().get(IThemeEngine.class);
		String before = workbench.ui(() -> themes.getActiveTheme().getId());
		try {
			for (String appearance : List.of("dark", "light", "dark")) {
				workbench.act(() -> themes.setTheme("dev.anteroom.app.theme." + appearance, false));
				workbench.await(appearance + " to be marked", () -> isMarked(appearance)
						&& !isMarked(appearance.equals("dark") ? "light" : "dark"));
			}
		} finally {
			workbench.act(() -> themes.setTheme(before, false));
		}
	}

	private boolean isMarked(String appearance) {
		var item = workbench.models().findElements(workbench.application(), MMenuItem.class, EModelService.IN_MAIN_MENU,
				each -> ("dev.anteroom.app.menu.appearance." + appearance).equals(each.getElementId())).getFirst();
		assertNotNull(item);
		return item.isSelected();
	}
}
