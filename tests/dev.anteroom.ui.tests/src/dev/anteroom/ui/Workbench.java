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

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** The running product, as a test on another thread drives it. */
final class Workbench {

	private final MApplication application;
	private final UiThread thread;

	private Workbench(MApplication application, UiThread thread) {
		this.application = application;
		this.thread = thread;
	}

	/** The product under test, with its window open. */
	static Workbench running() {
		BundleContext context = FrameworkUtil.getBundle(Workbench.class).getBundleContext();
		var reference = context.getServiceReference(IWorkbench.class);
		assertNotNull(reference, "no workbench is running");
		MApplication application = context.getService(reference).getApplication();
		var workbench = new Workbench(application, new UiThread(application.getContext().get(Display.class)));
		// The last thing that is done when the application starts, some time after the window is there.
		workbench.await("the start to be over", () -> workbench.shell().getMinimumSize().x >= 400);
		return workbench;
	}

	/** Has the window in use, as the window manager sees it. */
	void activate() {
		act(() -> shell().forceActive());
		await("the window to be in use", () -> shell().getDisplay().getActiveShell() == shell());
	}

	MApplication application() {
		return application;
	}

	MWindow window() {
		return application.getChildren().getFirst();
	}

	Shell shell() {
		return (Shell) window().getWidget();
	}

	/** {@link UiThread#ui} */
	<T> T ui(Callable<T> read) {
		return thread.ui(read);
	}

	/** {@link UiThread#act} */
	void act(Runnable action) {
		thread.act(action);
	}

	/** {@link UiThread#await} */
	void await(String what, Callable<Boolean> condition) {
		thread.await(what, condition);
	}

	/** Shows a perspective, and returns once it is shown. */
	MPerspective show(String perspective) {
		EPartService parts = window().getContext().get(EPartService.class);
		act(() -> parts.switchPerspective(perspective));
		MPerspective active = ui(() -> models().getActivePerspective(window()));
		assertNotNull(active);
		return active;
	}

	EModelService models() {
		return application.getContext().get(EModelService.class);
	}

	/** The part {@code id} of the active perspective, rendered. */
	<T> T part(String id, Class<T> type) {
		return ui(() -> {
			MPart part = models().findElements(models().getActivePerspective(window()), id, MPart.class).getFirst();
			assertNotNull(part.getObject(), id + " is not rendered");
			return type.cast(part.getObject());
		});
	}

	/** All controls of {@code type} in {@code parent} that {@code wanted} accepts, in the order of the widget tree. */
	static <T extends Control> List<T> find(Composite parent, Class<T> type, Predicate<T> wanted) {
		var found = new ArrayList<T>();
		for (Control child : parent.getChildren()) {
			if (type.isInstance(child) && wanted.test(type.cast(child))) {
				found.add(type.cast(child));
			}
			if (child instanceof Composite composite) {
				found.addAll(find(composite, type, wanted));
			}
		}
		return found;
	}

	/** What happens when a person chooses {@code widget}. */
	static void select(Widget widget) {
		widget.notifyListeners(SWT.Selection, new Event());
	}

	/** Chooses {@code widget}, which opens a dialog, and returns that when it is there. */
	Shell open(Widget widget, String title) {
		// Not waited for: it returns when the dialog is closed.
		application.getContext().get(Display.class).asyncExec(() -> select(widget));
		await("the dialog " + title, () -> !dialogs(title).isEmpty());
		return ui(() -> dialogs(title).getFirst());
	}

	/** Presses the button {@code label} of {@code dialog}, and returns when it is closed. */
	void close(Shell dialog, String label) {
		act(() -> select(Roles.button(dialog, label)));
		await("the dialog to be closed", dialog::isDisposed);
	}

	private static List<Shell> dialogs(String title) {
		return Arrays.stream(Display.getCurrent().getShells())
				.filter(shell -> shell.isVisible() && shell.getText().equals(title)).toList();
	}

	/** What happens when a person presses a key in {@code control}. */
	static Event press(Control control, int key, int modifiers) {
		var event = new Event();
		event.type = SWT.KeyDown;
		event.keyCode = key;
		event.character = (char) key;
		event.stateMask = modifiers;
		event.doit = true;
		control.notifyListeners(SWT.KeyDown, event);
		return event;
	}
}
