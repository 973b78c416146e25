/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Draft;

/**
 * A draft that was given to the conversation and is not done yet.
 *
 * @param attachment its picture, or {@code null}
 * @param since      when it was given, by {@link System#nanoTime()}
 */
record Outgoing(Draft draft, Attachment attachment, Delivery delivery, long since) {
}
