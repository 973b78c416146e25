/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;

/** Projects of a test in the workspace of the IDE. */
public final class Shop {

	private Shop() {
	}

	public static IProject project(String name) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		project.create(null);
		project.open(null);
		return project;
	}

	/** A project with its files at {@code location}. */
	public static IProject project(String name, Path location) throws CoreException {
		IProjectDescription description = ResourcesPlugin.getWorkspace().newProjectDescription(name);
		description.setLocation(IPath.fromPath(location));
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		project.create(description, null);
		project.open(null);
		return project;
	}

	/** A file with lines {@code 1}, {@code 2} and so on, its folders made where they are missing. */
	public static IFile file(IContainer parent, String path, int lines) throws CoreException, IOException {
		Path file = parent.getLocation().toPath().resolve(path);
		Files.createDirectories(file.getParent());
		var text = new StringBuilder();
		for (int line = 1; line <= lines; line++) {
			text.append(line).append('\n');
		}
		Files.writeString(file, text, StandardCharsets.UTF_8);
		parent.refreshLocal(IResource.DEPTH_INFINITE, null);
		return parent.getFile(IPath.fromPortableString(path));
	}

	public static IFolder folder(IContainer parent, String path) throws CoreException, IOException {
		Files.createDirectories(parent.getLocation().toPath().resolve(path));
		parent.refreshLocal(IResource.DEPTH_INFINITE, null);
		return parent.getFolder(IPath.fromPortableString(path));
	}

	/** Closes all editors, and deletes all projects with their files. */
	public static void clear() {
		Ide.act(() -> Ide.page().closeAllEditors(false));
		try {
			for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
				project.delete(true, true, null);
			}
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}
}
