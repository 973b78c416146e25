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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;

/** The pictures of how Anteroom is installed; not a test, but done as one. The property {@code archive} is the file. */
class InstallScenes {

	private final Ide ide = new Ide();
	private final Screenshot screenshot = new Screenshot(ide);

	@Test
	void theWizard() throws Exception {
		ide.display().asyncExec(() -> {
			try {
				ide.service(IHandlerService.class).executeCommand("org.eclipse.equinox.p2.ui.sdk.install", null);
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
		ide.await("the wizard", () -> wizard() != null);
		Shell wizard = ide.ui(this::wizard);
		ide.act(() -> {
			Combo site = Ide.find(wizard, Combo.class, any -> true).getFirst();
			site.setText("jar:file:" + System.getProperty("archive") + "!/");
			var enter = new Event();
			enter.type = SWT.KeyDown;
			enter.keyCode = SWT.CR;
			enter.character = SWT.CR;
			site.notifyListeners(SWT.KeyDown, enter);
			site.notifyListeners(SWT.DefaultSelection, new Event());
		});
		// As it finds more the wizard makes its items anew, and forgets what was done with those before.
		int takes = 0;
		do {
			assertTrue(takes++ < 5, "what is chosen stays so");
			ide.await("what is chosen", () -> isChosen(wizard) || choose(wizard));
			screenshot.take("ide-install", wizard);
		} while (!ide.ui(() -> isChosen(wizard)));
		ide.display().asyncExec(() -> Ide.select(next(wizard)));
		ide.await("the details", () -> !Ide.find(wizard, Tree.class, Tree::isVisible).isEmpty() && next(wizard).isEnabled()
				&& category(wizard) == null);
		ide.display().asyncExec(() -> Ide.select(next(wizard)));
		ide.await("the licence", () -> !Ide.find(wizard, Button.class,
				button -> button.isVisible() && (button.getStyle() & SWT.RADIO) != 0).isEmpty());
		screenshot.take("ide-licence", wizard);
		ide.act(wizard::close);
	}

	private Shell wizard() {
		return Arrays.stream(ide.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals("Install"))
				.findFirst().orElse(null);
	}

	private static boolean isChosen(Shell wizard) {
		TreeItem item = item(wizard);
		return item != null && item.getChecked() && item.getParentItem().getExpanded()
				&& List.of(item.getParent().getSelection()).equals(List.of(item)) && next(wizard).isEnabled();
	}

	/** Goes one step towards it. */
	private static boolean choose(Shell wizard) {
		TreeItem category = category(wizard);
		if (category == null || isPending(wizard)) {
			return false;
		}
		TreeItem item = item(wizard);
		if (item == null || !category.getExpanded()) {
			category.setExpanded(true);
			tell(SWT.Expand, category, SWT.NONE);
		} else if (!item.getChecked()) {
			item.setChecked(true);
			tell(SWT.Selection, item, SWT.CHECK);
		} else {
			item.getParent().setSelection(item);
			tell(SWT.Selection, item, SWT.NONE);
		}
		return false;
	}

	/** Tells the wizard what was done with an item. */
	private static void tell(int type, TreeItem item, int detail) {
		var event = new Event();
		event.item = item;
		event.detail = detail;
		item.getParent().notifyListeners(type, event);
	}

	private static boolean isPending(Shell wizard) {
		return items(wizard).anyMatch(item -> item.getText().startsWith("Pending"));
	}

	private static TreeItem category(Shell wizard) {
		return items(wizard).filter(item -> item.getText().equals("Anteroom")).findFirst().orElse(null);
	}

	private static Stream<TreeItem> items(Shell wizard) {
		return Ide.find(wizard, Tree.class, Tree::isVisible).stream().flatMap(tree -> Arrays.stream(tree.getItems()));
	}

	private static TreeItem item(Shell wizard) {
		TreeItem category = category(wizard);
		return category == null ? null
				: Arrays.stream(category.getItems()).filter(item -> item.getText().equals("Anteroom for the IDE")).findFirst()
						.orElse(null);
	}

	private static Button next(Shell wizard) {
		return Ide.find(wizard, Button.class, button -> button.getText().contains("Next")).getFirst();
	}
}
