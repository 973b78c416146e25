/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** The running IDE, as a test on another thread drives it. */
public final class Ide {

	private static final int PATIENCE_SECONDS = 20;

	private Ide() {
	}

	public static IWorkbenchWindow window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
	}

	public static IWorkbenchPage page() {
		return window().getActivePage();
	}

	/** What {@code read} gives on the UI thread. */
	public static <T> T ui(Callable<T> read) {
		var result = new AtomicReference<T>();
		var failure = new AtomicReference<Throwable>();
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
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

	/** An action that may fail. */
	public interface Step {

		void run() throws Exception;
	}

	/** Does {@code action} on the UI thread. */
	public static void act(Step action) {
		ui(() -> {
			action.run();
			return null;
		});
	}

	/** Has {@code action} done on the UI thread, where it may open a dialog and wait there. */
	public static void later(Step action) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			try {
				action.run();
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
	}

	/** Executes a command as a menu or Quick Access does; it may wait in a dialog. */
	public static void command(String id) {
		later(() -> window().getService(IHandlerService.class).executeCommand(id, null));
	}

	/** Waits until {@code condition} holds on the UI thread. */
	public static void await(String what, Callable<Boolean> condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (!ui(condition)) {
			if (System.nanoTime() > end) {
				fail("waited in vain for: " + what);
			}
			pause();
		}
	}

	/** The dialog with this title; waits for it. */
	public static Shell dialog(String title) {
		await("dialog " + title, () -> find(title) != null);
		return ui(() -> find(title));
	}

	private static Shell find(String title) {
		return Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
				.filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst().orElse(null);
	}

	/** Presses the button of a dialog with these words. */
	public static void press(Shell dialog, String words) {
		act(() -> {
			Button button = find(dialog, Button.class, each -> each.getText().replace("&", "").equals(words));
			if (button == null) {
				fail("no button " + words);
			}
			button.notifyListeners(SWT.Selection, new Event());
		});
	}

	/** The first control of {@code type} in {@code parent}; {@code null} when there is none. */
	public static <T extends Control> T find(Composite parent, Class<T> type) {
		return find(parent, type, any -> true);
	}

	private static <T extends Control> T find(Composite parent, Class<T> type, Predicate<T> wanted) {
		for (Control child : parent.getChildren()) {
			if (type.isInstance(child) && wanted.test(type.cast(child))) {
				return type.cast(child);
			}
			T found = child instanceof Composite composite ? find(composite, type, wanted) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/** A service of the window's context. */
	public static <T> T service(Class<T> type) {
		return window().getService(IEclipseContext.class).get(type);
	}

	/** What renders the view {@code id}; opens it if need be. */
	public static <T> T view(String id, Class<T> type) {
		return ui(() -> type.cast(service(EPartService.class).showPart(id, EPartService.PartState.ACTIVATE).getObject()));
	}

	/** Closes the view {@code id} where it is open. */
	public static void close(String id) {
		act(() -> {
			EPartService parts = service(EPartService.class);
			MPart part = parts.findPart(id);
			if (part != null) {
				parts.hidePart(part, true);
			}
		});
	}

	/** Lets the UI thread work off what is queued, and some timers come due. */
	private static void pause() {
		var turn = new CountDownLatch(1);
		var display = PlatformUI.getWorkbench().getDisplay();
		display.asyncExec(() -> display.timerExec(10, turn::countDown));
		try {
			turn.await(1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}
}
