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
 * What an application that hosts Anteroom's views may use: their identifiers, and how to ask for a role to begin at
 * start-up.
 */
package dev.anteroom.ui;
