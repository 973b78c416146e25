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

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandlerProvider;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.core.impl.engine.CSSEngineImpl;
import org.eclipse.e4.ui.css.swt.dom.ControlElement;
import org.eclipse.e4.ui.css.swt.dom.WidgetElement;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.w3c.dom.css.CSSStyleDeclaration;
import org.w3c.dom.css.CSSValue;

/**
 * Brings the properties {@code anteroom-…-color} of a style sheet to the {@link LogColors} of a widget. The extension
 * point for such handlers makes all of them when the workbench starts; this one is not there before it is needed.
 */
public final class LogColorsHandler implements ICSSPropertyHandler, ICSSPropertyHandlerProvider {

	private static final String KEY = "dev.anteroom.ui.logColorsHandler";

	private static final String PREFIX = "anteroom-";
	private static final String SUFFIX = "-color";

	private LogColorsHandler() {
	}

	/** Has the style sheets' engine of {@code display}, if it has one, know those properties. UI thread. */
	static void install(Display display) {
		if (display.getData(KEY) == null && WidgetElement.getEngine(display) instanceof CSSEngineImpl engine) {
			var handler = new LogColorsHandler();
			display.setData(KEY, handler);
			engine.registerCSSPropertyHandlerProvider(handler);
		}
	}

	@Override
	public Collection<ICSSPropertyHandler> getCSSPropertyHandlers(Object element, String property) {
		return getCSSPropertyHandlers(property);
	}

	@Override
	public Collection<ICSSPropertyHandler> getCSSPropertyHandlers(String property) {
		return property.startsWith(PREFIX) && property.endsWith(SUFFIX) ? List.of(this) : List.of();
	}

	@Override
	public CSSStyleDeclaration getDefaultCSSStyleDeclaration(CSSEngine engine, Object element,
			CSSStyleDeclaration style, String pseudo) {
		return null;
	}

	@Override
	public Collection<String> getCSSProperties(Object element) {
		return List.of();
	}

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
