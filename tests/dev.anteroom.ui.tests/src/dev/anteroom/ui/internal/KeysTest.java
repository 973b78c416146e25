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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

class KeysTest {

	@Test
	void aCharacterIsMeantHoweverItIsTyped() {
		assertTrue(Keys.isAnyOf(event('=', '+', SWT.MOD1 | SWT.SHIFT), SWT.MOD1 | '+'), "on a keyboard of the US");
		assertTrue(Keys.isAnyOf(event('+', '+', SWT.MOD1), SWT.MOD1 | '+'), "on a German one");
		assertTrue(Keys.isAnyOf(event(SWT.KEYPAD_ADD, '+', SWT.MOD1), SWT.MOD1 | '+'));
		assertTrue(Keys.isAnyOf(event('c', (char) 3, SWT.MOD1), SWT.MOD1 | 'a', SWT.MOD1 | 'c'));
	}

	@Test
	void otherModifiersMeanSomethingElse() {
		assertFalse(Keys.isAnyOf(event('=', '+', SWT.SHIFT), SWT.MOD1 | '+'));
		assertFalse(Keys.isAnyOf(event('+', '+', SWT.MOD1 | SWT.ALT), SWT.MOD1 | '+'));
		assertFalse(Keys.isAnyOf(event('c', (char) 3, SWT.MOD1 | SWT.SHIFT), SWT.MOD1 | 'c'));
	}

	@Test
	void aMenuHasTheKeyAsTheSystemWritesIt() {
		String label = Keys.label("&Copy", SWT.MOD1 | 'c');
		assertTrue(label.startsWith("&Copy\t") && label.endsWith("C"), label);
		assertEquals("Copy", Labels.plain(label));
		assertTrue(Keys.label("x", SWT.F3).endsWith("\tF3"));
	}

	private static Event event(int keyCode, char character, int stateMask) {
		var event = new Event();
		event.keyCode = keyCode;
		event.character = character;
		event.stateMask = stateMask;
		return event;
	}
}
