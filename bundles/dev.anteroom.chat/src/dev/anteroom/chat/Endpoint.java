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

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * One end of a connection.
 *
 * @param host a numeric address (IPv4, or IPv6 without scope and brackets), or a name as somebody typed it
 * @param port 0 to 65,535
 */
public record Endpoint(String host, int port) {

	/** The numeric form of {@code address}; an unresolved one keeps its name. Never asks a name service. */
	public static Endpoint of(InetSocketAddress address) {
		InetAddress ip = address.getAddress();
		return new Endpoint(ip == null ? address.getHostString() : numeric(ip), address.getPort());
	}

	/** {@code address} in digits, without the scope that only this machine understands. */
	public static String numeric(InetAddress address) {
		String text = address.getHostAddress();
		int scope = text.indexOf('%');
		return scope < 0 ? text : text.substring(0, scope);
	}

	/** {@code host:port}, with brackets around an IPv6 address. */
	@Override
	public String toString() {
		return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
	}
}
