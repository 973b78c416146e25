/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.Said;
import dev.anteroom.server.ServerStatus.Phase;
import dev.anteroom.server.WaitingClient;
import dev.anteroom.ui.composer.MessageField;
import dev.anteroom.ui.parts.ClientConversationPart;
import dev.anteroom.ui.parts.ImagePreviewPart;
import dev.anteroom.ui.parts.ServerConversationPart;
import dev.anteroom.ui.parts.WaitingLinePart;
import dev.anteroom.ui.widgets.ConversationView;

class ConversationTest {

	private final Workbench workbench = Workbench.running();
	private final Roles roles = new Roles(workbench);

	@TempDir
	private Path folder;

	@BeforeEach
	@AfterEach
	void idle() {
		roles.stopAll();
	}

	@Test
	void bothRolesOfOneProcessTalkWithEachOther() throws IOException {
		roles.connectToOwn(roles.startOnFreePorts());
		say(client(), "你好, is anybody there? \uD83D\uDE42");
		roles.awaitLine(server(), "Client(127.0.0.1): 你好, is anybody there? \uD83D\uDE42");
		say(server(), "Yes.\nTwo lines.");
		roles.awaitLine(client(), "Server(127.0.0.1): Yes.\nTwo lines.");
		roles.awaitLine(client(), "Client(127.0.0.1): 你好");
	}

	@Test
	void enterSendsAndShiftEnterDoesNot() throws IOException {
		roles.connectToOwn(roles.startOnFreePorts());
		ConversationView view = client();
		MessageField field = workbench.ui(() -> field(view));
		workbench.act(() -> {
			field.write("not yet");
			Workbench.press(field, SWT.CR, SWT.SHIFT);
			assertEquals("not yet\n", field.message());
			Workbench.press(field, SWT.CR, 0);
			assertEquals("", field.message());
		});
		roles.awaitLine(server(), "Client(127.0.0.1): not yet");
	}

	@Test
	void nothingCanBeSentWhileNobodyIsThere() {
		ConversationView view = client();
		workbench.act(() -> {
			field(view).setText("hello?");
			assertFalse(sendButton(view).isEnabled());
			Workbench.press(field(view), SWT.CR, 0);
			assertEquals("hello?", field(view).getText(), "what was written stays");
			field(view).setText("");
		});
	}

	@Test
	void whoeverConnectsWritesNext() throws IOException {
		int[] ports = roles.startOnFreePorts();
		ClientConversationPart part = roles.clientPart();
		workbench.activate();
		workbench.act(() -> Roles.button(part.bar()).setFocus());
		roles.connectToOwn(ports);
		workbench.await("the focus where one writes", () -> part.conversation().composer().field().isFocusControl());
	}

	@Test
	void aThumbnailIsShownAndOpensInThePreview() throws IOException {
		roles.connectToOwn(roles.startOnFreePorts());
		Path file = picture(640, 400);
		ConversationView view = client();
		workbench.act(() -> {
			view.composer().attach(file);
			field(view).setText("look");
			Workbench.select(sendButton(view));
			assertTrue(view.composer().isEmpty(), "the composer is empty again");
		});
		ConversationView served = server();
		roles.awaitLine(served, "Client(127.0.0.1): look");
		workbench.await("the picture", () -> pictureIn(roles.server.conversation().journal().after(0)) != null);
		Picture received = pictureIn(roles.server.conversation().journal().after(0));
		assertEquals(-1, Files.mismatch(file, received.file()), "the bytes as they were sent");
		workbench.await("the picture to be in sight", () -> !served.log().pictureBounds().isEmpty());

		workbench.act(() -> click(served, served.log().pictureBounds().getLast()));

		ImagePreviewPart preview = workbench.part(Ids.IMAGE_PREVIEW_PART, ImagePreviewPart.class);
		workbench.await("the preview", () -> preview.canvas().hasImage() && preview.statusText().contains("640 × 400"));
		workbench.act(() -> {
			Rectangle fitted = preview.canvas().pictureBounds();
			Rectangle area = preview.canvas().getClientArea();
			assertTrue(fitted.width <= area.width && fitted.height <= area.height, "fitted");
			preview.canvas().setFit(false);
			assertEquals(640, preview.canvas().pictureBounds().width, "actual size");
			preview.canvas().setFit(true);
		});
		roles.clientPart();
		ImagePreviewPart other = workbench.part(Ids.IMAGE_PREVIEW_PART, ImagePreviewPart.class);
		assertFalse(workbench.ui(() -> other.canvas().hasImage()), "each perspective shows what was chosen in it");
	}

	@Test
	void whatIsNoPictureGetsAPlaceholderAndTheConversationGoesOn() throws IOException {
		int[] ports = roles.startOnFreePorts();
		try (var text = new TextPeer(ports[0])) {
			text.read();
			try (var image = new TextPeer(ports[1])) {
				image.send("this is no picture");
				roles.awaitLine(server(), "it is not a picture");
				text.send("Client(127.0.0.1):still here\n");
				roles.awaitLine(server(), "Client(127.0.0.1): still here");
			}
		}
	}

	@Test
	void textThatIsNotUtf8IsShownWithReplacementCharacters() throws IOException {
		int[] ports = roles.startOnFreePorts();
		try (var text = new TextPeer(ports[0])) {
			text.read();
			text.send("Client(127.0.0.1):a\u00ffb\n".getBytes(StandardCharsets.ISO_8859_1));
			roles.awaitLine(server(), "Client(127.0.0.1): a\uFFFDb");
		}
	}

	@Test
	void theLineIsShownAndMovesUp() throws IOException {
		int[] ports = roles.startOnFreePorts();
		roles.serverPart();
		WaitingLinePart line = workbench.part(Ids.WAITING_LINE_PART, WaitingLinePart.class);
		workbench.await("nobody to wait", line::isEmptyShown);
		try (var first = new TextPeer(ports[0]); var second = new TextPeer(ports[0])) {
			first.read();
			second.read();
			var third = new TextPeer(ports[0]);
			third.read();
			workbench.await("two in line", () -> line.viewer().getTable().getItemCount() == 2
					&& line.viewer().getTable().getItem(0).getText(1).equals("127.0.0.1:" + second.localPort())
					&& line.viewer().getTable().getItem(1).getText(0).equals("2"));
			third.close();
			workbench.await("one in line", () -> line.viewer().getTable().getItemCount() == 1);
			first.close();
			workbench.await("nobody to wait", line::isEmptyShown);
			assertEquals("歡迎進入聊天室\n", second.read());
		}
	}

	@Test
	void theSelectedClientStaysSelectedWhenTheLineMovesUp() throws IOException {
		int[] ports = roles.startOnFreePorts();
		roles.serverPart();
		WaitingLinePart line = workbench.part(Ids.WAITING_LINE_PART, WaitingLinePart.class);
		try (var served = new TextPeer(ports[0]); var first = new TextPeer(ports[0]); var second = new TextPeer(ports[0]);
				var third = new TextPeer(ports[0])) {
			for (TextPeer peer : List.of(served, first, second, third)) {
				peer.read();
			}
			workbench.await("three in line", () -> line.viewer().getTable().getItemCount() == 3);
			WaitingClient chosen = roles.server.waitingLine().get(1);
			workbench.act(() -> line.viewer().setSelection(new StructuredSelection(chosen)));
			first.close();
			workbench.await("the client to move up, still selected", () -> line.viewer().getTable().getItemCount() == 2
					&& line.viewer().getTable().getSelectionIndex() == 0
					&& chosen.equals(line.viewer().getStructuredSelection().getFirstElement()));
			second.close();
			workbench.await("nobody to be selected", () -> line.viewer().getTable().getItemCount() == 1
					&& line.viewer().getTable().getSelectionIndex() == -1);
		}
	}

	@Test
	void aVeryLongLineIsShownInPartAndKeptWhole() throws IOException {
		int[] ports = roles.startOnFreePorts();
		try (var text = new TextPeer(ports[0])) {
			text.read();
			text.send("Client(127.0.0.1):" + "W".repeat(1_000_000) + "\n");
			text.send("Client(127.0.0.1):after\n");
			roles.awaitLine(server(), "Client(127.0.0.1): after");
			roles.awaitLine(server(), "(992,000 more characters are in the transcript)");
			String longest = workbench.ui(() -> Arrays.stream(server().log().text().split("\n"))
					.max(Comparator.comparingInt(String::length)).orElseThrow());
			assertTrue(longest.length() < 1_100, "no paragraph is long");
		}
	}

	@Test
	void textThatWentOutWithoutItsPictureDoesNotComeBack() throws IOException {
		int[] ports = roles.startOnFreePorts();
		Path file = picture(20, 20);
		try (var text = new TextPeer(ports[0])) {
			text.read();
			ConversationView view = server();
			workbench.act(() -> {
				view.composer().attach(file);
				field(view).setText("see this");
				Workbench.select(sendButton(view));
			});
			assertEquals("Server(127.0.0.1):see this\n", text.read());
			workbench.await("the picture to come back alone", () -> view.composer().drafts().equals(List.of(new Draft("", file))));
			workbench.act(() -> view.composer().clear());
		}
	}

	@Test
	void whatAClientSaidBeforeItLeftTheLineIsKept() throws IOException {
		int[] ports = roles.startOnFreePorts();
		try (var served = new TextPeer(ports[0]); var waiting = new TextPeer(ports[0])) {
			served.read();
			waiting.read();
			waiting.send("Client(127.0.0.1):never mind\n");
			waiting.close();
			roles.awaitLine(server(), "had said while it waited: never mind");
		}
	}

	@Test
	void aNewConversationClearsTheOldOne() throws IOException {
		int[] ports = roles.startOnFreePorts();
		try (var first = new TextPeer(ports[0])) {
			first.read();
			first.send("Client(127.0.0.1):first\n");
			roles.awaitLine(server(), "first");
		}
		try (var second = new TextPeer(ports[0])) {
			second.read();
			second.send("Client(127.0.0.1):second\n");
			roles.awaitLine(server(), "second");
			assertFalse(workbench.ui(() -> server().log().text().contains("first")));
		}
	}

	@Test
	void aCutIsToldAndTheClientCanConnectAgain() throws IOException {
		roles.connectToOwn(roles.startOnFreePorts());
		roles.server.stop().toCompletableFuture().join();
		roles.awaitLine(client(), "(The connection to the server was cut off.)");
		workbench.await("Connect to be offered", () -> Roles.button(roles.clientPart().bar()).getText().contains("onnect")
				&& roles.client.conversation().state() instanceof ConversationState.Idle);
		roles.connectToOwn(roles.startOnFreePorts());
	}

	@Test
	void stoppingAsksWhileSomebodyIsThere() throws Exception {
		int[] ports = roles.startOnFreePorts();
		ServerConversationPart part = roles.serverPart();
		Button stop = workbench.ui(() -> Roles.button(part.bar()));
		try (var served = new TextPeer(ports[0]); var waiting = new TextPeer(ports[0])) {
			workbench.await("one to be served and one in line",
					() -> roles.server.conversation().state() instanceof ConversationState.Conversing
							&& roles.server.waitingLine().size() == 1);
			Shell dialog = workbench.open(stop, "Stop the server?");
			assertFalse(workbench.ui(() -> Workbench.find(dialog, Label.class,
					label -> label.getText().contains("Waiting in line: 1"))).isEmpty());
			workbench.close(dialog, "Keep Open");
			assertTrue(roles.server.status().isListening());
			workbench.close(workbench.open(stop, "Stop the server?"), "Stop");
			workbench.await("the server to stop", () -> roles.server.status().phase() == Phase.STOPPED);
		}
		roles.startOnFreePorts();
		workbench.act(() -> Workbench.select(stop));
		workbench.await("the server to stop unasked", () -> roles.server.status().phase() == Phase.STOPPED);
	}

	private ConversationView server() {
		return roles.serverPart().conversation();
	}

	private ConversationView client() {
		return roles.clientPart().conversation();
	}

	private void say(ConversationView view, String text) {
		workbench.await("sending to be possible", () -> {
			field(view).setText(text);
			return sendButton(view).isEnabled();
		});
		workbench.act(() -> Workbench.select(sendButton(view)));
	}

	private static MessageField field(ConversationView view) {
		return view.composer().field();
	}

	private static Button sendButton(ConversationView view) {
		return Roles.button(view.composer(), "Send");
	}

	private static void click(ConversationView view, Rectangle at) {
		Canvas canvas = Workbench.find(view.log(), Canvas.class, any -> true).getFirst();
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			var event = new Event();
			event.button = 1;
			event.count = 1;
			event.x = at.x + at.width / 2;
			event.y = at.y + at.height / 2;
			canvas.notifyListeners(type, event);
		}
	}

	private static Picture pictureIn(Iterable<Entry> entries) {
		for (Entry entry : entries) {
			if (entry.event() instanceof Said said && said.picture() != null) {
				return said.picture();
			}
		}
		return null;
	}

	private Path picture(int width, int height) {
		Path file = folder.resolve("picture.png");
		workbench.act(() -> {
			Display display = Display.getCurrent();
			var image = new Image(display, width, height);
			var gc = new GC(image);
			gc.setBackground(display.getSystemColor(SWT.COLOR_DARK_GREEN));
			gc.fillRectangle(0, 0, width, height);
			gc.dispose();
			var loader = new ImageLoader();
			loader.data = new org.eclipse.swt.graphics.ImageData[] { image.getImageData() };
			loader.save(file.toString(), SWT.IMAGE_PNG);
			image.dispose();
		});
		return file;
	}
}
