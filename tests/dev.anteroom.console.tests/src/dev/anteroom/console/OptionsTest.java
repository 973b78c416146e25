/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.anteroom.console.Options.Action;

class OptionsTest {

	private final Locale before = Locale.getDefault();

	@BeforeEach
	void speakEnglish() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	void nothingGivenOpensTheWindow() throws OptionsException {
		Options options = Options.parse(List.of());
		assertEquals(new Options(Action.WINDOW, null, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), null,
				null), options);
		assertEquals(10_000, options.textPortOrDefault());
		assertEquals(10_001, options.imagePortOrDefault());
	}

	@Test
	void eachActionIsRecognised() throws OptionsException {
		assertEquals(Action.SERVER, parse("--server").action());
		assertEquals(Action.CLIENT, parse("--client", "host").action());
		assertEquals(Action.CONSOLE_SERVER, parse("--console").action());
		assertEquals(Action.CONSOLE_CLIENT, parse("--console", "--connect", "host").action());
		assertEquals(Action.CONSOLE_CLIENT, parse("--connect=host", "--console").action());
		assertEquals(Action.CONSOLE_ROOM, parse("--console", "--room").action());
		assertEquals(Action.CONSOLE_GUEST, parse("--console", "--connect-room", "host").action());
		assertEquals(Action.HELP, parse("--console", "--help").action());
		assertEquals(Action.VERSION, parse("--version").action());
	}

	@Test
	void valuesStandBehindABlankOrAnEqualsSign() throws OptionsException {
		Options blank = parse("--console", "--text-port", "2000", "--image-port", "2001", "--logs", "/l", "--save-images",
				"/i");
		assertEquals(blank,
				parse("--console", "--text-port=2000", "--image-port=2001", "--logs=/l", "--save-images=/i"));
		assertEquals(OptionalInt.of(2000), blank.textPort());
		assertEquals(OptionalInt.of(2001), blank.imagePort());
		assertEquals(Path.of("/l").toAbsolutePath(), blank.logs());
		assertEquals(Path.of("/i").toAbsolutePath(), blank.images());
		assertEquals(Path.of("/a=b").toAbsolutePath(), parse("--logs=/a=b").logs());
	}

	@Test
	void serversAreWrittenInEveryUsualWay() throws OptionsException {
		var written = Map.of("example.org", "example.org:10000", "example.org:99", "example.org:99", "192.168.1.7",
				"192.168.1.7:10000", "192.168.1.7:8", "192.168.1.7:8", "::1", "[::1]:10000", "[::1]", "[::1]:10000",
				"[fe80::1]:70", "[fe80::1]:70", "fe80::1%eth0", "[fe80::1%eth0]:10000", "幸福.tw:5", "幸福.tw:5");
		for (var each : written.entrySet()) {
			assertEquals(each.getValue(), parse("--client", each.getKey()).server().toString());
		}
		assertEquals("::1", parse("--client", "[::1]:70").host());
	}

	@Test
	void theServersPortComesFromTheHostFirst() throws OptionsException {
		assertEquals("h:5", parse("--client", "h:5", "--text-port", "6").server().toString());
		assertEquals("h:6", parse("--client", "h", "--text-port", "6").server().toString());
	}

	@Test
	void roomsHaveAPortOfTheirOwn() throws OptionsException {
		assertEquals(5_000, parse("--console", "--room").roomPortOrDefault());
		assertEquals(7, parse("--console", "--room", "--room-port=7").roomPortOrDefault());
		assertEquals("h:5000", parse("--console", "--connect-room=h").room().toString());
		assertEquals("h:8", parse("--console", "--connect-room=h:8", "--room-port=9").room().toString());
		assertEquals("room_log", parse("--console", "--room", "--logs=/l").transcripts().prefix());
		assertEquals("guest_room_log", parse("--console", "--connect-room=h", "--logs=/l").transcripts().prefix());
	}

	@Test
	void transcriptsOfClientsHaveTheirOwnName() throws OptionsException {
		assertEquals("chat_log", parse("--console", "--logs=/l").transcripts().prefix());
		assertEquals("client_chat_log", parse("--console", "--connect=h", "--logs=/l").transcripts().prefix());
		assertEquals(Path.of("/l").toAbsolutePath(), parse("--server", "--logs=/l").transcripts().folder());
		assertNull(parse("--server").transcripts().images());
		assertTrue(parse("--server").transcripts().folder().endsWith("chat_logs"));
	}

	@Test
	void foldersMayBeginInTheHomeFolder() throws OptionsException {
		Path home = Path.of(System.getProperty("user.home")).toAbsolutePath();
		assertEquals(home.resolve("x"), parse("--logs=~/x").logs());
		assertEquals(home, parse("--logs=~").logs());
		assertEquals(Path.of("x").toAbsolutePath(), parse("--logs=x").logs());
	}

	@Test
	void aBadCommandLineIsAnsweredWithOneLine() {
		var bad = Map.ofEntries(Map.entry(List.of("--foo"), "anteroom: there is no option --foo (see anteroom --help)"),
				Map.entry(List.of("--foo=1"), "anteroom: there is no option --foo (see anteroom --help)"),
				Map.entry(List.of("-nl"), "anteroom: there is no option -nl (see anteroom --help)"),
				Map.entry(List.of("foo"), "anteroom: “foo” belongs to no option (see anteroom --help)"),
				Map.entry(List.of("-"), "anteroom: “-” belongs to no option (see anteroom --help)"),
				Map.entry(List.of("a\nb"), "anteroom: “a b” belongs to no option (see anteroom --help)"),
				Map.entry(List.of("--client"), "anteroom: --client needs a value (see anteroom --help)"),
				Map.entry(List.of("--logs="), "anteroom: --logs needs a value (see anteroom --help)"),
				Map.entry(List.of("--logs", "--server"), "anteroom: --logs needs a value (see anteroom --help)"),
				Map.entry(List.of("--server=yes"), "anteroom: --server takes no value"),
				Map.entry(List.of("--client=a", "--client=b"), "anteroom: --client is given twice"),
				Map.entry(List.of("--server", "--client=a"), "anteroom: --server and --client cannot be given together"),
				Map.entry(List.of("--server", "--console"), "anteroom: --server and --console cannot be given together"),
				Map.entry(List.of("--client=a", "--console"),
						"anteroom: --client opens a window; with --console use --connect"),
				Map.entry(List.of("--connect=a"),
						"anteroom: --connect goes with --console; to connect in a window use --client"),
				Map.entry(List.of("--room"), "anteroom: --room goes with --console"),
				Map.entry(List.of("--connect-room=h"), "anteroom: --connect-room goes with --console"),
				Map.entry(List.of("--console", "--room", "--connect=h"),
						"anteroom: --connect and --room cannot be given together"),
				Map.entry(List.of("--console", "--room-port=5001"),
						"anteroom: --room-port goes with --room or --connect-room"),
				Map.entry(List.of("--room-port=5001"), "anteroom: --room-port goes with --room or --connect-room"),
				Map.entry(List.of("--client=h", "--room-port=5001"),
						"anteroom: --room-port goes with --room or --connect-room"),
				Map.entry(List.of("--console", "--connect=h", "--room-port=5001"),
						"anteroom: --room-port goes with --room or --connect-room"),
				Map.entry(List.of("--console", "--room", "--text-port=5001"),
						"anteroom: --room and --text-port cannot be given together"),
				Map.entry(List.of("--console", "--connect-room=h", "--image-port=5001"),
						"anteroom: --connect-room and --image-port cannot be given together"),
				Map.entry(List.of("--console", "--room", "--save-images=/i"),
						"anteroom: --room and --save-images cannot be given together"),
				Map.entry(List.of("--console", "--text-port=10001"),
						"anteroom: text and pictures need two different ports, not 10001 for both"),
				Map.entry(List.of("--logs=\0"), "anteroom: --logs: “␀” cannot be the name of a folder"));
		for (var each : bad.entrySet()) {
			assertEquals(each.getValue(), refusal(each.getKey()));
		}
	}

	@Test
	void badPortsAreRefused() {
		for (String port : List.of("0", "65536", "-1", "1e3", "x", "99999999999", "１２")) {
			assertEquals("anteroom: --text-port: “" + port + "” is no port number from 1 to 65535",
					refusal(List.of("--console", "--text-port", port)));
		}
		assertEquals("anteroom: --connect: “70000” is no port number from 1 to 65535",
				refusal(List.of("--console", "--connect=h:70000")));
		assertEquals("anteroom: --client: “” is no port number from 1 to 65535", refusal(List.of("--client=h:")));
	}

	@Test
	void badHostsAreRefused() {
		for (String host : List.of(":5", "[::1", "[::1]5", "[h]", "[]", "a:1:2", "1:2:3", "http://h", "h h", "::g")) {
			assertEquals("anteroom: --client: “" + host + "” is no server name or address",
					refusal(List.of("--client", host)));
		}
	}

	@Test
	void refusalsAreInTheMachinesLanguage() {
		Locale.setDefault(Locale.TAIWAN);
		assertEquals("anteroom: 沒有 --foo 這個選項 (請見 anteroom --help)", refusal(List.of("--foo")));
		Locale.setDefault(Locale.CHINA);
		assertEquals("anteroom: 没有 --foo 这个选项 (请见 anteroom --help)", refusal(List.of("--foo")));
		Locale.setDefault(Locale.FRANCE);
		assertEquals("anteroom: there is no option --foo (see anteroom --help)", refusal(List.of("--foo")));
	}

	@Test
	void onlyTheConsolesActionsAreTheConsoles() {
		assertTrue(Action.CONSOLE_CLIENT.isConsole());
		assertTrue(Action.CONSOLE_SERVER.isConsole());
		assertFalse(Action.SERVER.isConsole());
		assertFalse(Action.HELP.isClient());
	}

	private static Options parse(String... arguments) throws OptionsException {
		return Options.parse(List.of(arguments));
	}

	private static String refusal(List<String> arguments) {
		return assertThrows(OptionsException.class, () -> Options.parse(arguments), arguments::toString).getMessage();
	}
}
