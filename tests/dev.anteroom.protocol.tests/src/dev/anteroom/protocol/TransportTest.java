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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;

import org.junit.jupiter.api.Test;

class TransportTest {

	/** Also where Netty is made of OSGi bundles, and its native library is in a fragment. */
	@Test
	void linuxHasEpollUnlessTheOtherIsAskedFor() {
		boolean nio = !System.getProperty("os.name").equals("Linux")
				|| System.getProperty(Transport.PROPERTY, "").equals("nio");
		assertEquals(nio ? Transport.NIO : Transport.EPOLL, Transport.present());
	}

	@Test
	void whatIsNotKnownIsAsIfNothingWasAskedFor() {
		assertEquals(Transport.choose(""), Transport.choose("io_uring"));
		assertEquals(Transport.NIO, Transport.choose("nio"));
	}

	@Test
	void whatOnlyTakesNothingIsNotOutOfReach() {
		var failure = new IOException("readAddress(..) failed with error(-110): Connection timed out");
		assertTrue(Transport.isTimeout(failure));
		assertTrue(Transport.NIO.saysUnreachable(new IOException("Operation timed out")));
		assertFalse(Transport.NIO.saysUnreachable(new IOException("Connection reset by peer")));
		assertFalse(Transport.EPOLL.saysUnreachable(failure));
	}

	@Test
	void theNameOfTheCallIsLeftOutOfWhatTheSystemSays() {
		assertEquals("Address already in use",
				Transport.words(new IOException("bind(..) failed with error(-98): Address already in use")));
		assertEquals("Adresse wird schon benutzt",
				Transport.words(new BindException("Adresse wird schon benutzt")));
		assertEquals("null", Transport.words(new IOException()));
	}
}
