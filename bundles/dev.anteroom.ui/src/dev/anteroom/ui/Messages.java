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

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words on widgets, in the language of the application. Those of the log are {@link dev.anteroom.chat.Wording}'s. */
public class Messages {

	public String server_address;
	public String server_allAddresses;
	public String server_stopped;
	public String server_starting;
	public String server_stopping;
	public String server_listening;
	public String server_paused;
	public String server_talking;
	public String server_noAddress;
	public String server_start;
	public String server_stop;
	public String server_copyAddress;
	public String server_showSetUp;
	public String server_hideSetUp;

	public String quit_title;
	public String quit_serving;
	public String quit_waiting;
	public String quit_visiting;
	public String quit_hosting;
	public String quit_inRoom;
	public String quit_consequence;
	public String quit_yes;
	public String quit_no;

	public String client_server;
	public String client_connect;
	public String client_cancel;
	public String client_disconnect;
	public String client_idle;
	public String client_connecting;
	public String client_waitingUnknown;
	public String client_waiting;
	public String client_conversing;
	public String client_ownAddress;

	public String port_text;
	public String port_image;
	public String port_room;

	public String picture_truncated;
	public String picture_notAPicture;
	public String picture_unsupported;
	public String picture_tooLarge;
	public String picture_damaged;
	public String picture_tooSlow;
	public String picture_noMemory;
	public String picture_unreadable;

	public String line_nobody;
	public String line_count;
	public String line_place;
	public String line_address;
	public String line_since;
	public String room_nobody;
	public String room_count;
	public String room_since;
	public String room_messages;
	public String room_blocked;
	public String room_blockedTitle;
	public String room_blockedNote;
	public String room_letIn;
	public String room_blockedClose;
	public String room_open;
	public String room_close;
	public String room_closed;
	public String room_opening;
	public String room_closing;
	public String room_isOpen;
	public String room_copyAddress;
	public String room_host;
	public String room_join;
	public String room_leave;
	public String room_notJoined;
	public String room_inRoom;
	public String stop_server;
	public String stop_serverConsequence;
	public String stop_serving;
	public String stop_waiting;
	public String stop_room;
	public String stop_roomConsequence;
	public String stop_hosting;
	public String stop_no;

	public String log_name;
	public String log_copy;
	public String log_selectAll;
	public String log_showPicture;
	public String log_copyMessage;
	public String log_copyLink;
	public String log_copiedPart;
	public String log_copyFailed;
	public String log_openLink;
	public String log_openPlace;
	public String log_openLinkQuestion;
	public String log_openLinkYes;
	public String log_openLinkFailed;
	public String log_cancel;
	public String log_find;
	public String log_unread;
	public String log_oneNew;
	public String log_manyNew;
	public String log_newest;
	public String log_findHint;
	public String log_findPrevious;
	public String log_findNext;
	public String log_findCase;
	public String log_findClose;
	public String log_findPlace;
	public String log_findCount;
	public String log_findMore;
	public String log_findNone;
	public String log_findSearching;

	public String composer_name;
	public String composer_hint;
	public String composer_nobody;
	public String composer_roomEmpty;
	public String composer_notInRoom;
	public String composer_waiting;
	public String composer_send;
	public String composer_addPicture;
	public String composer_removePicture;
	public String composer_pictureFiles;
	public String composer_badFileName;
	public String composer_allFiles;
	public String composer_otherPeer;
	public String composer_placeholder;
	public String composer_tooLong;
	public String composer_picturesLater;
	public String composer_preparing;
	public String composer_pictures;
	public String composer_addPictureTip;
	public String composer_tooMany;
	public String composer_pastedPicture;
	public String composer_pasteFailed;
	public String composer_imageTooLarge;
	public String composer_dropHere;
	public String composer_sending;
	public String composer_sendingNow;
	public String composer_sendingLater;
	public String composer_cancelSending;
	public String composer_undo;
	public String composer_redo;
	public String composer_cut;
	public String composer_copy;
	public String composer_paste;
	public String composer_selectAll;
	public String composer_textKept;
	public String composer_textOnly;
	public String composer_roomHint;

	public String preview_empty;
	public String preview_loading;
	public String preview_fit;
	public String preview_actualSize;
	public String preview_saveAs;
	public String preview_open;
	public String preview_status;
	public String preview_saveFailed;
	public String preview_previous;
	public String preview_next;
	public String preview_zoomIn;
	public String preview_zoomOut;
	public String preview_turnLeft;
	public String preview_turnRight;
	public String preview_play;
	public String preview_pause;
	public String preview_copy;
	public String preview_position;
	public String preview_zoom;
	public String preview_fileStatus;
	public String preview_unknownFormat;
	public String preview_replace;
	public String preview_openFailed;
	public String preview_copyFailed;

	public String transcripts_openFailed;

	public String preferences_title;
	public String preferences_transcripts;
	public String preferences_folder;
	public String preferences_autostart;
	public String preferences_folderHint;
	public String preferences_badFolder;
	public String preferences_browse;
	public String preferences_limits;
	public String preferences_waiting;
	public String preferences_perAddress;
	public String preferences_image;
	public String preferences_roomGuests;
	public String preferences_roomPerAddress;
	public String preferences_roomRate;
	public String preferences_roomLine;
	public String preferences_limitsHint;
	public String preferences_badNumber;

	/** The words of {@code locale}, as the platform injects them, for widgets with no application around them. */
	public static Messages of(Locale locale) {
		var words = ResourceBundle.getBundle(Messages.class.getName(), locale, Messages.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		var messages = new Messages();
		try {
			for (Field field : Messages.class.getFields()) {
				field.set(messages, words.getString(field.getName()));
			}
		} catch (IllegalAccessException e) {
			throw new AssertionError(e);
		}
		return messages;
	}
}
