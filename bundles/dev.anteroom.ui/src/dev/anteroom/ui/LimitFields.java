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

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.ui.internal.Limit;
import dev.anteroom.ui.internal.Settings;

/** A field for each limit, one below the other. UI thread. */
final class LimitFields {

	private static final int WIDTH = 80;

	private final Messages messages;
	private final Settings settings;
	private final Map<Limit, Text> fields = new EnumMap<>(Limit.class);

	/** @param changed called after each change of what is typed */
	LimitFields(Composite page, Messages messages, Settings settings, Runnable changed) {
		this.messages = messages;
		this.settings = settings;
		for (Limit limit : Limit.values()) {
			new Label(page, SWT.NONE).setText(label(limit));
			var field = new Text(page, SWT.BORDER);
			field.setText(Integer.toString(settings.limit(limit)));
			field.addListener(SWT.Modify, e -> changed.run());
			GridDataFactory.fillDefaults().span(2, 1).align(SWT.BEGINNING, SWT.CENTER).hint(WIDTH, SWT.DEFAULT)
					.applyTo(field);
			fields.put(limit, field);
		}
	}

	/** What is wrong with the first that is wrong; {@code null} when nothing is. */
	String problem() {
		for (Limit limit : fields.keySet()) {
			if (value(limit) == 0) {
				return NLS.bind(messages.preferences_badNumber, Integer.toString(limit.most()));
			}
		}
		return null;
	}

	/** Shows what goes for whoever chose nothing. */
	void reset() {
		fields.forEach((limit, field) -> field.setText(Integer.toString(Settings.byDefault(limit))));
	}

	/** Keeps what was typed. */
	void store() {
		fields.keySet().forEach(limit -> settings.setLimit(limit, value(limit)));
	}

	/** 0 if it is not within bounds, or no number. */
	private int value(Limit limit) {
		try {
			int value = Integer.parseInt(fields.get(limit).getText().strip());
			return value > limit.most() ? 0 : Math.max(0, value);
		} catch (NumberFormatException e) {
			return 0;
		}
	}

	private String label(Limit limit) {
		return switch (limit) {
		case WAITING -> messages.preferences_waiting;
		case PER_ADDRESS -> messages.preferences_perAddress;
		case IMAGE -> messages.preferences_image;
		case ROOM -> messages.preferences_roomGuests;
		case ROOM_PER_ADDRESS -> messages.preferences_roomPerAddress;
		case ROOM_RATE -> messages.preferences_roomRate;
		case ROOM_LINE -> messages.preferences_roomLine;
		};
	}
}
