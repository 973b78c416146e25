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

/** Asking: the conversation and its pictures; editors, once one opens, above the conversation. */
public final class ClientPerspective implements IPerspectiveFactory {

	private static final String FOLDER = "dev.anteroom.ide.folder.client.";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.setEditorAreaVisible(false);
		layout.addView(Ids.IMAGE_PREVIEW_PART, IPageLayout.RIGHT, 0.68f, editors);
		IFolderLayout conversations = layout.createFolder(FOLDER + "conversations", IPageLayout.BOTTOM, 0.5f, editors);
		conversations.addView(Ids.CLIENT_CONVERSATION_PART);
		conversations.addView(Ids.JOINED_ROOM_PART);
		layout.addPerspectiveShortcut(Ids.SERVER_PERSPECTIVE);
		layout.addShowViewShortcut(Ids.CLIENT_CONVERSATION_PART);
		layout.addShowViewShortcut(Ids.JOINED_ROOM_PART);
		layout.addShowViewShortcut(Ids.IMAGE_PREVIEW_PART);
	}
}
