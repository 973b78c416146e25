/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.internal;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.di.annotations.Optional;
import org.osgi.service.prefs.BackingStoreException;

import dev.anteroom.chat.Archive;
import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.DocumentsFolder;
import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Role;
import dev.anteroom.client.ClientSettings;
import dev.anteroom.protocol.Limits;
import dev.anteroom.protocol.Ports;
import dev.anteroom.room.RoomLimits;
import dev.anteroom.room.RoomSettings;
import dev.anteroom.server.ServerSettings;
import dev.anteroom.ui.PreferenceKeys;
import dev.anteroom.ui.StartupRequest;
import jakarta.inject.Inject;

/** What is remembered from one use to the next; what was asked for at start-up goes before it. UI thread. */
@Creatable
public class Settings {

	private static final String LOG_ZOOM = "log.zoom";

	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PreferenceKeys.NODE);
	private final StartupRequest startup;
	private final Rest savingLater = new Rest(1_000, this::save);

	@Inject
	public Settings(@Optional StartupRequest startup) {
		this.startup = startup == null ? StartupRequest.NONE : startup;
	}

	/** The ports to listen on at first. */
	public int serverTextPort() {
		return asked(Role.SERVER) ? startup.textPort().orElse(remembered(PreferenceKeys.SERVER_TEXT_PORT, Ports.TEXT))
				: remembered(PreferenceKeys.SERVER_TEXT_PORT, Ports.TEXT);
	}

	public int serverImagePort() {
		return asked(Role.SERVER) ? startup.imagePort().orElse(remembered(PreferenceKeys.SERVER_IMAGE_PORT, Ports.IMAGE))
				: remembered(PreferenceKeys.SERVER_IMAGE_PORT, Ports.IMAGE);
	}

	/** The server to connect to at first, with its text port. */
	public Endpoint clientServer() {
		String host = startup.role() == Role.CLIENT && startup.host() != null ? startup.host()
				: lookUp(PreferenceKeys.CLIENT_HOST, "127.0.0.1");
		return new Endpoint(host, startup.role() == Role.CLIENT ? startup.textPort().orElse(Ports.TEXT)
				: remembered(PreferenceKeys.CLIENT_TEXT_PORT, Ports.TEXT));
	}

	public int clientImagePort() {
		return startup.role() == Role.CLIENT ? startup.imagePort().orElse(Ports.IMAGE)
				: remembered(PreferenceKeys.CLIENT_IMAGE_PORT, Ports.IMAGE);
	}

	/** The port of the room that is kept here, at first. */
	public int hostedRoomPort() {
		return remembered(PreferenceKeys.HOSTED_ROOM_PORT, RoomSettings.PORT);
	}

	/** The room to join at first. */
	public Endpoint joinedRoom() {
		return new Endpoint(lookUp(PreferenceKeys.JOINED_ROOM_HOST, "127.0.0.1"), remembered(PreferenceKeys.JOINED_ROOM_PORT, RoomSettings.PORT));
	}

	/** Whether the server is to listen as soon as its view is opened. */
	public boolean startsServer() {
		return startup.role() == Role.SERVER || isAutostart();
	}

	/** Whether the client is to connect as soon as its view is opened. */
	public boolean connectsClient() {
		return startup.role() == Role.CLIENT && startup.host() != null;
	}

	/** What the person chose for every start; see {@link #startsServer()}. */
	public boolean isAutostart() {
		return Boolean.parseBoolean(lookUp(PreferenceKeys.SERVER_AUTOSTART, "false"));
	}

	/** What goes for whoever chose nothing: not to listen, unless the product presets that it does. */
	public static boolean isAutostartByDefault() {
		return DefaultScope.INSTANCE.getNode(PreferenceKeys.NODE).getBoolean(PreferenceKeys.SERVER_AUTOSTART, false);
	}

	/** The folder for transcripts that the person chose; empty for {@link DocumentsFolder#chatLogs()}. */
	public String transcriptsFolder() {
		return lookUp(PreferenceKeys.TRANSCRIPTS_FOLDER, "");
	}

	/** How large logs are shown, in percent of the font's size. */
	public int logZoom() {
		return Platform.getPreferencesService().getInt(PreferenceKeys.NODE, LOG_ZOOM, 100, null);
	}

	public void setLogZoom(int percent) {
		preferences.putInt(LOG_ZOOM, percent);
		// It comes with each turn of the wheel.
		savingLater.ask();
	}

	public void setAutostart(boolean autostart) {
		preferences.putBoolean(PreferenceKeys.SERVER_AUTOSTART, autostart);
		save();
	}

	public void setTranscriptsFolder(String folder) {
		preferences.put(PreferenceKeys.TRANSCRIPTS_FOLDER, folder);
		save();
	}

	/** The settings of a server on these ports, which are remembered. {@code address} is {@code null} for all. */
	public ServerSettings forServer(InetAddress address, int textPort, int imagePort) {
		preferences.putInt(PreferenceKeys.SERVER_TEXT_PORT, textPort);
		preferences.putInt(PreferenceKeys.SERVER_IMAGE_PORT, imagePort);
		save();
		return new ServerSettings(address, textPort, imagePort, transcripts("chat_log"), limits());
	}

	/** The settings of a client to {@code server}, which is remembered. */
	public ClientSettings forClient(Endpoint server, int imagePort) {
		preferences.put(PreferenceKeys.CLIENT_HOST, server.host());
		preferences.putInt(PreferenceKeys.CLIENT_TEXT_PORT, server.port());
		preferences.putInt(PreferenceKeys.CLIENT_IMAGE_PORT, imagePort);
		save();
		return new ClientSettings(server, imagePort, transcripts("client_chat_log"), limits());
	}

	/** The settings of a room on this port, which is remembered. */
	public RoomSettings forHostedRoom(int port) {
		preferences.putInt(PreferenceKeys.HOSTED_ROOM_PORT, port);
		save();
		return new RoomSettings(null, port, transcripts("room_log"), roomLimits());
	}

	/** Where the transcript of {@code room} goes, which is remembered. */
	public Archive.Location forJoinedRoom(Endpoint room) {
		preferences.put(PreferenceKeys.JOINED_ROOM_HOST, room.host());
		preferences.putInt(PreferenceKeys.JOINED_ROOM_PORT, room.port());
		save();
		return transcripts("guest_room_log");
	}

	/** Where transcripts go now. */
	public Path transcriptsPath() {
		return startup.logs() != null ? startup.logs() : path(transcriptsFolder(), DocumentsFolder.chatLogs());
	}

	/** What was chosen for {@code limit}, or else what a product or an administrator preset; within its bounds. */
	public int limit(Limit limit) {
		return Math.clamp(Platform.getPreferencesService().getInt(PreferenceKeys.NODE, limit.key(), limit.usual(), null),
				1, limit.most());
	}

	/** What goes for whoever chose nothing: what a product or an administrator preset, or the usual; within its bounds. */
	public static int byDefault(Limit limit) {
		return Math.clamp(DefaultScope.INSTANCE.getNode(PreferenceKeys.NODE).getInt(limit.key(), limit.usual()), 1,
				limit.most());
	}

	/** Chooses {@code value} for {@code limit}; what goes by default is no choice of the person's. */
	public void setLimit(Limit limit, int value) {
		if (value == byDefault(limit)) {
			preferences.remove(limit.key());
			save();
		} else if (value != limit(limit)) {
			preferences.putInt(limit.key(), value);
			save();
		}
	}

	/** What strangers may ask of a server, or of a client, from its next start on. */
	Limits limits() {
		Limits usual = Limits.DEFAULT;
		return new Limits(usual.textFrame(), amount(Limit.IMAGE), amount(Limit.WAITING), amount(Limit.PER_ADDRESS),
				usual.heldText(), usual.frame(), usual.stalledWrite(), usual.connect(), usual.imageConnectRetry(),
				usual.merge());
	}

	/** What strangers may ask of a room, from its next opening on. */
	public RoomLimits roomLimits() {
		RoomLimits usual = RoomLimits.DEFAULT;
		int rate = amount(Limit.ROOM_RATE);
		return new RoomLimits(amount(Limit.ROOM), amount(Limit.ROOM_PER_ADDRESS), amount(Limit.ROOM_LINE),
				usual.lineEnd(), rate, usual.burst() / usual.rate() * rate, usual.queue(), usual.full(), usual.connect());
	}

	/**
	 * What a room may ask of a guest, from the next joining on. What one participant may say in a room of ours is no
	 * measure for what all may say in another.
	 */
	public RoomLimits guestLimits() {
		RoomLimits usual = RoomLimits.DEFAULT;
		return new RoomLimits(usual.guests(), usual.perAddress(), amount(Limit.ROOM_LINE), usual.lineEnd(), usual.rate(),
				usual.burst(), usual.queue(), usual.full(), usual.connect());
	}

	private int amount(Limit limit) {
		return limit.unit() * limit(limit);
	}

	private Archive.Location transcripts(String prefix) {
		Path images = startup.images() != null ? startup.images()
				: path(lookUp(PreferenceKeys.IMAGES_FOLDER, ""), null);
		return new Archive.Location(transcriptsPath(), prefix, images);
	}

	private static Path path(String typed, Path otherwise) {
		try {
			return typed.isBlank() ? otherwise : Path.of(typed);
		} catch (InvalidPathException e) {
			return otherwise;
		}
	}

	private boolean asked(Role role) {
		return startup.role() == role || startup.role() == null;
	}

	private int remembered(String key, int otherwise) {
		try {
			return Ports.parse(lookUp(key, Integer.toString(otherwise)));
		} catch (ChatException e) {
			return otherwise;
		}
	}

	/** What was chosen here, or else what a product or an administrator preset. */
	private static String lookUp(String key, String otherwise) {
		return Platform.getPreferencesService().getString(PreferenceKeys.NODE, key, otherwise, null);
	}

	private void save() {
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			ILog.of(Settings.class).warn("Settings could not be saved", e);
		}
	}
}
