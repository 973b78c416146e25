/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.anteroom.ui.Places;

/** Places of one name, of which those that were shown are kept. */
final class NamedPlaces implements Places {

	final List<String> shown = new ArrayList<>();
	private final Pattern name;

	NamedPlaces(String name) {
		this.name = Pattern.compile(name, Pattern.LITERAL);
	}

	@Override
	public List<Place> in(String text) {
		return name.matcher(text).results().map(found -> new Place(found.start(), found.end())).toList();
	}

	@Override
	public void show(String name) {
		shown.add(name);
	}
}
