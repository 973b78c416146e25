# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The deployed programs of the room: raw UTF-8 on one connection each, without frames."""

import socket
import threading

from anteroom import LIMIT

CHUNK = 1024
"""Bytes that the deployed server reads, and passes on, at once."""


class Participant:
    """A raw socket, as nc is."""

    def __init__(self, port, source="127.0.0.1", host="127.0.0.1"):
        self.socket = socket.create_connection((host, port), LIMIT, (source, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    @property
    def address(self):
        return "%s:%d" % self.socket.getsockname()

    def send(self, data):
        self.socket.sendall(data)

    def say(self, text):
        self.send((text + "\n").encode())

    def hear(self, length):
        """So many bytes, fewer if the connection ends."""
        data = b""
        while len(data) < length:
            part = self.socket.recv(length - len(data))
            if not part:
                break
            data += part
        return data

    def hears_nothing(self):
        """Whether nothing has come by now: to be asked when what follows has been seen elsewhere."""
        self.socket.settimeout(0.1)
        try:
            return not self.socket.recv(1)
        except socket.timeout:
            return True
        finally:
            self.socket.settimeout(LIMIT)

    def is_closed(self):
        try:
            while self.socket.recv(65536):
                pass
        except ConnectionResetError:
            pass
        return True

    def close(self):
        self.socket.close()


class Relay:
    """The deployed server: a thread for each participant, whose chunks it passes on to all others."""

    def __init__(self, host="127.0.0.1"):
        self.listener = socket.create_server((host, 0))
        self.port = self.listener.getsockname()[1]
        self.lock = threading.Condition()
        self.sockets = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                self.sockets.append(connection)
                self.lock.notify_all()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        try:
            while True:
                chunk = connection.recv(CHUNK)
                if not chunk:
                    break
                with self.lock:
                    for other in self.sockets:
                        if other is not connection:
                            other.sendall(chunk)
        except OSError:
            pass
        with self.lock:
            if connection in self.sockets:
                self.sockets.remove(connection)
                self.lock.notify_all()
        connection.close()

    def await_participants(self, count):
        with self.lock:
            if not self.lock.wait_for(lambda: len(self.sockets) == count, LIMIT):
                raise AssertionError("%d participants, not %d" % (len(self.sockets), count))

    def close(self):
        self.listener.close()
        with self.lock:
            for connection in self.sockets:
                connection.shutdown(socket.SHUT_RDWR)
