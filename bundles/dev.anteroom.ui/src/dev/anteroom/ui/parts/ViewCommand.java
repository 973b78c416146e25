/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.parts;

import java.util.Locale;

import dev.anteroom.ui.handlers.AdmitNextHandler;
import dev.anteroom.ui.handlers.BlockParticipantHandler;
import dev.anteroom.ui.handlers.EndConversationHandler;
import dev.anteroom.ui.handlers.OpenTranscriptsHandler;
import dev.anteroom.ui.handlers.PauseHandler;
import dev.anteroom.ui.handlers.RemoveFromLineHandler;
import dev.anteroom.ui.handlers.RemoveParticipantHandler;

/** What a view can do by its tool bar, with who does it. */
enum ViewCommand {

	ADMIT_NEXT("admitNext", "admit_next", AdmitNextHandler.class, Look.WORDS),
	END_CONVERSATION("endConversation", "end_conversation", EndConversationHandler.class, Look.WORDS),
	PAUSE("pause", "pause", PauseHandler.class, Look.SWITCH),
	REMOVE("remove", "remove_client", RemoveFromLineHandler.class, Look.ICON),
	REMOVE_PARTICIPANT("removeParticipant", "remove_client", RemoveParticipantHandler.class, Look.ICON),
	BLOCK_PARTICIPANT("blockParticipant", "block_client", BlockParticipantHandler.class, Look.ICON),
	OPEN_TRANSCRIPTS("openTranscripts", "open_transcripts", OpenTranscriptsHandler.class, Look.ICON);

	/** Of its item. */
	enum Look {
		/** An icon alone. */
		ICON,
		/** An icon, and the command's name. */
		WORDS,
		/** The same, and it stays pressed. */
		SWITCH
	}

	private final String name;
	private final String icon;
	private final Class<?> handler;
	private final Look look;

	ViewCommand(String name, String icon, Class<?> handler, Look look) {
		this.name = name;
		this.icon = icon;
		this.handler = handler;
		this.look = look;
	}

	/** The command's identifier. */
	String id() {
		return "dev.anteroom.ui.command." + name.toLowerCase(Locale.ROOT);
	}

	/** The key of its name in the bundle's words; with {@code .tip}, of what is said about it. */
	String key() {
		return "%command." + name;
	}

	String iconUri() {
		return "platform:/plugin/dev.anteroom.ui/icons/" + icon + ".svg";
	}

	Class<?> handler() {
		return handler;
	}

	Look look() {
		return look;
	}
}
