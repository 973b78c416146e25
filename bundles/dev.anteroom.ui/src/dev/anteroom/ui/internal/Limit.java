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

import dev.anteroom.protocol.Limits;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.ui.PreferenceKeys;

/**
 * What strangers may ask, as far as a person chooses it.
 */
public enum Limit {

	WAITING(PreferenceKeys.LIMIT_WAITING, 1, Limits.DEFAULT.waiting(), Limit.MOST_PEOPLE),
	PER_ADDRESS(PreferenceKeys.LIMIT_PER_ADDRESS, 1, Limits.DEFAULT.perAddress(), Limit.MOST_PEOPLE),
	IMAGE(PreferenceKeys.LIMIT_IMAGE, 1 << 20, Limits.DEFAULT.imageFrame(), Limits.DEFAULT.imageFrame() >> 20),
	ROOM(PreferenceKeys.LIMIT_ROOM, 1, RoomLimits.DEFAULT.guests(), Limit.MOST_PEOPLE),
	ROOM_PER_ADDRESS(PreferenceKeys.LIMIT_ROOM_PER_ADDRESS, 1, RoomLimits.DEFAULT.perAddress(), Limit.MOST_PEOPLE),
	/** 64 MiB a second is more than any network has for one of many. */
	ROOM_RATE(PreferenceKeys.LIMIT_ROOM_RATE, 1 << 10, RoomLimits.DEFAULT.rate(), 64 << 10),
	/** More than may wait for a participant could not be handed on in one piece. */
	ROOM_LINE(PreferenceKeys.LIMIT_ROOM_LINE, 1 << 10, RoomLimits.DEFAULT.piece(), RoomLimits.DEFAULT.queue() >> 10);

	/** More than any line or room has. */
	private static final int MOST_PEOPLE = 1_000_000;

	private final String key;
	private final int unit;
	private final int usual;
	private final int most;

	Limit(String key, int unit, int usual, int most) {
		this.key = key;
		this.unit = unit;
		this.usual = usual / unit;
		this.most = most;
	}

	/** The preference that holds it. */
	public String key() {
		return key;
	}

	/** How many people or bytes one of it is. */
	public int unit() {
		return unit;
	}

	/** What it is for whoever chose nothing, if nobody preset another. */
	public int usual() {
		return usual;
	}

	/** The greatest that can be chosen; 1 is the least. */
	public int most() {
		return most;
	}
}
