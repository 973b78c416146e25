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
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

import dev.anteroom.chat.Legible;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Registration;
import dev.anteroom.ui.Messages;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.IdeStyles;
import dev.anteroom.ui.internal.UiExecutor;
import dev.anteroom.ui.internal.UiUpdates;
import dev.anteroom.ui.pictures.DecodedPicture;
import dev.anteroom.ui.pictures.PictureException;

/**
 * One picture of a conversation to look at, with what can be done with it. Nothing is decoded while it is out of sight.
 * UI thread.
 */
public final class PicturePreview extends Composite {

	/** How long the picture before stays while the next one is loaded, in milliseconds: better than to flicker. */
	private static final int STAY = 250;

	private final PreviewTools tools;
	private final Icons icons = new Icons(this);
	private final PictureExport export;
	private final PreviewCommands commands;
	private final PreviewToolBar bar;
	private final PictureCanvas canvas;
	private final PreviewStatus status;
	private final UiUpdates sequenceUpdates;
	private final Runnable stayed = this::stayed;
	private Consumer<PreviewedPicture> chosenListener = chosen -> {
	};
	private PreviewedPicture chosen;
	private Registration registration = () -> {
	};
	/** {@code null} while nothing is chosen, and while what is chosen has not been in sight. */
	private ShownPicture shown;
	private boolean loading;
	/** Whether the picture was among its sequence, so that it is of the past when it no longer is. */
	private boolean listed;

	public PicturePreview(Composite parent, PreviewTools tools) {
		this(parent, tools, null);
	}

	/** @param desktop {@code null} for the real one */
	PicturePreview(Composite parent, PreviewTools tools, Desktop desktop) {
		super(parent, SWT.NONE);
		IdeStyles.install(getDisplay());
		this.tools = tools;
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		export = new PictureExport(this, tools, desktop == null ? Desktop.of(this, tools.messages()) : desktop);
		sequenceUpdates = new UiUpdates(tools.sync(), this, this::refresh);
		commands = new PreviewCommands(this, tools.messages());
		bar = new PreviewToolBar(this, commands.groups());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		canvas = new PictureCanvas(this);
		GridDataFactory.fillDefaults().grab(true, true).hint(80, 80).applyTo(canvas);
		status = new PreviewStatus(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);

		new PictureGestures(canvas);
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.setMenu(commands.menu(canvas));
		canvas.addViewListener(this::viewChanged);
		var ui = new UiExecutor(tools.sync(), this);
		// Whatever hides and shows this, a painted canvas is in sight; what it leads to must not happen while painting.
		canvas.addListener(SWT.Paint, e -> ui.execute(this::seen));
		addDisposeListener(e -> leave());
		show(null);
	}

	/** Shows {@code picture}, as soon as this is in sight; {@code null} for none. */
	public void show(PreviewedPicture picture) {
		if (picture != null && picture.equals(chosen)) {
			return;
		}
		if (picture != null && picture.isPast()) {
			// A perspective's that another has been shown in the place of: nobody told this one.
			show(null);
			chosenListener.accept(null);
			return;
		}
		leave();
		chosen = picture;
		listed = false;
		if (picture == null) {
			canvas.setWords(icons.get("image_preview"), tools.messages().preview_empty);
			status.setPicture("", "");
			canvas.setAccessibleName(tools.messages().preview_empty);
		} else {
			registration = picture.among().addListener(sequenceUpdates);
			status.setPicture(name(), facts(null));
			canvas.setAccessibleName(name());
			loading = true;
			if (canvas.isVisible()) {
				load();
			} else {
				canvas.setWords(null, "");
			}
		}
		refresh();
	}

	/**
	 * Calls {@code listener} when the person went on to another picture here, and with {@code null} when the one shown is
	 * of a conversation that is over.
	 */
	public void setChosenListener(Consumer<PreviewedPicture> listener) {
		chosenListener = listener;
	}

	/** Where the picture is drawn. */
	public PictureCanvas canvas() {
		return canvas;
	}

	/** What is said about the picture, and what is said in its place. */
	public String statusText() {
		String words = canvas.words();
		return words.isEmpty() ? status.text() : (words + '\n' + status.text()).strip();
	}

	@Override
	public boolean setFocus() {
		return canvas.setFocus();
	}

	PreviewCommands commands() {
		return commands;
	}

	PreviewToolBar toolBar() {
		return bar;
	}

	/** What is shown, or {@code null}. */
	Picture picture() {
		return chosen == null ? null : chosen.picture();
	}

	PictureExport export() {
		return export;
	}

	/** Whether the picture is an animation. */
	boolean isAnimated() {
		return shown != null && shown.isAnimated();
	}

	boolean isPlaying() {
		return isAnimated() && shown.playback().isPlaying();
	}

	void setPlaying(boolean playing) {
		if (playing) {
			shown.playback().play();
		} else {
			shown.playback().pause();
		}
	}

	/** Whether there is a picture that many places further on. */
	boolean canGo(int places) {
		return neighbour(places) != null;
	}

	void go(int places) {
		Picture picture = neighbour(places);
		if (picture != null) {
			var next = new PreviewedPicture(picture, chosen.among());
			show(next);
			chosenListener.accept(next);
		}
	}

	private Picture neighbour(int places) {
		if (chosen == null) {
			return null;
		}
		List<Picture> all = chosen.among().pictures();
		int here = all.indexOf(chosen.picture());
		int there = here + places;
		return here >= 0 && there >= 0 && there < all.size() ? all.get(there) : null;
	}

	private void leave() {
		if (!isDisposed()) {
			getDisplay().timerExec(-1, stayed);
		}
		registration.close();
		registration = () -> {
		};
		if (shown != null) {
			shown.close();
			shown = null;
		}
		loading = false;
	}

	private void seen() {
		if (loading && shown == null && canvas.isVisible()) {
			load();
		} else if (isPlaying()) {
			shown.playback().seen();
		}
	}

	private void load() {
		shown = new ShownPicture(chosen.picture(), canvas, tools, this::refresh);
		getDisplay().timerExec(STAY, stayed);
		shown.load(this::loaded);
	}

	private void stayed() {
		if (!isDisposed() && loading) {
			canvas.setWords(null, tools.messages().preview_loading);
			refresh();
		}
	}

	private void loaded(DecodedPicture decoded, Throwable failure) {
		loading = false;
		Messages messages = tools.messages();
		if (failure == null) {
			status.setPicture(name(), facts(decoded));
			status.setNote(decoded.truncated() ? messages.picture_truncated : "");
			canvas.setAccessibleName(name() + ", " + decoded.width() + " × " + decoded.height());
		} else {
			String reason = PictureException.describe(failure, messages);
			canvas.setWords(icons.get("broken_image"), reason);
			canvas.setAccessibleName(name() + ", " + reason);
		}
		refresh();
	}

	private void viewChanged() {
		if (shown != null) {
			shown.viewChanged();
		}
		refresh();
	}

	/** Shows what can be done now. */
	private void refresh() {
		bar.refresh();
		List<Picture> all = chosen == null ? List.of() : chosen.among().pictures();
		int here = chosen == null ? -1 : all.indexOf(chosen.picture());
		if (listed && here < 0) {
			// Another conversation has begun: what was shown in the last one is nobody else's business.
			show(null);
			chosenListener.accept(null);
			return;
		}
		listed = here >= 0;
		Messages messages = tools.messages();
		status.setPosition(here < 0 || all.size() < 2 ? ""
				: NLS.bind(messages.preview_position, tools.wording().count(here + 1), tools.wording().count(all.size())));
		long percent = Math.max(1, Math.round(canvas.view().zoom() * 100));
		status.setZoom(canvas.hasImage() && !loading ? NLS.bind(messages.preview_zoom, Long.toString(percent)) : "");
	}

	private void key(Event event) {
		if (event.doit) {
			commands.forKey(event).ifPresent(command -> {
				event.doit = false;
				command.run();
			});
		}
	}

	private String name() {
		return Legible.text(chosen.picture().name()).replaceAll("\\s+", " ");
	}

	/** @param decoded {@code null} as long as it is not known */
	private String facts(DecodedPicture decoded) {
		Picture picture = chosen.picture();
		Messages messages = tools.messages();
		String format = picture.format() == PictureFormat.UNKNOWN ? messages.preview_unknownFormat
				: picture.format().toString();
		String size = tools.wording().size(picture.size());
		return decoded == null ? NLS.bind(messages.preview_fileStatus, format, size)
				: NLS.bind(messages.preview_status, new Object[] { Integer.toString(decoded.width()),
						Integer.toString(decoded.height()), format, size });
	}
}
