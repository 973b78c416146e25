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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;

import dev.anteroom.chat.Endpoint;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Role;
import dev.anteroom.protocol.ClassicPhrases;
import dev.anteroom.protocol.Exchange;
import dev.anteroom.protocol.HeldReads;
import dev.anteroom.protocol.Limits;
import dev.anteroom.protocol.LingeringClose;
import dev.anteroom.protocol.TextFrames;
import dev.anteroom.protocol.VisitLog;

/**
 * Decides who is served, who waits and who is turned away, from the start of a server to its stop. All of it happens on
 * one event loop; that is why an admission, a departure and an arrival can't come between each other.
 * <p>
 * Who leaves may have pictures on their way still. The next is greeted at once all the same; what comes from them is
 * held until the conversation before is complete, so that the two don't mix in the journal.
 */
final class Reception {

	private final Limits limits;
	private final Journal journal;
	private final PictureStore pictures;
	private final ServerConversation conversation;
	private final ServerView view;
	private final Runnable turnImagesAway;
	private final WaitingLine<Visitor> line = new WaitingLine<>();
	private final Addresses addresses = new Addresses();
	private final LineView lineView;
	private final PlaceNotices places;
	private final VisitLog lineLog;
	private Visitor current;
	/** Whether the conversation with the current one is only completed. */
	private boolean ending;
	/** Greeted already, to be the current one when that is done; or {@code null}. */
	private Visitor next;
	/** What to tell of the next one's end, which has come already; or {@code null}. */
	private Runnable nextHasLeft;
	private boolean paused;
	private boolean nextIsAsked;
	private boolean closed;

	/** @param turnImagesAway closes the image connections that were made and not accepted yet */
	Reception(EventExecutor loop, Limits limits, Journal journal, PictureStore pictures,
			ServerConversation conversation, ServerView view, Runnable turnImagesAway) {
		this.limits = limits;
		this.journal = journal;
		this.pictures = pictures;
		this.conversation = conversation;
		this.view = view;
		this.turnImagesAway = turnImagesAway;
		this.lineView = new LineView(loop, line, view);
		this.places = new PlaceNotices(loop, line);
		this.lineLog = new VisitLog(loop, journal, Phrase.WAITING_UNTOLD);
	}

	/** A text connection was made; nothing was read from it yet. */
	void arrived(Channel channel) {
		var visitor = new Visitor(channel, limits.heldText(), this);
		boolean admitted = isFree() && line.isEmpty() && !paused;
		int present = addresses.connections(visitor.ip());
		if (closed) {
			channel.close();
		} else if (present >= limits.perAddress()) {
			turnAway(visitor, Notice.of(Phrase.ADDRESS_LIMIT, visitor.address(), present));
		} else if (!admitted && line.size() >= limits.waiting()) {
			turnAway(visitor, Notice.of(Phrase.LINE_FULL, visitor.address(), line.size()));
		} else {
			addresses.opened(visitor.ip());
			TextFrames.install(channel, limits, visitor);
			if (admitted) {
				welcome(visitor);
			} else {
				join(visitor);
			}
		}
	}

	/** An image connection was made; nothing was read from it yet. */
	void imagesArrived(Channel channel) {
		var remote = (InetSocketAddress) channel.remoteAddress();
		InetAddress ip = remote.getAddress();
		Visitor served = ending ? next : current;
		if (served != null && served.ip().equals(ip) && served.take(channel)) {
			return;
		}
		channel.close();
		if (!closed && addresses.tellStrange(ip)) {
			journal.append(Phrase.STRANGE_IMAGE_CONNECTION, Endpoint.of(remote));
		}
	}

	/** A visitor's text connection is closed, by whichever side. Called once for each that was let in. */
	void closed(Visitor visitor, Notice failure) {
		addresses.closed(visitor.ip());
		// Why a conversation ended is always told.
		boolean served = visitor == current || visitor == next;
		Notice told = failure != null && (served || addresses.tellFault(visitor.ip())) ? failure : null;
		if (visitor == current) {
			end(true, told, Notice.of(Phrase.CLIENT_LEFT));
		} else if (visitor == next) {
			nextHasLeft = () -> end(true, told, Notice.of(Phrase.CLIENT_LEFT));
		} else if (line.leave(visitor.ticket())) {
			if (told != null) {
				journal.append(told);
			}
			hasLeft(visitor, Phrase.WAITING_LEFT);
		}
	}

	void pause(boolean pause) {
		if (closed || paused == pause) {
			return;
		}
		paused = pause;
		journal.append(pause ? Phrase.LINE_PAUSED : Phrase.LINE_RESUMED);
		view.status(status -> Statuses.paused(status, pause));
		admitIfFree();
	}

	/** Ends the conversation, if there is one. */
	void leave() {
		end(false, null, Notice.of(Phrase.CONVERSATION_ENDED));
	}

	void admitNext() {
		if (!line.isEmpty()) {
			nextIsAsked = next == null;
			leave();
			admitIfFree();
		}
	}

	void remove(long ticket) {
		Visitor visitor = line.get(ticket);
		if (visitor != null) {
			line.leave(ticket);
			hasLeft(visitor, Phrase.WAITING_REMOVED);
			LingeringClose.close(visitor.channel());
		}
	}

	/** Sends everybody away; done when the journal has all that was said. */
	CompletionStage<Void> close() {
		closed = true;
		// Those with whom there is a conversation first: only so many are waited for to take what was said last.
		if (next != null) {
			keepWords(next);
			next.dropImages();
			LingeringClose.close(next.channel());
			next = null;
		}
		leave();
		for (Visitor visitor = line.next(); visitor != null; visitor = line.next()) {
			keepWords(visitor);
			LingeringClose.close(visitor.channel());
		}
		lineView.changed();
		lineLog.tellLeftOut();
		return current == null ? CompletableFuture.completedFuture(null) : current.exchange().end(false);
	}

	private void turnAway(Visitor visitor, Notice why) {
		TextFrames.sendAway(visitor.channel(), ClassicPhrases.NO_ROOM);
		if (addresses.tellRefused(visitor.ip())) {
			journal.append(why);
		}
	}

	private void join(Visitor visitor) {
		HeldReads.install(visitor.channel(), limits.heldText());
		visitor.ticket(line.join(visitor));
		lineView.changed();
		lineLog.tell(visitor.ip(), Notice.of(Phrase.CLIENT_WAITS, visitor.address(), line.size()));
		visitor.tellPlace(line.size());
	}

	private void hasLeft(Visitor visitor, Phrase how) {
		lineView.changed();
		keepWords(visitor);
		lineLog.tell(visitor.ip(), Notice.of(how, visitor.address()));
		places.lineMoved();
	}

	/** What was kept of what it said is told, even if its turn never came. */
	private void keepWords(Visitor visitor) {
		String words = visitor.heldText();
		if (!words.isEmpty()) {
			lineLog.tell(visitor.ip(), Notice.of(Phrase.WAITING_SAID, visitor.address(), words));
		}
		tellLost(visitor);
	}

	private void tellLost(Visitor visitor) {
		if (visitor.lostText() > 0) {
			lineLog.tell(visitor.ip(), Notice.of(Phrase.WAITING_SAID_MORE, visitor.address(), visitor.lostText()));
		}
	}

	private void end(boolean peerLeft, Notice failure, Notice how) {
		if (current == null) {
			return;
		}
		if (ending) {
			// Its last picture may still be on the way; that is not waited for when we end it.
			current.exchange().end(peerLeft);
			return;
		}
		ending = true;
		current.exchange().end(peerLeft).thenRun(() -> ended(failure, how));
		admitIfFree();
	}

	private void ended(Notice failure, Notice how) {
		current = null;
		ending = false;
		if (failure != null) {
			journal.append(failure);
		}
		journal.append(how);
		conversation.end(how);
		if (next == null) {
			addresses.forgetStrange();
			admitIfFree();
			return;
		}
		Visitor greeted = next;
		next = null;
		begin(greeted);
		if (nextHasLeft != null) {
			Runnable left = nextHasLeft;
			nextHasLeft = null;
			left.run();
		}
	}

	/** Whether somebody can be greeted. */
	private boolean isFree() {
		return current == null || ending && next == null;
	}

	private void admitIfFree() {
		if (!isFree() || closed || paused && !nextIsAsked) {
			return;
		}
		nextIsAsked = false;
		Visitor first = line.next();
		while (first != null && LingeringClose.isOver(first.channel())) {
			// It has just closed, of which we are about to hear.
			hasLeft(first, Phrase.WAITING_LEFT);
			first = line.next();
		}
		if (first != null) {
			lineView.changed();
			places.lineMoved();
			welcome(first);
		}
	}

	/**
	 * Greets {@code visitor}, whose image connection may come at once. Those that were made before are not its own, even
	 * if they come from the same address.
	 */
	private void welcome(Visitor visitor) {
		turnImagesAway.run();
		addresses.forgetStrange();
		if (current == null) {
			begin(visitor);
			return;
		}
		visitor.greet();
		if (visitor.ticket() == 0) {
			HeldReads.install(visitor.channel(), limits.heldText());
		}
		next = visitor;
	}

	/** Makes {@code visitor} the current one before it hears of that, if it has not yet. */
	private void begin(Visitor visitor) {
		var exchange = new Exchange(Role.SERVER, visitor.channel(), journal, pictures, limits);
		current = visitor;
		conversation.begin(exchange);
		journal.append(Phrase.CLIENT_ADMITTED, visitor.address());
		visitor.begin(exchange);
		tellLost(visitor);
	}
}
