# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""Runs the product in console mode, types into it and reads what it prints."""

import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import threading
import time

from classic_peer import in_background

BUILT = "../../releng/dev.anteroom.product/target/native/anteroom/bin/anteroom"
EXECUTABLE = pathlib.Path(os.environ.get("ANTEROOM") or pathlib.Path(__file__).resolve().parent / BUILT).absolute()

LIMIT = 20.0
"""Seconds that anything may take which should happen at once."""
START = 60.0
"""Seconds that a start may take, on a machine with other things to do."""

STAMP = re.compile(r"\[[0-2][0-9]:[0-5][0-9]:[0-6][0-9]\] ")


def free_ports():
    """A text and an image port that nobody uses. Below those that systems give to outgoing connections."""
    while True:
        port = random.randrange(15000, 32000)
        if is_free(port) and is_free(port + 1):
            return port, port + 1


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
            return True
        except OSError:
            return False


class Anteroom:
    """One run of the executable."""

    def __init__(self, *arguments, home, until=None):
        """With until, what follows the first line that contains it is not taken before read() is called."""
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="", HOME=str(home))
        environment.pop("DISPLAY", None)
        environment.pop("WAYLAND_DISPLAY", None)
        self.process = subprocess.Popen([str(EXECUTABLE), *map(str, arguments)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=home, env=environment,
                                        start_new_session=True)
        self.lines = []
        """What was printed so far, with time stamps, without line ends."""
        self.raw = bytearray()
        self.errors = bytearray()
        self.seen = 0
        self.changed = threading.Condition()
        self.readers = [in_background(self._read_errors)]
        self.read(until)

    def read(self, until=None):
        """Takes what is printed, on a thread of its own."""
        self.readers.append(in_background(self._read_lines, until))

    def _read_lines(self, until):
        for line in self.process.stdout:
            with self.changed:
                self.raw += line
                self.lines.append(line.decode("utf-8").rstrip("\n"))
                self.changed.notify_all()
                if until and until in self.lines[-1]:
                    return

    def _read_errors(self):
        for line in self.process.stderr:
            with self.changed:
                self.errors += line

    def type(self, *lines):
        self.process.stdin.write("".join(line + "\n" for line in lines).encode())
        self.process.stdin.flush()

    def end_input(self):
        self.process.stdin.close()

    def expect(self, text, limit=LIMIT):
        """Waits for a line, after the one last waited for, that contains the text; returns it without its stamp."""
        deadline = time.monotonic() + limit
        with self.changed:
            while True:
                while self.seen < len(self.lines):
                    line = self.lines[self.seen]
                    self.seen += 1
                    if text in line:
                        return STAMP.sub("", line, count=1)
                left = deadline - time.monotonic()
                if left <= 0 or not self.changed.wait(left):
                    raise AssertionError("no line with %r within %g s\n%s" % (text, limit, self.report()))

    def expect_ever(self, text, limit=LIMIT):
        """Waits until some line, whether before or after the one last waited for, contains the text."""
        deadline = time.monotonic() + limit
        with self.changed:
            while not any(text in line for line in self.lines):
                left = deadline - time.monotonic()
                if left <= 0 or not self.changed.wait(left):
                    raise AssertionError("no line with %r within %g s\n%s" % (text, limit, self.report()))

    def said(self):
        """All lines so far without their stamps."""
        with self.changed:
            return [STAMP.sub("", line, count=1) for line in self.lines]

    def report(self):
        return "printed:\n  %s\nstandard error:\n  %s\nstatus: %s" % (
            "\n  ".join(line[:200] for line in self.lines), self.errors.decode("utf-8", "replace"), self.process.poll())

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def status(self, limit=LIMIT):
        """Waits for the end, and for all that was printed."""
        try:
            status = self.process.wait(limit)
        except subprocess.TimeoutExpired:
            raise AssertionError("still running after %g s\n%s" % (limit, self.report())) from None
        for reader in self.readers:
            reader.join(LIMIT)
        return status

    def close(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(LIMIT)
        for reader in self.readers:
            reader.join(LIMIT)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                pass
