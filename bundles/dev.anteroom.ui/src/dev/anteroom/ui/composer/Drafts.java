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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.e4.core.di.annotations.Creatable;

import dev.anteroom.chat.Conversation;
import dev.anteroom.chat.Role;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What the two roles have written and not sent, for as long as the application runs: views are closed and opened again.
 * In memory only. UI thread.
 */
@Creatable
@Singleton
public class Drafts {

	private final PastedPictures pasted = new PastedPictures();
	private final Map<Role, OfRole> all = new EnumMap<>(Role.class);

	@Inject
	public Drafts() {
	}

	PastedPictures pasted() {
		return pasted;
	}

	/**
	 * Puts {@code text} below what is written in a conversation, for the person to look at, change and send; while no
	 * view shows that, it lies there for the next one.
	 */
	public void add(Role role, String text) {
		of(role).add(text);
	}

	/** How many bytes {@code text} alone is too long to be sent in {@code conversation}; 0 or less when it is not. */
	public static int excess(Conversation conversation, String text) {
		return Readiness.excess(conversation.role(), conversation.ownAddress(), text);
	}

	OfRole of(Role role) {
		return all.computeIfAbsent(role, any -> new OfRole());
	}

	/** A view that shows what lies there. */
	interface Holder {

		/** Puts back what it shows, and shows it no more. */
		void layDown();

		/** Shows {@code text} below its own, for the person to go on with. */
		void add(String text);
	}

	/** What lies there of one role while no view shows it, and what is the role's whatever view shows it. */
	static final class OfRole implements SendQueue.Listener {

		private final OwnMessages own = new OwnMessages();
		private final SendQueue queue = new SendQueue();
		private final StringBuilder text = new StringBuilder();
		private final List<Attachment> pictures = new ArrayList<>();

		private Holder holder;

		private OfRole() {
			queue.addListener(this);
		}

		/**
		 * Takes that another view shows what lies here from now on; the one before lays it down.
		 */
		void claim(Holder next) {
			if (holder != null) {
				holder.layDown();
			}
			holder = next;
		}

		/** Takes that a view is gone, having laid down what it showed. */
		void release(Holder gone) {
			if (holder == gone) {
				holder = null;
			}
		}

		void add(String more) {
			if (holder == null) {
				put(more, List.of());
			} else {
				holder.add(more);
			}
		}

		OwnMessages own() {
			return own;
		}

		SendQueue queue() {
			return queue;
		}

		/** Lays down what a view showed that is closed now. */
		void put(String unsent, List<Attachment> attachments) {
			if (!unsent.isEmpty()) {
				text.append(text.isEmpty() ? "" : "\n").append(unsent);
			}
			pictures.addAll(attachments);
		}

		/** The text that lies there; it does not any more. */
		String takeText() {
			String taken = text.toString();
			text.setLength(0);
			return taken;
		}

		/** The pictures that lie there; they do not any more. */
		List<Attachment> takePictures() {
			List<Attachment> taken = List.copyOf(pictures);
			pictures.clear();
			return taken;
		}

		@Override
		public void changed() {
			// Nobody looks.
		}

		@Override
		public void cameBack(String unsent, Attachment picture) {
			put(unsent, picture == null ? List.of() : List.of(picture));
		}
	}
}
