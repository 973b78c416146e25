/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A picture said by somebody: the bytes of one image file as they went over the wire, in a file of ours.
 *
 * @param file   where they are, an absolute path
 * @param name   a name to show, such as {@code image_0003.png} or the name of the file that was sent
 * @param size   in bytes
 * @param format by its first bytes
 */
public record Picture(Path file, String name, long size, PictureFormat format) {

	/**
	 * The picture in somebody's own {@code file}, if it can be sent as it is now. Reads its first bytes, which may take
	 * long on a network's disk.
	 *
	 * @param most the size in bytes it may have
	 * @throws ChatException {@link Phrase#PICTURE_SEND_FAILED} when the file is missing, unreadable, empty, no picture or
	 *                       too big
	 */
	public static Picture probe(Path file, long most) throws ChatException {
		String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
		try {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			// Anything else, a pipe for one, could keep us waiting for ever.
			Phrase refusal = !attributes.isRegularFile() ? Phrase.FILE_UNREADABLE
					: attributes.size() == 0 ? Phrase.FILE_EMPTY
							: attributes.size() > most ? Phrase.PICTURE_TOO_BIG : null;
			if (refusal != null) {
				throw refused(name, refusal, null);
			}
			PictureFormat format = PictureFormat.of(file);
			if (!format.isShowable()) {
				throw refused(name, Phrase.NOT_A_PICTURE, null);
			}
			return new Picture(file, name, attributes.size(), format);
		} catch (ChatException e) {
			throw e;
		} catch (NoSuchFileException e) {
			throw refused(name, Phrase.FILE_MISSING, e);
		} catch (IOException e) {
			throw refused(name, Phrase.FILE_UNREADABLE, e);
		}
	}

	private static ChatException refused(String name, Phrase reason, Throwable cause) {
		return new ChatException(Notice.of(Phrase.PICTURE_SEND_FAILED, name, Notice.reason(reason)), cause);
	}
}
