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

import dev.anteroom.chat.Notice;

/** Hears of one text connection, on its event loop. */
public interface TextListener {

	/** @param frame the next text frame, as it came; never empty */
	void frame(String frame);

	/**
	 * The connection is closed; called once, after the last frame.
	 *
	 * @param failure what was wrong with it, to be told; {@code null} when either side simply closed it, which includes
	 *                resets and lost networks
	 */
	void closed(Notice failure);
}
