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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.commands.Command;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.descriptor.basic.MPartDescriptor;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;

/** What an IDE offers of Anteroom before a person opens any of it. Mentions no class of it, which would start that. */
@ExtendWith(QuietLog.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfferTest {

	private static final Map<String, String> PERSPECTIVES = Map.of("dev.anteroom.ui.perspective.server",
			"Anteroom Server", "dev.anteroom.ui.perspective.client", "Anteroom Client");
	private static final Map<String, String> VIEWS = Map.of("dev.anteroom.ui.part.waitingline", "Waiting Line",
			"dev.anteroom.ui.part.serverconversation", "Server Conversation",
			"dev.anteroom.ui.part.clientconversation", "Client Conversation", "dev.anteroom.ui.part.imagepreview",
			"Image Preview", "dev.anteroom.ui.part.participants", "Participants", "dev.anteroom.ui.part.hostedroom",
			"Hosted Room", "dev.anteroom.ui.part.joinedroom", "Joined Room");

	private final Ide ide = new Ide();

	/** Of a lazy bundle, which is starting, an IDE reads the manifest and the components: one waits for its first class. */
	@Test
	@Order(1)
	void nothingOfOursIsActive() {
		List<Bundle> ours = ours().toList();
		assertTrue(ours.size() > 15, ours.toString());
		List<Bundle> others = ours.stream().filter(bundle -> bundle.getState() != Bundle.RESOLVED).toList();
		assertEquals(List.of("dev.anteroom.ui"), others.stream().map(Bundle::getSymbolicName).toList());
		assertEquals(Bundle.STARTING, others.getFirst().getState());
	}

	@Test
	@Order(2)
	void noPortIsOpen() {
		assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().contains("nteroom")));
	}

	@Test
	void bothPerspectivesHaveANameAndAnIcon() {
		PERSPECTIVES.forEach((id, label) -> {
			IPerspectiveDescriptor perspective = ide
					.ui(() -> ide.window().getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(id));
			assertNotNull(perspective, id);
			assertEquals(label, perspective.getLabel());
			assertDrawn(perspective.getImageDescriptor());
		});
	}

	/** The dialog lists what is tagged so, by its category. */
	@Test
	void everyViewIsInShowViewUnderAnteroom() {
		List<MPartDescriptor> shown = ide.ui(() -> ide.service(MApplication.class).getDescriptors().stream()
				.filter(view -> view.getTags().contains("View") && "Anteroom".equals(view.getCategory())).toList());
		assertEquals(VIEWS, shown.stream()
				.collect(Collectors.toMap(MPartDescriptor::getElementId, view -> ide.ui(view::getLocalizedLabel))));
		for (MPartDescriptor view : shown) {
			assertDrawn(ImageDescriptor.createFromURL(url(view.getIconURI())));
		}
	}

	@Test
	void everyCommandIsInTheKeysPageUnderAnteroom() throws Exception {
		Command[] commands = ide.ui(() -> ide.service(ICommandService.class).getDefinedCommands());
		List<Command> ours = Stream.of(commands).filter(command -> command.getId().startsWith("dev.anteroom.")).toList();
		assertTrue(ours.size() >= 5, ours.toString());
		for (Command command : ours) {
			assertEquals("Anteroom", command.getCategory().getName(), command.getId());
			assertFalse(command.getName().isBlank() || command.getName().startsWith("%"), command.getId());
		}
	}

	@Test
	void noKeyOfOursIsAnybodyElses() throws ParseException {
		List<Binding> bindings = List.of(ide.ui(() -> ide.service(IBindingService.class).getBindings()));
		List<Binding> ours = bindings.stream().filter(OfferTest::isOurs).toList();
		assertEquals(Set.of(KeySequence.getInstance("M2+M3+Q A"), KeySequence.getInstance("M2+M3+Q M")),
				ours.stream().map(Binding::getTriggerSequence).collect(Collectors.toSet()));
		// An editor's context is within that of the window: what is bound in either could be meant in the other.
		for (Binding binding : ours) {
			assertEquals(List.of(), bindings.stream()
					.filter(other -> !isOurs(other) && other.getParameterizedCommand() != null
							&& (other.getTriggerSequence().startsWith(binding.getTriggerSequence(), true)
									|| binding.getTriggerSequence().startsWith(other.getTriggerSequence(), true)))
					.toList(), binding.toString());
		}
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void lookingAtTheOfferActivatesNothing() {
		nothingOfOursIsActive();
	}

	private static boolean isOurs(Binding binding) {
		return binding.getParameterizedCommand() != null
				&& binding.getParameterizedCommand().getId().startsWith("dev.anteroom.");
	}

	private static Stream<Bundle> ours() {
		return Stream.of(Platform.getBundle("org.eclipse.osgi").getBundleContext().getBundles())
				.filter(bundle -> bundle.getSymbolicName().matches("(dev\\.anteroom|io\\.netty|com\\.twelvemonkeys)\\..*"))
				.filter(bundle -> !bundle.getSymbolicName().equals("dev.anteroom.installed"));
	}

	private static URL url(String address) {
		try {
			return URI.create(address).toURL();
		} catch (MalformedURLException e) {
			throw new AssertionError(e);
		}
	}

	private void assertDrawn(ImageDescriptor icon) {
		assertNotNull(icon);
		assertNotEquals(ImageDescriptor.getMissingImageDescriptor(), icon);
		assertNotNull(ide.ui(() -> {
			var image = icon.createImage(false, Display.getCurrent());
			assertNotNull(image, icon.toString());
			assertEquals(16, image.getBounds().width);
			image.dispose();
			return icon;
		}));
	}
}
