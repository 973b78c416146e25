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
import dev.anteroom.server.ServerSettings;
import dev.anteroom.ui.StartupRequest;
import jakarta.inject.Inject;

/** What is remembered from one use to the next; what was asked for at start-up goes before it. UI thread. */
@Creatable
public class Settings {

	private static final String NODE = "dev.anteroom.ui";
	private static final String SERVER_TEXT_PORT = "server.textPort";
	private static final String SERVER_IMAGE_PORT = "server.imagePort";
	private static final String AUTOSTART = "server.autostart";
	private static final String CLIENT_HOST = "client.host";
	private static final String CLIENT_TEXT_PORT = "client.textPort";
	private static final String CLIENT_IMAGE_PORT = "client.imagePort";
	private static final String FOLDER = "transcripts.folder";
	private static final String LOG_ZOOM = "log.zoom";

	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
	private final StartupRequest startup;
	private final Rest savingLater = new Rest(1_000, this::save);

	@Inject
	public Settings(@Optional StartupRequest startup) {
		this.startup = startup == null ? StartupRequest.NONE : startup;
	}

	/** The ports to listen on at first. */
	public int serverTextPort() {
		return asked(Role.SERVER) ? startup.textPort().orElse(remembered(SERVER_TEXT_PORT, Ports.TEXT))
				: remembered(SERVER_TEXT_PORT, Ports.TEXT);
	}

	public int serverImagePort() {
		return asked(Role.SERVER) ? startup.imagePort().orElse(remembered(SERVER_IMAGE_PORT, Ports.IMAGE))
				: remembered(SERVER_IMAGE_PORT, Ports.IMAGE);
	}

	/** The server to connect to at first, with its text port. */
	public Endpoint clientServer() {
		String host = startup.role() == Role.CLIENT && startup.host() != null ? startup.host()
				: lookUp(CLIENT_HOST, "127.0.0.1");
		return new Endpoint(host, startup.role() == Role.CLIENT ? startup.textPort().orElse(Ports.TEXT)
				: remembered(CLIENT_TEXT_PORT, Ports.TEXT));
	}

	public int clientImagePort() {
		return startup.role() == Role.CLIENT ? startup.imagePort().orElse(Ports.IMAGE)
				: remembered(CLIENT_IMAGE_PORT, Ports.IMAGE);
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
		return Boolean.parseBoolean(lookUp(AUTOSTART, "false"));
	}

	/** What goes for who chose nothing: not to listen, unless the product presets that it does. */
	public static boolean isAutostartByDefault() {
		return DefaultScope.INSTANCE.getNode(NODE).getBoolean(AUTOSTART, false);
	}

	/** The folder for transcripts that the person chose; empty for {@link DocumentsFolder#chatLogs()}. */
	public String transcriptsFolder() {
		return lookUp(FOLDER, "");
	}

	/** How large logs are shown, in percent of the font's size. */
	public int logZoom() {
		return Platform.getPreferencesService().getInt(NODE, LOG_ZOOM, 100, null);
	}

	public void setLogZoom(int percent) {
		preferences.putInt(LOG_ZOOM, percent);
		// It comes with each turn of the wheel.
		savingLater.ask();
	}

	public void setAutostart(boolean autostart) {
		preferences.putBoolean(AUTOSTART, autostart);
		save();
	}

	public void setTranscriptsFolder(String folder) {
		preferences.put(FOLDER, folder);
		save();
	}

	/** The settings of a server on these ports, which are remembered. {@code address} is {@code null} for all. */
	public ServerSettings forServer(InetAddress address, int textPort, int imagePort) {
		preferences.putInt(SERVER_TEXT_PORT, textPort);
		preferences.putInt(SERVER_IMAGE_PORT, imagePort);
		save();
		return new ServerSettings(address, textPort, imagePort, transcripts("chat_log"), Limits.DEFAULT);
	}

	/** The settings of a client to {@code server}, which is remembered. */
	public ClientSettings forClient(Endpoint server, int imagePort) {
		preferences.put(CLIENT_HOST, server.host());
		preferences.putInt(CLIENT_TEXT_PORT, server.port());
		preferences.putInt(CLIENT_IMAGE_PORT, imagePort);
		save();
		return new ClientSettings(server, imagePort, transcripts("client_chat_log"), Limits.DEFAULT);
	}

	/** Where transcripts go now. */
	public Path transcriptsPath() {
		if (startup.logs() != null) {
			return startup.logs();
		}
		try {
			return transcriptsFolder().isBlank() ? DocumentsFolder.chatLogs() : Path.of(transcriptsFolder());
		} catch (InvalidPathException e) {
			return DocumentsFolder.chatLogs();
		}
	}

	private Archive.Location transcripts(String prefix) {
		return new Archive.Location(transcriptsPath(), prefix, startup.images());
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
		return Platform.getPreferencesService().getString(NODE, key, otherwise, null);
	}

	private void save() {
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			ILog.of(Settings.class).warn("Settings could not be saved", e);
		}
	}
}
