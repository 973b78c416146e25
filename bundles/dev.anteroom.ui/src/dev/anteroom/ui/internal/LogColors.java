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

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of a log's lines. The style sheets set them ({@code css/light.css}, {@code css/dark.css}); where there is
 * no styling, they go by how dark the background is. UI thread.
 */
public final class LogColors {

	/** The key under which the styled widget holds its colours. */
	static final String KEY = LogColors.class.getName();

	/** What a colour is for. */
	public enum Use {
		ERROR(0xb3261e, 0xff8a80), INFO(0x0b57d0, 0x8ab4f8), SYSTEM(0x6b6f76, 0xa4a8ae), OWN(0x1a6b3c, 0x81c995),
		PEER(0x7a3e9d, 0xd7aefb), MATCH(0xffe58f, 0x6b5a1e), FOUND(0xffb454, 0xa5640b);

		private final int onLight;
		private final int onDark;

		Use(int onLight, int onDark) {
			this.onLight = onLight;
			this.onDark = onDark;
		}
	}

	private static final LogColors UNSTYLED = new LogColors(() -> {
	});

	private final Color[] styled = new Color[Use.values().length];
	private final Runnable changed;

	/** @param changed called after a style sheet set another colour */
	private LogColors(Runnable changed) {
		this.changed = changed;
	}

	/** Those that the style sheets give to {@code widget}. */
	public static LogColors of(Control widget, Runnable changed) {
		var colors = new LogColors(changed);
		widget.setData(KEY, colors);
		LogColorsHandler.install(widget.getDisplay());
		return colors;
	}

	/** Those of what no style sheet gives any: they go by the background alone. */
	public static LogColors unstyled() {
		return UNSTYLED;
	}

	/** Whether {@code background} is that of a dark theme. */
	public static boolean isDark(Color background) {
		return background.getRed() * 299 + background.getGreen() * 587 + background.getBlue() * 114 < 128_000;
	}

	/** The colour for {@code use} on {@code background}. */
	public Color of(Use use, Color background) {
		Color color = styled[use.ordinal()];
		if (color != null) {
			return color;
		}
		int value = isDark(background) ? use.onDark : use.onLight;
		return new Color(value >> 16, value >> 8 & 0xFF, value & 0xFF);
	}

	void set(Use use, Color color) {
		if (!color.equals(styled[use.ordinal()])) {
			styled[use.ordinal()] = color;
			changed.run();
		}
	}
}
