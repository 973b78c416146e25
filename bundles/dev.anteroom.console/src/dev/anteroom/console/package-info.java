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
 * The same server and client without a window: the command line's {@link dev.anteroom.console.Options}, and the
 * {@link dev.anteroom.console.Console} that runs one of the two on standard input and output.
 */
package dev.anteroom.console;
