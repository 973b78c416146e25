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

/**
 * What is selected: all from where the selection began to where it was drawn to, in either direction.
 *
 * @param anchor where it began
 * @param caret  where it ends now
 */
record Selection(Position anchor, Position caret) {

	/** Nothing, at {@code position}. */
	static Selection at(Position position) {
		return new Selection(position, position);
	}

	boolean isEmpty() {
		return anchor.equals(caret);
	}

	Position start() {
		return anchor.compareTo(caret) <= 0 ? anchor : caret;
	}

	Position end() {
		return anchor.compareTo(caret) <= 0 ? caret : anchor;
	}

	/** This one drawn on to {@code position}. */
	Selection to(Position position) {
		return new Selection(anchor, position);
	}

	/** Whether some of the entry {@code number} is selected. */
	boolean touches(long number) {
		return !isEmpty() && start().number() <= number && number <= end().number();
	}

	/** Where in the entry {@code number} of {@code length} characters it begins. */
	int startIn(long number, int length) {
		return number < start().number() ? length : number > start().number() ? 0 : Math.min(start().offset(), length);
	}

	/** Where in the entry {@code number} of {@code length} characters it ends. */
	int endIn(long number, int length) {
		return number > end().number() ? 0 : number < end().number() ? length : Math.min(end().offset(), length);
	}
}
