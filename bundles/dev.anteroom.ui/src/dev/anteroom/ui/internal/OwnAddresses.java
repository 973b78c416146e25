/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;

/** This machine's addresses, read from its network interfaces: no packet is sent to find them out. */
public final class OwnAddresses {

	private OwnAddresses() {
	}

	/** Those that others may reach, IPv4 first, those of a network without DHCP last; empty when the machine is on no network. Takes some milliseconds. */
	public static List<InetAddress> list() {
		try {
			return NetworkInterface.networkInterfaces().filter(OwnAddresses::isUp).flatMap(NetworkInterface::inetAddresses)
					.filter(OwnAddresses::isUseful)
					.sorted(Comparator.comparing(InetAddress::isLinkLocalAddress)
							.thenComparing(address -> !(address instanceof Inet4Address))
							.thenComparing(InetAddress::getHostAddress))
					.toList();
		} catch (SocketException e) {
			return List.of();
		}
	}

	/** A link-local IPv6 address means nothing without a scope that differs from machine to machine. */
	private static boolean isUseful(InetAddress address) {
		return !address.isLoopbackAddress() && !(address.isLinkLocalAddress() && !(address instanceof Inet4Address));
	}

	private static boolean isUp(NetworkInterface network) {
		try {
			return network.isUp() && !network.isLoopback();
		} catch (SocketException e) {
			return false;
		}
	}
}
