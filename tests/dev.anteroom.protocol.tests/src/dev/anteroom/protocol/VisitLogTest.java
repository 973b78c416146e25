/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Event;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;

class VisitLogTest {

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
	private final EmbeddedChannel channel = new EmbeddedChannel();
	private final Journal journal = new Journal();
	private final List<Event> told = new ArrayList<>();
	private final VisitLog log = new VisitLog(channel.eventLoop(), journal, Phrase.WAITING_UNTOLD, clock::get);

	VisitLogTest() {
		journal.addListener(entry -> told.add(entry.event()));
	}

	@Test
	void anAddressMayHaveSoManyLinesAMinuteAndTheOthersAsWell() throws Exception {
		InetAddress one = InetAddress.getByName("10.0.0.1");
		Notice left = Notice.of(Phrase.WAITING_LEFT, "x");
		for (int i = 0; i < VisitLog.LINES + 3; i++) {
			log.tell(one, left);
		}
		assertEquals(VisitLog.LINES, count(Phrase.WAITING_LEFT));
		log.tell(InetAddress.getByName("10.0.0.2"), left);
		assertEquals(VisitLog.LINES + 1, count(Phrase.WAITING_LEFT));
		assertEquals(0, count(Phrase.WAITING_UNTOLD));
		channel.advanceTimeBy(1, TimeUnit.MINUTES);
		channel.runScheduledPendingTasks();
		assertEquals(Notice.of(Phrase.WAITING_UNTOLD, 3, 3), told.getLast());
		clock.addAndGet(VisitLog.MINUTE / VisitLog.LINES + 1_000);
		log.tell(one, left);
		assertEquals(left, told.getLast());
		log.tellLeftOut();
		assertEquals(1, count(Phrase.WAITING_UNTOLD));
	}

	@Test
	void anAddressMaySaySoMuchAMinute() throws Exception {
		InetAddress one = InetAddress.getByName("10.0.0.1");
		int length = VisitLog.CHARACTERS / 2;
		for (int i = 0; i < 3; i++) {
			log.tell(one, Notice.of(Phrase.WAITING_SAID, "", "x".repeat(length)));
		}
		assertEquals(2, count(Phrase.WAITING_SAID));
		log.tellLeftOut();
		assertEquals(Notice.of(Phrase.WAITING_UNTOLD, 1, length), told.getLast());
		clock.addAndGet(VisitLog.MINUTE);
		log.tell(one, Notice.of(Phrase.WAITING_SAID, "", "again"));
		assertEquals(3, count(Phrase.WAITING_SAID));
	}

	private long count(Phrase phrase) {
		return told.stream().filter(event -> event instanceof Notice notice && notice.phrase() == phrase).count();
	}
}
