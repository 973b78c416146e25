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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.ConversationState.Conversing;
import dev.anteroom.chat.ConversationState.Idle;
import dev.anteroom.chat.Endpoint;

class AddresseeTest {

	private static final Endpoint A = new Endpoint("10.0.0.1", 1);
	private static final ConversationState WITH_A = new Conversing(A);
	private static final ConversationState WITH_B = new Conversing(new Endpoint("10.0.0.2", 1));

	private final Addressee addressee = new Addressee();

	@Test
	void whatWasBegunForOneIsNotForTheNext() {
		addressee.written(true, WITH_A);
		assertNull(addressee.former(WITH_A));
		assertNull(addressee.former(new Idle(null)));
		addressee.written(true, WITH_B);
		assertEquals(A, addressee.former(WITH_B));
		addressee.confirm(WITH_B);
		assertNull(addressee.former(WITH_B));
	}

	@Test
	void whatWasBegunForNobodyIsForWhoeverComes() {
		addressee.written(true, new Idle(null));
		assertNull(addressee.former(WITH_A));
	}

	@Test
	void anEmptyFieldIsForNobody() {
		addressee.written(true, WITH_A);
		addressee.written(false, WITH_A);
		addressee.written(true, WITH_B);
		assertNull(addressee.former(WITH_B));
	}

	@Test
	void whatComesBackIsForWhomItWasSent() {
		addressee.written(true, WITH_A);
		addressee.sent(WITH_A);
		addressee.written(false, WITH_A);
		addressee.cameBack();
		addressee.written(true, WITH_B);
		assertEquals(A, addressee.former(WITH_B));
	}
}
