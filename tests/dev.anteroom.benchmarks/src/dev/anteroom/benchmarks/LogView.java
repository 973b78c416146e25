/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.benchmarks;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.anteroom.chat.Journal;
import dev.anteroom.ui.log.JournalSource;
import dev.anteroom.ui.log.MessageLog;

/** A way to show a journal, following its end. UI thread. */
interface LogView {

	/** What to size, and to dispose of. */
	Control control();

	/** What draws the entries. */
	Control surface();

	/** Shows what was appended since the last time. */
	void refresh();

	/** The ways there are. */
	enum Kind {

		/** The product's. */
		ANTEROOM {
			@Override
			LogView open(Composite parent, Journal journal) {
				var log = new MessageLog(parent, Tools.on(parent.getDisplay()), new JournalSource(journal));
				return new LogView() {

					@Override
					public Control control() {
						return log;
					}

					@Override
					public Control surface() {
						return Arrays.stream(log.getChildren()).filter(child -> (child.getStyle() & SWT.V_SCROLL) != 0)
								.findFirst().orElseThrow();
					}

					@Override
					public void refresh() {
						log.refresh();
					}
				};
			}
		},
		/** A text widget with all of it, for comparison. */
		STYLED_TEXT {
			@Override
			LogView open(Composite parent, Journal journal) {
				return new StyledTextLog(parent, journal);
			}
		},
		/** None of it. */
		BARE {
			@Override
			LogView open(Composite parent, Journal journal) {
				return new BareCanvas(parent);
			}
		};

		/** A way to show {@code journal}, which has no size yet and need not show anything. */
		abstract LogView open(Composite parent, Journal journal);
	}
}
