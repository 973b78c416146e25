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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Wording;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.TestTools;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.pictures.PictureLoader;

/** A preview in a window of its own, and a person in front of it. Test's thread. */
final class PreviewStage implements AutoCloseable, PictureSequence {

	/** What the person answers when asked, and what was done on the desktop. UI thread. */
	static final class FakeDesktop implements Desktop {

		String offered;
		Path chosen;
		boolean mayReplace;
		int questions;
		final List<Path> opened = new ArrayList<>();
		final List<String> told = new ArrayList<>();

		@Override
		public Path chooseFile(String name, PictureFormat format) {
			offered = name;
			return chosen;
		}

		@Override
		public boolean mayReplace(Path file) {
			questions++;
			return mayReplace;
		}

		@Override
		public void tell(String title, String words) {
			told.add(words);
		}

		@Override
		public boolean open(Path file) {
			return opened.add(file);
		}
	}

	final UiThread thread = UiThread.running();
	final FakeDesktop desktop = new FakeDesktop();
	final List<Picture> pictures = new ArrayList<>();
	long conversation;
	private Runnable listener = () -> {
	};
	Shell shell;
	Composite page;
	PicturePreview preview;

	PreviewStage(PictureLoader loader) {
		thread.act(() -> {
			shell = new Shell(thread.display());
			shell.setLayout(new FillLayout());
			page = new Composite(shell, SWT.NONE);
			page.setLayout(new FillLayout());
			preview = new PicturePreview(page, new PreviewTools(Messages.of(Locale.ENGLISH),
					TestTools.synchronize(thread.display()), loader, new Wording(Locale.ENGLISH)), desktop);
			shell.setSize(500, 450);
			shell.open();
		});
		thread.await("the window", () -> shell.isVisible() && preview.canvas().getClientArea().width > 300);
	}

	/** A picture of the conversation. */
	Picture add(String name, PictureFormat format) {
		var picture = new Picture(Path.of("/nowhere", name), name, 12_345, format);
		return add(picture);
	}

	Picture add(Picture picture) {
		thread.act(() -> {
			pictures.add(picture);
			listener.run();
		});
		return picture;
	}

	void show(Picture picture) {
		thread.act(() -> preview.show(new PreviewedPicture(picture, this)));
	}

	/** Brings what was decoded for {@code request} to the screen. */
	void answer(SlowLoader.Request request, int width, int height) {
		thread.act(() -> request.answer(width, height));
		thread.await("the picture", () -> preview.canvas().view().pictureWidth() == width);
	}

	Event press(int key, int modifiers) {
		return thread.ui(() -> {
			var event = new Event();
			event.keyCode = key;
			event.character = (key & SWT.KEYCODE_BIT) == 0 ? (char) key : 0;
			event.stateMask = modifiers;
			event.doit = true;
			preview.canvas().notifyListeners(SWT.KeyDown, event);
			return event;
		});
	}

	void mouse(int type, int x, int y, int button) {
		thread.act(() -> {
			var event = new Event();
			event.x = x;
			event.y = y;
			event.button = button;
			preview.canvas().notifyListeners(type, event);
		});
	}

	void wheel(int x, int y, int count, int modifiers) {
		thread.act(() -> {
			var event = new Event();
			event.x = x;
			event.y = y;
			event.count = count;
			event.stateMask = modifiers;
			event.doit = true;
			preview.canvas().notifyListeners(SWT.MouseVerticalWheel, event);
		});
	}

	Viewport view() {
		return thread.ui(() -> preview.canvas().view());
	}

	String status() {
		return thread.ui(preview::statusText);
	}

	boolean isEnabled(PreviewCommand command) {
		return thread.ui(() -> preview.toolBar().item(command).isEnabled());
	}

	/** Clicks {@code command} on the toolbar. */
	void click(PreviewCommand command) {
		thread.act(() -> {
			var item = preview.toolBar().item(command);
			if ((item.getStyle() & SWT.RADIO) != 0) {
				item.setSelection(true);
			}
			item.notifyListeners(SWT.Selection, new Event());
		});
	}

	@Override
	public List<Picture> pictures() {
		return List.copyOf(pictures);
	}

	@Override
	public long conversation() {
		return conversation;
	}

	@Override
	public Registration addListener(Runnable changed) {
		listener = changed;
		return () -> listener = () -> {
		};
	}

	@Override
	public void close() {
		thread.act(shell::dispose);
	}
}
