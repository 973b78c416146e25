/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

import dev.anteroom.ui.Ids;

/** Serving: the line, the conversation and its pictures; editors, once one opens, above the conversation. */
public final class ServerPerspective implements IPerspectiveFactory {

	private static final String FOLDER = "dev.anteroom.ide.folder.server.";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.setEditorAreaVisible(false);
		layout.addView(Ids.WAITING_LINE_PART, IPageLayout.LEFT, 0.215f, editors);
		IFolderLayout beside = layout.createFolder(FOLDER + "beside", IPageLayout.RIGHT, 0.637f, editors);
		beside.addView(Ids.IMAGE_PREVIEW_PART);
		beside.addView(Ids.PARTICIPANTS_PART);
		IFolderLayout conversations = layout.createFolder(FOLDER + "conversations", IPageLayout.BOTTOM, 0.5f, editors);
		conversations.addView(Ids.SERVER_CONVERSATION_PART);
		conversations.addView(Ids.HOSTED_ROOM_PART);
		layout.addPerspectiveShortcut(Ids.CLIENT_PERSPECTIVE);
		layout.addShowViewShortcut(Ids.WAITING_LINE_PART);
		layout.addShowViewShortcut(Ids.SERVER_CONVERSATION_PART);
		layout.addShowViewShortcut(Ids.HOSTED_ROOM_PART);
		layout.addShowViewShortcut(Ids.IMAGE_PREVIEW_PART);
		layout.addShowViewShortcut(Ids.PARTICIPANTS_PART);
	}
}
