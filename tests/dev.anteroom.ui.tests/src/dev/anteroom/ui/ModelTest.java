/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** The application model names classes, icons and texts as strings; each of them must be there. */
class ModelTest {

	private static final List<String> LANGUAGES = List.of("", "_zh_TW", "_zh_CN");
	private static final List<String> MODELS = List.of("dev.anteroom.app/Application.e4xmi",
			"dev.anteroom.app/plugin.xml", "dev.anteroom.ui.model/fragment.e4xmi", "dev.anteroom.ui/plugin.xml");

	@Test
	void everyClassLoads() throws Exception {
		Set<String> uris = matches("bundleclass://([^\"]+)");
		assertTrue(uris.size() > 20, uris.toString());
		for (String uri : uris) {
			String[] names = uri.split("/");
			assertNotNull(bundle(names[0]).loadClass(names[1]), uri);
		}
	}

	@Test
	void everyIconExists() throws Exception {
		Set<String> uris = matches("platform:/plugin/([^\",]+)");
		assertFalse(uris.isEmpty());
		for (String uri : uris) {
			try (var icon = URI.create("platform:/plugin/" + uri).toURL().openStream()) {
				assertTrue(icon.read() > 0, uri);
			}
		}
	}

	/** SWT tells an SVG file by its first characters, and asks the desktop's libraries about all others. */
	@Test
	void everyIconIsRenderedByTheProductItself() throws Exception {
		for (String name : List.of("dev.anteroom.app", "dev.anteroom.ui")) {
			for (URL icon : Collections.list(bundle(name).findEntries("icons", "*.svg", false))) {
				try (var input = icon.openStream()) {
					assertEquals("<?xml", new String(input.readNBytes(5), StandardCharsets.US_ASCII), icon.toString());
				}
			}
		}
	}

	@Test
	void everyKeyHasItsWordsInEveryLanguage() throws Exception {
		for (String name : List.of("dev.anteroom.app", "dev.anteroom.ui")) {
			Set<String> keys = new TreeSet<>();
			for (String model : MODELS) {
				if (model.startsWith(name)) {
					keys.addAll(matches(model, "=\"%([^\"]+)\""));
				}
			}
			for (String language : LANGUAGES) {
				Properties words = properties(name, "OSGI-INF/l10n/bundle" + language + ".properties");
				assertEquals(keys, new TreeSet<>(words.stringPropertyNames()), name + language);
			}
		}
	}

	/** Which has registries of its own for both, and does not read the model. */
	@Test
	void anIdeIsToldOfTheSameViewsAndCommandsAsTheProduct() throws Exception {
		String model = "dev.anteroom.ui.model/fragment.e4xmi";
		String ide = "dev.anteroom.ui/plugin.xml";
		Set<String> views = matches(model, ":PartDescriptor\"[^>]* elementId=\"([^>]+) category=\"Anteroom\"");
		assertEquals(7, views.size());
		assertEquals(views, matches(ide, "<e4view id=\"([^>]+)/>").stream()
				.map(view -> view.replace(" category=\"dev.anteroom.ui.category\"", "").replace("\" name=", "\" label=")
						.replace("icon=\"", "iconURI=\"platform:/plugin/dev.anteroom.ui/")
						.replace("class=\"", "contributionURI=\"bundleclass://dev.anteroom.ui/"))
				.collect(Collectors.toCollection(TreeSet::new)));
		Set<String> commands = matches(model, ":Command\"[^>]* elementId=\"([^>]+)\">");
		assertEquals(7, commands.size());
		assertEquals(commands, matches(ide, "<command id=\"([^>]+)\"/>").stream()
				.map(command -> command.replace(" categoryId=\"dev.anteroom.ui.category\"", "")
						.replace("\" name=", "\" commandName=").replace(" description=", " category=\"_category\" description="))
				.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void everyMessageHasItsWordsInEveryLanguage() throws Exception {
		Set<String> fields = List.of(Messages.class.getFields()).stream().map(Field::getName)
				.collect(Collectors.toCollection(TreeSet::new));
		Properties english = properties("dev.anteroom.ui", "dev/anteroom/ui/Messages.properties");
		for (String language : LANGUAGES) {
			Properties words = properties("dev.anteroom.ui", "dev/anteroom/ui/Messages" + language + ".properties");
			assertEquals(fields, new TreeSet<>(words.stringPropertyNames()), language);
			for (String key : fields) {
				assertEquals(placeholders(english.getProperty(key)), placeholders(words.getProperty(key)), key + language);
			}
		}
	}

	@Test
	void theApplicationsOwnWordsAreInEveryLanguage() throws Exception {
		Set<String> keys = properties("dev.anteroom.app", "dev/anteroom/app/words.properties").stringPropertyNames();
		for (String language : LANGUAGES) {
			assertEquals(keys,
					properties("dev.anteroom.app", "dev/anteroom/app/words" + language + ".properties").stringPropertyNames());
		}
	}

	private static Set<String> placeholders(String pattern) {
		return Pattern.compile("\\{\\d}").matcher(pattern).results().map(result -> result.group())
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> matches(String pattern) throws IOException {
		Set<String> found = new TreeSet<>();
		for (String model : MODELS) {
			found.addAll(matches(model, pattern));
		}
		return found;
	}

	private static Set<String> matches(String model, String pattern) throws IOException {
		int slash = model.indexOf('/');
		String text = new String(entry(model.substring(0, slash), model.substring(slash + 1)).openStream().readAllBytes(),
				StandardCharsets.UTF_8);
		Set<String> found = new TreeSet<>();
		for (Matcher matcher = Pattern.compile(pattern).matcher(text); matcher.find();) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static Properties properties(String bundle, String path) throws IOException {
		var properties = new Properties();
		try (var reader = new InputStreamReader(entry(bundle, path).openStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

	private static URL entry(String bundle, String path) {
		URL url = bundle(bundle).getEntry(path);
		assertNotNull(url, bundle + '/' + path);
		return url;
	}

	private static Bundle bundle(String name) {
		Bundle bundle = Platform.getBundle(name);
		assertNotNull(bundle, name);
		return bundle;
	}
}
