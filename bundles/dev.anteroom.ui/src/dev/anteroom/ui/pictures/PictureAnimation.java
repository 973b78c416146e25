/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.util.concurrent.CompletableFuture;

/** An animated picture that is being played: one frame after the other, decoded when it is asked for. */
public interface PictureAnimation extends AutoCloseable {

	/**
	 * Decodes the next frame, on another thread. Ask again only when it is there.
	 *
	 * @return {@code null} after the last frame of the last round; fails with a {@link PictureException}. What can be
	 *         decoded of a damaged or truncated animation is played again and again.
	 */
	CompletableFuture<AnimationFrame> next();

	/** Ends it: what is being decoded is cancelled, memory and file are let go. From any thread. */
	@Override
	void close();
}
