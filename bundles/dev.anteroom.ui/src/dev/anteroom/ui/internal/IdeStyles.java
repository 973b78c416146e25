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

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;

import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.WidgetElement;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.css.swt.theme.IThemeManager;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Our style sheets for the themes of an Eclipse IDE. There is an extension point for such, but then the IDE asks each of
 * their selectors about each of its own widgets, and begins with that when it starts.
 */
public final class IdeStyles {

	private static final System.Logger LOG = System.getLogger(IdeStyles.class.getName());

	private static final String KEY = "dev.anteroom.ui.ideStyles";
	private static final String LIGHT = "platform:/plugin/dev.anteroom.ui/css/ide-light.css";
	private static final String DARK = "platform:/plugin/dev.anteroom.ui/css/ide-dark.css";
	private static final Map<String, String> SHEETS = Map.of("org.eclipse.e4.ui.css.theme.e4_default", LIGHT,
			"org.eclipse.e4.ui.css.theme.e4_classic", LIGHT, "org.eclipse.e4.ui.css.theme.e4_dark", DARK);

	private IdeStyles() {
	}

	/** Has the themes of {@code display}, if it has any, know our widgets; before the first is styled. UI thread. */
	public static void install(Display display) {
		if (display.getData(KEY) != null) {
			return;
		}
		display.setData(KEY, Boolean.TRUE);
		CSSEngine engine = WidgetElement.getEngine(display);
		if (engine == null) {
			// There are no themes where the person wants none; to ask for them would make them.
			return;
		}
		BundleContext context = FrameworkUtil.getBundle(IdeStyles.class).getBundleContext();
		ServiceReference<IThemeManager> reference = context.getServiceReference(IThemeManager.class);
		if (reference != null) {
			install(context.getService(reference).getEngineForDisplay(display), engine);
			context.ungetService(reference);
		}
	}

	private static void install(IThemeEngine themes, CSSEngine engine) {
		// For the themes that are chosen from now on, and then for the one there is.
		SHEETS.forEach((theme, sheet) -> themes.registerStylesheet(sheet, theme));
		ITheme theme = themes.getActiveTheme();
		String sheet = theme == null ? null : SHEETS.get(theme.getId());
		if (sheet == null) {
			return;
		}
		try (InputStream content = URI.create(sheet).toURL().openStream()) {
			// What it returns is of another type from the platform's 2026-09 on, which makes it another method.
			CSSEngine.class.getMethod("parseStyleSheet", InputStream.class).invoke(engine, content);
		} catch (IOException | ReflectiveOperationException e) {
			LOG.log(Level.WARNING, "A style sheet could not be read", e);
		}
	}
}
