/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.widgets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.PaintObjectEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Said;
import dev.anteroom.ui.internal.Icons;
import dev.anteroom.ui.internal.LogColors;

/**
 * The lines of a conversation, oldest first. It follows the newest line while the end is in sight. It shows the last
 * {@link #MOST_LINES} entries or some millions of characters; all of them are in the transcript. UI thread.
 */
public final class MessageLog extends Composite {

	/** How many entries are shown at the most. */
	public static final int MOST_LINES = 2_000;

	private static final String CSS_CLASS = "AnteroomMessageLog";
	private static final int MARGIN = 8;
	private static final int INDENT = 3 * MARGIN;
	private static final int MOST_CHARACTERS = 4 << 20;

	private final ViewTools tools;
	private final StyledText text;
	private final Icons icons;
	private final LogColors colors;
	private final Deque<LogLine> lines = new ArrayDeque<>();
	/** Whether the end was in sight when the log was last drawn. */
	private boolean following = true;

	public MessageLog(Composite parent, ViewTools tools) {
		super(parent, SWT.NONE);
		this.tools = tools;
		setLayout(new FillLayout());
		text = new StyledText(this, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.READ_ONLY);
		icons = new Icons(this);
		colors = new LogColors(this::restyle);
		text.setData(LogColors.KEY, colors);
		text.setData("org.eclipse.e4.ui.css.CssClassName", CSS_CLASS);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setLineSpacing(3);
		text.setWrapIndent(INDENT);
		text.setCaret(null);
		text.addPaintObjectListener(this::paint);
		text.addPaintListener(e -> following = isAtEnd());
		text.addListener(SWT.Resize, e -> {
			if (following) {
				// Once the lines are wrapped anew.
				getDisplay().asyncExec(() -> {
					if (!text.isDisposed()) {
						scrollToEnd();
					}
				});
			}
		});
		text.addListener(SWT.MouseMove, this::hover);
		text.addListener(SWT.MouseUp, this::click);
		text.addListener(SWT.KeyDown, this::key);
		text.addDisposeListener(e -> lines.forEach(MessageLog::dispose));
		text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = tools.messages().log_name;
			}
		});
		createMenu();
	}

	/** Shows {@code entries} below the others; one that begins a conversation clears those before it. */
	public void append(List<Entry> entries) {
		var added = new ArrayList<LogLine>();
		boolean fresh = false;
		for (Entry entry : entries) {
			if (entry.event() instanceof Notice notice && notice.phrase().beginsConversation()) {
				added.forEach(MessageLog::dispose);
				added.clear();
				fresh = true;
			}
			added.add(LogLine.of(entry, tools.wording(), thumbnail(entry)));
		}
		if (added.size() > MOST_LINES) {
			List<LogLine> surplus = added.subList(0, added.size() - MOST_LINES);
			surplus.forEach(MessageLog::dispose);
			surplus.clear();
		}
		boolean follow = fresh || isAtEnd();
		text.setRedraw(false);
		try {
			if (fresh) {
				clear();
			}
			makeRoom(added.size());
			insert(added);
		} finally {
			text.setRedraw(true);
		}
		if (follow) {
			scrollToEnd();
		}
	}

	/** The text as it stands, for tests and for copying it all. */
	public String text() {
		return text.getText();
	}

	/** Where on this control a picture is shown; {@code null} when the picture is not in the log or out of sight. */
	public Rectangle boundsOf(Picture picture) {
		int offset = 0;
		for (LogLine line : lines) {
			if (line.thumbnail() != null && line.thumbnail().picture().equals(picture)) {
				int at = offset + line.objectOffset();
				return text.getTextBounds(at, at);
			}
			offset += line.text().length();
		}
		return null;
	}

	@Override
	public boolean setFocus() {
		return text.setFocus();
	}

	private Thumbnail thumbnail(Entry entry) {
		if (!(entry.event() instanceof Said said) || said.picture() == null) {
			return null;
		}
		var thumbnail = new Thumbnail(said.picture(), tools.pictures());
		thumbnail.decoding().whenComplete((picture, failure) -> tools.sync().asyncExec(() -> show(thumbnail)));
		return thumbnail;
	}

	private void show(Thumbnail thumbnail) {
		if (text.isDisposed() || thumbnail.decoding().isCancelled()) {
			return;
		}
		boolean follow = isAtEnd();
		int offset = 0;
		for (LogLine line : lines) {
			if (line.thumbnail() == thumbnail) {
				thumbnail.take(getDisplay());
				text.setStyleRange(line.objectStyle(offset));
				if (follow) {
					scrollToEnd();
				}
				return;
			}
			offset += line.text().length();
		}
	}

	private void clear() {
		lines.forEach(MessageLog::dispose);
		lines.clear();
		text.setText("");
	}

	private void makeRoom(int count) {
		int surplus = 0;
		while (!lines.isEmpty() && (lines.size() + count > MOST_LINES || text.getCharCount() - surplus > MOST_CHARACTERS)) {
			LogLine oldest = lines.remove();
			surplus += oldest.text().length();
			dispose(oldest);
		}
		if (surplus > 0) {
			text.replaceTextRange(0, surplus, "");
		}
	}

	private void insert(List<LogLine> added) {
		var characters = new StringBuilder();
		var styles = new ArrayList<StyleRange>();
		int start = text.getCharCount();
		for (LogLine line : added) {
			styles.addAll(line.styles(start + characters.length(), colors, text.getBackground()));
			characters.append(line.text());
			lines.add(line);
		}
		text.replaceTextRange(start, 0, characters.toString());
		text.replaceStyleRanges(start, characters.length(), styles.toArray(StyleRange[]::new));
		indentContinuations(start, added);
	}

	/** Only what begins an entry begins at the margin, so that nobody can write a line in somebody else's name. */
	private void indentContinuations(int start, List<LogLine> added) {
		int offset = start;
		for (LogLine line : added) {
			int continuations = (int) line.text().chars().filter(c -> c == '\n').count() - 1;
			if (continuations > 0) {
				text.setLineIndent(text.getLineAtOffset(offset) + 1, continuations, INDENT);
			}
			offset += line.text().length();
		}
	}

	/** After a change of theme. */
	private void restyle() {
		var styles = new ArrayList<StyleRange>();
		int offset = 0;
		for (LogLine line : lines) {
			styles.addAll(line.styles(offset, colors, text.getBackground()));
			offset += line.text().length();
		}
		text.setStyleRanges(styles.toArray(StyleRange[]::new));
	}

	private boolean isAtEnd() {
		var bar = text.getVerticalBar();
		return bar == null || bar.getSelection() + bar.getThumb() >= bar.getMaximum() - text.getLineHeight();
	}

	private void scrollToEnd() {
		text.setTopIndex(text.getLineCount() - 1);
	}

	private void paint(PaintObjectEvent event) {
		if (!(event.style.data instanceof Thumbnail thumbnail)) {
			return;
		}
		Point size = thumbnail.size();
		int top = event.y + event.ascent - size.y;
		if (thumbnail.image() != null) {
			event.gc.drawImage(thumbnail.image(), event.x, top);
			return;
		}
		event.gc.setForeground(colors.of(LogColors.Use.SYSTEM, text.getBackground()));
		event.gc.drawRoundRectangle(event.x, top, size.x - 1, size.y - 1, 6, 6);
		if (thumbnail.hasFailed()) {
			var icon = icons.get("broken_image");
			Rectangle bounds = icon.getBounds();
			event.gc.drawImage(icon, event.x + (size.x - bounds.width) / 2, top + (size.y - bounds.height) / 2);
		}
	}

	private Thumbnail thumbnailAt(int x, int y) {
		int offset = text.getOffsetAtPoint(new Point(x, y));
		// In the right half of a character, the offset is that of the next one.
		for (int each = offset; each >= 0 && each >= offset - 1; each--) {
			if (each < text.getCharCount() && text.getTextBounds(each, each).contains(x, y)) {
				StyleRange style = text.getStyleRangeAtOffset(each);
				return style != null && style.data instanceof Thumbnail thumbnail ? thumbnail : null;
			}
		}
		return null;
	}

	private void hover(Event event) {
		Thumbnail thumbnail = thumbnailAt(event.x, event.y);
		text.setCursor(getDisplay().getSystemCursor(thumbnail == null ? SWT.CURSOR_IBEAM : SWT.CURSOR_HAND));
		text.setToolTipText(thumbnail == null ? null
				: thumbnail.hasFailed() ? tools.messages().log_noPreview : thumbnail.picture().name());
	}

	private void click(Event event) {
		Thumbnail thumbnail = thumbnailAt(event.x, event.y);
		if (event.button == 1 && thumbnail != null && text.getSelectionCount() <= 1) {
			tools.opener().accept(thumbnail.picture());
		}
	}

	private void key(Event event) {
		if (event.keyCode == 'a' && event.stateMask == SWT.MOD1) {
			text.selectAll();
		} else if (event.keyCode == SWT.CR && event.stateMask == 0) {
			openSelected();
		}
	}

	/** Shows the first picture of the selection. */
	private void openSelected() {
		for (StyleRange style : text.getStyleRanges(text.getSelectionRange().x, text.getSelectionRange().y)) {
			if (style.data instanceof Thumbnail thumbnail) {
				tools.opener().accept(thumbnail.picture());
				return;
			}
		}
	}

	private void createMenu() {
		var menu = new Menu(text);
		MenuItem show = item(menu, tools.messages().log_showPicture, this::openSelected);
		var separator = new MenuItem(menu, SWT.SEPARATOR);
		separator.setEnabled(false);
		MenuItem copy = item(menu, tools.messages().log_copy + "\t" + "Ctrl+C", text::copy);
		item(menu, tools.messages().log_selectAll + "\t" + "Ctrl+A", text::selectAll);
		menu.addListener(SWT.Show, e -> {
			copy.setEnabled(text.getSelectionCount() > 0);
			show.setEnabled(lines.stream().anyMatch(line -> line.thumbnail() != null) && text.getSelectionCount() > 0);
		});
		text.setMenu(menu);
	}

	private static MenuItem item(Menu menu, String label, Runnable action) {
		var item = new MenuItem(menu, SWT.PUSH);
		item.setText(label);
		item.addListener(SWT.Selection, e -> action.run());
		return item;
	}

	private static void dispose(LogLine line) {
		if (line.thumbnail() != null) {
			line.thumbnail().dispose();
		}
	}
}
