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

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.fuzz.Input;

/** Texts taken apart, and pictures that belong to them: each comes out once, and texts in their order, whatever comes when. */
public final class MessageFuzz {

	private final EmbeddedChannel channel = new EmbeddedChannel();
	private final MessageOrder order;
	private final List<ChatLine> said = new ArrayList<>();
	private final List<Picture> shown = new ArrayList<>();
	private final List<ChatLine> texts = new ArrayList<>();
	private final List<Picture> pictures = new ArrayList<>();
	private final Deque<MessageOrder.Arrival> storing = new ArrayDeque<>();
	private boolean receiving;

	private MessageFuzz() {
		channel.freezeTime();
		order = new MessageOrder(channel.eventLoop(), Limits.DEFAULT.merge(), new Log());
	}

	public static void fuzzerTestOneInput(byte[] data) {
		var fuzz = new MessageFuzz();
		for (var input = new Input(data); !input.isEmpty();) {
			fuzz.step(input);
		}
		fuzz.end();
	}

	private void step(Input input) {
		switch (input.number(6)) {
			case 0 -> text(input.text(input.number(256)));
			case 1 -> {
				if (!receiving) {
					receiving = true;
					order.begins();
				}
			}
			case 2 -> {
				if (receiving) {
					receiving = false;
					storing.add(order.arrived());
				}
			}
			case 3 -> store();
			case 4 -> {
				if (!storing.isEmpty()) {
					storing.remove().failed();
				}
			}
			default -> pass(10 * input.number(256));
		}
	}

	private void text(String frame) {
		ChatLine line = ChatLine.parse(frame);
		String whole = line.sender().isEmpty() ? line.text() : line.sender() + ':' + line.text();
		Input.check(frame.equals(whole) || frame.equals(whole + '\n') || frame.equals(whole + "\r\n"), "Taken apart",
				frame, line);
		ClassicPhrases.placeIn(frame).ifPresent(place -> Input.check(place > 0, "Place", place));
		ClassicPhrases.opensImageConnection(frame);
		texts.add(line);
		order.text(line);
	}

	private void store() {
		if (!storing.isEmpty()) {
			var picture = new Picture(Path.of("image"), "image_" + pictures.size(), 1, PictureFormat.PNG);
			pictures.add(picture);
			storing.remove().stored(picture);
		}
	}

	private void pass(int milliseconds) {
		channel.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
		channel.runScheduledPendingTasks();
	}

	private final class Log implements MessageOrder.Sink {

		@Override
		public void said(ChatLine text) {
			said.add(text);
		}

		@Override
		public void said(Picture picture, ChatLine with) {
			Input.check(with == null || said.contains(with), "With a text that was not said", with);
			shown.add(picture);
		}
	}

	private void end() {
		while (!storing.isEmpty()) {
			store();
		}
		order.flush();
		Input.check(order.isSettled(), "Not settled");
		check();
		pass(60_000);
		check();
		channel.finishAndReleaseAll();
	}

	private void check() {
		Input.check(said.equals(texts), "Texts", said, texts);
		Input.check(shown.size() == pictures.size() && shown.containsAll(pictures), "Pictures", shown, pictures);
	}
}
