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

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.ui.model.application.MApplication;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What other bundles have at work beside our views, from when the first of them opens: an addon of a model would be made
 * whenever an IDE starts. The extension point's description is in {@code schema/companions.exsd}.
 */
@Creatable
@Singleton
final class Companions {

	private static final String POINT = "dev.anteroom.ui.companions";

	@Inject
	Companions(IExtensionRegistry registry, IContributionFactory factory, MApplication application) {
		List<Object> companions = Arrays.stream(registry.getConfigurationElementsFor(POINT))
				.map(element -> factory.create("bundleclass://" + element.getContributor().getName() + '/'
						+ element.getAttribute("class"), application.getContext()))
				.toList();
		// Who has something injected is not kept from being collected by that.
		application.getTransientData().put(POINT, companions);
	}
}
