/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.server.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.stream.Collectors;

import io.netty.channel.Channel;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Notice;
import dev.anteroom.protocol.ChatLine;
import dev.anteroom.protocol.ClassicPhrases;
import dev.anteroom.protocol.Exchange;
import dev.anteroom.protocol.HeldConnection;
import dev.anteroom.protocol.HeldReads;
import dev.anteroom.protocol.TextListener;
import dev.anteroom.server.WaitingClient;

/** A client with its text connection: in line, being served, or gone. */
final class Visitor implements TextListener {

	/** In one conversation, one after the other: each is told in the log. */
	static final int MOST_IMAGE_CONNECTIONS = 100;

	private final Channel channel;
	private final InetAddress ip;
	private final Endpoint address;
	private final Instant since = Instant.now();
	private final Reception reception;
	private final HeldFrames held;
	private WaitingClient asWaiting;
	private int toldPlace;
	private int imageConnections;
	private HeldConnection images;
	private boolean greeted;
	private Exchange exchange;

	/** @param held how many bytes are taken from it before its turn has come */
	Visitor(Channel channel, int held, Reception reception) {
		var remote = (InetSocketAddress) channel.remoteAddress();
		this.channel = channel;
		this.ip = remote.getAddress();
		this.address = Endpoint.of(remote);
		this.reception = reception;
		this.held = new HeldFrames(held);
	}

	Channel channel() {
		return channel;
	}

	InetAddress ip() {
		return ip;
	}

	Endpoint address() {
		return address;
	}

	/** The present stay in line, or the last; 0 when there was none. */
	long ticket() {
		return asWaiting == null ? 0 : asWaiting.ticket();
	}

	void ticket(long given) {
		asWaiting = new WaitingClient(given, address, since);
	}

	/** As others see the stay; {@code null} when there was none. */
	WaitingClient asWaiting() {
		return asWaiting;
	}

	/** Tells the place in line, unless that is what was told last or too much was told that was not read. */
	void tellPlace(int place) {
		if (toldPlace != place && channel.isWritable()) {
			toldPlace = place;
			channel.writeAndFlush(ClassicPhrases.waitNotice(place));
		}
	}

	/** From now on it may open its image connection; what comes in is held until {@link #begin}. */
	void greet() {
		greeted = true;
		channel.writeAndFlush(ClassicPhrases.GREETING);
	}

	/** Hands what came in until now to {@code begun}, the conversation from now on, and greets if that was not done. */
	void begin(Exchange begun) {
		exchange = begun;
		if (!greeted) {
			greet();
		}
		if (images != null) {
			exchange.images(images.channel());
		}
		// Texts first: a picture that belongs to one of them comes after it.
		held.frames().forEach(begun::received);
		held.clear();
		if (images != null) {
			images.release();
			images = null;
		}
		HeldReads.release(channel);
	}

	/** What was said while waiting and not handed on; empty when there is nothing. */
	String heldText() {
		return held.frames().stream().map(frame -> ChatLine.parse(frame).text()).collect(Collectors.joining("\n"));
	}

	/** How many characters it said before its turn had come that were not kept. */
	long lostText() {
		return held.lost();
	}

	/** Gives up an image connection that is held. */
	void dropImages() {
		if (images != null) {
			images.drop();
			images = null;
		}
	}

	/** The conversation; {@code null} before it has begun. */
	Exchange exchange() {
		return exchange;
	}

	/**
	 * Takes the image connection {@code made}, unless there is one already, or there were so many that they are only
	 * meant to disturb; says whether it did.
	 */
	boolean take(Channel made) {
		boolean hasImages = exchange == null ? images != null : exchange.hasImages();
		if (hasImages || imageConnections == MOST_IMAGE_CONNECTIONS) {
			return false;
		}
		imageConnections++;
		if (exchange == null) {
			images = HeldConnection.of(made);
		} else {
			exchange.images(made);
		}
		return true;
	}

	@Override
	public void frame(String frame) {
		if (exchange == null) {
			held.add(frame);
		} else {
			exchange.received(frame);
		}
	}

	@Override
	public void closed(Notice failure) {
		reception.closed(this, failure);
	}
}
