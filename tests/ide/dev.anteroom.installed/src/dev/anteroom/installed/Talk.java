/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.installed;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import dev.anteroom.ui.Ids;
import dev.anteroom.ui.parts.ClientConversationPart;
import dev.anteroom.ui.parts.ServerConversationPart;
import dev.anteroom.ui.widgets.ConversationView;

/** What the two people of a conversation do in one IDE. */
record Talk(Ide ide) {

	/** The server's view, in its perspective. */
	ServerConversationPart serverPart() {
		return partIn(Ids.SERVER_PERSPECTIVE, Ids.SERVER_CONVERSATION_PART, ServerConversationPart.class);
	}

	/** The client's view, in its perspective. */
	ClientConversationPart clientPart() {
		return partIn(Ids.CLIENT_PERSPECTIVE, Ids.CLIENT_CONVERSATION_PART, ClientConversationPart.class);
	}

	private <T> T partIn(String perspective, String view, Class<T> type) {
		ide.open(perspective);
		ide.await(view, () -> ide.isShown(view));
		return ide.part(view, type);
	}

	/** Fills the fields of a bar, and presses its button. */
	void press(Composite bar, String... values) {
		ide.act(() -> {
			List<Text> fields = Ide.find(bar, Text.class, any -> true);
			for (int i = 0; i < values.length; i++) {
				fields.get(i).setText(values[i]);
			}
			Ide.select(Ide.find(bar, Button.class, any -> true).getFirst());
		});
	}

	/** Sends {@code text}, with pictures. */
	void say(ConversationView view, String text, Path... pictures) {
		ide.act(() -> {
			for (Path picture : pictures) {
				view.composer().attach(picture);
			}
			view.composer().field().setText(text);
		});
		ide.await("what can be sent", () -> view.composer().hint().contains("Enter"));
		ide.act(() -> {
			var event = new Event();
			event.type = SWT.KeyDown;
			event.keyCode = SWT.CR;
			event.character = SWT.CR;
			view.composer().field().notifyListeners(SWT.KeyDown, event);
		});
	}

	void awaitLine(ConversationView view, String text) {
		ide.await("the line \"" + text + '"', () -> view.log().text().contains(text));
	}

	/** Clicks the last picture of a conversation; to be called on the UI thread. */
	void clickPicture(ConversationView view) {
		var place = view.log().pictureBounds().getLast();
		Canvas log = Ide.find(view, Canvas.class, canvas -> canvas.getClass().getSimpleName().equals("LogCanvas")).getFirst();
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			var event = new Event();
			event.type = type;
			event.button = 1;
			event.count = 1;
			event.x = place.x + place.width / 2;
			event.y = place.y + place.height / 2;
			log.notifyListeners(type, event);
		}
	}

	/** Two free ports, from below those that systems give to outgoing connections. */
	static int[] freePorts() {
		return new Random().ints(15_000, 32_000).filter(Talk::isFree).distinct().limit(2).toArray();
	}

	private static boolean isFree(int port) {
		try (var socket = new ServerSocket(port)) {
			return socket.isBound();
		} catch (IOException e) {
			return false;
		}
	}
}
