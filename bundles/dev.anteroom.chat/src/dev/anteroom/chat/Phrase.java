/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import static dev.anteroom.chat.Severity.ERROR;
import static dev.anteroom.chat.Severity.INFO;
import static dev.anteroom.chat.Severity.SYSTEM;

/**
 * Everything the program itself says in a log. {@link Wording} has the words, under the constant's name.
 * The comment behind each constant names its arguments in order.
 */
public enum Phrase {

	// The server's side
	LISTENING(SYSTEM, 2), // text port, image port
	SERVER_STOPPED(SYSTEM, 0),
	CLIENT_ADMITTED(INFO, 1), // address
	CLIENT_LEFT(SYSTEM, 0),
	CONVERSATION_ENDED(SYSTEM, 0), // by the server person
	CLIENT_WAITS(SYSTEM, 2), // address, place
	WAITING_LEFT(SYSTEM, 1), // address
	WAITING_SAID(SYSTEM, 2), // address, what it said; it never got its turn
	WAITING_SAID_MORE(SYSTEM, 2), // address, characters that were not kept
	WAITING_UNTOLD(SYSTEM, 2), // lines of those who wait that were left out, characters in them
	WAITING_REMOVED(SYSTEM, 1), // address
	LINE_PAUSED(SYSTEM, 0),
	LINE_RESUMED(SYSTEM, 0),
	LINE_FULL(ERROR, 2), // address, limit
	ADDRESS_LIMIT(ERROR, 2), // address, limit
	STRANGE_IMAGE_CONNECTION(SYSTEM, 1), // address

	// The client's side
	CONNECTING(SYSTEM, 1), // address
	CONNECTED(INFO, 1), // address
	SERVER_GREETED(INFO, 1), // what the server said
	SERVER_MAKES_WAIT(INFO, 2), // what the server said, place
	DISCONNECTED(SYSTEM, 0), // by the client person
	CUT_OFF(SYSTEM, 0),
	CONNECT_CANCELLED(SYSTEM, 0),
	IMAGES_UNAVAILABLE(SYSTEM, 1), // address

	// The room
	ROOM_OPEN(SYSTEM, 1), // port
	ROOM_CLOSED(SYSTEM, 0),
	GUEST_JOINED(INFO, 2), // address, how many are in the room
	GUEST_LEFT(SYSTEM, 2), // address, how many are in the room
	GUEST_LOST(SYSTEM, 2), // address, how many are in the room
	GUEST_REMOVED(SYSTEM, 1), // address
	GUEST_BLOCKED(SYSTEM, 1), // address
	GUEST_UNBLOCKED(SYSTEM, 1), // address
	GUEST_REFUSED(SYSTEM, 1), // address, which is blocked
	GUEST_TOO_SLOW(ERROR, 1), // address
	GUEST_FLOODS(SYSTEM, 1), // address
	GUESTS_UNTOLD(SYSTEM, 2), // lines of those who come and go that were left out, characters in them
	ROOM_FULL(ERROR, 2), // address, limit
	ROOM_JOINED(INFO, 1), // address
	ROOM_LEFT(SYSTEM, 0),
	ROOM_LOST(SYSTEM, 0),
	ROOM_ENDED(SYSTEM, 0),

	// All
	IMAGE_CHANNEL_UP(INFO, 1), // address
	IMAGE_CHANNEL_LOST(SYSTEM, 0),
	PICTURE_SENT(SYSTEM, 1), // sender's header
	PICTURE_LATE(SYSTEM, 2), // sender's header, file; kept after the conversation had ended
	PICTURE_UNREADABLE(ERROR, 1), // file name
	FRAME_TOO_LONG(ERROR, 2), // address, limit in bytes
	FRAME_TOO_SLOW(ERROR, 1), // address
	CONNECTION_FAILED(ERROR, 2), // address, reason
	TRANSCRIPT_FAILED(ERROR, 2), // file or folder, reason
	TRANSCRIPT_RESUMED(SYSTEM, 1), // file
	TRANSCRIPT_RENEWED(ERROR, 1), // file
	TRANSCRIPT_GAP(ERROR, 1), // number of entries, told in the transcript itself
	TRANSCRIPT_INCOMPLETE(ERROR, 2), // file, number of entries
	PICTURE_LOST(ERROR, 2), // folder, reason

	// What could not be done: the message of a ChatException
	BAD_PORT(ERROR, 1), // what was typed
	BAD_HOST(ERROR, 0),
	PORT_IN_USE(ERROR, 1), // port
	PORT_PRIVILEGED(ERROR, 1), // port
	SAME_PORTS(ERROR, 1), // port
	CANNOT_LISTEN(ERROR, 2), // port, reason
	CANNOT_CONNECT(ERROR, 2), // address, reason
	CANNOT_JOIN(ERROR, 2), // address, reason
	SEND_FAILED(ERROR, 1), // reason
	PICTURE_SEND_FAILED(ERROR, 2), // file name, reason
	TEXT_TOO_LONG(ERROR, 1), // limit in bytes
	SEND_CANCELLED(INFO, 0),
	PICTURE_CANCELLED(INFO, 1), // file name

	// Reasons, as arguments of the above
	UNKNOWN_HOST(ERROR, 0),
	REFUSED(ERROR, 0),
	UNREACHABLE(ERROR, 0),
	TIMED_OUT(ERROR, 0),
	NOBODY_THERE(ERROR, 0),
	ROOM_EMPTY(ERROR, 0),
	NO_IMAGE_CHANNEL(ERROR, 0),
	STILL_WAITING(ERROR, 0),
	TEXT_ONLY(ERROR, 0),
	CONNECTION_CLOSED(ERROR, 0),
	PEER_DOES_NOT_READ(ERROR, 0),
	FILE_MISSING(ERROR, 0),
	FILE_UNREADABLE(ERROR, 0),
	FILE_EMPTY(ERROR, 0),
	PICTURE_TOO_BIG(ERROR, 0),
	NOT_A_PICTURE(ERROR, 0),
	NOT_WRITABLE(ERROR, 0),
	DISK_FULL(ERROR, 0);

	private final Severity severity;
	private final int arity;

	Phrase(Severity severity, int arity) {
		this.severity = severity;
		this.arity = arity;
	}

	/** The severity of a line that says this. */
	public Severity severity() {
		return severity;
	}

	/** How many arguments it takes. */
	public int arity() {
		return arity;
	}

	/** Whether a new conversation begins with this line, so that a view starts afresh with it. */
	public boolean beginsConversation() {
		return this == CLIENT_ADMITTED;
	}
}
