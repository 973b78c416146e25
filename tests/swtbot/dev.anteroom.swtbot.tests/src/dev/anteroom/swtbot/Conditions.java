/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.swtbot;

import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.allOf;
import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.anyOf;
import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.widgetOfType;
import static org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory.withRegex;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.eclipse.swtbot.swt.finder.waits.DefaultCondition;
import org.hamcrest.Matcher;

/** What a page waits for. */
final class Conditions {

	private Conditions() {
	}

	/**
	 * Returns when {@code condition} holds.
	 *
	 * @param what      for the failure's message, when it does not hold in time
	 * @param condition called on the test's thread, again and again
	 */
	static void await(String what, BooleanSupplier condition) {
		new SWTBot().waitUntil(new DefaultCondition() {
			@Override
			public boolean test() {
				return condition.getAsBoolean();
			}

			@Override
			public String getFailureMessage() {
				return "Waited in vain for: " + what;
			}
		});
	}

	/** Returns when {@code where} says something like {@code pattern}, a regular expression, in a line of its own. */
	static void awaitWordsLike(SWTBot where, String pattern) {
		Matcher<Control> label = anyOf(widgetOfType(Label.class), widgetOfType(CLabel.class));
		Matcher<Control> words = allOf(label, withRegex(pattern));
		where.widget(words);
	}
}
