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

import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;

import dev.anteroom.chat.ConversationState;
import dev.anteroom.server.ChatServer;
import dev.anteroom.ui.Ids;
import dev.anteroom.ui.parts.ImagePreviewPart;
import dev.anteroom.ui.widgets.ConversationView;

/** The pictures of both perspectives in an IDE; not a test, but done as one. */
class UseScenes {

	private static final String CODE = """
			package statistics;

			import java.util.List;

			/** Counts how often each value comes. */
			final class Histogram {

				private final int[] bars = new int[10];

				Histogram(List<Integer> values) {
					for (int i = 0; i < values.size(); i++) {
						bars[values.get(i)]++;
					}
					for (int value : values) {
						bars[value]++;
					}
				}

				int count(int value) {
					return bars[value];
				}
			}
			""";

	private final Ide ide = new Ide();
	private final Talk talk = new Talk(ide);
	private final Screenshot screenshot = new Screenshot(ide);

	@Test
	void bothPerspectives() throws Exception {
		String theme = System.getProperty("screenshots.theme");
		ide.act(() -> ((IThemeEngine) ide.display().getData("org.eclipse.e4.ui.css.swt.theme")).setTheme(theme, false));
		screenshot.fillScreen();
		IFile file = histogram();
		ChatServer server = ide.service(ChatServer.class);
		talk.press(talk.serverPart().bar(), "10000", "10001");
		ide.await("the server to listen", () -> server.status().isListening());
		talk.press(talk.clientPart().bar(), "127.0.0.1", "10000", "10001");
		ide.await("a conversation", () -> server.conversation().state() instanceof ConversationState.Conversing);
		ConversationView client = talk.clientPart().conversation();
		talk.say(client, "Hello! My histogram looks odd: every bar is twice as high as it should be.");
		talk.say(client, "This is what I get.", Path.of(System.getProperty("picture")));
		ConversationView served = talk.serverPart().conversation();
		ide.await("the picture", () -> !served.log().pictureBounds().isEmpty());
		talk.say(served, "Please send me the constructor. 先看看迴圈。");
		ConversationView asking = talk.clientPart().conversation();
		// As "Send to Conversation" has it.
		talk.say(asking, "src/statistics/Histogram.java:11-16\n```\n" + lines(11, 16) + "```");
		ConversationView answering = talk.serverPart().conversation();
		talk.say(answering, "There are two loops. One is enough: Histogram.java:14");
		ide.act(() -> talk.clickPicture(answering));
		ImagePreviewPart preview = ide.part(Ids.IMAGE_PREVIEW_PART, ImagePreviewPart.class);
		ide.await("the preview", () -> preview.canvas().hasImage());
		screenshot.take("ide-server", ide.ui(() -> ide.window().getShell()));
		talk.awaitLine(talk.clientPart().conversation(), "One is enough");
		ide.act(() -> select(file, 14, 16));
		screenshot.take("ide-client", ide.ui(() -> ide.window().getShell()));
	}

	private IFile histogram() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("exercise3");
		project.create(null);
		project.open(null);
		IFolder source = project.getFolder("src");
		source.create(true, true, null);
		IFolder folder = source.getFolder("statistics");
		folder.create(true, true, null);
		IFile file = folder.getFile("Histogram.java");
		file.create(CODE.getBytes(), true, false, null);
		return file;
	}

	private static String lines(int first, int last) {
		return String.join("\n", CODE.lines().toList().subList(first - 1, last)) + '\n';
	}

	private void select(IFile file, int first, int last) {
		try {
			var editor = (ITextEditor) IDE.openEditor(ide.page(), file);
			IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
			int start = document.getLineOffset(first - 1);
			editor.selectAndReveal(start, document.getLineOffset(last) - start);
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}
}
