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

import java.util.Objects;

import dev.anteroom.chat.Picture;

/**
 * What the image preview is to show, the value of {@link dev.anteroom.ui.Ids#PREVIEWED_PICTURE}.
 *
 * @param among        the pictures to go on to from there
 * @param conversation the one that was going on when it was chosen, by {@link PictureSequence#conversation()}
 */
public record PreviewedPicture(Picture picture, PictureSequence among, long conversation) {

	public PreviewedPicture {
		Objects.requireNonNull(picture);
		Objects.requireNonNull(among);
	}

	/** One that is chosen now. */
	public PreviewedPicture(Picture picture, PictureSequence among) {
		this(picture, among, among.conversation());
	}

	/** Whether another conversation has begun since. */
	boolean isPast() {
		return conversation != among.conversation();
	}
}
