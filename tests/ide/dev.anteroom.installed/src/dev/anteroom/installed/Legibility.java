/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.installed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;

/** Whether a person can read a view in the theme of the moment. UI thread. */
final class Legibility {

	/** Of the Web Content Accessibility Guidelines, for text of usual size. */
	private static final double LEAST_CONTRAST = 4.5;

	private Legibility() {
	}

	/**
	 * What is wrong with {@code view} and all in it: a background that is not of the theme, or text that hardly differs
	 * from its background. What the desktop draws is left out.
	 */
	static List<String> complaints(Composite view, boolean dark) {
		var complaints = new ArrayList<String>();
		for (Control control : Ide.find(view, Control.class, Legibility::isOurs)) {
			if (isDark(control.getBackground()) != dark) {
				complaints.add(control.getClass().getName() + " has the background " + control.getBackground());
			}
			if (isText(control) && contrast(control.getForeground(), control.getBackground()) < LEAST_CONTRAST) {
				complaints.add(control + " has " + control.getForeground() + " on " + control.getBackground());
			}
		}
		return complaints;
	}

	private static boolean isOurs(Control control) {
		return control.isVisible() && !(control instanceof Button || control instanceof Combo || control instanceof Text
				|| control instanceof ToolBar) && !(control.getParent() instanceof Combo);
	}

	private static boolean isText(Control control) {
		return control instanceof Label || control instanceof CLabel || control instanceof StyledText
				|| control instanceof Canvas && control.getClass().getName().endsWith("LogCanvas");
	}

	private static boolean isDark(Color color) {
		return luminance(color) < 0.18;
	}

	private static double contrast(Color one, Color other) {
		double[] both = DoubleStream.of(luminance(one), luminance(other)).sorted().toArray();
		return (both[1] + 0.05) / (both[0] + 0.05);
	}

	private static double luminance(Color color) {
		return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
	}

	private static double linear(int component) {
		double value = component / 255.0;
		return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}
}
