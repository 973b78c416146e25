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

import org.eclipse.jface.action.LegacyActionTools;

/** The words of labels, tool tips and dialogs, in which {@code &} stands before the access key. */
public final class Labels {

	private Labels() {
	}

	/** What shows {@code text}, which is no label, as it is: also the {@code &} in it. */
	public static String literal(String text) {
		return LegacyActionTools.escapeMnemonics(text);
	}

	/** {@code label} without its access key, its accelerator and the dots that announce a dialog. */
	public static String plain(String label) {
		String words = LegacyActionTools.removeMnemonics(LegacyActionTools.removeAcceleratorText(label));
		return words.endsWith("…") ? words.substring(0, words.length() - 1) : words;
	}
}
