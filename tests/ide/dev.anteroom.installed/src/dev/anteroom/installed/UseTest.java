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
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
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
import dev.anteroom.ui.parts.ImagePreviewPart;
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
	private final Talk talk = new Talk(ide);
	private final ChatServer server = ide.service(ChatServer.class);
	private final ChatClient client = ide.service(ChatClient.class);

	@Test
	@Order(1)
	void nothingListensBeforeStartIsPressed() {
		ide.open(Ids.SERVER_PERSPECTIVE);
		ide.await("the views", () -> ide.isShown(Ids.SERVER_CONVERSATION_PART) && ide.isShown(Ids.WAITING_LINE_PART)
				&& ide.isShown(Ids.IMAGE_PREVIEW_PART));
		ide.await("hints to have their colour in the theme that there is", () -> Ide.find(
				ide.widget(Ids.SERVER_CONVERSATION_PART), Label.class,
				label -> "AnteroomHint".equals(label.getData("org.eclipse.e4.ui.css.CssClassName"))).stream()
				.anyMatch(hint -> new RGB(0x6B, 0x6F, 0x76).equals(hint.getForeground().getRGB())));
		assertEquals(Phase.STOPPED, server.status().phase());
		ide.open(Ids.CLIENT_PERSPECTIVE);
		ide.await("the views", () -> ide.isShown(Ids.CLIENT_CONVERSATION_PART) && ide.isShown(Ids.IMAGE_PREVIEW_PART));
		assertTrue(client.conversation().state() instanceof ConversationState.Idle);
	}

	@Test
	@Order(2)
	void bothRolesTalkInOneIde() {
		int[] ports = Talk.freePorts();
		ide.open(Ids.SERVER_PERSPECTIVE);
		talk.press(talk.serverPart().bar(), Integer.toString(ports[0]), Integer.toString(ports[1]));
		ide.await("the server to listen", () -> server.status().isListening());
		ide.open(Ids.CLIENT_PERSPECTIVE);
		talk.press(talk.clientPart().bar(), "127.0.0.1", Integer.toString(ports[0]), Integer.toString(ports[1]));
		ide.await("the two to talk", () -> client.conversation().state() instanceof ConversationState.Conversing
				&& server.conversation().state() instanceof ConversationState.Conversing);
		talk.say(talk.clientPart().conversation(), "你好, is anybody there? \uD83D\uDE42");
		talk.awaitLine(talk.serverPart().conversation(), "Client(127.0.0.1): 你好, is anybody there? \uD83D\uDE42");
		talk.say(talk.serverPart().conversation(), "Yes.");
		talk.awaitLine(talk.clientPart().conversation(), "Server(127.0.0.1): Yes.");
	}

	@Test
	@Order(3)
	void aPictureIsSeenInThePreview(@TempDir Path folder) {
		Path file = picture(folder.resolve("picture.png"));
		ConversationView view = talk.clientPart().conversation();
		talk.say(view, "look", file);
		ide.open(Ids.SERVER_PERSPECTIVE);
		ConversationView served = talk.serverPart().conversation();
		ide.await("the picture", () -> !served.log().pictureBounds().isEmpty());
		ide.act(() -> talk.clickPicture(served));
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
		talk.awaitLine(talk.clientPart().conversation(), "Server(127.0.0.1): Yes.");
		ide.open(Ids.SERVER_PERSPECTIVE);
		talk.awaitLine(talk.serverPart().conversation(), "is anybody there?");
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
	void perspectivesAreReset() {
		ide.open(Ids.CLIENT_PERSPECTIVE);
		ide.close(Ids.CLIENT_CONVERSATION_PART);
		ide.close(Ids.IMAGE_PREVIEW_PART);
		ide.act(() -> ide.page().resetPerspective());
		ide.await("all views", () -> ide.isShown(Ids.CLIENT_CONVERSATION_PART) && ide.isShown(Ids.IMAGE_PREVIEW_PART));
		talk.awaitLine(talk.clientPart().conversation(), "Server(127.0.0.1): Yes.");
		ide.open(Ids.SERVER_PERSPECTIVE);
		ide.close(Ids.WAITING_LINE_PART);
		ide.close(Ids.IMAGE_PREVIEW_PART);
		ide.act(() -> ide.page().resetPerspective());
		ide.await("all views", () -> ide.isShown(Ids.WAITING_LINE_PART) && ide.isShown(Ids.SERVER_CONVERSATION_PART)
				&& ide.isShown(Ids.IMAGE_PREVIEW_PART));
		talk.awaitLine(talk.serverPart().conversation(), "is anybody there?");
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
}
