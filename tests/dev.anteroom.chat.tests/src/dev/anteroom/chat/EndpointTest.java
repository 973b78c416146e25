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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;

class EndpointTest {

	@Test
	void anEndpointIsWrittenInDigits() throws UnknownHostException {
		assertEquals("10.0.0.1:80", Endpoint.of(new InetSocketAddress("10.0.0.1", 80)).toString());
		assertEquals("[0:0:0:0:0:0:0:1]:80", Endpoint.of(new InetSocketAddress("::1", 80)).toString());
		assertEquals("fe80:0:0:0:0:0:0:1", Endpoint.numeric(InetAddress.getByName("fe80::1%1")));
		assertEquals("somewhere:80", Endpoint.of(InetSocketAddress.createUnresolved("somewhere", 80)).toString());
	}
}
