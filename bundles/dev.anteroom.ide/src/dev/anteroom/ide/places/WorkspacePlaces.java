/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide.places;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

import dev.anteroom.ide.Words;
import dev.anteroom.ui.Places;

/** Lines of files in this IDE's workspace. */
@Component
public final class WorkspacePlaces implements Places {

	@Override
	public List<Place> in(String text) {
		return FilePlaces.in(text).stream().map(place -> new Place(place.start(), place.end())).toList();
	}

	@Override
	public void show(String name) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		List<FilePlace> places = FilePlaces.in(name);
		if (window == null || places.isEmpty()) {
			return;
		}
		FilePlace place = places.getFirst();
		var files = new WorkspaceFiles(ResourcesPlugin.getWorkspace().getRoot());
		Display display = window.getShell().getDisplay();
		Job.create(Words.bind("places.searching", place.fileName()), monitor -> {
			List<IFile> found = files.named(place, monitor);
			display.asyncExec(() -> open(window, place, found));
		}).schedule();
	}

	private static void open(IWorkbenchWindow window, FilePlace place, List<IFile> files) {
		if (window.getShell() == null || window.getShell().isDisposed() || window.getActivePage() == null) {
			return;
		}
		IFile file = choose(window, place, files);
		if (file == null) {
			return;
		}
		try {
			FileEditors.open(window.getActivePage(), file, place);
		} catch (CoreException e) {
			ILog.of(WorkspacePlaces.class).error("Cannot open " + file.getFullPath(), e);
			tell(window, Words.bind("places.notOpened", file.getFullPath()));
		}
	}

	/** The file the person means; {@code null} for none. */
	private static IFile choose(IWorkbenchWindow window, FilePlace place, List<IFile> files) {
		if (files.isEmpty()) {
			tell(window, Words.bind("places.none", place.path()));
			return null;
		}
		if (files.size() == 1) {
			return files.getFirst();
		}
		var choice = new FileChoice(window.getShell(), place, files);
		return choice.open() == Window.OK ? choice.file() : null;
	}

	private static void tell(IWorkbenchWindow window, String words) {
		MessageDialog.openInformation(window.getShell(), Words.of("title"), words);
	}
}
