/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Creatable;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Role;
import jakarta.inject.Singleton;

/**
 * The pictures of each role's conversation. They outlive the views, which may be closed and made anew while a preview
 * goes on showing what was opened from them. UI thread.
 */
@Creatable
@Singleton
public final class PictureSequences {

	private final Map<Role, ConversationPictures> sequences = new EnumMap<>(Role.class);

	/** Those of {@code conversation}, the only one in its role. */
	public PictureSequence of(Conversation conversation) {
		return sequences.computeIfAbsent(conversation.role(), role -> new ConversationPictures(conversation.journal()));
	}
}
