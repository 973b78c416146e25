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
import java.util.List;

import org.eclipse.swt.widgets.Composite;

import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.widgets.ViewTools;

/** The pictures that are to go out with the message, in order. UI thread. */
final class AttachmentStrip {

	/** How many there may be. */
	static final int MOST = 20;

	private final ViewTools tools;
	private final Runnable changed;
	private final Runnable known;
	private final ChipStrip strip;
	private final Icons icons;
	private final List<AttachmentChip> chips = new ArrayList<>();

	/**
	 * @param leave   puts the focus elsewhere
	 * @param changed called when pictures came or went
	 * @param known   called when it is known whether one of them can be sent
	 */
	AttachmentStrip(Composite parent, ViewTools tools, Runnable leave, Runnable changed, Runnable known) {
		this.tools = tools;
		this.changed = changed;
		this.known = known;
		strip = new ChipStrip(parent, tools.messages().composer_pictures, leave);
		icons = new Icons(strip);
	}

	ChipStrip control() {
		return strip;
	}

	/**
	 * Adds as many of {@code attachments} as may be; the others are discarded.
	 *
	 * @return how many were left out
	 */
	int add(List<Attachment> attachments) {
		int room = Math.max(0, MOST - chips.size());
		List<Attachment> taken = attachments.subList(0, Math.min(room, attachments.size()));
		for (Attachment attachment : taken) {
			Chip chip = strip.add(icons.get("remove"), tools.messages().composer_removePicture);
			chips.add(new AttachmentChip(attachment, chip, tools, icons, known));
			chip.onRemoved(() -> {
				attachment.discard();
				remove(attachment);
			});
		}
		attachments.subList(taken.size(), attachments.size()).forEach(Attachment::discard);
		if (!taken.isEmpty()) {
			strip.arrange();
			strip.showEnd();
			changed.run();
		}
		return attachments.size() - taken.size();
	}

	List<Attachment> attachments() {
		return chips.stream().map(AttachmentChip::attachment).toList();
	}

	/** What the chips say. */
	List<String> words() {
		return strip.words();
	}

	/** Those that are not known to be no good. */
	List<Attachment> sendable() {
		return chips.stream().filter(chip -> !chip.isRefused()).map(AttachmentChip::attachment).toList();
	}

	/** Whether one of them is still being written to its file. */
	boolean isPreparing() {
		return chips.stream().anyMatch(AttachmentChip::isPreparing);
	}

	boolean isEmpty() {
		return chips.isEmpty();
	}

	/** Takes {@code attachments} away, for somebody else to use or discard. */
	void release(List<Attachment> attachments) {
		attachments.forEach(this::drop);
		strip.arrange();
		changed.run();
	}

	private void remove(Attachment attachment) {
		release(List.of(attachment));
	}

	private void drop(Attachment attachment) {
		chips.removeIf(chip -> {
			if (chip.attachment() != attachment) {
				return false;
			}
			strip.remove(chip.chip());
			return true;
		});
	}
}
