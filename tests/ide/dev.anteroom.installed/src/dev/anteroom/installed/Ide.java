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

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** The running IDE, as a test on another thread drives it: by what its menus and dialogs do. */
final class Ide {

	private static final int PATIENCE_SECONDS = 20;

	/** What {@code read} gives on the UI thread. */
	<T> T ui(Callable<T> read) {
		var result = new AtomicReference<T>();
		var failure = new AtomicReference<Throwable>();
		display().syncExec(() -> {
			try {
				result.set(read.call());
			} catch (Throwable e) {
				failure.set(e);
			}
		});
		if (failure.get() instanceof Error error) {
			throw error;
		}
		if (failure.get() != null) {
			throw new AssertionError(failure.get());
		}
		return result.get();
	}

	/** Does {@code action} on the UI thread. */
	void act(Runnable action) {
		ui(() -> {
			action.run();
			return null;
		});
	}

	/** Waits until {@code condition} holds on the UI thread. */
	void await(String what, Callable<Boolean> condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!ui(condition)) {
			if (System.nanoTime() > end) {
				fail("waited in vain for: " + what);
			}
			pause();
		}
	}

	/** Opens a perspective as the dialog does. */
	void open(String perspective) {
		act(() -> {
			IPerspectiveDescriptor descriptor = window().getWorkbench().getPerspectiveRegistry()
					.findPerspectiveWithId(perspective);
			page().setPerspective(descriptor);
		});
	}

	/** Opens a view as the menu does. */
	void show(String view) {
		ui(() -> page().showView(view));
	}

	/** Closes a view as its cross does. */
	void close(String view) {
		act(() -> parts().hidePart(model(view), true));
	}

	boolean isShown(String view) {
		return ui(() -> {
			MPart part = model(view);
			return part != null && part.isToBeRendered() && part.getObject() != null;
		});
	}

	/** What stands behind a view of the active perspective that is shown. */
	<T> T part(String view, Class<T> type) {
		return ui(() -> type.cast(model(view).getObject()));
	}

	/** A view's topmost widget. */
	Composite widget(String view) {
		return ui(() -> (Composite) model(view).getWidget());
	}

	/** To be called on the UI thread, like the next ones. */
	IWorkbenchPage page() {
		return window().getActivePage();
	}

	IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	<T> T service(Class<T> type) {
		return PlatformUI.getWorkbench().getService(type);
	}

	Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	static void select(Widget widget) {
		widget.notifyListeners(SWT.Selection, new Event());
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

	private EPartService parts() {
		return window().getService(EPartService.class);
	}

	private MPart model(String view) {
		EModelService models = window().getService(EModelService.class);
		var window = window().getService(MWindow.class);
		return models.findElements(models.getActivePerspective(window), view, MPart.class).stream().findFirst()
				.orElse(null);
	}

	/** Lets the UI thread work off what is queued, and some timers come due. */
	private void pause() {
		var turn = new CountDownLatch(1);
		display().asyncExec(() -> display().timerExec(10, turn::countDown));
		try {
			turn.await(1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
