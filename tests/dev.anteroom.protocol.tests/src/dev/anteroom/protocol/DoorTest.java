/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.BindException;

import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

class DoorTest {

	@Test
	void whyAPortCannotBeHad() {
		assertEquals(Notice.of(Phrase.PORT_IN_USE, 80),
				Door.notice(80, new BindException("Address already in use: bind")));
		assertEquals(Notice.of(Phrase.PORT_PRIVILEGED, 80), Door.notice(80, new BindException("Permission denied")));
		assertEquals(Notice.of(Phrase.PORT_PRIVILEGED, 80), Door.notice(80, new BindException("拒絕不符權限的操作")));
		assertEquals(Notice.of(Phrase.CANNOT_LISTEN, 80, "Cannot assign requested address"),
				Door.notice(80, new BindException("Cannot assign requested address")));
		assertEquals(Notice.of(Phrase.CANNOT_LISTEN, 8080, "Too many open files"),
				Door.notice(8080, new IOException("Too many open files")));
	}
}
