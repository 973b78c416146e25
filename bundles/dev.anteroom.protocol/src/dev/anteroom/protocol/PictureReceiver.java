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

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureStore;

/**
 * Streams {@link ImageFrame}s into a {@link PictureStore}. While the store lags behind, the connection is not read, so
 * that little is in memory however big a picture is. One that does not come to its end is given up.
 */
final class PictureReceiver extends ChannelInboundHandlerAdapter {

	private static final int MOST_UNWRITTEN = 4 << 20;

	private final PictureStore store;
	private final Runnable begins;
	private final Consumer<CompletionStage<Picture>> arrived;
	private PictureStore.Reception reception;
	private final AtomicLong unwritten = new AtomicLong();
	private volatile boolean paused;
	/** The connection is about to be closed. */
	private boolean failed;

	/**
	 * @param begins  called on the event loop when the first byte of a picture has come in
	 * @param arrived called on the event loop when the last byte of a picture has come in
	 */
	PictureReceiver(PictureStore store, Runnable begins, Consumer<CompletionStage<Picture>> arrived) {
		this.store = store;
		this.begins = begins;
		this.arrived = arrived;
	}

	/** Whether a picture has begun to come in and not ended. */
	boolean isReceiving() {
		return reception != null;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (failed) {
			ReferenceCountUtil.release(message instanceof ImageFrame.Content content ? content.bytes() : message);
			return;
		}
		switch ((ImageFrame) message) {
		case ImageFrame.Start start -> {
			reception = store.receive();
			begins.run();
		}
		case ImageFrame.Content content -> write(ctx, content.bytes());
		case ImageFrame.End end -> {
			CompletionStage<Picture> picture = reception.complete();
			reception = null;
			arrived.accept(picture);
		}
		}
	}

	private void write(ChannelHandlerContext ctx, ByteBuf bytes) {
		int count = bytes.readableBytes();
		unwritten.addAndGet(count);
		stored(bytes).whenComplete((done, failure) -> {
			bytes.release();
			written(ctx, count);
		});
		if (unwritten.get() > MOST_UNWRITTEN && !paused) {
			ReadGate.of(ctx.channel()).shut(ctx.channel(), ReadGate.Reason.STORE);
			paused = true;
			// The store may have come so far just before, when it did not have to say so.
			goOn(ctx);
		}
	}

	/** A store that throws has not taken the bytes; what follows of the picture is of no use then. */
	private CompletionStage<Void> stored(ByteBuf bytes) {
		try {
			return reception.write(bytes.nioBuffer());
		} catch (RuntimeException | Error e) {
			bytes.release();
			failed = true;
			giveUp();
			throw e;
		}
	}

	private void giveUp() {
		if (reception != null) {
			reception.abort();
			reception = null;
		}
	}

	/** On the store's thread. The event loop is woken only if the connection waits for that. */
	private void written(ChannelHandlerContext ctx, int count) {
		unwritten.addAndGet(-count);
		if (mayGoOn()) {
			ctx.executor().execute(() -> goOn(ctx));
		}
	}

	private boolean mayGoOn() {
		return paused && unwritten.get() <= MOST_UNWRITTEN / 2;
	}

	private void goOn(ChannelHandlerContext ctx) {
		if (mayGoOn()) {
			paused = false;
			ReadGate.of(ctx.channel()).open(ctx.channel(), ReadGate.Reason.STORE);
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		giveUp();
		ctx.fireChannelInactive();
	}
}
