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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.function.BiConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleControlListener;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.ui.TestTools;

/** What a log answers to screen readers. That the answers reach them is for {@code tests/accessibility} to show. */
class LogAccessibleTest {

	@TempDir
	private Path folder;
	private final ListSource source = new ListSource();
	private Stage stage;

	@BeforeEach
	void open() {
		stage = new Stage(source);
	}

	@AfterEach
	void close() {
		stage.close();
	}

	@Test
	void itIsAListOfWhatIsInSight() {
		stage.say(500);
		assertEquals("Conversation", name(ACC.CHILDID_SELF));
		assertEquals(ACC.ROLE_LIST, ask(ACC.CHILDID_SELF, AccessibleControlListener::getRole).detail);
		int[] items = items();
		assertEquals(items.length, ask(ACC.CHILDID_SELF, AccessibleControlListener::getChildCount).detail);
		assertTrue(items.length > 5 && items.length < 50);
		assertEquals(ACC.ROLE_LISTITEM, ask(items[0], AccessibleControlListener::getRole).detail);
		assertTrue(name(items[items.length - 1]).endsWith("message 500"));
	}

	@Test
	void anEmptyLogIsAnEmptyList() {
		assertEquals(0, items().length);
		assertEquals(ACC.CHILDID_NONE, ask(ACC.CHILDID_SELF, AccessibleControlListener::getSelection).childID);
		assertEquals(ACC.CHILDID_SELF, ask(ACC.CHILDID_SELF, AccessibleControlListener::getFocus).childID);
	}

	@Test
	void anItemSaysWhoSaidWhatAndWhen() {
		Entry first = source.say("hello");
		Entry second = source.say("there\nis more");
		Entry notice = source.add(Notice.of(Phrase.PORT_IN_USE, 10000));
		stage.refresh();
		int[] items = items();
		assertTrue(name(items[0]).endsWith("Client(10.0.0.7), " + time(first) + ", hello"), name(items[0]));
		assertEquals("Client(10.0.0.7), " + time(second) + ", there\nis more", name(items[1]));
		assertEquals(time(notice) + ", [Error] Port 10000 is in use by another program.", name(items[2]));
	}

	@Test
	void theDayAndTheUnreadLineAreSaidWithTheEntryBelowThem() {
		stage.say(2);
		stage.ui.act(() -> stage.log.setVisible(false));
		source.pass(86_400);
		stage.say(2);
		stage.ui.act(() -> stage.log.setVisible(true));
		int[] items = items();
		assertTrue(name(items[0]).contains("November 21"), name(items[0]));
		assertTrue(name(items[1]).startsWith("Client"), name(items[1]));
		assertTrue(name(items[2]).matches(".*November 22.*, New, Client.*message 3"), name(items[2]));
		assertTrue(name(items[3]).startsWith("Client"), name(items[3]));
	}

	@Test
	void aPictureSaysItIsOneAndItsName() throws IOException {
		Path file = Files.write(folder.resolve("cat.png"), new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 });
		source.show(Picture.probe(file, 1 << 20));
		source.say("see https://example.org/");
		source.say("plain");
		stage.refresh();
		int[] items = items();
		assertTrue(name(items[0]).endsWith("[Picture PNG, 8 B] cat.png"), name(items[0]));
		assertEquals("Show Picture", ask(items[0], AccessibleControlListener::getDefaultAction).result);
		assertEquals("Open Link", ask(items[1], AccessibleControlListener::getDefaultAction).result);
		assertEquals(null, ask(items[2], AccessibleControlListener::getDefaultAction).result);
	}

	@Test
	void aHugeMessageHasABoundedName() {
		source.say("\uD83D\uDE42".repeat(10_000));
		stage.refresh();
		String name = name(items()[0]);
		assertTrue(name.length() <= 4_001, name.length() + " characters");
		assertFalse(Character.isHighSurrogate(name.charAt(name.length() - 2)));
	}

	@Test
	void itemsKeepTheirIdsWhenTheViewMoves() {
		stage.say(500);
		int[] before = items();
		String last = name(before[before.length - 2]);
		stage.say(1);
		int[] after = items();
		assertEquals(before[before.length - 2], after[after.length - 3]);
		assertEquals(last, name(after[after.length - 3]));
		stage.press(0, SWT.HOME);
		assertEquals(last, name(before[before.length - 2]));
		assertTrue(has(ACC.STATE_OFFSCREEN, before[before.length - 2]));
		assertFalse(has(ACC.STATE_OFFSCREEN, items()[0]));
	}

	@Test
	void itemsAreFoundWhereTheyAre() {
		stage.say(500);
		int above = Integer.MIN_VALUE;
		for (int item : items()) {
			AccessibleControlEvent place = ask(item, AccessibleControlListener::getLocation);
			assertTrue(place.y >= above);
			above = place.y + place.height;
			AccessibleControlEvent found = ask(ACC.CHILDID_SELF, (listener, event) -> {
				event.x = place.x + place.width / 2;
				event.y = place.y + place.height / 2;
				listener.getChildAtPoint(event);
			});
			assertEquals(item, found.childID);
		}
		Rectangle all = stage.ui.ui(() -> stage.ui.display().map(stage.canvas(), null, stage.canvas().getClientArea()));
		assertTrue(above <= all.y + all.height);
	}

	@Test
	void theCurrentMessageHasTheFocus() {
		stage.say(5);
		stage.ui.await("the focus", () -> stage.canvas().forceFocus() && stage.canvas().isFocusControl());
		stage.press(0, SWT.HOME);
		stage.press(0, SWT.ARROW_DOWN);
		int[] items = items();
		assertEquals(items[1], ask(ACC.CHILDID_SELF, AccessibleControlListener::getFocus).childID);
		assertTrue(has(ACC.STATE_FOCUSED, items[1]));
		assertTrue(has(ACC.STATE_FOCUSABLE, items[0]));
		assertFalse(has(ACC.STATE_FOCUSED, items[0]));
	}

	@Test
	void whoTabsIntoItBeginsAtWhatIsInSight() {
		stage.say(500);
		stage.ui.act(() -> stage.canvas().notifyListeners(SWT.FocusIn, new org.eclipse.swt.widgets.Event()));
		assertEquals(500, stage.ui.ui(() -> stage.canvas().current()));
		stage.press(0, SWT.HOME);
		stage.ui.act(() -> stage.canvas().scrollToEnd());
		stage.ui.act(() -> stage.canvas().notifyListeners(SWT.FocusIn, new org.eclipse.swt.widgets.Event()));
		assertEquals(500, stage.ui.ui(() -> stage.canvas().current()));
	}

	@Test
	void selectedMessagesAreTold() {
		stage.say(5);
		int[] items = items();
		stage.press(0, SWT.HOME);
		assertTrue(has(ACC.STATE_SELECTABLE, items[0]));
		assertFalse(has(ACC.STATE_SELECTED, items[0]));
		stage.press(SWT.SHIFT, SWT.ARROW_DOWN);
		assertTrue(has(ACC.STATE_SELECTED, items[0]));
		assertEquals(items[0], ask(ACC.CHILDID_SELF, AccessibleControlListener::getSelection).childID);
		stage.press(SWT.SHIFT, SWT.ARROW_DOWN);
		AccessibleControlEvent selection = ask(ACC.CHILDID_SELF, AccessibleControlListener::getSelection);
		assertEquals(ACC.CHILDID_MULTIPLE, selection.childID);
		assertEquals(Arrays.asList(items[0], items[1]), Arrays.asList(selection.children));
	}

	@Test
	void whatIsStillBeingReadIsBusy() {
		stage.say(2_000);
		source.beSlow();
		stage.press(0, SWT.HOME);
		int item = items()[1];
		assertEquals("…", name(item));
		assertTrue(has(ACC.STATE_BUSY, item));
		source.answer();
		stage.ui.await("the name", () -> name(item).endsWith("message 2"));
		assertFalse(has(ACC.STATE_BUSY, item));
	}

	@Test
	void whatOthersSayIsAnnouncedOnceForAll() {
		stage.say(1);
		stage.ui.await("the first", () -> announced().equals("Client(10.0.0.7), message 1"));
		stage.say(1);
		source.answer("an answer");
		source.say("two");
		stage.refresh();
		stage.ui.await("two more", () -> !announced().endsWith("message 1"));
		assertEquals("Client(10.0.0.7), message 2\nClient(10.0.0.7), two", stage.ui.ui(this::announced));
		stage.say(100);
		stage.ui.await("the rest", () -> !announced().endsWith("two"));
		assertEquals("100 new messages. The latest: Client(10.0.0.7), message 104", stage.ui.ui(this::announced));
	}

	@Test
	void whatWasThereBeforeIsNotAnnounced() {
		stage.say(3);
		stage.ui.act(() -> stage.log.dispose());
		var again = stage.ui.ui(() -> {
			var made = new MessageLog(stage.shell, TestTools.on(stage.ui.display(), picture -> { }), source);
			stage.shell.layout();
			made.refresh();
			return made;
		});
		source.say("new");
		stage.ui.act(again::refresh);
		stage.ui.await("the news", () -> !again.announcer().words().isEmpty());
		assertEquals("Client(10.0.0.7), new", stage.ui.ui(() -> again.announcer().words()));
	}

	@Test
	void whatASearchComesToIsSaid() {
		stage.say(3);
		stage.ui.act(stage.log::find);
		stage.ui.act(() -> stage.log.finding().changed(new Query("message 2", false)));
		stage.ui.await("the match", () -> announced().matches("1 of 1, .*Client.* message 2"));
		stage.ui.act(() -> stage.log.finding().changed(new Query("nowhere", false)));
		stage.ui.await("that there is none", () -> announced().equals("No matches"));
	}

	@Test
	void theButtonForNewMessagesDoesNotTakeTheFocusOfTheLog() {
		stage.say(500);
		stage.wheel(30, 0);
		stage.say(1);
		assertTrue(stage.ui.ui(() -> stage.log.news().isVisible()));
		stage.click(new Point(100, 100));
		assertFalse(stage.ui.ui(() -> stage.log.news().isFocusControl()));
		stage.ui.await("the focus", () -> stage.canvas().isFocusControl());
	}

	@Test
	void pagesAreSelectedWithTheKeyboard() {
		stage.say(500);
		stage.press(0, SWT.HOME);
		stage.press(SWT.SHIFT, SWT.PAGE_DOWN);
		Selection page = stage.ui.ui(() -> stage.canvas().selection());
		assertEquals(new Position(1, 0), page.start());
		assertTrue(page.end().number() > 5);
		stage.press(SWT.MOD1 | SWT.SHIFT, SWT.END);
		assertEquals(500, stage.ui.ui(() -> stage.canvas().selection().end().number()));
		stage.press(0, SWT.PAGE_UP);
		assertTrue(stage.ui.ui(() -> stage.canvas().selection().isEmpty()));
	}

	private String announced() {
		return stage.log.announcer().words();
	}

	private int[] items() {
		AccessibleControlEvent event = ask(ACC.CHILDID_SELF, AccessibleControlListener::getChildren);
		return Arrays.stream(event.children).mapToInt(Integer.class::cast).toArray();
	}

	private boolean has(int state, int item) {
		return (ask(item, AccessibleControlListener::getState).detail & state) != 0;
	}

	private String name(int item) {
		return stage.ui.ui(() -> {
			var event = new AccessibleEvent(stage.canvas().getAccessible());
			event.childID = item;
			stage.log.accessible().names().getName(event);
			return event.result;
		});
	}

	private AccessibleControlEvent ask(int item, BiConsumer<AccessibleControlListener, AccessibleControlEvent> question) {
		return stage.ui.ui(() -> {
			var event = new AccessibleControlEvent(stage.canvas().getAccessible());
			event.childID = item;
			question.accept(stage.log.accessible().items(), event);
			return event;
		});
	}

	private static String time(Entry entry) {
		return DateTimeFormatter.ofPattern("HH:mm:ss").format(entry.time().atZone(ZoneId.systemDefault()));
	}
}
