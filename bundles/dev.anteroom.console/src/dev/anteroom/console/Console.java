/*
 * Copyright (c) 2026 the Anteroom authors
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0, available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package dev.anteroom.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.anteroom.chat.ChatException;
import dev.anteroom.chat.Draft;
import dev.anteroom.chat.Registration;
import dev.anteroom.chat.Wording;
import dev.anteroom.client.ChatClient;
import dev.anteroom.room.RoomGuest;
import dev.anteroom.room.RoomHost;
import dev.anteroom.server.ChatServer;

/**
 * A server, a client, a room or a guest without a window. Each line of the input is said or is a command; the output is the log, each
 * line beginning with {@code [HH:MM:SS] }. The end of the input changes nothing. For one use.
 */
public final class Console {

	/** Where the roles come from. */
	public interface Roles {

		ChatServer server();

		ChatClient client();

		RoomHost host();

		RoomGuest guest();
	}

	/** The status of a console that came to its end. */
	public static final int ENDED = 0;
	/** The status of a server that cannot listen, or a client that cannot connect. */
	public static final int CANNOT_BEGIN = 1;

	private static final System.Logger LOG = System.getLogger(Console.class.getName());
	/** How long sockets and transcript may take to close. */
	private static final Duration CLOSING = Duration.ofSeconds(6);
	/** How long the output may take the last lines. */
	private static final Duration PRINTING = Duration.ofSeconds(2);

	private final Options options;
	private final Roles roles;
	private final InputStream in;
	private final OutputStream out;
	private final OutputStream err;
	private final Words words = Words.ofDefaultLocale();
	private final Wording wording = Wording.ofDefaultLocale();

	/** What is to be done on the thread of {@link #run()}. All that comes from outside passes through here. */
	private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
	private final AtomicBoolean stateChanged = new AtomicBoolean();
	private final CountDownLatch ended = new CountDownLatch(1);

	// Confined to the thread of run()
	private LogPrinter log;
	private Side side;
	private Outbox outbox;
	private Commands commands;
	private boolean begun;
	private boolean over;
	private int status = ENDED;

	/**
	 * @param options with a console's action
	 * @param roles   asked only for the one that {@code options} are for
	 * @param in      read as UTF-8; never closed
	 * @param out     the log, UTF-8; never closed
	 * @param err     one line of UTF-8 when it cannot begin; never closed
	 */
	public Console(Options options, Roles roles, InputStream in, OutputStream out, OutputStream err) {
		if (!options.action().isConsole()) {
			throw new IllegalArgumentException(options.toString());
		}
		this.options = options;
		this.roles = roles;
		this.in = in;
		this.out = out;
		this.err = err;
	}

	/**
	 * Serves, or converses, until it is told to quit or to stop, or the conversation of a client is over. Returns when
	 * all sockets are closed and the transcript is finished, or some seconds after that should have been so.
	 *
	 * @return {@link #ENDED} or {@link #CANNOT_BEGIN}
	 */
	public int run() {
		try {
			log = new LogPrinter(out, words, wording);
			side = side();
			outbox = new Outbox(side, events::add, this::tellSetAside);
			var known = new HashMap<>(side.commands());
			known.put("quit", this::quit);
			known.put("help", () -> log.answer(words.text("helpCommands").lines().toList()));
			commands = new Commands(known, side.commandsWithValue(), words, log::answer);
			Registration lines = side.conversation().journal().addListener(log);
			Registration states = side.conversation().addStateListener(this::noteState);
			side.begin().whenComplete((done, failure) -> events.add(() -> begun(failure)));
			new InputLines(in, line -> events.add(() -> read(line))).start();
			work();
			await(side.end());
			states.close();
			lines.close();
			tellUnsent();
			log.close(PRINTING);
			return status;
		} finally {
			ended.countDown();
		}
	}

	/**
	 * Ends {@link #run()} as {@code /quit} does, but without waiting for what is still to be sent, and returns when it
	 * has ended, within seconds. From any thread but that of {@code run()}.
	 */
	public void stop() {
		events.add(() -> finish(ENDED));
		try {
			ended.await(CLOSING.plus(PRINTING).toSeconds() + 1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private Side side() {
		return switch (options.action()) {
		case CONSOLE_CLIENT -> new ClientSide(roles.client(), options, this::quit, words, log::answer);
		case CONSOLE_ROOM -> new HostSide(roles.host(), options, words, log::answer);
		case CONSOLE_GUEST -> new GuestSide(roles.guest(), options, this::quit);
		default -> new ServerSide(roles.server(), options, words, log::answer);
		};
	}

	private void work() {
		while (!over) {
			try {
				events.take().run();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				finish(ENDED);
			}
		}
	}

	private void begun(Throwable failure) {
		begun = failure == null;
		if (begun) {
			stateChanged();
		} else if (!over) {
			complain(failure);
			finish(CANNOT_BEGIN);
		}
	}

	/** On the network thread. However often the state changes, one event waits to be worked off. */
	private void noteState() {
		if (stateChanged.compareAndSet(false, true)) {
			events.add(this::stateChanged);
		}
	}

	private void stateChanged() {
		stateChanged.set(false);
		outbox.flow();
		if (begun && side.isOver()) {
			finish(ENDED);
		}
	}

	private void read(InputLines.Line line) {
		Draft draft = commands.read(line.text());
		if (draft == null) {
			line.done();
			return;
		}
		outbox.add(draft, line::done);
	}

	private void tellSetAside(Draft draft) {
		log.answer(List.of(words.of("pictureLater", draft.image().getFileName())));
	}

	private void quit() {
		if (outbox.aside() > 0) {
			log.answer(List.of(words.of("quitLater", outbox.aside())));
		}
		outbox.afterwards(() -> finish(ENDED));
	}

	private void tellUnsent() {
		if (begun && outbox.unsent() > 0) {
			log.answer(List.of(words.of("unsent", outbox.unsent())));
		}
	}

	private void finish(int result) {
		if (!over) {
			over = true;
			status = result;
		}
	}

	private void complain(Throwable failure) {
		Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause()
				: failure;
		String line;
		if (cause instanceof ChatException known) {
			line = wording.of(known.notice());
		} else {
			LOG.log(Level.ERROR, "Beginning failed in an unexpected way", cause);
			line = words.of("unexpected", cause);
		}
		try {
			err.write((OneLine.of(line) + '\n').getBytes(StandardCharsets.UTF_8));
			err.flush();
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "Nobody reads standard error", e);
		}
	}

	private static void await(CompletionStage<Void> end) {
		try {
			end.toCompletableFuture().get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
		} catch (ExecutionException | TimeoutException e) {
			LOG.log(Level.WARNING, "Not everything could be closed", e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
