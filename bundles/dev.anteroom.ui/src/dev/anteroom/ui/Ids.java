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

/** Identifiers in the application model. They are stable: people's saved layouts hold them. */
public final class Ids {

	public static final String SERVER_PERSPECTIVE = "dev.anteroom.ui.perspective.server";
	public static final String CLIENT_PERSPECTIVE = "dev.anteroom.ui.perspective.client";

	public static final String WAITING_LINE_PART = "dev.anteroom.ui.part.waitingline";
	public static final String SERVER_CONVERSATION_PART = "dev.anteroom.ui.part.serverconversation";
	public static final String CLIENT_CONVERSATION_PART = "dev.anteroom.ui.part.clientconversation";
	public static final String PARTICIPANTS_PART = "dev.anteroom.ui.part.participants";
	public static final String HOSTED_ROOM_PART = "dev.anteroom.ui.part.hostedroom";
	public static final String JOINED_ROOM_PART = "dev.anteroom.ui.part.joinedroom";
	public static final String IMAGE_PREVIEW_PART = "dev.anteroom.ui.part.imagepreview";

	/** The variable of a perspective's context that holds the picture to preview, with those to go on to. */
	public static final String PREVIEWED_PICTURE = "dev.anteroom.ui.previewedPicture";

	/**
	 * The variable of the application's context that tells whether a server, a client or a room is at work; unset until
	 * one of their views is opened.
	 */
	public static final String AT_WORK = "dev.anteroom.ui.atWork";

	private Ids() {
	}
}
