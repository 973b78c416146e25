/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The vocabulary of a one-to-one conversation, the same for the person who serves and the person who comes: what
 * happened ({@link dev.anteroom.chat.Event}), in which order ({@link dev.anteroom.chat.Journal}), with whom
 * ({@link dev.anteroom.chat.Conversation}), and what is kept of it ({@link dev.anteroom.chat.Archive}).
 * <p>
 * Nothing here knows sockets, widgets or OSGi. Unless a type says otherwise, arguments and results are not
 * {@code null}, records are immutable, and everything may be called from any thread.
 */
package dev.anteroom.chat;
