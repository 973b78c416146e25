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

import static dev.anteroom.console.Options.Action.CLIENT;
import static dev.anteroom.console.Options.Action.CONSOLE_CLIENT;
import static dev.anteroom.console.Options.Action.CONSOLE_GUEST;
import static dev.anteroom.console.Options.Action.CONSOLE_ROOM;
import static dev.anteroom.console.Options.Action.CONSOLE_SERVER;
import static dev.anteroom.console.Options.Action.HELP;
import static dev.anteroom.console.Options.Action.SERVER;
import static dev.anteroom.console.Options.Action.VERSION;
import static dev.anteroom.console.Options.Action.WINDOW;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import dev.anteroom.chat.ChatException;
import dev.anteroom.console.Options.Action;
import dev.anteroom.protocol.HostAndPort;
import dev.anteroom.protocol.Ports;

/** Makes {@link Options} of a command line. For one use. */
final class OptionsParser {

	private static final Set<String> FLAGS = Set.of("--server", "--console", "--room", "--help", "--version");
	private static final Set<String> VALUED = Set.of("--client", "--connect", "--connect-room", "--text-port",
			"--image-port", "--room-port", "--logs", "--save-images");
	/** What a room has not. */
	private static final List<String> CLASSIC = List.of("--text-port", "--image-port", "--save-images");

	private final Words words;
	private final Set<String> flags = new HashSet<>();
	private final Map<String, String> values = new HashMap<>();

	OptionsParser(Words words) {
		this.words = words;
	}

	Options parse(List<String> arguments) throws OptionsException {
		read(arguments);
		if (flags.contains("--help")) {
			return bare(HELP);
		}
		if (flags.contains("--version")) {
			return bare(VERSION);
		}
		Action action = action();
		refuseWhatHasNoMeaning(action);
		OptionalInt textPort = port("--text-port");
		OptionalInt imagePort = port("--image-port");
		OptionalInt roomPort = port("--room-port");
		String host = null;
		if (action.isClient()) {
			HostAndPort server = server(action == CLIENT ? "--client" : "--connect");
			host = server.host();
			textPort = server.port().isPresent() ? server.port() : textPort;
		} else if (action == CONSOLE_GUEST) {
			HostAndPort room = server("--connect-room");
			host = room.host();
			roomPort = room.port().isPresent() ? room.port() : roomPort;
		}
		var options = new Options(action, host, textPort, imagePort, roomPort, folder("--logs"),
				folder("--save-images"));
		// A window may remember other ports than the defaults: there, only ports that were given are compared
		boolean classic = action == CONSOLE_SERVER || action == CONSOLE_CLIENT;
		if ((classic || textPort.isPresent() && imagePort.isPresent())
				&& options.textPortOrDefault() == options.imagePortOrDefault()) {
			throw failure("samePorts", options.textPortOrDefault());
		}
		return options;
	}

	private void read(List<String> arguments) throws OptionsException {
		for (var rest = arguments.iterator(); rest.hasNext();) {
			String argument = rest.next();
			int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
			String option = equals < 0 ? argument : argument.substring(0, equals);
			if (FLAGS.contains(option)) {
				if (equals >= 0) {
					throw failure("takesNoValue", option);
				}
				flags.add(option);
			} else if (VALUED.contains(option)) {
				String value = equals >= 0 ? argument.substring(equals + 1) : rest.hasNext() ? rest.next() : "";
				if (value.isBlank() || equals < 0 && value.startsWith("--")) {
					throw failure("missingValue", option);
				}
				if (values.putIfAbsent(option, value) != null) {
					throw failure("givenTwice", option);
				}
			} else if (argument.startsWith("-") && argument.length() > 1) {
				throw failure("unknownOption", option);
			} else {
				throw failure("unknownArgument", argument);
			}
		}
	}

	private static Options bare(Action action) {
		return new Options(action, null, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), null, null);
	}

	private Action action() throws OptionsException {
		boolean console = isGiven("--console");
		refuseTwoOf("--server", "--client", "--connect", "--room", "--connect-room");
		refuseTwoOf("--server", "--console");
		if (console && isGiven("--client")) {
			throw failure("clientNeedsWindow");
		}
		if (!console && isGiven("--connect")) {
			throw failure("connectNeedsConsole");
		}
		for (String option : List.of("--room", "--connect-room")) {
			if (!console && isGiven(option)) {
				throw failure("roomNeedsConsole", option);
			}
		}
		if (console) {
			return isGiven("--connect") ? CONSOLE_CLIENT
					: isGiven("--room") ? CONSOLE_ROOM : isGiven("--connect-room") ? CONSOLE_GUEST : CONSOLE_SERVER;
		}
		return isGiven("--client") ? CLIENT : isGiven("--server") ? SERVER : WINDOW;
	}

	private boolean isGiven(String option) {
		return flags.contains(option) || values.containsKey(option);
	}

	private void refuseTwoOf(String... options) throws OptionsException {
		List<String> given = Arrays.stream(options).filter(this::isGiven).toList();
		if (given.size() > 1) {
			throw failure("notTogether", given.get(0), given.get(1));
		}
	}

	/** What would silently do nothing is refused: the person means something by it. */
	private void refuseWhatHasNoMeaning(Action action) throws OptionsException {
		boolean room = action == CONSOLE_ROOM || action == CONSOLE_GUEST;
		if (!room && isGiven("--room-port")) {
			throw failure("roomPortNeedsRoom");
		}
		if (room) {
			String role = action == CONSOLE_ROOM ? "--room" : "--connect-room";
			for (String option : CLASSIC) {
				refuseTwoOf(role, option);
			}
		}
	}

	private HostAndPort server(String option) throws OptionsException {
		String typed = values.get(option);
		HostAndPort server;
		try {
			server = HostAndPort.parse(typed);
		} catch (ChatException e) {
			throw failure("badPort", option, e.notice().arguments().getFirst());
		}
		if (server == null) {
			throw failure("badHost", option, typed);
		}
		return server;
	}

	private OptionalInt port(String option) throws OptionsException {
		String typed = values.get(option);
		if (typed == null) {
			return OptionalInt.empty();
		}
		try {
			return OptionalInt.of(Ports.parse(typed));
		} catch (ChatException e) {
			throw failure("badPort", option, typed);
		}
	}

	private Path folder(String option) throws OptionsException {
		String typed = values.get(option);
		try {
			return typed == null ? null : TypedPath.parse(typed);
		} catch (InvalidPathException e) {
			throw failure("badFolder", option, typed);
		}
	}

	private OptionsException failure(String key, Object... arguments) {
		return new OptionsException(OneLine.of(words.of(key, arguments)));
	}
}
