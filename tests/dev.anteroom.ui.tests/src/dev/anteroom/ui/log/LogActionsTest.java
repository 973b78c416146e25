/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogActionsTest {

	private static final String ADDRESS = "https://example.org/?x=1&y=2";
	private static final String SHOWN = "https://example.org/?x=1&&y=2";

	private final ListSource source = new ListSource();
	private Stage stage;

	@BeforeEach
	void open() {
		stage = new Stage(source);
		stage.emptyClipboard();
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void whereALinkLeadsIsToldAsItIs() {
		source.say(ADDRESS);
		stage.refresh();
		stage.mouse(SWT.MouseMove, stage.at(1, 3), 0, 0);
		assertEquals(SHOWN, stage.ui.ui(() -> stage.canvas().getToolTipText()));
		stage.ui.display().asyncExec(() -> stage.log.actions().open(new Link(0, ADDRESS.length(), ADDRESS, false)));
		stage.ui.await("the question", () -> stage.shell.getShells().length == 1);
		Shell dialog = stage.ui.ui(() -> stage.shell.getShells()[0]);
		String title = stage.ui.ui(dialog::getText);
		String words = stage.ui.ui(() -> words(dialog));
		stage.ui.act(dialog::close);
		assertEquals("Open Link", title);
		assertEquals("This link leads to\n\n" + SHOWN + "\n\nOpen it in the browser?", words);
	}

	@Test
	void onlyWhatIsSelectedNowIsOfferedToTheMiddleButton() {
		assumeTrue("gtk".equals(SWT.getPlatform()), "only there is such a clipboard");
		source.say("one two three");
		stage.refresh();
		stage.drag(stage.at(1, 4), stage.at(1, 7));
		stage.ui.await("the selection", () -> "two".equals(offered()));
		offer("-");
		stage.mouse(SWT.MouseDown, stage.at(1, 5), 0, 3, 1);
		stage.mouse(SWT.MouseUp, stage.at(1, 5), SWT.BUTTON3, 3, 1);
		stage.mouse(SWT.MouseUp, stage.at(1, 5), SWT.BUTTON2, 2, 1);
		assertEquals("-", stage.ui.ui(LogActionsTest::offered));
		stage.mouse(SWT.MouseDown, stage.at(1, 7), SWT.SHIFT, 1);
		stage.mouse(SWT.MouseUp, stage.at(1, 7), SWT.SHIFT | SWT.BUTTON1, 1);
		assertEquals("-", stage.ui.ui(LogActionsTest::offered), "it is what was selected before");
		stage.mouse(SWT.MouseDown, stage.at(1, 3), SWT.SHIFT, 1);
		stage.mouse(SWT.MouseUp, stage.at(1, 3), SWT.SHIFT | SWT.BUTTON1, 1);
		stage.ui.await("the selection", () -> " ".equals(offered()));
	}

	@Test
	void whatIsTooMuchIsCopiedAsFarAsItFitsAndThatIsTold() {
		String text = "x".repeat(20_000);
		for (int i = 0; i < 1_700; i++) {
			source.say(text);
		}
		stage.refresh();
		stage.press(SWT.MOD1, 'a');
		stage.press(SWT.MOD1, 'c');
		stage.ui.await("the dialog", () -> stage.shell.getShells().length == 1);
		Shell dialog = stage.ui.ui(() -> stage.shell.getShells()[0]);
		String words = stage.ui.ui(() -> words(dialog));
		stage.ui.act(dialog::close);
		assertEquals("This is too much for the clipboard: only the first 33,554,432 characters were copied.", words);
		assertEquals(32 << 20, stage.clipboard().length());
	}

	@Test
	void nothingIsCutWithinACharacter() {
		assertEquals("ab", LogActions.fitting("ab", 2));
		assertEquals("a", LogActions.fitting("a\uD83D\uDE42", 2));
		assertEquals("a\uD83D\uDE42", LogActions.fitting("a\uD83D\uDE42b", 3));
	}

	@Test
	void aSlowCopyDoesNotReplaceANewerOne() {
		stage.say(20);
		source.beSlow();
		stage.press(SWT.MOD1, 'a');
		stage.press(SWT.MOD1, 'c');
		stage.ui.act(() -> stage.log.actions().copyText("newer"));
		stage.awaitClipboard("newer");
		stage.ui.act(source::answer);
		stage.ui.act(() -> {
		});
		assertEquals("newer", stage.clipboard());
	}

	private static String offered() {
		var clipboard = new Clipboard(Display.getCurrent());
		try {
			return (String) clipboard.getContents(TextTransfer.getInstance(), DND.SELECTION_CLIPBOARD);
		} finally {
			clipboard.dispose();
		}
	}

	private void offer(String text) {
		stage.ui.act(() -> {
			var clipboard = new Clipboard(stage.ui.display());
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() },
					DND.SELECTION_CLIPBOARD);
			clipboard.dispose();
		});
	}

	private static String words(Composite parent) {
		for (Control child : parent.getChildren()) {
			String words = child instanceof Label label ? label.getText()
					: child instanceof Composite composite ? words(composite) : "";
			if (!words.isEmpty()) {
				return words;
			}
		}
		return "";
	}
}
