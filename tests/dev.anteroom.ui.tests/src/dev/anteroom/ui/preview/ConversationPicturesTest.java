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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.Said;

class ConversationPicturesTest {

	private final Journal journal = new Journal();
	private final ConversationPictures pictures = new ConversationPictures(journal);

	@AfterEach
	void close() {
		pictures.close();
	}

	@Test
	void theyGrowInTheOrderInWhichTheyWereSaid() {
		say("a");
		journal.append(new Said(true, "", "only words", null));
		assertEquals(List.of(picture("a")), pictures.pictures());
		say("b");
		say("c");
		assertEquals(List.of(picture("a"), picture("b"), picture("c")), pictures.pictures());
	}

	@Test
	void anotherConversationBeginsAnew() {
		say("a");
		journal.append(Phrase.CLIENT_ADMITTED, "192.0.2.1");
		assertEquals(List.of(), pictures.pictures());
		say("b");
		journal.append(Phrase.CLIENT_ADMITTED, "192.0.2.2");
		say("c");
		assertEquals(List.of(picture("c")), pictures.pictures());
	}

	@Test
	void theyAreRememberedWhenTheJournalIsNotAnyMore() {
		say("a");
		for (int i = 0; i < 2 * Journal.MOST_ENTRIES; i++) {
			journal.append(new Said(true, "", "words", null));
		}
		say("b");
		assertEquals(List.of(picture("a"), picture("b")), pictures.pictures());
	}

	@Test
	void aLateViewBeginsWithWhatTheJournalHas() {
		say("a");
		journal.append(Phrase.CLIENT_ADMITTED, "192.0.2.1");
		say("b");
		try (var late = new ConversationPictures(journal)) {
			say("c");
			assertEquals(List.of(picture("b"), picture("c")), late.pictures());
		}
	}

	@Test
	void theyAreBounded() {
		for (int i = 0; i <= ConversationPictures.MOST; i++) {
			say("p" + i);
		}
		assertEquals(ConversationPictures.MOST, pictures.pictures().size());
		assertEquals(picture("p1"), pictures.pictures().getFirst());
	}

	@Test
	void nothingIsHeardOnceTheyAreClosed() {
		pictures.close();
		say("a");
		assertEquals(List.of(), pictures.pictures());
	}

	@Test
	void listenersHearOfPicturesOnly() {
		var heard = new AtomicInteger();
		try (var registration = pictures.addListener(heard::incrementAndGet)) {
			journal.append(new Said(true, "", "only words", null));
			assertEquals(0, heard.get());
			say("a");
			journal.append(Phrase.CLIENT_ADMITTED, "192.0.2.1");
			assertEquals(2, heard.get());
		}
		say("b");
		assertEquals(2, heard.get());
	}

	private void say(String name) {
		journal.append(new Said(false, "", "", picture(name)));
	}

	private static Picture picture(String name) {
		return new Picture(Path.of("/tmp", name), name, 1, PictureFormat.PNG);
	}
}
