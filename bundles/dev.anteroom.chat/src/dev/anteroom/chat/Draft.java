/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What somebody is about to say.
 *
 * @param text  without header; empty when there is only a picture
 * @param image the file to send with it, unchanged, or {@code null}
 */
public record Draft(String text, Path image) {

	public Draft {
		Objects.requireNonNull(text);
	}

	/** Whether there is nothing to send. */
	public boolean isEmpty() {
		return text.isEmpty() && image == null;
	}
}
