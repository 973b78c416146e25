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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;

import dev.anteroom.chat.ChatException;

/**
 * A server as it is typed: {@code name}, {@code name:port}, {@code 192.168.1.7:port}, {@code fe80::1} or
 * {@code [fe80::1]:port}.
 *
 * @param host without brackets
 * @param port empty when there was none
 */
public record HostAndPort(String host, OptionalInt port) {

	/**
	 * What {@code typed} means, or {@code null} when it is no address. Asks no name service.
	 *
	 * @throws ChatException {@code BAD_PORT} when what stands behind the host's colon is no port
	 */
	public static HostAndPort parse(String typed) throws ChatException {
		String text = typed.strip();
		if (text.startsWith("[")) {
			int end = text.indexOf(']');
			return end > 0 && isIpv6(text.substring(1, end)) ? withPort(text.substring(1, end), text.substring(end + 1))
					: null;
		}
		if (text.indexOf('/') >= 0) {
			// Of a web address, the complaint should not be about its port
			return null;
		}
		int colon = text.indexOf(':');
		if (colon >= 0 && text.indexOf(':', colon + 1) >= 0) {
			return isIpv6(text) ? new HostAndPort(text, OptionalInt.empty()) : null;
		}
		String host = colon < 0 ? text : text.substring(0, colon);
		return isName(host) ? withPort(host, colon < 0 ? "" : text.substring(colon)) : null;
	}

	private static HostAndPort withPort(String host, String port) throws ChatException {
		if (port.isEmpty()) {
			return new HostAndPort(host, OptionalInt.empty());
		}
		return port.startsWith(":") ? new HostAndPort(host, OptionalInt.of(Ports.parse(port.substring(1)))) : null;
	}

	private static boolean isName(String host) {
		return !host.isEmpty() && host.length() <= 253
				&& host.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0);
	}

	private static boolean isIpv6(String host) {
		int scope = host.indexOf('%');
		String digits = scope < 0 ? host : host.substring(0, scope);
		if (digits.indexOf(':') < 0 || !digits.matches("[0-9A-Fa-f:.]+")
				|| scope >= 0 && !host.substring(scope + 1).matches("[\\p{L}\\p{N}._~-]+")) {
			return false;
		}
		try {
			// With a colon in it, it is never looked up
			InetAddress.getByName(digits);
			return true;
		} catch (UnknownHostException e) {
			return false;
		}
	}
}
