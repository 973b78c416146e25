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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Notice;
import dev.anteroom.chat.Phrase;
import dev.anteroom.chat.Picture;
import dev.anteroom.chat.PictureFormat;

/** Over sockets: how a file gets into one is the system's. */
class PictureFrameTest {

	/** More than the buffers of both ends hold. */
	private static final int BIG = 32 << 20;
	private static final int SECONDS = 10;
	/** Linux has it. */
	private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

	@TempDir
	Path folder;
	private final EventLoopGroup group = NetworkThread.create("test");
	private final LinkedBlockingQueue<Long> written = new LinkedBlockingQueue<>();
	private Path file;
	private Socket peer;
	private Channel channel;

	@BeforeEach
	void connect() throws Exception {
		file = folder.resolve("p");
		try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			channel = new Bootstrap().group(group).channel(Transport.present().channel())
					.handler(new ChannelInboundHandlerAdapter()).connect(listener.getLocalSocketAddress()).sync().channel();
			peer = listener.accept();
			peer.setSoTimeout(SECONDS * 1_000);
		}
	}

	@AfterEach
	void close() throws IOException {
		peer.close();
		group.shutdownGracefully(0, SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
	}

	private byte[] create(int size) throws IOException {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		Files.write(file, bytes);
		return ByteBuffer.allocate(Integer.BYTES + size).putInt(size).put(bytes).array();
	}

	private Picture picture(int size) {
		return new Picture(file, "p", size, PictureFormat.PNG);
	}

	private ChannelFuture write(int size) throws Exception {
		return onLoop(() -> PictureFrame.write(picture(size), channel, written::add));
	}

	private <T> T onLoop(Callable<T> task) throws Exception {
		return channel.eventLoop().submit(task).get(SECONDS, TimeUnit.SECONDS);
	}

	private static Throwable failure(ChannelFuture future) {
		assertTrue(future.awaitUninterruptibly(SECONDS, TimeUnit.SECONDS));
		return future.cause();
	}

	/** The next that is told, once it is. */
	private long told() throws InterruptedException {
		return written.poll(SECONDS, TimeUnit.SECONDS);
	}

	/** What comes until the connection ends, however it does. */
	private int rest() throws IOException {
		byte[] buffer = new byte[1 << 20];
		int bytes = 0;
		try {
			for (int read = 0; read >= 0; read = peer.getInputStream().read(buffer)) {
				bytes += read;
			}
		} catch (SocketException reset) {
			// That is an end, too.
		}
		return bytes;
	}

	private boolean isOpen() throws IOException {
		try (var descriptors = Files.list(DESCRIPTORS)) {
			return descriptors.anyMatch(descriptor -> {
				try {
					return file.toRealPath().equals(Files.readSymbolicLink(descriptor));
				} catch (IOException e) {
					// It was that of the list.
					return false;
				}
			});
		}
	}

	@Test
	void aPictureIsItsLengthThenItsBytes() throws Exception {
		for (int size : new int[] { 1, (64 << 10) - 1, 64 << 10, 200_000 }) {
			byte[] frame = create(size);
			ChannelFuture done = write(size);
			assertArrayEquals(frame, peer.getInputStream().readNBytes(frame.length));
			assertEquals(null, failure(done));
			List<Long> all = List.copyOf(written);
			assertEquals(all.stream().sorted().distinct().toList(), all);
			assertEquals(size, all.getLast());
			written.clear();
		}
	}

	@Test
	void whatTheOtherEndDoesNotTakeStaysInTheFile() throws Exception {
		byte[] frame = create(BIG);
		ChannelFuture done = write(BIG);
		assertTrue(told() < BIG);
		assertFalse(done.isDone());
		assertArrayEquals(frame, peer.getInputStream().readNBytes(frame.length));
		assertEquals(null, failure(done));
	}

	@Test
	void aFileThatHasChangedSendsNothingAndTheNextGoesOut() throws Exception {
		byte[] frame = create(200_000);
		for (int size : new int[] { 5, 200_001 }) {
			var failure = assertThrows(ExecutionException.class, () -> write(size));
			assertEquals(file + " has 200000 bytes, not " + size,
					assertInstanceOf(IOException.class, failure.getCause()).getMessage());
			assertFalse(PictureFrame.isWhole(picture(size)));
		}
		assertTrue(PictureFrame.isWhole(picture(200_000)));
		write(200_000);
		assertArrayEquals(frame, peer.getInputStream().readNBytes(frame.length));
	}

	@Test
	void aFileThatIsNotThereSendsNothing() throws Exception {
		var failure = assertThrows(ExecutionException.class, () -> write(5));
		assertInstanceOf(IOException.class, failure.getCause());
		assertFalse(PictureFrame.isWhole(picture(5)));
		channel.close();
		assertEquals(0, rest());
	}

	/** What waits behind it does not begin, so that it leaves no copy. */
	@Test
	void aFileThatBecomesShorterIsToldAndEndsTheConnection() throws Exception {
		create(BIG);
		var outbox = new PictureOutbox(channel.eventLoop(), Duration.ofSeconds(SECONDS));
		var begun = new CountDownLatch(2);
		List<CompletableFuture<Void>> done = onLoop(() -> {
			outbox.up(channel);
			return Stream.of(outbox.send(picture(BIG), bytes -> begun.countDown()), outbox.send(picture(1), written::add))
					.map(outgoing -> outgoing.done().toCompletableFuture()).toList();
		});
		assertTrue(begun.await(SECONDS, TimeUnit.SECONDS));
		try (var shorter = FileChannel.open(file, StandardOpenOption.WRITE)) {
			shorter.truncate(1);
		}
		assertTrue(rest() < BIG);
		assertEquals(Notice.reason(Phrase.FILE_UNREADABLE), reason(done.getFirst()));
		assertTrue(channel.closeFuture().await(SECONDS, TimeUnit.SECONDS));
		onLoop(() -> {
			// It is told in a task of its own.
			outbox.down();
			return null;
		});
		assertEquals(Notice.reason(Phrase.CONNECTION_CLOSED), reason(done.getLast()));
		assertEquals(List.of(), List.copyOf(written));
	}

	private static String reason(CompletableFuture<Void> done) {
		var failure = assertThrows(ExecutionException.class, () -> done.get(SECONDS, TimeUnit.SECONDS));
		Notice notice = assertInstanceOf(ChatException.class, failure.getCause()).notice();
		assertEquals(Phrase.PICTURE_SEND_FAILED, notice.phrase());
		return notice.arguments().getLast();
	}

	@Test
	void aConnectionThatClosesFailsIt() throws Exception {
		create(BIG);
		ChannelFuture done = write(BIG);
		told();
		channel.close();
		assertInstanceOf(ClosedChannelException.class, failure(done));
		assertInstanceOf(ClosedChannelException.class, failure(write(BIG)));
	}

	/** What followed would be taken for the length. */
	@Test
	void withoutItsLengthNothingOfItIsSent() throws Exception {
		create(5);
		channel.config().setAllocator(exhausted());
		assertInstanceOf(OutOfMemoryError.class, failure(write(5)));
		channel.close();
		assertEquals(0, rest());
	}

	@Test
	void aConnectionThatCouldNotTakeAFrameIsClosed() throws Exception {
		create(5);
		channel.config().setAllocator(exhausted());
		var done = onLoop(() -> {
			var outbox = new PictureOutbox(channel.eventLoop(), Duration.ofSeconds(SECONDS));
			outbox.up(channel);
			return outbox.send(picture(5), written::add).done().toCompletableFuture();
		});
		assertThrows(ExecutionException.class, () -> done.get(SECONDS, TimeUnit.SECONDS));
		assertEquals(0, rest());
	}

	@Test
	void noFileStaysOpen() throws Exception {
		assumeTrue(Files.isDirectory(DESCRIPTORS));
		byte[] frame = create(BIG);
		ChannelFuture done = write(BIG);
		assertTrue(isOpen());
		peer.getInputStream().readNBytes(frame.length);
		assertEquals(null, failure(done));
		assertFalse(isOpen());
		assertThrows(ExecutionException.class, () -> write(5));
		assertFalse(isOpen());
		done = write(BIG);
		channel.close();
		failure(done);
		assertFalse(isOpen());
		failure(write(BIG));
		assertFalse(isOpen());
	}

	/** Has no buffers. */
	private static ByteBufAllocator exhausted() {
		return (ByteBufAllocator) Proxy.newProxyInstance(PictureFrameTest.class.getClassLoader(),
				new Class<?>[] { ByteBufAllocator.class }, (allocator, method, arguments) -> {
					if (method.getReturnType() == boolean.class) {
						return method.invoke(ByteBufAllocator.DEFAULT, arguments);
					}
					throw new OutOfMemoryError("None left");
				});
	}
}
