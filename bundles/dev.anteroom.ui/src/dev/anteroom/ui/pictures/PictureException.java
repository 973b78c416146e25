/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.ui.pictures;

import java.io.IOException;
import java.util.Objects;

import org.eclipse.osgi.util.NLS;

import dev.anteroom.chat.PictureFormat;
import dev.anteroom.ui.Messages;

/** Why a picture can't be shown. */
public final class PictureException extends IOException {

	private static final long serialVersionUID = 1L;

	/** The kinds of trouble that a person can tell apart. */
	public enum Reason {
		/** The file is no picture of a known format. */
		NOT_A_PICTURE,
		/** A format, or a variant of one, that is known and not decoded. */
		UNSUPPORTED,
		/** More pixels, or a longer side, than is decoded. */
		TOO_LARGE,
		/** The file does not keep to its format. */
		DAMAGED,
		/** Decoding reached its time limit. */
		TOO_SLOW,
		/** Not enough memory at this moment. */
		NO_MEMORY,
		/** The file is gone, or reading it fails. */
		UNREADABLE
	}

	private final Reason reason;
	private final PictureFormat format;
	private final int width;
	private final int height;

	private PictureException(Reason reason, PictureFormat format, int width, int height, Throwable cause) {
		super(reason + " " + format + " " + width + " x " + height, cause);
		this.reason = Objects.requireNonNull(reason);
		this.format = format;
		this.width = width;
		this.height = height;
	}

	static PictureException of(Reason reason, PictureFormat format) {
		return of(reason, format, null);
	}

	static PictureException of(Reason reason, PictureFormat format, Throwable cause) {
		return new PictureException(reason, format, 0, 0, cause);
	}

	static PictureException tooLarge(PictureFormat format, int width, int height) {
		return new PictureException(Reason.TOO_LARGE, format, width, height, null);
	}

	public Reason reason() {
		return reason;
	}

	/** By the first bytes of the file. */
	public PictureFormat format() {
		return format;
	}

	/** In pixels; 0 unless the reason is {@link Reason#TOO_LARGE}. */
	public int width() {
		return width;
	}

	/** In pixels; 0 unless the reason is {@link Reason#TOO_LARGE}. */
	public int height() {
		return height;
	}

	/** Says to a person what {@code failure}, perhaps wrapped by a completion stage, means for a picture. */
	public static String describe(Throwable failure, Messages messages) {
		if (!(PictureLoader.cause(failure) instanceof PictureException e)) {
			return messages.picture_unreadable;
		}
		return switch (e.reason) {
			case NOT_A_PICTURE -> messages.picture_notAPicture;
			case UNSUPPORTED -> NLS.bind(messages.picture_unsupported, e.format);
			case TOO_LARGE ->
				NLS.bind(messages.picture_tooLarge, Integer.toString(e.width), Integer.toString(e.height));
			case DAMAGED -> messages.picture_damaged;
			case TOO_SLOW -> messages.picture_tooSlow;
			case NO_MEMORY -> messages.picture_noMemory;
			case UNREADABLE -> messages.picture_unreadable;
		};
	}
}
