/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.protocol.HostAndPort;

/** What the bars of all roles have in common. UI thread. */
final class Bars {

	private Bars() {
	}

	/** Fields side by side, in as many rows as they need. */
	static RowLayout layout() {
		var layout = new RowLayout(SWT.HORIZONTAL);
		layout.center = true;
		layout.marginLeft = layout.marginRight = layout.marginTop = layout.marginBottom = 0;
		layout.spacing = 14;
		return layout;
	}

	/** Has {@code toggle} offer something else, if it does not offer that already. */
	static void offer(Button toggle, String label, Image image) {
		if (!label.equals(toggle.getText())) {
			toggle.setText(label);
			toggle.setImage(image);
			toggle.requestLayout();
		}
	}

	/** Whom to reach; fails with {@link Phrase#BAD_HOST} or {@link Phrase#BAD_PORT}. */
	static HostAndPort parseHost(String typed) throws ChatException {
		HostAndPort host = HostAndPort.parse(typed);
		if (host == null) {
			throw new ChatException(Notice.of(Phrase.BAD_HOST));
		}
		return host;
	}
}
