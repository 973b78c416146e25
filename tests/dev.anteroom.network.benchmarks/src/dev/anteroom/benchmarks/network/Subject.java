/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks.network;

import java.io.IOException;

/** What is measured: Anteroom, or what any program made with Netty costs. */
enum Subject {

	ANTEROOM {

		@Override
		Served serve() throws IOException {
			return new AnteroomServer();
		}
	},

	NETTY {

		@Override
		Served serve() throws IOException {
			return new BareServer();
		}
	};

	/** Begins to listen in this process. */
	abstract Served serve() throws IOException;
}
