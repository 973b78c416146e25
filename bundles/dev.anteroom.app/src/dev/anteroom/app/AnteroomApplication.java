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

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import dev.anteroom.console.Console;
import dev.anteroom.console.Options;
import dev.anteroom.console.OptionsException;
import dev.anteroom.console.Termination;

/** The product's entry: a window, or a console without one, as the command line asks. */
public class AnteroomApplication implements IApplication {

	private static final Integer BAD_OPTIONS = 2;
	private static final Integer NO_WINDOW = 1;

	private static final int PATIENCE_SECONDS = 5;

	private final CountDownLatch closed = new CountDownLatch(1);
	private volatile Console console;
	private volatile E4Application window;

	@Override
	public Object start(IApplicationContext context) throws Exception {
		Options options;
		try {
			options = Options.parse(List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS)));
		} catch (OptionsException e) {
			tell(e.getMessage());
			return BAD_OPTIONS;
		}
		return switch (options.action()) {
		case HELP -> print(Options.help());
		case VERSION -> print("Anteroom " + version() + System.lineSeparator());
		case CONSOLE_SERVER, CONSOLE_CLIENT, CONSOLE_ROOM, CONSOLE_GUEST -> runConsole(options, context);
		case WINDOW, SERVER, CLIENT -> runWindow(context);
		};
	}

	@Override
	public void stop() {
		Console running = console;
		if (running != null) {
			running.stop();
		}
		if (window != null) {
			window.stop();
		}
	}

	/** This build's version, with its qualifier. */
	static String version() {
		Bundle bundle = FrameworkUtil.getBundle(AnteroomApplication.class);
		return bundle.getVersion().toString();
	}

	/** Our words are UTF-8 whatever the terminal's locale says, like everything the console prints. */
	private static Integer print(String text) {
		var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		out.print(text);
		out.flush();
		return EXIT_OK;
	}

	private static void tell(String line) {
		new PrintStream(System.err, true, StandardCharsets.UTF_8).println(line);
	}

	private Integer runConsole(Options options, IApplicationContext context) {
		context.applicationRunning();
		console = new Console(options, new Services(), System.in, System.out, System.err);
		Termination.handle(console::stop);
		return console.run();
	}

	private Object runWindow(IApplicationContext context) throws Exception {
		if (!hasDisplay()) {
			tell(Words.of("no.display"));
			return NO_WINDOW;
		}
		DataArea.choose(Platform.getInstanceLocation());
		// Half transparent: SWT's other way to show that an icon is disabled makes it brighter, also on a dark ground.
		System.getProperties().putIfAbsent("org.eclipse.swt.image.disablement", "desaturated");
		window = new E4Application();
		Thread uiThread = Thread.currentThread();
		Termination.handle(() -> closeWindow(uiThread));
		try {
			return window.start(context);
		} catch (SWTError e) {
			if (e.code != SWT.ERROR_NO_HANDLES || Display.findDisplay(uiThread) != null) {
				throw e;
			}
			// There is a name of a display, but nothing behind it.
			tell(Words.of("no.display"));
			return NO_WINDOW;
		} finally {
			Services.stopAll();
			closed.countDown();
		}
	}

	/** On a thread of its own. A dialog of the desktop's may keep the window open; it does not keep the process. */
	private void closeWindow(Thread uiThread) {
		Display display = Display.findDisplay(uiThread);
		if (display != null && !display.isDisposed()) {
			display.asyncExec(window::stop);
			try {
				if (closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
					return;
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
		Services.stopAll();
		System.exit(EXIT_OK);
	}

	private static boolean hasDisplay() {
		return !Platform.OS_LINUX.equals(Platform.getOS()) || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
	}

	private static boolean isSet(String variable) {
		String value = System.getenv(variable);
		return value != null && !value.isBlank();
	}
}
