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

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.DocumentsFolder;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.protocol.Ports;
import dev.anteroom.room.RoomSettings;

/**
 * What a command line asks for.
 *
 * @param action    what to do
 * @param host      the server's or room's name or address without port and brackets; {@code null} unless one is to
 *                  be reached
 * @param textPort  where to listen, or the server's port; empty when none was given
 * @param imagePort where to listen, or the server's port; empty when none was given
 * @param logs      the folder for transcripts, absolute; {@code null} when none was given
 * @param roomPort  where a room listens, or the room's port; empty when none was given
 * @param images    the folder for pictures, absolute; {@code null} when none was given
 */
public record Options(Action action, String host, OptionalInt textPort, OptionalInt imagePort,
		OptionalInt roomPort, Path logs, Path images) {

	/** The name that the product's executable goes by. */
	static final String PROGRAM = "anteroom";

	private static final String SERVER_PREFIX = "chat_log";
	private static final String CLIENT_PREFIX = "client_chat_log";
	private static final String ROOM_PREFIX = "room_log";
	private static final String GUEST_PREFIX = "guest_room_log";

	/** What to do. */
	public enum Action {
		/** Open the window where it was left. */
		WINDOW,
		/** Open the window and serve. */
		SERVER,
		/** Open the window and connect. */
		CLIENT,
		/** Serve without a window. */
		CONSOLE_SERVER,
		/** Connect without a window. */
		CONSOLE_CLIENT,
		/** Keep a room without a window. */
		CONSOLE_ROOM,
		/** Join a room without a window. */
		CONSOLE_GUEST,
		/** Print {@link Options#help()} and end. */
		HELP,
		/** Print the version and end. */
		VERSION;

		/** Whether a {@link Console} does it. */
		public boolean isConsole() {
			return this == CONSOLE_SERVER || this == CONSOLE_CLIENT || this == CONSOLE_ROOM || this == CONSOLE_GUEST;
		}

		/** Whether it connects to a server. */
		public boolean isClient() {
			return this == CLIENT || this == CONSOLE_CLIENT;
		}
	}

	/**
	 * The options in {@code arguments}, those of the Eclipse platform taken out already.
	 *
	 * @throws OptionsException for unknown options, bad or missing values and options that contradict each other; its
	 *                          message goes to standard error, and the program ends with status 2
	 */
	public static Options parse(List<String> arguments) throws OptionsException {
		return new OptionsParser(Words.ofDefaultLocale()).parse(arguments);
	}

	/** What {@code --help} shows, several lines, each ended by a line feed and shorter than 80 columns. */
	public static String help() {
		Words words = Words.ofDefaultLocale();
		return words.text("help") + words.text("helpCommands");
	}

	/** The server's text port to connect to. Only for clients. */
	public Endpoint server() {
		return new Endpoint(host, textPortOrDefault());
	}

	/** The room to join. Only for guests. */
	public Endpoint room() {
		return new Endpoint(host, roomPortOrDefault());
	}

	/** The room's port, {@link RoomSettings#PORT} when none was given. */
	public int roomPortOrDefault() {
		return roomPort.orElse(RoomSettings.PORT);
	}

	/** The text port, {@link Ports#TEXT} when none was given. */
	public int textPortOrDefault() {
		return textPort.orElse(Ports.TEXT);
	}

	/** The image port, {@link Ports#IMAGE} when none was given. */
	public int imagePortOrDefault() {
		return imagePort.orElse(Ports.IMAGE);
	}

	/** Where transcripts and pictures go: as asked, else to {@link DocumentsFolder#chatLogs()}. */
	public Archive.Location transcripts() {
		return new Archive.Location(logs == null ? DocumentsFolder.chatLogs() : logs, prefix(), images);
	}

	private String prefix() {
		return switch (action) {
		case CLIENT, CONSOLE_CLIENT -> CLIENT_PREFIX;
		case CONSOLE_ROOM -> ROOM_PREFIX;
		case CONSOLE_GUEST -> GUEST_PREFIX;
		default -> SERVER_PREFIX;
		};
	}
}
