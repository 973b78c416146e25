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
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import dev.anteroom.client.ChatClient;
import dev.anteroom.console.Console;
import dev.anteroom.protocol.Closing;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;

/** The roles, outside the window, where nothing is injected. */
final class Services implements Console.Roles {

	private static final int PATIENCE_SECONDS = 5;

	@Override
	public ChatServer server() {
		return get(ChatServer.class);
	}

	@Override
	public ChatClient client() {
		return get(ChatClient.class);
	}

	@Override
	public RoomHost host() {
		return get(RoomHost.class);
	}

	@Override
	public RoomGuest guest() {
		return get(RoomGuest.class);
	}

	/** Stops whichever role was begun, and returns when its sockets are closed and its transcript is on disk. */
	static void stopAll() {
		BundleContext context = context();
		if (context == null) {
			return;
		}
		stop(context, ChatServer.class, ChatServer::stop);
		stop(context, ChatClient.class, ChatClient::disconnect);
		stop(context, RoomHost.class, RoomHost::close);
		stop(context, RoomGuest.class, RoomGuest::leave);
	}

	private static <T> void stop(BundleContext context, Class<T> type, Function<T, CompletionStage<Void>> stop) {
		ServiceReference<T> role = context.getServiceReference(type);
		if (role != null && role.getUsingBundles() != null) {
			Closing.await(stop.apply(context.getService(role)), PATIENCE_SECONDS, type.getSimpleName());
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
