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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IToc;
import org.eclipse.help.internal.HelpPlugin;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** The plug-in's description names classes, icons, pages and texts; each of them must be there. */
class DescriptionTest {

	private static final List<String> LANGUAGES = List.of("", "_zh_TW", "_zh_CN");
	private static final Bundle BUNDLE = Platform.getBundle("dev.anteroom.ide");

	@Test
	void everyClassLoads() throws Exception {
		Set<String> names = matches("plugin.xml", "class=\"(dev[^\"]+)\"");
		assertTrue(names.size() > 5, names.toString());
		for (String name : names) {
			assertNotNull(BUNDLE.loadClass(name), name);
		}
	}

	@Test
	void everyIconExists() throws Exception {
		for (String icon : matches("plugin.xml", "icon=\"([^\"]+)\"")) {
			URL url = icon.startsWith("platform:") ? URI.create(icon).toURL() : BUNDLE.getEntry(icon);
			try (var input = url.openStream()) {
				assertEquals("<?xml", new String(input.readNBytes(5), StandardCharsets.US_ASCII), icon);
			}
		}
	}

	@Test
	void everyKeyHasItsWordsInEveryLanguage() throws Exception {
		Set<String> keys = matches("plugin.xml", "=\"%([^\"]+)\"");
		for (String language : LANGUAGES) {
			assertEquals(keys, keys("OSGI-INF/l10n/bundle" + language + ".properties"), language);
			assertEquals(Set.of("aboutText"), keys("about" + language + ".properties"), language);
		}
	}

	@Test
	void everyMessageHasItsWordsInEveryLanguage() throws Exception {
		Properties english = properties("dev/anteroom/ide/words.properties");
		for (String language : LANGUAGES) {
			Properties words = properties("dev/anteroom/ide/words" + language + ".properties");
			assertEquals(english.keySet(), words.keySet(), language);
			for (String key : english.stringPropertyNames()) {
				assertEquals(placeholders(english.getProperty(key)), placeholders(words.getProperty(key)), key + language);
			}
		}
	}

	@Test
	void theHelpIsThereInEveryLanguage() throws Exception {
		Set<String> pages = matches("toc.xml", "(?:href|topic)=\"([^\"]+)\"");
		assertEquals(5, pages.size());
		for (String folder : List.of("", "nl/zh/TW/", "nl/zh/CN/")) {
			assertEquals(pages, matches(folder + "toc.xml", "(?:href|topic)=\"([^\"]+)\""));
			for (String page : pages) {
				assertTrue(text(folder + page).contains("<title>"), folder + page);
			}
		}
	}

	@Test
	void theHelpSystemHasItInTheLanguageOfTheIde() throws Exception {
		for (String locale : List.of("en", "zh_TW", "zh_CN")) {
			IToc toc = Arrays.stream(HelpPlugin.getTocManager().getTocs(locale))
					.filter(each -> "Anteroom".equals(each.getLabel())).findFirst().get();
			assertEquals(4, toc.getTopics().length);
			String page = toc.getTopics()[0].getHref();
			assertEquals("/dev.anteroom.ide/help/serve.html", page);
			try (var input = HelpSystem.getHelpContent(page, locale)) {
				String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
				assertTrue(text.contains("<h1>" + toc.getTopics()[0].getLabel() + "</h1>"), locale);
				assertEquals(!"en".equals(locale), text.codePoints().anyMatch(Character::isIdeographic), locale);
			}
		}
	}

	/** That they are nobody else's is tried where there are others, in the assembled IDE. */
	@Test
	void commandsThatAreOftenUsedHaveKeys() {
		assertEquals(Set.of("dev.anteroom.ide.command.open", "dev.anteroom.ide.command.send"), Ide.ui(() -> Arrays
				.stream(PlatformUI.getWorkbench().getService(IBindingService.class).getBindings())
				.filter(binding -> binding.getParameterizedCommand() != null)
				.map(binding -> binding.getParameterizedCommand().getId()).filter(id -> id.startsWith("dev.anteroom.")).collect(Collectors.toSet())));
	}

	@Test
	void nothingRunsWhenTheIdeStarts() throws IOException {
		assertFalse(text("plugin.xml").contains("org.eclipse.ui.startup"));
		assertFalse(text("plugin.xml").contains("sourceProvider"));
		// Which is read, and merged with the IDE's own, whenever it starts.
		assertFalse(text("plugin.xml").contains("org.eclipse.e4.workbench.model"));
		try (var views = URI.create("platform:/plugin/dev.anteroom.ui/plugin.xml").toURL().openStream()) {
			assertFalse(new String(views.readAllBytes(), StandardCharsets.UTF_8).contains("org.eclipse.e4.workbench.model"));
		}
	}

	private static Set<String> placeholders(String pattern) {
		return Pattern.compile("\\{\\d}").matcher(pattern).results().map(result -> result.group())
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> matches(String file, String pattern) throws IOException {
		return Pattern.compile(pattern).matcher(text(file)).results().map(result -> result.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> keys(String file) throws IOException {
		return new TreeSet<>(properties(file).stringPropertyNames());
	}

	private static Properties properties(String file) throws IOException {
		var properties = new Properties();
		try (var reader = new InputStreamReader(entry(file).openStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

	private static String text(String file) throws IOException {
		try (var input = entry(file).openStream()) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static URL entry(String file) {
		URL entry = BUNDLE.getEntry(file);
		assertNotNull(entry, file);
		return entry;
	}
}
