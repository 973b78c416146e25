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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.anteroom.chat.Said;
import dev.anteroom.server.ChatServer;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.Places;
import dev.anteroom.ui.composer.Composer;
import dev.anteroom.ui.parts.ServerConversationPart;

/** Lines of code on their way from an editor into a conversation, and back. */
@ExtendWith(QuietLog.class)
class CodeTest {

	private final Ide ide = new Ide();
	private IProject shop;
	private IFile cart;

	@BeforeEach
	void create() throws CoreException {
		shop = ResourcesPlugin.getWorkspace().getRoot().getProject("shop");
		shop.create(null);
		shop.open(null);
		cart = shop.getFile("Cart.txt");
		cart.create("one\ntwo\nthree\nfour\n".getBytes(), true, false, null);
		ide.open(Ids.SERVER_PERSPECTIVE);
		ide.await("the conversation", () -> ide.isShown(Ids.SERVER_CONVERSATION_PART));
	}

	@AfterEach
	void delete() throws CoreException {
		ide.act(() -> ide.page().closeAllEditors(false));
		shop.delete(true, true, null);
	}

	@Test
	void selectedLinesWaitInTheMessage() {
		ide.act(() -> select(2, 3));
		ide.act(() -> {
			try {
				ide.window().getService(IHandlerService.class).executeCommand("dev.anteroom.ide.command.send", null);
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
		Composer composer = ide.part(Ids.SERVER_CONVERSATION_PART, ServerConversationPart.class).conversation().composer();
		assertEquals("Cart.txt:2-3\n```\ntwo\nthree\n```\n", ide.ui(() -> composer.field().message()));
		ide.await("the focus, to change it", () -> composer.field().isFocusControl());
		assertTrue(ide.service(ChatServer.class).conversation().journal().after(0).stream()
				.noneMatch(entry -> entry.event() instanceof Said), "nothing left");
		ide.act(composer::clear);
	}

	@Test
	void whatAMessageNamesOpensAtItsLine() {
		Places places = ide.service(Places.class);
		assertEquals(List.of(new Places.Place(3, 13)), places.in("at Cart.txt:3."));
		ide.act(() -> places.show("Cart.txt:3"));
		ide.await("the editor", () -> ide.page().getActiveEditor() != null);
		assertEquals(2, ide.ui(() -> ((ITextSelection) ((ITextEditor) ide.page().getActiveEditor()).getSelectionProvider()
				.getSelection()).getStartLine()));
	}

	private void select(int first, int last) {
		try {
			var editor = (ITextEditor) IDE.openEditor(ide.page(), cart, "org.eclipse.ui.DefaultTextEditor");
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			int start = document.getLineOffset(first - 1);
			editor.selectAndReveal(start, document.getLineOffset(last) - start);
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}
}
