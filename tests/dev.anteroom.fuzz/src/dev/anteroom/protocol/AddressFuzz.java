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

import java.nio.charset.StandardCharsets;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Phrase;
import dev.anteroom.fuzz.Input;

/** What somebody types for a server. */
public final class AddressFuzz {

	private AddressFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		try {
			HostAndPort address = HostAndPort.parse(new String(data, StandardCharsets.UTF_8));
			if (address != null) {
				check(address);
			}
		} catch (ChatException e) {
			Input.check(e.notice().phrase() == Phrase.BAD_PORT, "Complaint", e);
		}
	}

	private static void check(HostAndPort address) throws ChatException {
		int port = address.port().orElse(Ports.TEXT);
		Input.check(port > 0 && port <= 0xFFFF && !address.host().isBlank(), "Address", address);
		HostAndPort again = HostAndPort.parse(new Endpoint(address.host(), port).toString());
		Input.check(again != null && again.host().equals(address.host()) && again.port().orElse(0) == port, "Again",
				address, again);
	}
}
