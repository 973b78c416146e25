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

import java.time.Instant;

/**
 * One event in its place.
 *
 * @param number 1 for the first of its {@link Journal}, and one more for each that follows
 * @param time   when it happened, by this machine's clock
 */
public record Entry(long number, Instant time, Event event) {

	/** How many characters of text it holds: what is bounded where entries are held in memory. */
	public long characters() {
		return switch (event) {
		case Said said -> said.sender().length() + said.text().length();
		case Notice notice -> notice.arguments().stream().mapToLong(String::length).sum();
		};
	}
}
