/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.protocol;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Said;

/**
 * Drafts on their way out, in order. What was sent, and what could not be, is told in the journal. On the event loop
 * only.
 */
final class Outbox {

	/** Bytes of text on their way: more than a console's standard input has under way at once. */
	private static final long MOST_PENDING = 16 << 20;

	private final Channel text;
	private final String header;
	private final Journal journal;
	private final PictureStore store;
	private final Limits limits;
	private final PictureOutbox pictures;
	private final Receipts receipts;
	private final ArrayDeque<Sending> queue = new ArrayDeque<>();
	private boolean closed;

	Outbox(Channel text, String header, Journal journal, PictureStore store, Limits limits, PictureOutbox pictures) {
		this.text = text;
		this.header = header;
		this.journal = journal;
		this.store = store;
		this.limits = limits;
		this.pictures = pictures;
		this.receipts = new Receipts(journal, this::onLoop);
	}

	void send(Sending sending) {
		Draft draft = sending.draft();
		if (draft.isEmpty()) {
			sending.succeed();
		} else if (closed) {
			fail(sending, Refusals.of(draft, Phrase.CONNECTION_CLOSED));
		} else if (!draft.text().isEmpty()
				&& ByteBufUtil.utf8Bytes(ClassicPhrases.chatLine(header, draft.text())) > limits.textFrame()) {
			fail(sending, new ChatException(Notice.of(Phrase.TEXT_TOO_LONG, limits.textFrame())));
		} else if (pendingBytes() > MOST_PENDING) {
			fail(sending, Refusals.of(draft, Phrase.PEER_DOES_NOT_READ));
		} else {
			queue.add(sending);
			if (draft.image() == null) {
				sending.ready(null, null);
				advance();
			} else {
				store.keep(draft.image(), limits.imageFrame()).whenComplete(
						(picture, failure) -> onLoop(() -> kept(sending, picture, failure)));
			}
		}
	}

	/** Takes back what has not begun to go out of {@code sending}; says whether there was anything. */
	boolean takeBack(Sending sending) {
		if (!queue.remove(sending)) {
			return sending.frame() != null && pictures.takeBack(sending.frame());
		}
		Draft draft = sending.draft();
		fail(sending, new ChatException(draft.image() == null || !draft.text().isEmpty()
				? Notice.of(Phrase.SEND_CANCELLED)
				: Notice.of(Phrase.PICTURE_CANCELLED, Refusals.name(draft.image()))));
		// Those behind it may have waited for nothing else.
		advance();
		return true;
	}

	/** What is not written yet fails. */
	void close() {
		closed = true;
		for (Sending next = queue.poll(); next != null; next = queue.poll()) {
			fail(next, Refusals.of(next.draft(), Phrase.CONNECTION_CLOSED));
		}
		pictures.close();
	}

	private long pendingBytes() {
		ChannelOutboundBuffer buffer = text.unsafe().outboundBuffer();
		return buffer == null ? 0 : buffer.totalPendingWriteBytes();
	}

	private void kept(Sending sending, Picture picture, Throwable failure) {
		if (!queue.contains(sending)) {
			// It was taken back, or failed, while its picture was being copied.
			if (picture != null) {
				store.discard(picture);
			}
			return;
		}
		sending.ready(picture, failure);
		advance();
	}

	private void advance() {
		while (!queue.isEmpty() && queue.peek().isReady()) {
			Sending next = queue.remove();
			if (next.failure() != null) {
				fail(next, next.failure());
			} else {
				write(next);
			}
		}
	}

	private void write(Sending next) {
		Draft draft = next.draft();
		CompletionStage<Void> line = draft.text().isEmpty() ? null : writeLine(draft.text());
		CompletionStage<Void> frame = null;
		if (next.picture() == null) {
			next.written(0);
		} else {
			next.frame(pictures.send(next.picture(), next::written));
			frame = next.frame().done();
		}
		CompletionStage<Void> all = (line == null ? frame : line)
				.thenRun(() -> journal.append(new Said(true, header, draft.text(), next.picture())));
		if (frame != null) {
			CompletionStage<Void> picture = frame;
			all = all.thenCompose(said -> pictureOnly(picture, draft))
					.thenRun(() -> journal.append(Phrase.PICTURE_SENT, header));
		}
		all.whenComplete((sent, failure) -> {
			if (failure == null) {
				receipts.await(next);
			} else {
				fail(next, failure);
			}
		});
	}

	/** Does {@code action} on the event loop; when that has ended, nobody else is there to disturb. */
	private void onLoop(Runnable action) {
		if (text.eventLoop().inEventLoop()) {
			action.run();
			return;
		}
		try {
			text.eventLoop().execute(action);
		} catch (RejectedExecutionException e) {
			action.run();
		}
	}

	/** {@code frame}, whose failure says that the text has gone out already. */
	private static CompletionStage<Void> pictureOnly(CompletionStage<Void> frame, Draft draft) {
		return frame.exceptionallyCompose(failure -> {
			Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
					: failure;
			return CompletableFuture.failedStage(cause instanceof ChatException chat
					? new ChatException(chat.notice(), chat, new Draft("", draft.image()))
					: cause);
		});
	}

	private CompletionStage<Void> writeLine(String said) {
		var done = new CompletableFuture<Void>();
		text.writeAndFlush(ClassicPhrases.chatLine(header, said)).addListener(written -> {
			if (written.isSuccess()) {
				done.complete(null);
			} else {
				String reason = Failures.reason(text, written.cause());
				done.completeExceptionally(new ChatException(Notice.of(Phrase.SEND_FAILED, reason), written.cause()));
			}
		});
		return done;
	}

	private void fail(Sending sending, Throwable failure) {
		Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
				: failure;
		ChatException told = cause instanceof ChatException chat ? chat
				: new ChatException(Notice.of(Phrase.SEND_FAILED, cause), cause);
		journal.append(told.notice());
		if (isForNothing(sending)) {
			store.discard(sending.picture());
		}
		sending.fail(told);
	}

	/** Whether its picture was kept, nothing of it has gone out, and the journal does not show it beside its text. */
	private static boolean isForNothing(Sending failed) {
		return failed.picture() != null && failed.progress().cancellable()
				&& (failed.frame() == null || failed.draft().text().isEmpty());
	}
}
