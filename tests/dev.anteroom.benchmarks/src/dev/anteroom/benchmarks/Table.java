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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
public final class Table {

	private final List<String> lines = new ArrayList<>();

	public Table(String... heads) {
		row((Object[]) heads);
		lines.add("|---".repeat(heads.length) + '|');
	}

	/** @param cells a figure is shown with the digits that it is worth, what is not a number as a dash */
	public void row(Object... cells) {
		var line = new StringBuilder();
		for (Object cell : cells) {
			line.append("| ").append(cell instanceof Double figure ? text(figure) : cell).append(' ');
		}
		lines.add(line.append('|').toString());
	}

	public void print(String title) {
		System.out.println("\n### " + title + "\n");
		lines.forEach(System.out::println);
	}

	static String text(double figure) {
		if (Double.isNaN(figure)) {
			return "–";
		}
		double size = Math.abs(figure);
		return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", figure);
	}
}
