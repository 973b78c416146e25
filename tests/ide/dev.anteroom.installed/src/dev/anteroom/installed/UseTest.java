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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.client.ChatClient;
import dev.anteroom.server.ChatServer;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.parts.ClientConversationPart;
import dev.anteroom.ui.parts.ImagePreviewPart;
import dev.anteroom.ui.parts.ServerConversationPart;
import dev.anteroom.ui.parts.WaitingLinePart;
import dev.anteroom.ui.widgets.ConversationView;

/** A person serves and comes as a client in one IDE. In order, each goes on from what the ones before did. */
@ExtendWith(QuietLog.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UseTest {

	private static final List<String> CLIENTS = List.of(Ids.CLIENT_CONVERSATION_PART, Ids.JOINED_ROOM_PART);
	/** Those that share a stack with another come first: the other is to be seen in the end. */
	private static final List<String> ALL = List.of(Ids.HOSTED_ROOM_PART, Ids.JOINED_ROOM_PART, Ids.PARTICIPANTS_PART,
			Ids.WAITING_LINE_PART, Ids.SERVER_CONVERSATION_PART, Ids.CLIENT_CONVERSATION_PART, Ids.IMAGE_PREVIEW_PART);
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	private static final String CLASSIC = "org.eclipse.e4.ui.css.theme.e4_classic";

	private final Ide ide = new Ide();
	private final ChatServer server = ide.service(ChatServer.class);
	private final ChatClient client = ide.service(ChatClient.class);

	@Test
	@Order(1)
	void nothingListensBeforeStartIsPressed() {
		ide.open(Ids.SERVER_PERSPECTIVE);
		ide.await("the views", () -> ide.isShown(Ids.SERVER_CONVERSATION_PART) && ide.isShown(Ids.WAITING_LINE_PART)
				&& ide.isShown(Ids.IMAGE_PREVIEW_PART));
		assertEquals(Phase.STOPPED, server.status().phase());
		ide.open(Ids.CLIENT_PERSPECTIVE);
		ide.await("the views", () -> ide.isShown(Ids.CLIENT_CONVERSATION_PART) && ide.isShown(Ids.IMAGE_PREVIEW_PART));
		assertTrue(client.conversation().state() instanceof ConversationState.Idle);
	}

	@Test
	@Order(2)
	void bothRolesTalkInOneIde() {
		int[] ports = freePorts();
		ide.open(Ids.SERVER_PERSPECTIVE);
		press(serverPart().bar(), Integer.toString(ports[0]), Integer.toString(ports[1]));
		ide.await("the server to listen", () -> server.status().isListening());
		ide.open(Ids.CLIENT_PERSPECTIVE);
		press(clientPart().bar(), "127.0.0.1", Integer.toString(ports[0]), Integer.toString(ports[1]));
		ide.await("the two to talk", () -> client.conversation().state() instanceof ConversationState.Conversing
				&& server.conversation().state() instanceof ConversationState.Conversing);
		say(clientPart().conversation(), "你好, is anybody there? \uD83D\uDE42");
		awaitLine(serverPart().conversation(), "Client(127.0.0.1): 你好, is anybody there? \uD83D\uDE42");
		say(serverPart().conversation(), "Yes.");
		awaitLine(clientPart().conversation(), "Server(127.0.0.1): Yes.");
	}

	@Test
	@Order(3)
	void aPictureIsSeenInThePreview(@TempDir Path folder) {
		Path file = picture(folder.resolve("picture.png"));
		ConversationView view = clientPart().conversation();
		ide.act(() -> {
			view.composer().attach(file);
			view.composer().field().setText("look");
			Ide.select(Ide.find(view, Button.class, button -> button.getText().replace("&", "").equals("Send")).getFirst());
		});
		ide.open(Ids.SERVER_PERSPECTIVE);
		ConversationView served = serverPart().conversation();
		ide.await("the picture", () -> !served.log().pictureBounds().isEmpty());
		ide.act(() -> click(served, served.log().pictureBounds().getLast()));
		ImagePreviewPart preview = ide.part(Ids.IMAGE_PREVIEW_PART, ImagePreviewPart.class);
		ide.await("the preview", () -> preview.canvas().hasImage() && preview.statusText().contains("64 × 40"));
	}

	@Test
	@Order(4)
	void whoeverComesNextIsInTheLine() throws IOException {
		WaitingLinePart line = ide.part(Ids.WAITING_LINE_PART, WaitingLinePart.class);
		try (var next = new Socket(InetAddress.getLoopbackAddress(), server.status().textPort())) {
			ide.await("one in line", () -> line.viewer().getTable().getItemCount() == 1);
		}
		ide.await("nobody in line", line::isEmptyShown);
	}

	@Test
	@Order(5)
	void everyViewFollowsTheThemeLive() {
		for (String perspective : List.of(Ids.SERVER_PERSPECTIVE, Ids.CLIENT_PERSPECTIVE)) {
			ide.open(perspective);
			for (String theme : List.of(DARK, CLASSIC, DARK, LIGHT)) {
				ide.act(() -> themes().setTheme(theme, false));
				ide.await(theme, () -> themes().getActiveTheme().getId().equals(theme));
				for (String view : ALL) {
					if (ide.isShown(view)) {
						assertEquals(List.of(), ide.ui(() -> Legibility.complaints(ide.widget(view), DARK.equals(theme))),
								view + " with " + theme);
					}
				}
			}
		}
	}

	@Test
	@Order(6)
	void everyViewIsClosedAndOpenedAgain() {
		for (String view : ALL) {
			ide.open(CLIENTS.contains(view) ? Ids.CLIENT_PERSPECTIVE : Ids.SERVER_PERSPECTIVE);
			ide.close(view);
			ide.await(view + " to be closed", () -> !ide.isShown(view));
			ide.show(view);
			ide.await(view + " to be open", () -> ide.isShown(view));
		}
		awaitLine(clientPart().conversation(), "Server(127.0.0.1): Yes.");
		ide.open(Ids.SERVER_PERSPECTIVE);
		awaitLine(serverPart().conversation(), "is anybody there?");
		assertTrue(server.status().isListening(), "the conversation went on");
	}

	@Test
	@Order(7)
	void viewsOpenInAPerspectiveOfTheIdeToo() {
		ide.open("org.eclipse.ui.resourcePerspective");
		for (String view : ALL) {
			ide.show(view);
			ide.await(view, () -> ide.isShown(view));
			ide.close(view);
		}
	}

	@Test
	@Order(8)
	void aPerspectiveIsReset() {
		ide.open(Ids.SERVER_PERSPECTIVE);
		ide.close(Ids.WAITING_LINE_PART);
		ide.close(Ids.IMAGE_PREVIEW_PART);
		ide.act(() -> ide.page().resetPerspective());
		ide.await("all views", () -> ide.isShown(Ids.WAITING_LINE_PART) && ide.isShown(Ids.SERVER_CONVERSATION_PART)
				&& ide.isShown(Ids.IMAGE_PREVIEW_PART));
		awaitLine(serverPart().conversation(), "is anybody there?");
	}

	@Test
	@Order(9)
	void anEditorOpensBesideTheConversation(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("Example.txt"), "one\ntwo\n");
		for (String perspective : List.of(Ids.SERVER_PERSPECTIVE, Ids.CLIENT_PERSPECTIVE)) {
			ide.open(perspective);
			var editor = ide.ui(() -> IDE.openEditor(ide.page(), file.toUri(), "org.eclipse.ui.DefaultTextEditor", true));
			String conversation = perspective.equals(Ids.SERVER_PERSPECTIVE) ? Ids.SERVER_CONVERSATION_PART
					: Ids.CLIENT_CONVERSATION_PART;
			Composite talk = ide.widget(conversation);
			ide.await("both to be seen", () -> ide.page().isPartVisible(editor) && talk.isVisible());
			assertFalse(ide.ui(() -> talk.getSize().x < 200 || talk.getSize().y < 200), "room for the conversation");
			ide.act(() -> ide.page().closeEditor(editor, false));
		}
	}

	@Test
	@Order(10)
	void whatIsLeftForTheNextStart() {
		ide.act(() -> server.stop());
		ide.await("the end", () -> server.status().phase() == Phase.STOPPED);
		ide.open(Ids.CLIENT_PERSPECTIVE);
		ide.close(Ids.IMAGE_PREVIEW_PART);
		ide.open(Ids.SERVER_PERSPECTIVE);
		ide.close(Ids.WAITING_LINE_PART);
		assertFalse(ide.isShown(Ids.WAITING_LINE_PART));
	}

	private ServerConversationPart serverPart() {
		return partIn(Ids.SERVER_PERSPECTIVE, Ids.SERVER_CONVERSATION_PART, ServerConversationPart.class);
	}

	private ClientConversationPart clientPart() {
		return partIn(Ids.CLIENT_PERSPECTIVE, Ids.CLIENT_CONVERSATION_PART, ClientConversationPart.class);
	}

	private <T> T partIn(String perspective, String view, Class<T> type) {
		ide.open(perspective);
		ide.await(view, () -> ide.isShown(view));
		return ide.part(view, type);
	}

	/** Fills the fields of a bar, and presses its button. */
	private void press(Composite bar, String... values) {
		ide.act(() -> {
			List<Text> fields = Ide.find(bar, Text.class, any -> true);
			for (int i = 0; i < values.length; i++) {
				fields.get(i).setText(values[i]);
			}
			Ide.select(Ide.find(bar, Button.class, any -> true).getFirst());
		});
	}

	private void say(ConversationView view, String text) {
		ide.act(() -> {
			view.composer().field().setText(text);
			var event = new Event();
			event.type = SWT.KeyDown;
			event.keyCode = SWT.CR;
			event.character = SWT.CR;
			view.composer().field().notifyListeners(SWT.KeyDown, event);
		});
	}

	private void awaitLine(ConversationView view, String text) {
		ide.await("the line \"" + text + '"', () -> view.log().text().contains(text));
	}

	private void click(ConversationView view, Rectangle place) {
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

	private Path picture(Path file) {
		ide.act(() -> {
			var image = new Image(ide.display(), 64, 40);
			var loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			image.dispose();
			loader.save(file.toString(), SWT.IMAGE_PNG);
		});
		return file;
	}

	private IThemeEngine themes() {
		return (IThemeEngine) ide.display().getData("org.eclipse.e4.ui.css.swt.theme");
	}

	/** Two free ports, from below those that systems give to outgoing connections. */
	private static int[] freePorts() {
		return new Random().ints(15_000, 32_000).filter(UseTest::isFree).distinct().limit(2).toArray();
	}

	private static boolean isFree(int port) {
		try (var socket = new ServerSocket(port)) {
			return socket.isBound();
		} catch (IOException e) {
			return false;
		}
	}
}
