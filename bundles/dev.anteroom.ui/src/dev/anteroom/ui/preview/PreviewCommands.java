/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import dev.anteroom.ui.Messages;

/** What can be done in the preview. UI thread. */
final class PreviewCommands {

	/**
	 * Commands that belong together.
	 *
	 * @param passing whether they are seen only while one of them can be done
	 */
	record Group(boolean passing, List<PreviewCommand> commands) {

		boolean isWanted() {
			return !passing || commands.stream().anyMatch(command -> command.enabled().getAsBoolean());
		}
	}

	final PreviewCommand previous;
	final PreviewCommand next;
	final PreviewCommand fit;
	final PreviewCommand actualSize;
	final PreviewCommand zoomOut;
	final PreviewCommand zoomIn;
	final PreviewCommand turnLeft;
	final PreviewCommand turnRight;
	final PreviewCommand play;
	final PreviewCommand pause;
	final PreviewCommand copy;
	final PreviewCommand saveAs;
	final PreviewCommand open;
	private final List<Group> groups;

	PreviewCommands(PicturePreview preview, Messages words) {
		BooleanSupplier image = () -> preview.canvas().hasImage();
		BooleanSupplier any = () -> preview.picture() != null;
		previous = command("previous", words.preview_previous, () -> preview.canGo(-1), () -> preview.go(-1),
				SWT.PAGE_UP, SWT.ARROW_LEFT);
		next = command("next", words.preview_next, () -> preview.canGo(1), () -> preview.go(1), SWT.PAGE_DOWN,
				SWT.ARROW_RIGHT);
		fit = new PreviewCommand("fit", words.preview_fit, image,
				() -> preview.canvas().hasImage() && preview.canvas().view().fit(),
				() -> preview.canvas().setFit(true), '0', SWT.MOD1 | '0');
		actualSize = new PreviewCommand("actual_size", words.preview_actualSize, image,
				() -> !preview.canvas().view().fit() && preview.canvas().view().zoom() == 1,
				() -> preview.canvas().setFit(false), '1', SWT.MOD1 | '1');
		zoomOut = zoom("zoom_out", words.preview_zoomOut, preview, image, 1 / Viewport.STEP, '-', SWT.MOD1 | '-');
		zoomIn = zoom("zoom_in", words.preview_zoomIn, preview, image, Viewport.STEP, '+', SWT.MOD1 | '+', '=',
				SWT.MOD1 | '=');
		turnLeft = turn("turn_left", words.preview_turnLeft, preview, image, -1, 'l');
		turnRight = turn("turn_right", words.preview_turnRight, preview, image, 1, 'r');
		play = command("start", words.preview_play, () -> preview.isAnimated() && !preview.isPlaying(),
				() -> preview.setPlaying(true), SWT.SPACE);
		pause = command("pause", words.preview_pause, preview::isPlaying, () -> preview.setPlaying(false), SWT.SPACE);
		copy = command("copy", words.preview_copy, any, () -> preview.export().copy(preview.picture()), SWT.MOD1 | 'c');
		saveAs = command("save_as", words.preview_saveAs, any, () -> preview.export().save(preview.picture()),
				SWT.MOD1 | 's');
		open = command("open_external", words.preview_open,
				() -> preview.picture() != null && PictureExport.canOpen(preview.picture()),
				() -> preview.export().open(preview.picture()));
		groups = List.of(new Group(false, List.of(previous, next)),
				new Group(false, List.of(fit, actualSize, zoomOut, zoomIn)), new Group(true, List.of(pause, play)),
				new Group(false, List.of(turnLeft, turnRight)), new Group(false, List.of(copy, saveAs, open)));
	}

	List<Group> groups() {
		return groups;
	}

	/** What {@code event} means now. */
	Optional<PreviewCommand> forKey(Event event) {
		return groups.stream().flatMap(group -> group.commands().stream())
				.filter(command -> command.isMeantBy(event) && command.enabled().getAsBoolean()).findFirst();
	}

	/** A menu of them, which is filled whenever it is shown. */
	Menu menu(Control owner) {
		var menu = new Menu(owner);
		menu.addListener(SWT.Show, e -> {
			for (MenuItem item : menu.getItems()) {
				item.dispose();
			}
			fill(menu);
		});
		return menu;
	}

	private void fill(Menu menu) {
		for (Group group : groups) {
			if (group.isWanted()) {
				if (menu.getItemCount() > 0) {
					new MenuItem(menu, SWT.SEPARATOR);
				}
				group.commands().forEach(command -> add(menu, command));
			}
		}
	}

	private static void add(Menu menu, PreviewCommand command) {
		var item = new MenuItem(menu, command.style());
		item.setText(command.menuLabel());
		item.setEnabled(command.enabled().getAsBoolean());
		item.setSelection(command.selected() != null && command.selected().getAsBoolean());
		item.addListener(SWT.Selection, e -> {
			if (command.selected() == null || item.getSelection()) {
				command.run();
			}
		});
	}

	private static PreviewCommand command(String icon, String label, BooleanSupplier enabled, Runnable action,
			int... keys) {
		return new PreviewCommand(icon, label, enabled, null, action, keys);
	}

	private static PreviewCommand zoom(String icon, String label, PicturePreview preview, BooleanSupplier enabled,
			double factor, int... keys) {
		return command(icon, label, enabled, () -> {
			PictureCanvas canvas = preview.canvas();
			canvas.setView(canvas.view().zoomedBy(factor));
		}, keys);
	}

	private static PreviewCommand turn(String icon, String label, PicturePreview preview, BooleanSupplier enabled,
			int quarters, int key) {
		return command(icon, label, enabled, () -> {
			PictureCanvas canvas = preview.canvas();
			canvas.setView(canvas.view().turned(quarters));
		}, key);
	}
}
