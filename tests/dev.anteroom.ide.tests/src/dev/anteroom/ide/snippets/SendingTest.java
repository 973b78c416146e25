/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.chat.Said;
import dev.anteroom.ide.Ide;
import dev.anteroom.ide.Roles;
import dev.anteroom.ide.Shop;
import dev.anteroom.ui.composer.Composer;

class SendingTest {

	private static final String SEND = "dev.anteroom.ide.command.send";
	private static final String SNIPPET = "src/shop/Cart.java:5-7\n```\n5\n6\n7\n```\n";

	@TempDir
	private Path folder;
	private IProject shop;
	private Roles roles;

	@BeforeEach
	void create() throws Exception {
		roles = new Roles(folder);
		shop = Shop.project("shop");
		select(Shop.file(shop, "src/shop/Cart.java", 60), 5, 7);
	}

	@AfterEach
	void clear() throws Exception {
		roles.close();
		Shop.clear();
	}

	@Test
	void selectedLinesWaitInTheMessageToWhoeverIsThere() throws Exception {
		roles.listen();
		Ide.command(SEND);
		Composer composer = roles.serverComposer();
		awaitText(composer, SNIPPET);
		Ide.await("the focus", () -> composer.field().isFocusControl());
		assertTrue(roles.server().conversation().journal().after(0).stream()
				.noneMatch(entry -> entry.event() instanceof Said));
	}

	@Test
	void theyStandBelowWhatIsWritten() throws Exception {
		roles.listen();
		Composer composer = roles.serverComposer();
		Ide.act(() -> composer.field().write("Look:"));
		Ide.act(() -> Ide.page().activate(Ide.page().getActiveEditor()));
		Ide.command(SEND);
		awaitText(composer, "Look:\n" + SNIPPET);
	}

	@Test
	void whileTwoConversationsGoOnThePersonIsAsked() throws Exception {
		roles.talk();
		Ide.command(SEND);
		Ide.press(Ide.dialog("Send to Conversation"), "Client Conversation");
		awaitText(roles.clientComposer(), SNIPPET);
		assertEquals("", Ide.ui(() -> roles.serverComposer().field().message()));
	}

	@Test
	void whileNobodyIsThereTheyWaitInADraft() {
		Ide.command(SEND);
		Ide.press(Ide.dialog("Send to Conversation"), "Server Conversation");
		Composer composer = roles.serverComposer();
		awaitText(composer, SNIPPET);
		assertEquals("You can send when somebody is connected", Ide.ui(composer::hint));
	}

	@Test
	void inARoomTheyWaitInTheMessageToIt() throws Exception {
		roles.keepRoom();
		Ide.command(SEND);
		awaitText(roles.hostComposer(), SNIPPET);
		roles.joinRoom();
		Ide.act(() -> Ide.page().activate(Ide.page().getActiveEditor()));
		Ide.command(SEND);
		Ide.press(Ide.dialog("Send to Conversation"), "Joined Room");
		awaitText(roles.guestComposer(), SNIPPET);
		assertEquals(SNIPPET, Ide.ui(() -> roles.hostComposer().field().message()), "only the one that was meant");
	}

	@Test
	void nobodyIsForcedToChoose() {
		Ide.command(SEND);
		Shell question = Ide.dialog("Send to Conversation");
		Ide.press(question, "Cancel");
		Ide.await("the end of the question", question::isDisposed);
		assertEquals("", Ide.ui(() -> roles.serverComposer().field().message()));
		assertEquals("", Ide.ui(() -> roles.clientComposer().field().message()));
	}

	@Test
	void moreThanAMessageHoldsIsTold() throws Exception {
		roles.listen();
		IFile large = Shop.file(shop, "large.txt", 200_000);
		select(large, 1, 200_000);
		Ide.command(SEND);
		Ide.press(Ide.dialog("Send to Conversation"), "OK");
		assertEquals("", Ide.ui(() -> roles.serverComposer().field().message()));
	}

	private static void select(IFile file, int first, int last) {
		Ide.act(() -> {
			var editor = (ITextEditor) IDE.openEditor(Ide.page(), file, "org.eclipse.ui.DefaultTextEditor");
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			int start = document.getLineOffset(first - 1);
			editor.selectAndReveal(start, document.getLineOffset(last) - start);
		});
	}

	private static void awaitText(Composer composer, String text) {
		Ide.await("the lines in the message", () -> text.equals(composer.field().message()));
	}
}
