/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.composer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import dev.anteroom.chat.Delivery.Progress;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.widgets.ViewTools;

/**
 * The pictures that are under way, if they take long enough to wonder about, each with how far it is and a cross that
 * takes it back while that is possible. UI thread.
 */
final class SendingStrip {

	/** What takes no longer than this is not worth showing. */
	private static final int PATIENCE = 300;

	private final SendQueue queue;
	private final ViewTools tools;
	private final ChipStrip strip;
	private final Icons icons;
	private final Map<Outgoing, Chip> chips = new LinkedHashMap<>();

	SendingStrip(Composite parent, SendQueue queue, ViewTools tools, Runnable leave) {
		this.queue = queue;
		this.tools = tools;
		strip = new ChipStrip(parent, tools.messages().composer_sending, leave);
		icons = new Icons(strip);
	}

	ChipStrip control() {
		return strip;
	}

	/** What the chips say. */
	List<String> words() {
		return strip.words();
	}

	/** Something was sent: looks again when it is time to wonder. */
	void watch() {
		if (queue.underWay().stream().anyMatch(outgoing -> outgoing.attachment() != null)) {
			strip.getDisplay().timerExec(PATIENCE + 10, () -> {
				if (!strip.isDisposed()) {
					refresh();
				}
			});
		}
	}

	/** Shows how things stand. */
	void refresh() {
		long now = System.nanoTime();
		List<Outgoing> shown = queue.underWay().stream().filter(outgoing -> outgoing.attachment() != null
				&& (chips.containsKey(outgoing) || now - outgoing.since() >= TimeUnit.MILLISECONDS.toNanos(PATIENCE)))
				.toList();
		boolean arranged = true;
		for (Outgoing gone : new ArrayList<>(chips.keySet())) {
			if (!shown.contains(gone)) {
				strip.remove(chips.remove(gone));
				arranged = false;
			}
		}
		for (Outgoing outgoing : shown) {
			Chip chip = chips.get(outgoing);
			if (chip == null) {
				chip = strip.add(icons.get("remove"), tools.messages().composer_cancelSending);
				chip.onRemoved(() -> outgoing.delivery().cancel());
				chips.put(outgoing, chip);
				arranged = false;
			}
			chip.show(look(outgoing));
		}
		if (!arranged) {
			strip.arrange();
		}
	}

	private Chip.Look look(Outgoing outgoing) {
		String name = outgoing.draft().image().getFileName().toString();
		Progress progress = outgoing.delivery().progress();
		if (progress.cancellable() || progress.size() == 0) {
			return new Chip.Look(null, NLS.bind(tools.messages().composer_sendingLater, name), "", false, 0,
					progress.cancellable());
		}
		int percent = (int) (100 * progress.written() / progress.size());
		return new Chip.Look(null, NLS.bind(tools.messages().composer_sendingNow, name, percent), "", false,
				percent / 100.0, false);
	}
}
