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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.ide.Ide;
import dev.anteroom.ide.Shop;
import dev.anteroom.ui.Places;
import dev.anteroom.ui.Places.Place;
import dev.anteroom.ui.widgets.ViewTools;

class WorkspacePlacesTest {

	private IProject shop;
	private Places places;

	@BeforeEach
	void create() throws Exception {
		shop = Shop.project("shop");
		Shop.file(shop, "src/shop/Cart.java", 60);
		// As a view gets them.
		IEclipseContext view = Ide.window().getService(IEclipseContext.class).createChild();
		view.set(MPart.class, Ide.ui(() -> Ide.window().getService(EModelService.class).createModelElement(MPart.class)));
		places = Ide.ui(() -> ContextInjectionFactory.make(ViewTools.class, view).places());
	}

	@AfterEach
	void clear() {
		Shop.clear();
	}

	@Test
	void theViewsFindThem() {
		assertInstanceOf(WorkspacePlaces.class, places);
		assertEquals(List.of(new Place(3, 15)), places.in("at Cart.java:42."));
	}

	@Test
	void aPlaceOpensAtItsLines() {
		show("src/shop/Cart.java:42-44");
		assertSelected("Cart.java", 42, 44);
		show("Cart.java:7");
		assertSelected("Cart.java", 7, 7);
		show("java.base/shop.Cart.total(Cart.java:9)");
		assertSelected("Cart.java", 9, 9);
	}

	@Test
	void linesThatTheFileDoesNotHaveAreItsLast() {
		show("Cart.java:7000-8000");
		// The last line break begins one more.
		assertSelected("Cart.java", 61, 61);
	}

	@Test
	void severalAsk() throws Exception {
		Shop.file(shop, "test/shop/Cart.java", 60);
		show("shop.Cart.total(Cart.java:42)");
		Shell question = Ide.dialog("Anteroom");
		Ide.await("the files", () -> Ide.find(question, Table.class).getSelectionCount() == 1);
		Ide.press(question, "OK");
		assertSelected("Cart.java", 42, 42);
		assertEquals("/shop/src/shop/Cart.java", Ide.ui(() -> Ide.page().getActiveEditor().getEditorInput()
				.getAdapter(IFile.class).getFullPath().toString()));
		Ide.act(() -> Ide.page().closeAllEditors(false));
		show("Cart.java:42");
		Shell choice = Ide.dialog("Anteroom");
		Ide.press(choice, "Cancel");
		Ide.await("the end of the question", choice::isDisposed);
		assertEquals(0, Ide.page().getEditorReferences().length);
	}

	@Test
	void noneSaysSo() {
		show("src/nowhere.txt:42");
		Shell told = Ide.dialog("Anteroom");
		Ide.press(told, "OK");
		Ide.await("the end of the message", told::isDisposed);
		assertEquals(0, Ide.page().getEditorReferences().length);
	}

	@Test
	void whatAPageWouldRunIsShownAsText() throws Exception {
		Shop.file(shop, "page.html", 9);
		show("page.html:3");
		assertSelected("page.html", 3, 3);
		assertEquals(EditorsUI.DEFAULT_TEXT_EDITOR_ID, Ide.ui(() -> Ide.page().getActiveEditor().getSite().getId()));
	}

	private void show(String name) {
		Ide.act(() -> places.show(name));
	}

	private static void assertSelected(String file, int first, int last) {
		Ide.await(file + " at " + first + "-" + last, () -> {
			IEditorPart active = Ide.page().getActiveEditor();
			return active instanceof ITextEditor editor && file.equals(editor.getEditorInput().getName())
					&& editor.getSelectionProvider().getSelection() instanceof ITextSelection selection
					&& selection.getStartLine() == first - 1 && selection.getEndLine() == last - 1;
		});
	}
}
