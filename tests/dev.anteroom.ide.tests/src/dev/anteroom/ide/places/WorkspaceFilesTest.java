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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.anteroom.ide.Shop;

class WorkspaceFilesTest {

	@TempDir
	private Path outside;
	private IProject shop;

	@BeforeEach
	void create() throws CoreException {
		shop = Shop.project("shop");
	}

	@AfterEach
	void clear() {
		Shop.clear();
	}

	@Test
	void thePathWithinAProjectComesFirst() throws Exception {
		Shop.file(shop, "src/Cart.java", 1);
		Shop.file(shop, "copy/src/Cart.java", 1);
		assertFound("src/Cart.java", "/shop/src/Cart.java");
		assertFound("shop/src/Cart.java", "/shop/src/Cart.java");
	}

	@Test
	void otherwiseTheEndOfThePathCounts() throws Exception {
		Shop.file(shop, "src/main/Cart.java", 1);
		Shop.file(shop, "test/main/Cart.java", 1);
		Shop.file(shop, "test/domain/Cart.java", 1);
		assertFound("main/Cart.java", "/shop/src/main/Cart.java", "/shop/test/main/Cart.java");
		assertFound("Cart.java", "/shop/src/main/Cart.java", "/shop/test/domain/Cart.java", "/shop/test/main/Cart.java");
		assertFound("ain/Cart.java");
		assertFound("cart.java");
	}

	@Test
	void severalProjectsMayHaveIt() throws Exception {
		IProject other = Shop.project("other");
		Shop.file(shop, "pom.xml", 1);
		Shop.file(other, "pom.xml", 1);
		assertFound("pom.xml", "/other/pom.xml", "/shop/pom.xml");
		assertFound("other/pom.xml", "/other/pom.xml");
		other.close(null);
		assertFound("pom.xml", "/shop/pom.xml");
	}

	@Test
	void aFileThatTwoProjectsShowIsThereOnce() throws Exception {
		Shop.file(shop, "module/src/Cart.java", 1);
		Shop.project("module", shop.getLocation().toPath().resolve("module"));
		shop.refreshLocal(IResource.DEPTH_INFINITE, null);
		assertFound("Cart.java", "/module/src/Cart.java");
	}

	@Test
	void whatWasDerivedIsNotMeant() throws Exception {
		Shop.file(shop, "src/a.txt", 1);
		Shop.file(shop, "bin/a.txt", 1);
		shop.getFolder("bin").setDerived(true, null);
		assertFound("a.txt", "/shop/src/a.txt");
	}

	@Test
	void nothingOutsideOfTheWorkspaceIsThere() throws Exception {
		Path secret = Files.writeString(outside.resolve("secret.txt"), "1");
		Shop.file(shop, "src/Cart.java", 1);
		for (String path : List.of(secret.toString(), "../" + secret.getFileName(), "src/../src/Cart.java",
				"src/../../secret.txt", "/shop/../secret.txt", "..", "")) {
			assertFound(path);
		}
	}

	@Test
	void whatTheWorkspaceHidesIsNotThere() throws Exception {
		Shop.file(shop, "hidden/Cart.java", 1);
		Shop.file(shop, "team/Cart.java", 1);
		shop.getFolder("hidden").setHidden(true);
		shop.getFolder("team").setTeamPrivateMember(true);
		assertEquals(true, shop.getFile("hidden/Cart.java").exists());
		assertFound("hidden/Cart.java");
		assertFound("shop/team/Cart.java");
		assertFound("Cart.java");
	}

	@Test
	void linkedResourcesLeadNowhere() throws Exception {
		Files.writeString(outside.resolve("secret.txt"), "1");
		shop.getFile("linked.txt").createLink(IPath.fromPath(outside.resolve("secret.txt")), IResource.NONE, null);
		IFolder folder = shop.getFolder("linked");
		folder.createLink(IPath.fromPath(outside), IResource.NONE, null);
		assertEquals(true, folder.getFile("secret.txt").exists());
		assertFound("linked.txt");
		assertFound("shop/linked.txt");
		assertFound("linked/secret.txt");
		assertFound("secret.txt");
	}

	@Test
	void symbolicLinksThatLeadOutLeadNowhere() throws Exception {
		Files.writeString(outside.resolve("secret.txt"), "1");
		Path project = shop.getLocation().toPath();
		Files.createSymbolicLink(project.resolve("link.txt"), outside.resolve("secret.txt"));
		Files.createSymbolicLink(project.resolve("folder"), outside);
		Shop.file(shop, "src/Cart.java", 1);
		Files.createSymbolicLink(project.resolve("inside.java"), project.resolve("src/Cart.java"));
		shop.refreshLocal(IResource.DEPTH_INFINITE, null);
		assertEquals(true, shop.getFile("folder/secret.txt").exists());
		assertFound("link.txt");
		assertFound("folder/secret.txt");
		assertFound("secret.txt");
		assertFound("inside.java", "/shop/inside.java");
	}

	@Test
	void aProjectMayLieAnywhere() throws Exception {
		Path real = Files.createDirectory(outside.resolve("elsewhere"));
		Shop.file(Shop.project("elsewhere", real), "src/Far.java", 1);
		assertFound("src/Far.java", "/elsewhere/src/Far.java");
	}

	@Test
	void whatIsGoneFromTheDiskIsNotThere() throws Exception {
		IFile file = Shop.file(shop, "src/Cart.java", 1);
		Files.delete(file.getLocation().toPath());
		assertFound("src/Cart.java");
	}

	@Test
	void theSearchCanBeCanceled() throws CoreException, IOException {
		Shop.file(shop, "src/Cart.java", 1);
		var monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		var files = new WorkspaceFiles(ResourcesPlugin.getWorkspace().getRoot());
		assertThrows(OperationCanceledException.class, () -> files.named(place("Cart.java"), monitor));
	}

	private static void assertFound(String path, String... files) throws CoreException {
		List<IFile> found = new WorkspaceFiles(ResourcesPlugin.getWorkspace().getRoot()).named(place(path),
				new NullProgressMonitor());
		assertEquals(List.of(files), found.stream().map(file -> file.getFullPath().toString()).toList(), path);
	}

	private static FilePlace place(String path) {
		return new FilePlace(0, path.length(), path, 1, 1);
	}
}
