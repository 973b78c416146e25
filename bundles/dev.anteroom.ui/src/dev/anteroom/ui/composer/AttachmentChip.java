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

import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.Image;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Picture;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureLoader;
import dev.anteroom.ui.widgets.ViewTools;

/** The chip of one {@link Attachment}: has its file looked into, on other threads, and says what is there. UI thread. */
final class AttachmentChip {

	private final Attachment attachment;
	private final Chip chip;
	private final ViewTools tools;
	private final Icons icons;
	private final Runnable known;
	private CompletableFuture<?> running;
	private Image thumbnail;
	private boolean refused;

	/** @param known called when it is known whether it can be sent */
	AttachmentChip(Attachment attachment, Chip chip, ViewTools tools, Icons icons, Runnable known) {
		this.attachment = attachment;
		this.chip = chip;
		this.tools = tools;
		this.icons = icons;
		this.known = known;
		chip.addDisposeListener(e -> {
			running.cancel(false);
			if (thumbnail != null) {
				thumbnail.dispose();
			}
		});
		chip.show(new Chip.Look(null, title(), "", false, -1, true));
		CompletableFuture<Picture> probe = attachment.file().thenCompose(tools.pictures()::probe);
		running = probe;
		probe.whenCompleteAsync(this::probed, ui());
	}

	Attachment attachment() {
		return attachment;
	}

	Chip chip() {
		return chip;
	}

	/** Whether it is known that it can't be sent. */
	boolean isRefused() {
		return refused || attachment.file().isCompletedExceptionally();
	}

	/** Whether its file is not written yet. */
	boolean isPreparing() {
		return !attachment.file().isDone();
	}

	private String title() {
		if (isPreparing() || attachment.file().isCompletedExceptionally()) {
			return tools.messages().composer_pastedPicture;
		}
		var name = attachment.path().getFileName();
		return (name == null ? attachment.path() : name).toString();
	}

	private UiExecutor ui() {
		return new UiExecutor(tools.sync(), chip);
	}

	private void probed(Picture picture, Throwable failure) {
		if (failure != null) {
			refused = true;
			String reason = PictureLoader.cause(failure) instanceof ChatException told
					? tools.wording().reason(told.notice())
					: tools.messages().composer_pasteFailed;
			chip.show(new Chip.Look(icons.get("broken_image"), title(), reason, true, -1, true));
		} else {
			chip.show(new Chip.Look(null, title(), tools.wording().size(picture.size()), false, -1, true));
			CompletableFuture<DecodedPicture> decoding = tools.pictures().thumbnail(picture);
			running = decoding;
			decoding.whenCompleteAsync((decoded, e) -> decoded(decoded), ui());
		}
		known.run();
	}

	/** @param decoded {@code null} when it can't be decoded: it can be sent all the same */
	private void decoded(DecodedPicture decoded) {
		thumbnail = decoded == null ? null : new Image(chip.getDisplay(), decoded.data());
		Chip.Look look = chip.look();
		chip.show(new Chip.Look(thumbnail == null ? icons.get("broken_image") : thumbnail, look.title(), look.detail(),
				false, -1, true));
	}
}
