/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.lang.System.Logger.Level;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Makes ready what the views are given, when their first class is loaded. The bundles of services are not lazy: those
 * that are have their manifests and components read at each start of an IDE, whoever uses them.
 */
public final class Activator implements BundleActivator {

	private static final String OURS = "dev.anteroom.";
	/** What names a bundle's components (OSGi Compendium, 112.4.1). */
	private static final String COMPONENTS = "Service-Component";

	private final PlatformLog log = new PlatformLog();

	@Override
	public void start(BundleContext context) {
		log.install();
		for (Bundle bundle : context.getBundles()) {
			String name = bundle.getSymbolicName();
			// Bundles as they were before OSGi 4 have none.
			if (name != null && name.startsWith(OURS) && bundle.getHeaders("").get(COMPONENTS) != null) {
				start(bundle);
			}
		}
	}

	@Override
	public void stop(BundleContext context) {
		log.uninstall();
	}

	/** Until the framework ends: the next time it is not started before it is needed. */
	private static void start(Bundle bundle) {
		try {
			bundle.start(Bundle.START_TRANSIENT);
		} catch (BundleException | IllegalStateException e) {
			// The latter when it is uninstalled meanwhile.
			System.getLogger(Activator.class.getName()).log(Level.ERROR, "Not started: " + bundle, e);
		}
	}
}
