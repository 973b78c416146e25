# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The programs that Anteroom must get along with, as they behave on the wire.

Written from the description of the classic protocol alone; shares no code with Anteroom. Both peers keep the quirks of
the deployed programs, because those are what an equal must cope with:

* the client opens its image connection as soon as it has seen the greeting, once, and never tries again; it does
  nothing about its place in line;
* the server opens its image port some time after its first greeting, keeps that port for ever, takes the image
  connection of every later conversation without reading or writing it, looks for the next client only every 200 ms,
  and never tells anybody that they moved up.

Every wait has a time limit. Nothing here is clever about errors: a peer that fails makes its test fail.
"""

import queue
import socket
import struct
import threading

GREETING = "歡迎進入聊天室\n"
ADMITTED = ("歡迎進入聊天室", "已連線")
WAIT = "您是第 {} 位等待中，請稍候...\n"

LIMIT = 20.0
"""Seconds that anything may take which should happen at once."""

ENDED = object()
"""In a queue of frames: the other end has closed the connection."""


def frame(payload):
    """One frame with these bytes."""
    return struct.pack(">I", len(payload)) + payload


def read_exactly(sock, count):
    """The next count bytes; None when the connection ends before."""
    parts = []
    while count > 0:
        part = sock.recv(min(count, 1 << 16))
        if not part:
            return None
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def read_frame(sock):
    """The payload of the next frame; None at the end of the connection. An empty frame is an empty payload."""
    header = read_exactly(sock, 4)
    if header is None:
        return None
    return read_exactly(sock, struct.unpack(">I", header)[0])


def close(sock):
    """Closes at once, even while another thread is reading."""
    if sock is not None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        sock.close()


def frames_into(sock, frames, each=None):
    """Puts the payloads of all frames into the queue, then ENDED. each, if given, hears of each one first."""
    try:
        payload = read_frame(sock)
        while payload is not None:
            if payload:
                if each:
                    each(payload)
                frames.put(payload)
            payload = read_frame(sock)
    except OSError:
        pass
    frames.put(ENDED)


def next_from(frames, what, limit=LIMIT):
    """The next of the queue, which must come in time."""
    try:
        return frames.get(timeout=limit)
    except queue.Empty:
        raise AssertionError("nothing came within %g s: %s" % (limit, what)) from None


def in_background(work, *arguments):
    thread = threading.Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


class Client:
    """The deployed client."""

    def __init__(self, text_port, image_port, host="127.0.0.1", source=None):
        self.host = host
        self.image_port = image_port
        self.source = source
        self.texts = queue.Queue()
        self.images = queue.Queue()
        self.image = None
        self.image_failure = None
        self.image_opened = threading.Event()
        self.text = self._connect(text_port)
        self.ip, port = self.text.getsockname()[:2]
        self.address = "%s:%d" % (self.ip, port)
        in_background(frames_into, self.text, self.texts, self._open_image_connection)

    def _connect(self, port):
        sock = socket.create_connection((self.host, port), LIMIT, (self.source, 0) if self.source else None)
        sock.settimeout(None)
        return sock

    def _open_image_connection(self, payload):
        text = payload.decode("utf-8", "replace")
        if self.image is None and any(phrase in text for phrase in ADMITTED):
            try:
                self.image = self._connect(self.image_port)
                in_background(frames_into, self.image, self.images)
            except OSError as failure:
                self.image_failure = failure
            self.image_opened.set()

    def next_text(self):
        """The next text frame's bytes, or ENDED."""
        return next_from(self.texts, "a text frame")

    def wait_until_admitted(self):
        """Reads on, over any number of wait frames, to the greeting, and until the image connection is up."""
        text = self.next_text()
        while text is not ENDED and text.decode().startswith("您是第"):
            text = self.next_text()
        assert text == GREETING.encode(), text
        assert self.image_opened.wait(LIMIT)
        assert self.image_failure is None, self.image_failure
        return self

    def next_image(self):
        """The next image frame's bytes, or ENDED."""
        return next_from(self.images, "an image frame")

    def say(self, text):
        self.text.sendall(frame(("Client(%s):%s\n" % (self.ip, text)).encode()))

    def show(self, picture):
        self.image.sendall(frame(picture))

    def close(self):
        close(self.text)
        close(self.image)


class Visit:
    """One client, as the deployed server sees it."""

    def __init__(self, sock, address):
        self.text = sock
        self.address = address
        self.texts = queue.Queue()
        self.images = queue.Queue()
        self.image = None
        self.image_up = threading.Event()
        self.admitted = threading.Event()
        self.ip = sock.getsockname()[0]

    def send(self, text):
        self.text.sendall(frame(text.encode()))

    def say(self, text):
        self.send("Server(%s):%s\n" % (self.ip, text))

    def show(self, picture):
        assert self.image_up.wait(LIMIT), "no image connection came"
        self.image.sendall(frame(picture))

    def next_text(self):
        return next_from(self.texts, "a text frame")

    def next_image(self):
        return next_from(self.images, "an image frame")

    def end(self):
        close(self.text)
        close(self.image)


class Server:
    """The deployed server."""

    POLL = 0.2
    IMAGE_PORT_DELAY = 0.05

    def __init__(self, text_port, image_port, host="127.0.0.1", greeting=GREETING, takes_images=True):
        self.host = host
        self.image_port = image_port
        self.greeting = greeting
        self.takes_images = takes_images
        self.visits = queue.Queue()
        """Every client, in the order of its coming."""
        self.stopped = threading.Event()
        self.lock = threading.Lock()
        self.line = []
        self.current = None
        self.all = []
        self.image_listener = None
        self.unread = []
        self.text_listener = self._listen(text_port)
        in_background(self._accept)
        in_background(self._admit)

    def _listen(self, port):
        listener = socket.socket(socket.AF_INET6 if ":" in self.host else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((self.host, port))
        listener.listen(50)
        return listener

    def _accept(self):
        while not self.stopped.is_set():
            try:
                sock, address = self.text_listener.accept()
            except OSError:
                return
            visit = Visit(sock, address)
            with self.lock:
                at_once = self.current is None and not self.line
                if at_once:
                    self.current = visit
                else:
                    self.line.append(visit)
                    place = len(self.line)
            self.all.append(visit)
            if at_once:
                self._greet(visit)
            else:
                visit.send(WAIT.format(place))
            self.visits.put(visit)

    def _admit(self):
        while not self.stopped.wait(self.POLL):
            with self.lock:
                if self.current is not None or not self.line:
                    continue
                visit = self.current = self.line.pop(0)
            self._greet(visit)

    def _greet(self, visit):
        try:
            visit.send(self.greeting)
        except OSError:
            pass
        visit.admitted.set()
        in_background(self._converse, visit)
        if self.takes_images:
            in_background(self._take_image_connection, visit)

    def _converse(self, visit):
        """What a client said while it waited lies unread in its connection until now."""
        frames_into(visit.text, visit.texts)
        with self.lock:
            if self.current is visit:
                self.current = None

    def _take_image_connection(self, visit):
        try:
            self._accept_image_connection(visit)
        except OSError:
            # None came in time, or the server was closed
            pass

    def _accept_image_connection(self, visit):
        if self.image_listener is not None:
            # The deployed server fails to bind its port a second time; the listener of the first conversation,
            # which nobody serves any more, still completes connections
            sock, _ = self.image_listener.accept()
            self.unread.append(sock)
            return
        if self.stopped.wait(self.IMAGE_PORT_DELAY):
            return
        self.image_listener = self._listen(self.image_port)
        self.image_listener.settimeout(LIMIT)
        sock, _ = self.image_listener.accept()
        sock.settimeout(None)
        visit.image = sock
        visit.image_up.set()
        frames_into(sock, visit.images)

    def next_visit(self):
        return next_from(self.visits, "a client")

    def close(self):
        self.stopped.set()
        close(self.text_listener)
        close(self.image_listener)
        for visit in self.all:
            visit.end()
        for sock in self.unread:
            close(sock)
