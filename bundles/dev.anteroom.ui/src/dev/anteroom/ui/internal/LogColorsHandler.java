/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.util.Locale;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.ControlElement;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.w3c.dom.css.CSSValue;

/** Brings the properties {@code anteroom-…-color} of a style sheet to the {@link LogColors} of a widget. */
public class LogColorsHandler implements ICSSPropertyHandler {

	private static final String PREFIX = "anteroom-";
	private static final String SUFFIX = "-color";

	@Override
	public boolean applyCSSProperty(Object element, String property, CSSValue value, String pseudo, CSSEngine engine)
			throws Exception {
		if (!(element instanceof ControlElement styled) || !(styled.getNativeWidget() instanceof Control control)
				|| !(control.getData(LogColors.KEY) instanceof LogColors colors)) {
			return false;
		}
		String use = property.substring(PREFIX.length(), property.length() - SUFFIX.length());
		if (engine.convert(value, Color.class, control.getDisplay()) instanceof Color color) {
			colors.set(LogColors.Use.valueOf(use.toUpperCase(Locale.ROOT)), color);
		}
		return true;
	}

	@Override
	public String retrieveCSSProperty(Object element, String property, String pseudo, CSSEngine engine)
			throws Exception {
		return null;
	}
}
