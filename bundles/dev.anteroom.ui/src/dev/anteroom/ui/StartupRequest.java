/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import java.nio.file.Path;
import java.util.OptionalInt;

import dev.anteroom.chat.Role;

/**
 * What the person asked for when starting the application. It stands in the application's context under this class's
 * name and goes before what is remembered.
 *
 * @param role      the role to begin; {@code null} when none was asked for
 * @param host      the server to connect to; {@code null} when none was given
 * @param textPort  empty when none was given
 * @param imagePort empty when none was given
 * @param logs      the folder for transcripts; {@code null} when none was given
 * @param images    the folder for pictures; {@code null} when none was given
 */
public record StartupRequest(Role role, String host, OptionalInt textPort, OptionalInt imagePort, Path logs,
		Path images) {

	/** Nothing in particular. */
	public static final StartupRequest NONE = new StartupRequest(null, null, OptionalInt.empty(), OptionalInt.empty(),
			null, null);
}
