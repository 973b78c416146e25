/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swtbot.swt.finder.utils.SWTBotPreferences;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import dev.anteroom.client.ChatClient;
import dev.anteroom.server.ChatServer;

/**
 * Begins and ends each journey with both roles at rest, takes a picture of the screen when it fails, and fails it when
 * an error was logged meanwhile.
 */
final class QuietProduct implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {

	private static final int PATIENCE_SECONDS = 20;

	private final Queue<IStatus> errors = new ConcurrentLinkedQueue<>();
	private final ILogListener listener = (status, plugin) -> {
		if (status.matches(IStatus.ERROR)) {
			errors.add(status);
		}
	};

	@Override
	public void beforeEach(ExtensionContext context) throws Exception {
		rest();
		errors.clear();
		Platform.addLogListener(listener);
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			String journey = context.getRequiredTestClass().getSimpleName() + '.'
					+ context.getRequiredTestMethod().getName();
			SWTUtils.captureScreenshot(SWTBotPreferences.SCREENSHOTS_DIR + '/' + journey + '.'
					+ SWTBotPreferences.SCREENSHOT_FORMAT);
		}
	}

	@Override
	public void afterEach(ExtensionContext context) throws Exception {
		rest();
		Platform.removeLogListener(listener);
		Assertions.assertTrue(errors.isEmpty(), () -> "logged: " + errors);
	}

	private static void rest() throws Exception {
		service(ChatClient.class).disconnect().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		service(ChatServer.class).stop().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
	}

	private static <T> T service(Class<T> type) {
		BundleContext context = FrameworkUtil.getBundle(QuietProduct.class).getBundleContext();
		return context.getService(context.getServiceReference(type));
	}
}
