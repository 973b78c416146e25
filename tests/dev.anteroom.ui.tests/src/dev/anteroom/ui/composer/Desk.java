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

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.IME;
import org.eclipse.swt.widgets.Shell;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.ui.TestTools;
import dev.anteroom.ui.UiThread;
import dev.anteroom.ui.widgets.ViewTools;

/** A composer in a view in a window, without an application, and a person's hands on it. */
final class Desk {

	final FakeConversation conversation = new FakeConversation();
	private final UiThread thread = UiThread.running();
	private final ViewTools tools = TestTools.on(thread.display(), picture -> {
	});
	private Shell shell;
	private Composite view;
	private Composer composer;

	void open(int width, int height) {
		act(() -> {
			shell = new Shell(display(), SWT.SHELL_TRIM);
			shell.setLayout(new FillLayout());
			shell.setSize(width, height);
			create();
			shell.open();
		});
		await("the window to be in use", () -> display().getActiveShell() == shell);
	}

	/** Has the application put {@code text} into the person's message. */
	void add(String text) {
		act(() -> tools.drafts().add(conversation.role(), text));
	}

	/** Closes the view and opens it again. */
	void reopen() {
		dispose();
		act(() -> {
			create();
			shell.layout(true, true);
		});
	}

	/** Opens the view again before the one there is now is closed, as a perspective that is reset does. */
	void replace() {
		act(() -> {
			Composite old = view;
			create();
			old.dispose();
			shell.layout(true, true);
		});
	}

	void dispose() {
		act(() -> view.dispose());
	}

	void close() {
		act(() -> {
			if (!view.isDisposed()) {
				composer.clear();
			}
			shell.dispose();
		});
	}

	private void create() {
		view = new Composite(shell, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(view);
		GridDataFactory.fillDefaults().grab(true, true).hint(50, 50).applyTo(new Canvas(view, SWT.NONE));
		composer = new Composer(view, tools, conversation);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composer);
	}

	Display display() {
		return thread.display();
	}

	<T> T ui(Callable<T> read) {
		return thread.ui(read);
	}

	void act(Runnable action) {
		thread.act(action);
	}

	void await(String what, Callable<Boolean> condition) {
		thread.await(what, condition);
	}

	Composite view() {
		return view;
	}

	Composer composer() {
		return composer;
	}

	int fieldHeight() {
		return ui(() -> {
			shell.layout(true, true);
			return composer.field().getSize().y;
		});
	}

	/** Somebody came or went. */
	void enter(ConversationState state) {
		conversation.enter(state);
		act(() -> composer.update());
	}

	/** The chips of what is to go out. */
	List<Chip> attached() {
		return strips().getLast().chips();
	}

	/** The chips of what is going out. */
	List<Chip> underWay() {
		return strips().getFirst().chips();
	}

	private List<ChipStrip> strips() {
		return Arrays.stream(composer.getChildren()).filter(ChipStrip.class::isInstance).map(ChipStrip.class::cast)
				.toList();
	}

	/** Something of {@code kind} is dragged with the mouse. */
	Drag drag(Transfer kind) {
		return new Drag((DropTarget) view.getData(DND.DROP_TARGET_KEY), kind);
	}

	Button sendButton() {
		return buttons(composer, new ArrayList<>()).getLast();
	}

	List<String> buttonNames() {
		return buttons(composer, new ArrayList<>()).stream().map(Desk::nameOf).toList();
	}

	/** What assistive technology calls {@code control}. */
	static String nameOf(Control control) {
		var event = new AccessibleEvent(control);
		event.childID = ACC.CHILDID_SELF;
		for (Object listener : (List<?>) field(control.getAccessible(), "accessibleListeners")) {
			((AccessibleListener) listener).getName(event);
		}
		return event.result != null ? event.result : ((Button) control).getText().replace("&", "");
	}

	/**
	 * An input method has come to {@code text}, in one key's event.
	 *
	 * @param settled whether that is what was meant; it is typed then
	 */
	void compose(String text, boolean settled, int time) {
		IME ime = composer.field().getIME();
		int start = (int) field(ime, "startOffset");
		var event = new Event();
		event.detail = SWT.COMPOSITION_CHANGED;
		event.start = start >= 0 ? start : composer.field().getSelection().x;
		event.end = start >= 0 ? start + ime.getText().length() : composer.field().getSelection().y;
		event.text = text;
		event.time = time;
		set(ime, "startOffset", event.start);
		set(ime, "text", text);
		set(ime, "commitCount", settled ? text.length() : 0);
		ime.notifyListeners(SWT.ImeComposition, event);
		if (settled) {
			set(ime, "startOffset", -1);
			set(ime, "text", "");
			set(ime, "commitCount", 0);
			text.chars().forEach(c -> press(0, (char) c, 0));
		}
	}

	/** SWT tells nobody outside what these hold. */
	private static Object field(Object object, String name) {
		try {
			Field field = object.getClass().getDeclaredField(name);
			field.setAccessible(true);
			return field.get(object) == null ? List.of() : field.get(object);
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	private static void set(Object object, String name, Object value) {
		try {
			Field field = object.getClass().getDeclaredField(name);
			field.setAccessible(true);
			field.set(object, value);
		} catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}

	private static List<Button> buttons(Composite parent, List<Button> found) {
		for (Control child : parent.getChildren()) {
			if (child instanceof Button button) {
				found.add(button);
			} else if (child instanceof Composite composite) {
				buttons(composite, found);
			}
		}
		return found;
	}

	/** The time that a key pressed now would have. */
	int now() {
		var event = new Event();
		composer.field().notifyListeners(SWT.KeyUp, event);
		return event.time;
	}

	/** Types {@code text} into the field. */
	void type(String text) {
		text.chars().forEach(c -> press(c, (char) c, 0));
	}

	void press(int key, char character, int modifiers) {
		press(composer.field(), key, character, modifiers);
	}

	static void press(Control control, int key, char character, int modifiers) {
		var event = new Event();
		event.keyCode = key;
		event.character = character;
		event.stateMask = modifiers;
		event.doit = true;
		control.notifyListeners(SWT.KeyDown, event);
	}
}
