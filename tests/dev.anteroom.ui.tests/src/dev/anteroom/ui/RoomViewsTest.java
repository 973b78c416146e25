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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.room.Guest;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.room.RoomStatus.Phase;
import dev.anteroom.ui.composer.MessageField;
import dev.anteroom.ui.parts.HostedRoomPart;
import dev.anteroom.ui.parts.JoinedRoomPart;
import dev.anteroom.ui.parts.ParticipantsPart;
import dev.anteroom.ui.widgets.ConversationView;

class RoomViewsTest {

	private static final int PATIENCE = 10_000;

	private final Workbench workbench = Workbench.running();
	private final RoomHost host = workbench.application().getContext().get(RoomHost.class);
	private final RoomGuest guest = workbench.application().getContext().get(RoomGuest.class);

	@BeforeEach
	@AfterEach
	void idle() {
		guest.leave().toCompletableFuture().join();
		host.close().toCompletableFuture().join();
		workbench.await("both to be idle", () -> host.status().phase() == Phase.CLOSED
				&& guest.conversation().state() instanceof ConversationState.Idle);
	}

	private <T> T view(String perspective, String id, Class<T> type) {
		workbench.show(perspective);
		EPartService parts = workbench.window().getContext().get(EPartService.class);
		MPart part = workbench.ui(() -> parts.showPart(id, PartState.ACTIVATE));
		return type.cast(part.getObject());
	}

	private HostedRoomPart hosted() {
		return view(Ids.SERVER_PERSPECTIVE, Ids.HOSTED_ROOM_PART, HostedRoomPart.class);
	}

	private ParticipantsPart participants() {
		return view(Ids.SERVER_PERSPECTIVE, Ids.PARTICIPANTS_PART, ParticipantsPart.class);
	}

	private JoinedRoomPart joined() {
		return view(Ids.CLIENT_PERSPECTIVE, Ids.JOINED_ROOM_PART, JoinedRoomPart.class);
	}

	/** Types a free port, presses Open, and returns the port. */
	private int open() throws IOException {
		int port = Roles.freePorts()[0];
		HostedRoomPart part = hosted();
		workbench.act(() -> {
			Workbench.find(part.bar(), Text.class, any -> true).getFirst().setText(Integer.toString(port));
			Workbench.select(Roles.button(part.bar()));
		});
		workbench.await("the room to be open", () -> host.status().isOpen());
		return port;
	}

	private static Socket enter(String from, int port) throws IOException {
		var socket = new Socket();
		socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
		socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
		socket.setSoTimeout(PATIENCE);
		return socket;
	}

	private static void say(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String hear(Socket socket, String expected) throws IOException {
		int length = expected.getBytes(StandardCharsets.UTF_8).length;
		return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
	}

	private void awaitLine(ConversationView view, String text) {
		workbench.await("the line \"" + text + '"', () -> view.log().text().contains(text));
	}

	private void write(ConversationView view, String text) {
		MessageField field = workbench.ui(() -> view.composer().field());
		workbench.act(() -> {
			field.write(text);
			Workbench.press(field, SWT.CR, 0);
		});
	}

	@Test
	void theHostHearsEverybodyAndIsHeard() throws IOException {
		int port = open();
		ConversationView view = hosted().conversation();
		try (Socket one = enter("127.0.0.1", port); Socket two = enter("127.0.0.2", port)) {
			workbench.await("two to be there", () -> host.guests().size() == 2);
			say(one, "大家好\n");
			assertEquals("大家好\n", hear(two, "大家好\n"));
			awaitLine(view, "Guest(127.0.0.1:" + one.getLocalPort() + "): 大家好");
			write(view, "Welcome");
			assertEquals("Welcome\n", hear(one, "Welcome\n"));
			awaitLine(view, "Host: Welcome");
			HostedRoomPart part = hosted();
			workbench.await("the bar to say how many are there", () -> part.bar().statusText().endsWith("2"));
		}
	}

	@Test
	void aRoomTakesTextOnlyAndSaysSo() throws IOException {
		int port = open();
		ConversationView view = hosted().conversation();
		try (Socket one = enter("127.0.0.1", port)) {
			workbench.await("somebody to be there", () -> view.composer().hint().contains("everyone in the room"));
			workbench.act(() -> {
				assertTrue(Workbench.find(view.composer(), Button.class, button -> button.getText().contains("icture"))
						.isEmpty());
				view.composer().attach(Path.of("cat.png"));
				assertEquals("A room takes text only: pictures cannot be sent here", view.composer().hint());
				assertTrue(view.composer().attachments().isEmpty());
			});
		}
	}

	@Test
	void participantsAreListedRemovedBlockedAndLetInAgain() throws Exception {
		int port = open();
		ParticipantsPart part = participants();
		workbench.await("nobody to be there", part::isEmptyShown);
		try (Socket one = enter("127.0.0.1", port); Socket two = enter("127.0.0.2", port)) {
			workbench.await("two rows", () -> part.viewer().getTable().getItemCount() == 2
					&& part.viewer().getTable().getItem(1).getText(0).equals("127.0.0.2:" + two.getLocalPort()));
			say(one, "hi\n");
			workbench.await("a message to be counted",
					() -> part.viewer().getTable().getItem(0).getText(2).equals("1"));
			choose(part, 0);
			execute("dev.anteroom.ui.command.removeparticipant");
			assertEquals(-1, one.getInputStream().read());
			workbench.await("one row", () -> part.viewer().getTable().getItemCount() == 1);
			choose(part, 0);
			execute("dev.anteroom.ui.command.blockparticipant");
			assertEquals("hi\n", hear(two, "hi\n"));
			assertEquals(-1, two.getInputStream().read());
			workbench.await("the address to be counted", () -> part.blocked().getVisible()
					&& part.blocked().getText().contains("Blocked addresses: 1"));
			try (Socket again = enter("127.0.0.2", port)) {
				assertEquals(-1, again.getInputStream().read());
			}
			Shell dialog = workbench.open(part.blocked(), "Blocked addresses");
			workbench.close(dialog, "Let In Again");
			workbench.await("nobody to be blocked", () -> !part.blocked().getVisible());
			try (Socket again = enter("127.0.0.2", port)) {
				workbench.await("it to be there again", () -> host.guests().size() == 1);
			}
		}
	}

	@Test
	void manyBlockedAddressesTakeOneLineAndAreLetInOneByOne() throws IOException {
		open();
		ParticipantsPart part = participants();
		for (int i = 1; i <= 200; i++) {
			host.block(new Guest(0, new Endpoint("10.0.0." + i, 1), Instant.EPOCH, 0));
		}
		workbench.await("all to be counted", () -> part.blocked().getText().contains("Blocked addresses: 200"));
		assertTrue(workbench.ui(() -> part.blocked().getSize().y < 2 * part.viewer().getTable().getItemHeight()));
		Shell dialog = workbench.open(part.blocked(), "Blocked addresses");
		Table table = workbench.ui(() -> Workbench.find(dialog, Table.class, any -> true).getFirst());
		workbench.await("the keyboard to be there", table::isFocusControl);
		workbench.act(() -> {
			assertEquals(200, table.getItemCount());
			assertEquals("10.0.0.200", table.getItem(0).getText());
			assertEquals("10.0.0.1", table.getItem(199).getText());
			assertTrue(table.getSize().y < 20 * table.getItemHeight(), "It scrolls");
			table.select(new int[] { 0, 2 });
			Workbench.select(Roles.button(dialog, "Let In Again"));
		});
		workbench.await("two to be let in", () -> table.getItemCount() == 198);
		workbench.act(() -> {
			assertEquals("10.0.0.199", table.getItem(0).getText());
			assertEquals("10.0.0.197", table.getItem(1).getText());
			assertEquals(0, table.getSelectionIndex(), "The next one is selected");
			// Enter does it, too.
			table.notifyListeners(SWT.DefaultSelection, new Event());
		});
		workbench.await("one more to be let in", () -> table.getItemCount() == 197);
		host.block(new Guest(0, new Endpoint("10.0.1.1", 1), Instant.EPOCH, 0));
		workbench.await("the latest to stand first",
				() -> table.getItemCount() == 198 && table.getItem(0).getText().equals("10.0.1.1"));
		assertEquals("10.0.0.197", workbench.ui(() -> table.getSelection()[0].getText()), "Who was selected stays so");
		workbench.close(dialog, "Close");
		assertEquals(198, host.status().blocked().size());
		Shell again = workbench.open(part.blocked(), "Blocked addresses");
		host.close().toCompletableFuture().join();
		workbench.await("the dialog to go with the room", again::isDisposed);
	}

	@Test
	void closingARoomAsksWhileSomebodyIsThere() throws IOException {
		int port = open();
		HostedRoomPart part = hosted();
		Button toggle = workbench.ui(() -> Roles.button(part.bar()));
		try (Socket one = enter("127.0.0.1", port)) {
			workbench.await("somebody to be there", () -> part.bar().statusText().endsWith("1"));
			Shell dialog = workbench.open(toggle, "Close the room?");
			assertTrue(workbench.ui(() -> dialog.getDefaultButton().getText().contains("Keep")));
			workbench.close(dialog, "Keep Open");
			assertTrue(host.status().isOpen());
			say(one, "still here\n");
			awaitLine(part.conversation(), "still here");
			workbench.close(workbench.open(toggle, "Close the room?"), "Close Room");
			assertEquals(-1, one.getInputStream().read());
		}
		workbench.await("the room to be closed", () -> host.status().phase() == Phase.CLOSED);
	}

	@Test
	void theAddressIsCopiedAsAGuestTypesIt() throws IOException {
		int port = open();
		HostedRoomPart part = hosted();
		workbench.act(() -> Workbench
				.select(Workbench.find(part.bar(), ToolBar.class, any -> true).getFirst().getItem(0)));
		workbench.await("the address to be on the clipboard", () -> {
			var clipboard = new Clipboard(Display.getCurrent());
			try {
				return String.valueOf(clipboard.getContents(TextTransfer.getInstance())).endsWith(":" + port);
			} finally {
				clipboard.dispose();
			}
		});
	}

	@Test
	void anEmptyRoomIsClosedWithoutAQuestion() throws IOException {
		open();
		HostedRoomPart part = hosted();
		workbench.act(() -> Workbench.select(Roles.button(part.bar())));
		workbench.await("the room to be closed", () -> host.status().phase() == Phase.CLOSED);
	}

	@Test
	void theLimitsArePreferencesOfTheNextRoom() throws Exception {
		var stored = InstanceScope.INSTANCE.getNode(PreferenceKeys.NODE);
		stored.putInt(PreferenceKeys.LIMIT_ROOM, 2);
		stored.putInt(PreferenceKeys.LIMIT_ROOM_PER_ADDRESS, 1);
		int port;
		try {
			port = open();
		} finally {
			stored.remove(PreferenceKeys.LIMIT_ROOM);
			stored.remove(PreferenceKeys.LIMIT_ROOM_PER_ADDRESS);
		}
		try (Socket one = enter("127.0.0.1", port); Socket same = enter("127.0.0.1", port);
				Socket two = enter("127.0.0.2", port); Socket three = enter("127.0.0.3", port)) {
			assertEquals(-1, same.getInputStream().read());
			assertEquals(-1, three.getInputStream().read());
			say(one, "two of us\n");
			assertEquals("two of us\n", hear(two, "two of us\n"));
		}
	}

	@Test
	void aGuestJoinsTalksAndLeaves() throws IOException {
		int port = open();
		JoinedRoomPart part = joined();
		workbench.act(() -> {
			Workbench.find(part.bar(), Text.class, any -> true).getFirst().setText("127.0.0.1:" + port);
			Workbench.select(Roles.button(part.bar()));
		});
		workbench.await("the guest to be there", () -> host.guests().size() == 1);
		ConversationView view = part.conversation();
		workbench.await("the composer to know it", () -> view.composer().hint().contains("everyone in the room"));
		try (Socket other = enter("127.0.0.2", port)) {
			workbench.await("the other to be there", () -> host.guests().size() == 2);
			write(view, "anybody?");
			assertEquals("anybody?\n", hear(other, "anybody?\n"));
			awaitLine(view, "Guest(127.0.0.1): anybody?");
			say(other, "me\n");
			awaitLine(view, "me");
		}
		assertTrue(workbench.ui(() -> part.bar().statusText()).contains(":" + port));
		workbench.act(() -> Workbench.select(Roles.button(part.bar())));
		workbench.await("the guest to be away", () -> host.guests().isEmpty());
		workbench.await("the bar to say so", () -> part.bar().statusText().contains("left"));
	}

	@Test
	void whatIsWrongStandsAtTheField() {
		HostedRoomPart part = hosted();
		workbench.act(() -> {
			Workbench.find(part.bar(), Text.class, any -> true).getFirst().setText("70000");
			Workbench.select(Roles.button(part.bar()));
			assertTrue(part.bar().statusText().contains("70000"), part.bar().statusText());
		});
		assertFalse(host.status().isOpen());
	}

	private void choose(ParticipantsPart part, int row) {
		Guest chosen = host.guests().get(row);
		workbench.act(() -> {
			part.viewer().getTable().setFocus();
			part.viewer().setSelection(new StructuredSelection(chosen));
		});
	}

	private void execute(String command) {
		var context = workbench.window().getContext();
		workbench.act(() -> {
			ParameterizedCommand called = context.get(ECommandService.class).createCommand(command, null);
			EHandlerService handlers = context.getActiveLeaf().get(EHandlerService.class);
			assertTrue(handlers.canExecute(called), command);
			handlers.executeHandler(called);
		});
	}
}
