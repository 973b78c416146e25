/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.history.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/**
 * Kills a {@link TalkingServer} at random moments ({@code kill -9}, where there is such a thing), and looks into what it
 * has left. The system property {@code anteroom.kills} says how often.
 */
class KilledTest {

	private static final int MOST_MILLISECONDS = 400;

	@TempDir
	Path folder;
	private final Random random = new Random();
	private final Map<Path, Long> left = new HashMap<>();
	private int reported;
	private int written;
	private int torn;

	@Test
	void whatWasReportedIsInTheFile() throws Exception {
		int kills = Integer.getInteger("anteroom.kills", 20);
		for (int i = 0; i < kills; i++) {
			kill(random.nextInt(1_000_000));
		}
		assertEquals(kills, left.size());
		for (Map.Entry<Path, Long> file : left.entrySet()) {
			assertEquals(file.getValue(), Files.size(file.getKey()), "Nobody writes behind what was torn");
		}
		System.out.printf("%d kills: %d texts reported as sent, %d in the files, %d files with a torn end%n", kills,
				reported, written, torn);
	}

	private void kill(int seed) throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Dfile.encoding=UTF-8", "-cp", classPath(),
				TalkingServer.class.getName(), folder.toString(), Integer.toString(seed)).redirectError(Redirect.INHERIT)
				.start();
		try (BufferedReader output = process.inputReader()) {
			assertEquals(TalkingServer.BEGUN, output.readLine());
			process.waitFor(random.nextInt(MOST_MILLISECONDS * 1_000), TimeUnit.MICROSECONDS);
			// The process itself would close the pipe, and what is still in it would be gone.
			process.toHandle().destroyForcibly();
			process.waitFor();
			check(newest(), seed, output);
		} finally {
			process.destroyForcibly();
		}
	}

	private Path newest() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> !left.containsKey(file)).findAny().orElseThrow();
		}
	}

	private void check(Path file, int seed, BufferedReader output) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		int whole = bytes.length;
		while (whole > 0 && bytes[whole - 1] != '\n') {
			whole--;
		}
		int count = check(file, seed, bytes, whole);
		for (String number = output.readLine(); number != null; number = output.readLine()) {
			assertTrue(Integer.parseInt(number) < count, () -> file + " has " + count + " texts of seed " + seed);
			reported++;
		}
		left.put(file, (long) bytes.length);
		written += count;
		torn += whole < bytes.length ? 1 : 0;
	}

	/** Compares the file with what was said, and returns how many texts are in it completely. */
	private static int check(Path file, int seed, byte[] bytes, int whole) {
		String said = new String(bytes, 0, whole, StandardCharsets.UTF_8).lines()
				.map(line -> line.substring(Folder.STAMP.length())).dropWhile(line -> !line.startsWith("Server("))
				.map(KilledTest::withoutHeader).collect(Collectors.joining("\n", "", "\n"));
		int count = 0;
		int position = 0;
		String next = TalkingServer.text(seed, 0);
		while (said.startsWith(next + '\n', position)) {
			position += next.length() + 1;
			next = TalkingServer.text(seed, ++count);
		}
		String rest = said.substring(Math.min(position, said.length())).stripTrailing();
		assertTrue(next.startsWith(rest), file + " has " + rest + " instead of " + next);
		return count;
	}

	private static String withoutHeader(String line) {
		return line.startsWith("Server(") ? line.substring(line.indexOf(':') + 1) : line.substring(4);
	}

	private static String classPath() throws BundleException {
		Bundle bundle = FrameworkUtil.getBundle(KilledTest.class);
		if (bundle == null) {
			return System.getProperty("java.class.path");
		}
		// Only a bundle that was started sees the others.
		bundle.start(Bundle.START_TRANSIENT);
		return Arrays.stream(bundle.getBundleContext().getBundles()).map(KilledTest::place)
				.collect(Collectors.joining(File.pathSeparator));
	}

	/** Where a bundle's file is; OSGi itself lies on the class path under no such name. */
	private static String place(Bundle bundle) {
		String location = bundle.getLocation();
		int file = location.indexOf("file:");
		if (file < 0) {
			return "";
		}
		// It may be relative to where the program is installed.
		Path base = Path.of(URI.create(System.getProperty("osgi.install.area")));
		Path place = base.resolve(location.substring(file + "file:".length())).normalize();
		// Of a bundle that is a project's folder, Tycho has the classes here and Eclipse there.
		return !Files.isDirectory(place) ? place.toString()
				: place.resolve("target/classes") + File.pathSeparator + place.resolve("bin");
	}
}
