/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What stands above an entry because of the one before it.
 *
 * @param date   the day that begins with it, or {@code null}
 * @param unread whether it is the first that the person has not seen
 * @param header whether its sender is named
 */
record Lead(LocalDate date, boolean unread, boolean header) {

	/** @param before the entry before {@code item}, or {@code null} if there is none */
	static Lead of(LogItem item, LogItem before, boolean unread, ZoneId zone) {
		LocalDate day = LocalDate.ofInstant(item.time(), zone);
		boolean otherDay = before == null || !day.equals(LocalDate.ofInstant(before.time(), zone));
		boolean header = !item.sender().isEmpty() && (otherDay || unread || !item.hasSenderOf(before));
		return new Lead(otherDay ? day : null, unread, header);
	}
}
