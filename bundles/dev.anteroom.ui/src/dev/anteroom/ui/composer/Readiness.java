/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.nio.charset.StandardCharsets;

import org.eclipse.osgi.util.NLS;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.ClassicPhrases;
import dev.anteroom.protocol.Limits;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.ui.Messages;

/**
 * Whether what is written can be sent now, and what to tell the person about it.
 *
 * @param canSend whether sending is possible at all; there must be something to send as well
 * @param problem whether {@code words} tell why something the person did can't be
 */
record Readiness(boolean canSend, boolean problem, String words) {

	/**
	 * What it depends on.
	 *
	 * @param ownAddress of this end; empty while nobody is there
	 * @param pictures   whether there are pictures to send
	 * @param preparing  whether one of them is not ready yet
	 */
	record Facts(ConversationState state, Role role, String ownAddress, String text, boolean pictures,
			boolean preparing) {
	}

	static Readiness of(Facts facts, Messages messages) {
		int excess = excess(facts.role, facts.ownAddress, facts.text);
		if (excess > 0) {
			return new Readiness(false, true, NLS.bind(messages.composer_tooLong, String.format("%,d", excess)));
		}
		if (!facts.state.canSend()) {
			return new Readiness(false, false, switch (facts.role) {
			case HOST -> messages.composer_roomEmpty;
			case GUEST -> messages.composer_notInRoom;
			default -> messages.composer_nobody;
			});
		}
		if (facts.role.isInRoom()) {
			return facts.pictures ? new Readiness(false, true, messages.composer_textOnly)
					: new Readiness(true, false, messages.composer_roomHint);
		}
		if (facts.preparing) {
			return new Readiness(false, false, messages.composer_preparing);
		}
		if (!facts.state.canSendPictures()) {
			return facts.pictures ? new Readiness(false, true, messages.composer_picturesLater)
					: new Readiness(true, false, messages.composer_waiting);
		}
		return new Readiness(true, false, messages.composer_hint);
	}

	/** How many bytes a text is too long to be sent at once; 0 or less when it is not. */
	static int excess(Role role, String ownAddress, String text) {
		int most = role.isInRoom() ? RoomLimits.DEFAULT.text() : Limits.DEFAULT.textFrame();
		// Where even the widest characters and header would fit, there is nothing to count.
		if (3L * text.length() + 100 <= most) {
			return 0;
		}
		String line = role.isInRoom() ? text : ClassicPhrases.chatLine(role.header(ownAddress), text);
		return line.getBytes(StandardCharsets.UTF_8).length - most;
	}
}
