/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.room.internal;

import dev.anteroom.protocol.ChatLine;

/**
 * What comes on one connection, piece by piece, as it is told in a log. What a guest hears is everybody's: there, somebody's
 * empty line behind another's without an end is taken for that end.
 */
final class Hearing {

	/** Whether the last piece had no line end. */
	private boolean unended;

	/** {@code piece} without its last line end; {@code null} when it is but the line end of the piece before. */
	String told(String piece) {
		boolean endsFormer = unended && (piece.startsWith("\n") || piece.startsWith("\r\n"));
		unended = !piece.endsWith("\n");
		String own = endsFormer ? piece.substring(piece.indexOf('\n') + 1) : piece;
		return endsFormer && own.isEmpty() ? null : ChatLine.withoutLineEnd(own);
	}
}
