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

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import dev.anteroom.client.ChatClient;
import dev.anteroom.server.ChatServer;

/** The two roles, outside the window, where nothing is injected. */
final class Services {

	private static final int PATIENCE_SECONDS = 5;

	private Services() {
	}

	static ChatServer server() {
		return get(ChatServer.class);
	}

	static ChatClient client() {
		return get(ChatClient.class);
	}

	/** Stops whichever role was begun, and returns when its sockets are closed and its transcript is on disk. */
	static void stopAll() {
		BundleContext context = context();
		if (context == null) {
			return;
		}
		ServiceReference<ChatServer> server = context.getServiceReference(ChatServer.class);
		if (server != null && server.getUsingBundles() != null) {
			await(context.getService(server).stop());
		}
		ServiceReference<ChatClient> client = context.getServiceReference(ChatClient.class);
		if (client != null && client.getUsingBundles() != null) {
			await(context.getService(client).disconnect());
		}
	}

	private static void await(CompletionStage<Void> end) {
		try {
			end.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (ExecutionException | TimeoutException e) {
			System.getLogger(Services.class.getName()).log(System.Logger.Level.WARNING, "A role did not end", e);
		}
	}

	private static <T> T get(Class<T> type) {
		var tracker = new ServiceTracker<T, T>(context(), type, null);
		tracker.open();
		try {
			T service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
			if (service == null) {
				throw new IllegalStateException("No service " + type.getName());
			}
			// Kept in use for as long as the process lives.
			return context().getService(context().getServiceReference(type));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} finally {
			tracker.close();
		}
	}

	private static BundleContext context() {
		var bundle = FrameworkUtil.getBundle(Services.class);
		return bundle == null ? null : bundle.getBundleContext();
	}
}
