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

import java.util.Arrays;
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
		// While the rest is looked for the wizard makes its items anew.
		ide.await("all that can be installed", () -> category(wizard) != null && !isPending(wizard));
		ide.act(() -> {
			TreeItem category = category(wizard);
			category.setExpanded(true);
			var expand = new Event();
			expand.item = category;
			category.getParent().notifyListeners(SWT.Expand, expand);
		});
		ide.await("the features", () -> item(wizard) != null);
		ide.act(() -> {
			TreeItem item = item(wizard);
			item.setChecked(true);
			var check = new Event();
			check.detail = SWT.CHECK;
			check.item = item;
			item.getParent().notifyListeners(SWT.Selection, check);
			item.getParent().setSelection(item);
			var select = new Event();
			select.item = item;
			item.getParent().notifyListeners(SWT.Selection, select);
		});
		ide.await("it can go on", () -> next(wizard).isEnabled());
		screenshot.take("ide-install", wizard);
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
		return Arrays.stream(category(wizard).getItems()).filter(item -> item.getText().equals("Anteroom for the IDE"))
				.findFirst().orElse(null);
	}

	private static Button next(Shell wizard) {
		return Ide.find(wizard, Button.class, button -> button.getText().contains("Next")).getFirst();
	}
}
