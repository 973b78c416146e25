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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.preview.PictureSequence;
import dev.anteroom.ui.preview.PreviewedPicture;

class PerspectivesTest {

	private final Workbench workbench = Workbench.running();

	@Test
	void eachPerspectiveHasItsViews() {
		assertEquals(List.of(Ids.WAITING_LINE_PART, Ids.SERVER_CONVERSATION_PART, Ids.HOSTED_ROOM_PART,
				Ids.IMAGE_PREVIEW_PART, Ids.PARTICIPANTS_PART),
				parts(workbench.show(Ids.SERVER_PERSPECTIVE)));
		assertEquals(List.of(Ids.CLIENT_CONVERSATION_PART, Ids.JOINED_ROOM_PART, Ids.IMAGE_PREVIEW_PART),
				parts(workbench.show(Ids.CLIENT_PERSPECTIVE)));
	}

	@Test
	void theSwitcherIsAlwaysThereAndFollows() {
		for (String name : List.of("Client", "Server", "Client")) {
			assertEquals("Anteroom " + name, workbench
					.show("Client".equals(name) ? Ids.CLIENT_PERSPECTIVE : Ids.SERVER_PERSPECTIVE).getLocalizedLabel());
			workbench.await(name + " to be chosen", () -> switcherItem(name).getSelection());
		}
	}

	@Test
	void theSwitcherSwitches() {
		workbench.show(Ids.CLIENT_PERSPECTIVE);
		workbench.act(() -> {
			switcherItem("Client").setSelection(false);
			switcherItem("Server").setSelection(true);
			Workbench.select(switcherItem("Server"));
		});
		assertEquals(Ids.SERVER_PERSPECTIVE,
				workbench.ui(() -> workbench.models().getActivePerspective(workbench.window())).getElementId());
	}

	@Test
	void resetBringsBackAViewThatWasClosed() {
		workbench.show(Ids.SERVER_PERSPECTIVE);
		EPartService service = workbench.window().getContext().get(EPartService.class);
		workbench.act(() -> service.hidePart(service.findPart(Ids.IMAGE_PREVIEW_PART), true));
		assertFalse(visibleParts().contains(Ids.IMAGE_PREVIEW_PART));

		execute("dev.anteroom.app.command.reset");

		workbench.await("the preview to be back", () -> visibleParts().contains(Ids.IMAGE_PREVIEW_PART));
		workbench.part(Ids.SERVER_CONVERSATION_PART, Object.class);
	}

	@Test
	void resetKeepsThePictureThatWasChosen() {
		MPerspective before = workbench.show(Ids.SERVER_PERSPECTIVE);
		var picture = new PreviewedPicture(new Picture(Path.of("chosen.png"), "chosen.png", 1, PictureFormat.PNG),
				PictureSequence.NONE);
		workbench.act(() -> before.getContext().set(Ids.PREVIEWED_PICTURE, picture));
		execute("dev.anteroom.app.command.reset");
		MPerspective after = workbench.show(Ids.SERVER_PERSPECTIVE);
		assertNotSame(before, after);
		assertSame(picture, workbench.ui(() -> after.getContext().get(Ids.PREVIEWED_PICTURE)));
		workbench.act(() -> after.getContext().set(Ids.PREVIEWED_PICTURE, null));
	}

	@Test
	void aClosedViewCanBeOpenedAgain() {
		workbench.show(Ids.SERVER_PERSPECTIVE);
		EPartService service = workbench.window().getContext().get(EPartService.class);
		workbench.act(() -> service.hidePart(service.findPart(Ids.WAITING_LINE_PART), true));
		workbench.act(() -> service.showPart(Ids.WAITING_LINE_PART, EPartService.PartState.ACTIVATE));
		assertTrue(visibleParts().contains(Ids.WAITING_LINE_PART));
		execute("dev.anteroom.app.command.reset");
	}

	@Test
	void aViewHasOneToolBarHoweverOftenItIsOpened() {
		workbench.show(Ids.SERVER_PERSPECTIVE);
		EPartService service = workbench.window().getContext().get(EPartService.class);
		List<String> words = List.of("Admit Next", "End Conversation", "Pause", "",
				"Open the folder of transcripts in the file manager");
		for (int turn = 0; turn < 2; turn++) {
			workbench.await("the tool bar", () -> toolBars("Admit Next").equals(List.of(words)));
			workbench.act(() -> service.hidePart(service.findPart(Ids.SERVER_CONVERSATION_PART), true));
			workbench.await("none", () -> toolBars("Admit Next").isEmpty());
			workbench.act(() -> service.showPart(Ids.SERVER_CONVERSATION_PART, EPartService.PartState.ACTIVATE));
		}
		execute("dev.anteroom.app.command.reset");
	}

	/** Of those in sight that begin with an item, what is on the items, or else said about them. */
	private List<List<String>> toolBars(String first) {
		return Workbench.find(workbench.shell(), ToolBar.class, ToolBar::isVisible).stream()
				.filter(bar -> bar.getItemCount() > 0 && bar.getItem(0).getText().equals(first))
				.map(bar -> Arrays.stream(bar.getItems()).map(PerspectivesTest::words).toList()).toList();
	}

	private static String words(ToolItem item) {
		return item.getText().isEmpty() && item.getToolTipText() != null ? item.getToolTipText() : item.getText();
	}

	private void execute(String id) {
		workbench.act(() -> {
			var context = workbench.window().getContext();
			ParameterizedCommand command = context.get(ECommandService.class).createCommand(id);
			context.get(EHandlerService.class).executeHandler(command);
		});
	}

	private ToolItem switcherItem(String label) {
		return Workbench.find(workbench.shell(), ToolBar.class, any -> true).stream()
				.flatMap(bar -> List.of(bar.getItems()).stream())
				.filter(item -> (item.getStyle() & SWT.RADIO) != 0 && item.getText().equals(label)).findFirst().orElseThrow();
	}

	private List<String> visibleParts() {
		return workbench.ui(() -> workbench.models()
				.findElements(workbench.models().getActivePerspective(workbench.window()), null, MPart.class).stream()
				.filter(part -> part.isToBeRendered() && part.getWidget() != null).map(MPart::getElementId).toList());
	}

	/** Those of {@code perspective}; each can be made. */
	private List<String> parts(MPerspective perspective) {
		EPartService service = workbench.window().getContext().get(EPartService.class);
		return workbench.ui(() -> {
			List<MPart> parts = workbench.models().findElements(perspective, null, MPart.class);
			for (MPart part : parts) {
				service.showPart(part, EPartService.PartState.CREATE);
				assertNotNull(part.getObject(), part.getElementId());
			}
			return parts.stream().map(MPart::getElementId).toList();
		});
	}
}
