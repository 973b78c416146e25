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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceProxy;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * Finds files by what another person calls them, in the open projects and nowhere else: what leads out of a project by
 * a linked resource or a symbolic link is not there. Not for the UI thread.
 */
final class WorkspaceFiles {

	private final IWorkspaceRoot root;

	WorkspaceFiles(IWorkspaceRoot root) {
		this.root = root;
	}

	/**
	 * The files that {@code place} may mean: those with that path within their project, or with the project's name before
	 * it; only if there are none, those whose path ends so. A file that several projects show is in it once.
	 *
	 * @throws OperationCanceledException when {@code monitor} is
	 */
	List<IFile> named(FilePlace place, IProgressMonitor monitor) throws CoreException {
		IPath path = IPath.fromPortableString(place.path()).makeRelative();
		if (path.isEmpty() || path.getDevice() != null || List.of(place.path().split("/")).contains("..")) {
			return List.of();
		}
		List<IFile> exact = new ArrayList<>();
		for (IProject project : root.getProjects()) {
			if (project.isAccessible()) {
				addIfThere(project.getFile(path), exact);
			}
		}
		if (path.segmentCount() > 1 && root.getProject(path.segment(0)).isAccessible()) {
			addIfThere(root.getFile(path.makeAbsolute()), exact);
		}
		List<IFile> files = inside(exact);
		return files.isEmpty() ? inside(ending(path, monitor)) : files;
	}

	private static void addIfThere(IFile file, List<IFile> files) {
		boolean hidden = file.isHidden(IResource.CHECK_ANCESTORS) || file.isTeamPrivateMember(IResource.CHECK_ANCESTORS);
		if (file.exists() && !hidden) {
			files.add(file);
		}
	}

	private List<IFile> ending(IPath path, IProgressMonitor monitor) throws CoreException {
		List<IFile> files = new ArrayList<>();
		root.accept(proxy -> {
			if (monitor.isCanceled()) {
				throw new OperationCanceledException();
			}
			if (proxy.isDerived() || proxy.isLinked() || proxy.getType() == IResource.PROJECT && !proxy.isAccessible()) {
				return false;
			}
			if (isNamed(proxy, path)) {
				files.add((IFile) proxy.requestResource());
			}
			return true;
		}, IResource.NONE);
		return files;
	}

	private static boolean isNamed(IResourceProxy proxy, IPath path) {
		if (proxy.getType() != IResource.FILE || !proxy.getName().equals(path.lastSegment())) {
			return false;
		}
		IPath full = proxy.requestFullPath();
		int before = full.segmentCount() - path.segmentCount();
		return before > 0 && full.removeFirstSegments(before).makeRelative().equals(path);
	}

	/** Those that are really in their projects, each of them once: with the shortest path. */
	private static List<IFile> inside(List<IFile> files) {
		Map<Path, IFile> byLocation = new LinkedHashMap<>();
		files.stream().sorted(Comparator.comparingInt(file -> file.getProjectRelativePath().segmentCount()))
				.forEach(file -> {
					Path location = locationInside(file);
					if (location != null) {
						byLocation.putIfAbsent(location, file);
					}
				});
		return byLocation.values().stream().sorted(Comparator.comparing(file -> file.getFullPath().toString())).toList();
	}

	/** Where the file really is; {@code null} when that is outside of its project, or on no disk. */
	private static Path locationInside(IFile file) {
		IPath project = file.getProject().getLocation();
		IPath location = file.getLocation();
		if (project == null || location == null || file.isLinked(IResource.CHECK_ANCESTORS)) {
			return null;
		}
		try {
			Path real = location.toPath().toRealPath();
			return real.startsWith(project.toPath().toRealPath()) ? real : null;
		} catch (IOException e) {
			// It is not there any more.
			return null;
		}
	}
}
