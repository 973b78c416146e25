/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.preferences;

import dev.anteroom.room.RoomSettings;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.internal.Limit;

/** Where a room begins to listen, and what strangers may ask of it. */
public final class RoomPage extends SettingsPage {

	@Override
	protected void createFieldEditors() {
		preset(PreferenceKeys.HOSTED_ROOM_PORT, Integer.toString(RoomSettings.PORT));
		addField(new NumberField(PreferenceKeys.HOSTED_ROOM_PORT, words("roomPort"), LAST_PORT,
				getFieldEditorParent()));
		addLimit(Limit.ROOM, "roomGuests");
		addLimit(Limit.ROOM_PER_ADDRESS, "roomPerAddress");
		addLimit(Limit.ROOM_RATE, "roomRate");
		addLimit(Limit.ROOM_LINE, "roomLine");
		note(words("roomNote"));
	}
}
