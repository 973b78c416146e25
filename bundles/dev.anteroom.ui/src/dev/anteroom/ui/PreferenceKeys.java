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

/**
 * What can be set, as keys of the preference node {@link #NODE}. They are stable: people's workspaces and
 * administrators' presets hold them.
 */
public final class PreferenceKeys {

	public static final String NODE = "dev.anteroom.ui";

	/** Whether a server listens as soon as its conversation's view is opened; false unless set, and true in the product. */
	public static final String SERVER_AUTOSTART = "server.autostart";
	public static final String SERVER_TEXT_PORT = "server.textPort";
	public static final String SERVER_IMAGE_PORT = "server.imagePort";

	public static final String CLIENT_HOST = "client.host";
	public static final String CLIENT_TEXT_PORT = "client.textPort";
	public static final String CLIENT_IMAGE_PORT = "client.imagePort";

	public static final String HOSTED_ROOM_PORT = "room.port";
	public static final String JOINED_ROOM_HOST = "room.joinedHost";
	public static final String JOINED_ROOM_PORT = "room.joinedPort";

	/** An absolute path; empty for {@code chat_logs} in the person's documents. */
	public static final String TRANSCRIPTS_FOLDER = "transcripts.folder";
	/** An absolute path; empty for a folder beside each transcript. */
	public static final String IMAGES_FOLDER = "images.folder";

	/** Clients in line. */
	public static final String LIMIT_WAITING = "limits.waiting";
	/** Connections from one address. */
	public static final String LIMIT_PER_ADDRESS = "limits.perAddress";
	/** Participants of a room, its host left out. */
	public static final String LIMIT_ROOM = "limits.room";
	/** Participants of a room from one address. */
	public static final String LIMIT_ROOM_PER_ADDRESS = "limits.roomPerAddress";
	/** What one participant may say for long, in KiB a second. */
	public static final String LIMIT_ROOM_RATE = "limits.roomRateKibibytes";
	/** The longest line that goes on to the others in one piece, in KiB. */
	public static final String LIMIT_ROOM_LINE = "limits.roomLineKibibytes";
	/** The size of one received picture, in MiB. */
	public static final String LIMIT_IMAGE = "limits.imageMebibytes";

	private PreferenceKeys() {
	}
}
