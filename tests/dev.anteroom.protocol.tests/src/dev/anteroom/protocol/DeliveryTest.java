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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelProgressivePromise;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Delivery;
import dev.anteroom.chat.Delivery.Progress;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Entry;
import dev.anteroom.chat.Event;
import dev.anteroom.chat.Journal;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;
import dev.anteroom.chat.PictureStore;
import dev.anteroom.chat.Role;
import dev.anteroom.chat.Said;

/** What goes out of an {@link Exchange}, byte by byte, when some of it is taken back. */
class DeliveryTest {

	@TempDir
	Path folder;

	private final Journal journal = new Journal();
	private final Store store = new Store();
	private final EmbeddedChannel text = new EmbeddedChannel();
	private final Brake brake = new Brake();
	private final EmbeddedChannel images = new EmbeddedChannel(brake);
	private final Exchange exchange = new Exchange(Role.CLIENT, textReady(), journal, store, Limits.DEFAULT);

	/** A system whose buffer holds one piece, at most 64 KiB of a file, and takes the next only when it is told to. */
	private static final class Brake extends ChannelOutboundHandlerAdapter {

		private static final int MOST = 64 << 10;

		private record Piece(Object message, ChannelPromise promise) {
		}

		private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
		private ChannelHandlerContext context;

		@Override
		public void handlerAdded(ChannelHandlerContext ctx) {
			context = ctx;
		}

		@Override
		public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
			pieces.add(new Piece(message, promise));
		}

		/** Lets one piece pass; {@code false} when there is none. */
		boolean release() {
			Piece next = pieces.peek();
			if (next == null) {
				return false;
			}
			if (next.message instanceof FileRegion file) {
				context.writeAndFlush(part(file));
				((ChannelProgressivePromise) next.promise).tryProgress(file.transferred(), file.count());
				if (file.transferred() < file.count()) {
					return true;
				}
				file.release();
				next.promise.setSuccess();
			} else {
				context.writeAndFlush(next.message, next.promise);
			}
			pieces.remove();
			return true;
		}

		private static ByteBuf part(FileRegion file) {
			var few = new Few(MOST);
			try {
				while (few.left() > 0 && file.transferred() < file.count()) {
					file.transferTo(few, file.transferred());
				}
			} catch (IOException e) {
				throw new AssertionError(e);
			}
			return few.taken;
		}
	}

	/** Takes some bytes and no more. */
	private static final class Few implements WritableByteChannel {

		private final int most;
		private final ByteBuf taken = Unpooled.buffer();

		Few(int most) {
			this.most = most;
		}

		int left() {
			return most - taken.readableBytes();
		}

		@Override
		public int write(ByteBuffer from) {
			ByteBuffer some = from.slice(from.position(), Math.min(left(), from.remaining()));
			int count = some.remaining();
			taken.writeBytes(some);
			from.position(from.position() + count);
			return count;
		}

		@Override
		public boolean isOpen() {
			return true;
		}

		@Override
		public void close() {
			// There is nothing to close.
		}
	}

	/** Keeps what it is given where it is, at once or when it is told to. */
	private static final class Store implements PictureStore {

		private boolean slow;
		private final CompletableFuture<Picture> received = new CompletableFuture<>();
		private final ArrayDeque<Runnable> pending = new ArrayDeque<>();
		private final List<String> discarded = new ArrayList<>();

		@Override
		public Reception receive() {
			return new Reception() {

				@Override
				public CompletionStage<Void> write(ByteBuffer part) {
					return CompletableFuture.completedStage(null);
				}

				@Override
				public CompletionStage<Picture> complete() {
					return received;
				}

				@Override
				public void abort() {
					throw new AssertionError();
				}
			};
		}

		@Override
		public CompletionStage<Picture> keep(Path source, long most) {
			var kept = new CompletableFuture<Picture>();
			pending.add(() -> kept.complete(picture(source)));
			if (!slow) {
				pending.remove().run();
			}
			return kept;
		}

		@Override
		public void discard(Picture picture) {
			discarded.add(picture.name());
		}

		private static Picture picture(Path source) {
			try {
				return new Picture(source, source.getFileName().toString(), Files.size(source), PictureFormat.PNG);
			} catch (IOException e) {
				throw new AssertionError(e);
			}
		}
	}

	private EmbeddedChannel textReady() {
		TextFrames.install(text, Limits.DEFAULT, new TextListener() {

			@Override
			public void frame(String frame) {
				throw new AssertionError(frame);
			}

			@Override
			public void closed(Notice failure) {
				assertNull(failure);
			}
		});
		return text;
	}

	@AfterEach
	void nothingIsLeft() {
		while (brake.release()) {
			turn();
		}
		text.finishAndReleaseAll();
		images.finishAndReleaseAll();
	}

	private void imagesUp() {
		exchange.images(images);
	}

	/** The network thread does what it was asked to. */
	private void turn() {
		text.runPendingTasks();
		images.runPendingTasks();
	}

	private Path file(String name, int... bytes) throws IOException {
		var content = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			content[i] = (byte) bytes[i];
		}
		return Files.write(folder.resolve(name), content);
	}

	private Delivery deliver(String said, Path image) {
		Delivery delivery = exchange.deliver(new Draft(said, image));
		turn();
		return delivery;
	}

	private boolean cancel(Delivery delivery) {
		CompletionStage<Boolean> taken = delivery.cancel();
		assertFalse(taken.toCompletableFuture().isDone(), "decided on the network thread");
		turn();
		return taken.toCompletableFuture().join();
	}

	private void releaseAll() {
		while (brake.release()) {
			turn();
		}
	}

	private static String sent(EmbeddedChannel channel) {
		var all = new StringBuilder();
		for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
			byte[] bytes = new byte[next.readableBytes()];
			next.readBytes(bytes);
			next.release();
			all.append(HexFormat.of().formatHex(bytes));
		}
		return all.toString();
	}

	private static String frame(String line) {
		byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
		return String.format("%08x", bytes.length) + HexFormat.of().formatHex(bytes);
	}

	private static ChatException failure(Delivery delivery) {
		Throwable failure = delivery.done().toCompletableFuture().exceptionNow();
		return assertInstanceOf(ChatException.class, failure);
	}

	private List<Event> told() {
		return journal.after(0).stream().map(Entry::event).toList();
	}

	@Test
	void aPictureThatIsKeptAfterTheConversationIsTold() throws IOException {
		imagesUp();
		images.writeInbound(Unpooled.wrappedBuffer(new byte[] { 0, 0, 0, 1, (byte) 0x89 }));
		turn();
		CompletionStage<Void> ended = exchange.end(false);
		for (int i = 0; i < 3; i++) {
			text.advanceTimeBy(1, TimeUnit.SECONDS);
			turn();
		}
		assertTrue(ended.toCompletableFuture().isDone());
		Path file = file("late.png", 0x89);
		store.received.complete(Store.picture(file));
		turn();
		Notice late = assertInstanceOf(Notice.class, told().getLast());
		assertEquals(Phrase.PICTURE_LATE, late.phrase());
		assertEquals(file.toString(), late.arguments().getLast());
	}

	/** The system does not ask after whoever has something on its way on the text connection. */
	@Test
	void anImageConnectionThatIsOutOfReachEndsTheConversation() {
		imagesUp();
		images.pipeline().fireExceptionCaught(new IOException("Connection timed out"));
		turn();
		assertEquals(Transport.present() == Transport.EPOLL, text.isOpen(), "with epoll it may only not read pictures");
		assertEquals(Phrase.IMAGE_CHANNEL_LOST, assertInstanceOf(Notice.class, told().getLast()).phrase());
		assertTrue(told().stream().anyMatch(event -> event instanceof Notice notice
				&& notice.phrase() == Phrase.CONNECTION_FAILED
				&& notice.arguments().getLast().equals(Notice.reason(Phrase.TIMED_OUT))));
	}

	@Test
	void aPictureTakenBackSendsNothingAndWhatFollowsGoesOut() throws IOException {
		imagesUp();
		deliver("", file("a.png", 0xA1, 0xA2, 0xA3));
		Path b = file("b.png", 0xB1, 0xB2);
		Delivery second = deliver("", b);
		Delivery third = deliver("", file("c.png", 0xC1));
		assertEquals(new Progress(true, 0, 2), second.progress());
		assertTrue(cancel(second));
		assertEquals(Notice.of(Phrase.PICTURE_CANCELLED, "b.png"), failure(second).notice());
		assertEquals(new Draft("", b), failure(second).unsentOf(new Draft("", b)));
		assertEquals(new Progress(false, 0, 2), second.progress());
		releaseAll();
		assertEquals("00000003a1a2a3" + "00000001c1", sent(images));
		assertTrue(third.done().toCompletableFuture().isDone());
		assertEquals("", sent(text));
		assertEquals(List.of("a.png", "c.png"), told().stream().filter(Said.class::isInstance)
				.map(said -> ((Said) said).picture().name()).toList());
		assertEquals(1, told().stream().filter(Notice.of(Phrase.PICTURE_CANCELLED, "b.png")::equals).count());
	}

	@Test
	void onceItsFirstByteIsOutItGoesOutWhole() throws IOException {
		imagesUp();
		Delivery delivery = deliver("", file("a.png", 0xA1, 0xA2, 0xA3));
		assertFalse(delivery.progress().cancellable());
		assertFalse(cancel(delivery));
		assertFalse(delivery.done().toCompletableFuture().isDone());
		releaseAll();
		assertEquals("00000003a1a2a3", sent(images));
		delivery.done().toCompletableFuture().join();
		assertFalse(cancel(delivery), "it is done");
	}

	@Test
	void aTextThatIsOutStaysAndItsPictureComesBack() throws IOException {
		imagesUp();
		deliver("", file("a.png", 0xA1));
		Path b = file("b.png", 0xB1);
		Delivery delivery = deliver("look", b);
		assertEquals(frame("Client():look\n"), sent(text));
		assertTrue(delivery.progress().cancellable());
		assertTrue(cancel(delivery));
		assertFalse(cancel(delivery), "it was taken back already");
		assertEquals(Phrase.PICTURE_CANCELLED, failure(delivery).notice().phrase());
		assertEquals(new Draft("", b), failure(delivery).unsentOf(new Draft("look", b)));
		releaseAll();
		assertEquals("00000001a1", sent(images));
	}

	@Test
	void aDraftOfWhichNothingIsOutComesBackWholeAndLetsTheNextPass() throws IOException {
		imagesUp();
		store.slow = true;
		Path a = file("a.png", 0xA1);
		Delivery first = deliver("look", a);
		Delivery second = deliver("next", null);
		assertEquals("", sent(text), "in order");
		assertEquals(Progress.NONE, first.progress());
		assertTrue(second.progress().cancellable());
		assertTrue(cancel(first));
		assertEquals(Notice.of(Phrase.SEND_CANCELLED), failure(first).notice());
		assertEquals(new Draft("look", a), failure(first).unsentOf(new Draft("look", a)));
		store.pending.remove().run();
		turn();
		releaseAll();
		assertEquals(frame("Client():next\n"), sent(text));
		assertEquals("", sent(images));
		assertFalse(cancel(second));
		assertEquals(Progress.NOTHING, second.progress());
		assertEquals(new Progress(false, 0, 0), first.progress());
	}

	@Test
	void aPictureThatWaitsForItsConnectionCanBeTakenBack() throws IOException {
		Delivery delivery = deliver("look", file("a.png", 0xA1));
		assertTrue(cancel(delivery));
		imagesUp();
		deliver("", file("b.png", 0xB1));
		releaseAll();
		assertEquals("00000001b1", sent(images));
	}

	@Test
	void progressGrowsToTheSize() throws IOException {
		imagesUp();
		Path file = Files.write(folder.resolve("big.png"), new byte[200_000]);
		var seen = new ArrayList<Progress>();
		store.slow = true;
		Delivery delivery = deliver("", file);
		delivery.onProgress(() -> seen.add(delivery.progress()));
		store.pending.remove().run();
		turn();
		assertEquals(List.of(new Progress(true, 0, 200_000), new Progress(false, 0, 200_000)), seen);
		releaseAll();
		assertEquals(List.of(0L, 0L, 65_536L, 131_072L, 196_608L, 200_000L),
				seen.stream().map(Progress::written).toList());
		assertEquals("00030d40" + "00".repeat(200_000), sent(images));
	}

	@Test
	void whoHasHeardEnoughIsToldNothingMore() throws IOException {
		imagesUp();
		var seen = new ArrayList<Progress>();
		store.slow = true;
		Delivery delivery = deliver("", file("a.png", 0xA1));
		delivery.onProgress(() -> seen.add(delivery.progress())).close();
		store.pending.remove().run();
		turn();
		releaseAll();
		assertEquals(List.of(), seen);
	}

	@Test
	void theCopyOfAPictureThatWasTakenBackIsDiscarded() throws IOException {
		Delivery waiting = deliver("", file("waits.png", 0xA1));
		assertTrue(cancel(waiting));
		assertEquals(List.of("waits.png"), store.discarded);

		store.slow = true;
		Delivery first = deliver("look", file("copied.png", 0xB1));
		Delivery behind = deliver("", file("behind.png", 0xC1));
		store.pending.removeLast().run();
		turn();
		assertTrue(cancel(behind));
		assertEquals(List.of("waits.png", "behind.png"), store.discarded);
		assertTrue(cancel(first));
		store.pending.remove().run();
		turn();
		assertEquals(List.of("waits.png", "behind.png", "copied.png"), store.discarded);
	}

	@Test
	void theCopyOfAPictureThatIsShownOrHasBegunIsNotDiscarded() throws IOException {
		Delivery shown = deliver("look", file("shown.png", 0xA1));
		assertTrue(cancel(shown));
		assertEquals("shown.png", ((Said) told().getFirst()).picture().name());
		imagesUp();
		Delivery begun = deliver("", file("begun.png", 0xB1));
		assertFalse(cancel(begun));
		releaseAll();
		begun.done().toCompletableFuture().join();
		assertEquals(List.of(), store.discarded);
	}

	@Test
	void whoFailsToWatchHoldsUpNothing() throws IOException {
		imagesUp();
		var seen = new ArrayList<Progress>();
		store.slow = true;
		Delivery first = deliver("", file("a.png", 0xA1));
		first.onProgress(() -> {
			throw new IllegalStateException("a view that is gone");
		});
		first.onProgress(() -> seen.add(first.progress()));
		Delivery second = deliver("next", null);
		store.pending.remove().run();
		turn();
		releaseAll();
		first.done().toCompletableFuture().join();
		second.done().toCompletableFuture().join();
		assertEquals("00000001a1", sent(images));
		assertEquals(frame("Client():next\n"), sent(text));
		assertEquals(new Progress(false, 1, 1), seen.getLast());
	}

	@Test
	void whatIsDoneIsDoneWhateverItsListenersDo() {
		var error = new AssertionError("no memory, for one");
		for (boolean good : new boolean[] { true, false }) {
			var sending = new Sending(new Draft("x", null), Runnable::run, any -> true);
			sending.onProgress(() -> {
				throw error;
			});
			assertSame(error, assertThrows(AssertionError.class, good ? sending::succeed : () -> sending.fail(error)));
			assertEquals(!good, sending.done().toCompletableFuture().isCompletedExceptionally());
			assertTrue(sending.done().toCompletableFuture().isDone());
		}
	}

	@Test
	void whatWaitedBehindALostConnectionFailsWithIt() throws IOException {
		imagesUp();
		Delivery first = deliver("", file("a.png", 0xA1));
		Delivery second = deliver("", file("b.png", 0xB1));
		images.close();
		turn();
		Notice lost = Notice.of(Phrase.PICTURE_SEND_FAILED, "b.png", Notice.reason(Phrase.CONNECTION_CLOSED));
		assertEquals(lost, failure(second).notice());
		assertFalse(cancel(second));
		assertEquals("", sent(images));
		brake.pieces.forEach(piece -> {
			ReferenceCountUtil.release(piece.message);
			piece.promise.tryFailure(new ClosedChannelException());
		});
		brake.pieces.clear();
		turn();
		assertEquals(Phrase.PICTURE_SEND_FAILED, failure(first).notice().phrase());
	}

	@Test
	void aFileThatIsGoneFailsAndTheNextPictureGoesOut() throws IOException {
		imagesUp();
		deliver("", file("a.png", 0xA1));
		Path gone = file("gone.png", 0x01);
		Delivery second = deliver("", gone);
		deliver("", file("c.png", 0xC1));
		Files.delete(gone);
		releaseAll();
		assertEquals(Notice.of(Phrase.PICTURE_SEND_FAILED, "gone.png", Notice.reason(Phrase.FILE_UNREADABLE)),
				failure(second).notice());
		assertEquals("00000001a1" + "00000001c1", sent(images));
	}

	@Test
	void whatWasUnderWayAtTheEndCannotBeTakenBack() throws IOException {
		store.slow = true;
		Delivery delivery = deliver("look", file("a.png", 0xA1));
		exchange.end(false);
		turn();
		assertEquals(Notice.of(Phrase.SEND_FAILED, Notice.reason(Phrase.CONNECTION_CLOSED)), failure(delivery).notice());
		assertFalse(cancel(delivery));
		store.pending.remove().run();
		turn();
		assertEquals(Progress.NOTHING, delivery.progress());
		assertEquals("", sent(text));
	}

	@Test
	void anEmptyDraftIsDoneAtOnce() {
		Delivery delivery = deliver("", null);
		delivery.done().toCompletableFuture().join();
		assertFalse(cancel(delivery));
		assertEquals(List.of(), told());
	}
}
