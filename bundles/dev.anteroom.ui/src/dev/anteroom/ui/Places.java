/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import java.util.List;

/**
 * Finds in what is said the places this application can show, besides web addresses: in an IDE, lines of files. An OSGi
 * service; where there is none, such text is just text.
 */
public interface Places {

	/** No places at all. */
	Places NONE = new Places() {

		@Override
		public List<Place> in(String text) {
			return List.of();
		}

		@Override
		public void show(String name) {
			// There is none to show.
		}
	};

	/**
	 * The places named in {@code text}, in order and apart from each other. It is asked for each message in sight,
	 * whoever wrote it: it takes linear time, and looks at nothing but the text. Any thread.
	 */
	List<Place> in(String text);

	/** Shows the place called {@code name} in a message, or tells the person why it can't be shown. UI thread. */
	void show(String name);

	/**
	 * A name in a text.
	 *
	 * @param start of its first character
	 * @param end   after its last one
	 */
	record Place(int start, int end) {
	}
}
