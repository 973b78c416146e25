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
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.core.di.InjectionException;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.ui.model.application.MApplication;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What other bundles have at work beside our views, from when the first of a conversation or a room opens: an addon of a
 * model would be made whenever an IDE starts. The extension point's description is in {@code schema/companions.exsd}.
 */
@Creatable
@Singleton
final class Companions {

	private static final System.Logger LOG = System.getLogger(Companions.class.getName());
	private static final String POINT = "dev.anteroom.ui.companions";

	@Inject
	Companions(IExtensionRegistry registry, IContributionFactory factory, MApplication application) {
		List<Object> companions = new ArrayList<>();
		for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
			String type = "bundleclass://" + element.getContributor().getName() + '/' + element.getAttribute("class");
			try {
				companions.add(factory.create(type, application.getContext()));
			} catch (InjectionException e) {
				LOG.log(Level.ERROR, "Not made: " + type, e);
			}
		}
		// Injection holds them only weakly.
		application.getTransientData().put(POINT, companions);
	}
}
