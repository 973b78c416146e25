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

import java.util.List;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Registration;

/** The pictures among which a person goes from one to the next. It may grow, and begin anew. */
public interface PictureSequence {

	/** No pictures. */
	PictureSequence NONE = new PictureSequence() {

		@Override
		public List<Picture> pictures() {
			return List.of();
		}

		@Override
		public long conversation() {
			return 0;
		}

		@Override
		public Registration addListener(Runnable changed) {
			return () -> {
			};
		}
	};

	/** All of them as of now, oldest first. Returns at once. */
	List<Picture> pictures();

	/** Tells the conversation they are of from those before and after it in its role. Returns at once. */
	long conversation();

	/** Calls {@code changed} on some thread, at once when there may be others, until the registration is closed. */
	Registration addListener(Runnable changed);
}
