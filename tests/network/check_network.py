#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The built product in console mode, and clients and participants of a room whose network fails without a word; and a
clock that jumps.

Two clients' networks are made of Linux network namespaces of our own, with a cable each that is pulled out and put back:
nothing of the machine's network is touched. The clock is libfaketime's (Debian's package of that name), for the product
alone. It takes some minutes, and needs the right to make namespaces (root has it). ANTEROOM names another executable.
"""

import contextlib
import ctypes
import glob
import itertools
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import unittest.mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "interop"))

from anteroom import START, Anteroom, free_ports  # noqa: E402
from classic_peer import GREETING, WAIT, Client, frame, in_background, next_from  # noqa: E402
from room_peer import Participant, Relay  # noqa: E402

FOUND = 30.0
"""Seconds within which one that vanished must be found."""
CLONE_NEWNET = 0x40000000
LIBC = ctypes.CDLL(None, use_errno=True)


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


class Network:
    """A network with one cable to the server."""

    numbers = itertools.count(1)

    def __init__(self):
        # Another each time: the system takes its time to forget one.
        number = next(self.numbers)
        self.cable = "cable%d" % number
        self.server = "10.77.%d.1" % number
        self.client = "10.77.%d.2" % number
        self.holder = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        mine = os.readlink("/proc/self/ns/net")
        while os.readlink("/proc/%d/ns/net" % self.holder.pid) == mine:
            time.sleep(0.01)
        self.namespace = os.open("/proc/%d/ns/net" % self.holder.pid, os.O_RDONLY)
        ip("link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", str(self.holder.pid))
        ip("addr", "add", self.server + "/24", "dev", self.cable)
        ip("link", "set", self.cable, "up")
        inside = ["nsenter", "--target", str(self.holder.pid), "--net", "ip"]
        subprocess.run([*inside, "addr", "add", self.client + "/24", "dev", "eth0"], check=True)
        subprocess.run([*inside, "link", "set", "eth0", "up"], check=True)

    def inside(self, make):
        """What is made in this network; its threads, and the connections that they make, are in it too."""
        found = []

        def enter():
            if LIBC.setns(self.namespace, CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")
            found.append(make())

        thread = threading.Thread(target=enter)
        thread.start()
        thread.join()
        return found[0]

    def pull_out(self):
        ip("link", "set", self.cable, "down")

    def put_back(self):
        ip("link", "set", self.cable, "up")

    def close(self):
        os.close(self.namespace)
        self.holder.send_signal(signal.SIGKILL)
        self.holder.wait()


class ProductTest(unittest.TestCase):

    def start(self, *arguments):
        folder = tempfile.TemporaryDirectory(prefix="anteroom-network-")
        self.addCleanup(folder.cleanup)
        home = pathlib.Path(folder.name).resolve()
        anteroom = Anteroom("--console", *arguments, "--logs", home / "logs", home=home)
        self.addCleanup(anteroom.close)
        return anteroom

    def network(self):
        network = Network()
        self.addCleanup(network.close)
        return network

    def timed(self, wait, *arguments):
        """Waits as it is told, and says how long that took."""
        begun = time.monotonic()
        wait(*arguments)
        took = time.monotonic() - begun
        print("%s: after %.1f s" % (self.id().split(".")[-1], took), flush=True)
        self.assertLessEqual(took, FOUND)


class ServedTest(ProductTest):
    """With a server of its own."""

    def serve(self, limit=START, **environment):
        self.ports = free_ports()
        with unittest.mock.patch.dict(os.environ, environment):
            self.server = self.start("--text-port", self.ports[0], "--image-port", self.ports[1])
        self.server.expect(str(self.ports[0]), limit)

    def hear(self, client, said):
        self.assertEqual(said, next_from(client.texts, said, 2 * FOUND).decode())


class NetworkTest(ServedTest):

    def setUp(self):
        self.serve()
        self.there = self.network()
        self.here = self.network()

    def join(self, network, said):
        client = network.inside(lambda: Client(*self.ports, host=network.server))
        self.addCleanup(client.close)
        self.hear(client, said)
        return client

    def found(self, client, said):
        """Waits until the client is told that."""
        self.timed(self.hear, client, said)

    def test_one_that_vanishes_while_nothing_is_said_is_found(self):
        self.join(self.there, GREETING)
        waiting = self.join(self.here, WAIT.format(1))
        self.there.pull_out()
        self.found(waiting, GREETING)

    def test_one_that_vanishes_while_something_is_on_its_way_is_found(self):
        self.join(self.there, GREETING)
        waiting = self.join(self.here, WAIT.format(1))
        self.there.pull_out()
        self.server.type("Are you still there?")
        self.found(waiting, GREETING)

    def test_one_that_vanishes_from_the_line_is_found(self):
        self.join(self.here, GREETING)
        self.join(self.there, WAIT.format(1))
        behind = self.join(self.here, WAIT.format(2))
        self.there.pull_out()
        self.found(behind, WAIT.format(1))

    def test_a_network_that_is_gone_for_ten_seconds_costs_nothing(self):
        client = self.join(self.there, GREETING)
        self.there.pull_out()
        self.server.type("said meanwhile")
        time.sleep(10)
        self.there.put_back()
        self.hear(client, "Server(%s):said meanwhile\n" % self.there.server)
        client.say("and back")
        self.server.expect("and back", FOUND)
        self.join(self.there, WAIT.format(1))

    def test_an_address_that_is_taken_away_and_given_back_costs_nothing(self):
        client = self.join(self.there, GREETING)
        ip("addr", "del", self.there.server + "/24", "dev", self.there.cable)
        time.sleep(5)
        ip("addr", "add", self.there.server + "/24", "dev", self.there.cable)
        client.say("and back")
        self.server.expect("and back", FOUND)
        self.join(self.there, WAIT.format(1))
        self.join(self.here, WAIT.format(2))

    def type_much(self):
        """More than the system's buffers take; what is beyond is not read, and may be in vain."""
        with contextlib.suppress(BrokenPipeError):
            self.server.type(*["x" * 1_000_000] * 10)

    def test_one_that_does_not_read_is_closed_and_told_of(self):
        with socket.create_connection(("127.0.0.1", self.ports[0])) as deaf:
            self.assertIn(GREETING.encode(), deaf.recv(100))
            waiting = self.join(self.here, WAIT.format(1))
            in_background(self.type_much)
            self.hear(waiting, GREETING)
            lines = self.server.said()
            self.assertTrue(any("failed: no answer in time" in line or "does not take it" in line for line in lines),
                            self.server.report())


class ClockTest(ServedTest):

    def setUp(self):
        libraries = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
        if not libraries:
            self.skipTest("There is no libfaketime.")
        folder = tempfile.TemporaryDirectory(prefix="anteroom-clock-")
        self.addCleanup(folder.cleanup)
        self.offset = pathlib.Path(folder.name) / "offset"
        self.set_clock("+0")
        # As a real one, it jumps for those who ask for the time of day, and for no others. Each question takes longer.
        self.serve(5 * START, LD_PRELOAD=libraries[0], FAKETIME_TIMESTAMP_FILE=str(self.offset),
                   FAKETIME_CACHE_DURATION="1", DONT_FAKE_MONOTONIC="1", FAKETIME_DISABLE_SHM="1", TZ="UTC")

    def set_clock(self, offset):
        written = self.offset.with_suffix(".new")
        written.write_text(offset)
        written.replace(self.offset)
        # It is looked at once a second.
        time.sleep(2)

    def join(self, said):
        client = Client(*self.ports)
        self.addCleanup(client.close)
        self.hear(client, said)
        return client

    def hour(self, text):
        """Of the line with that text."""
        self.server.expect(text)
        return int(next(line for line in reversed(self.server.lines) if text in line)[1:3])

    def test_a_clock_that_jumps_disturbs_nobody(self):
        served = self.join(GREETING)
        first = self.join(WAIT.format(1))
        second = self.join(WAIT.format(2))
        half = frame(("Client(%s):begun before\n" % served.ip).encode())
        served.text.sendall(half[:10])
        self.server.type("before")
        before = self.hour("before")
        self.hear(served, "Server(127.0.0.1):before\n")
        for place, (offset, hours) in enumerate({"+5h": 5, "-7h": -7, "+9000h": 9000, "-9003h": -9003}.items(), 3):
            self.set_clock(offset)
            said = "now it is " + offset
            self.server.type(said)
            self.hear(served, "Server(127.0.0.1):%s\n" % said)
            self.assertIn((self.hour(said) - before - hours) % 24, (0, 1), "the clock was not turned")
            self.join(WAIT.format(place))
        served.text.sendall(half[10:])
        self.server.expect("begun before")
        served.close()
        self.hear(first, GREETING)
        # By a timer
        self.hear(second, WAIT.format(1))
        self.server.terminate()
        self.assertEqual(0, self.server.status())


class RoomTest(ProductTest):
    """Anteroom keeps the room."""

    def setUp(self):
        self.port, _ = free_ports()
        self.room = self.start("--room", "--room-port", self.port)
        self.room.expect(str(self.port), START)
        self.there = self.network()
        self.here = self.network()
        self.vanishes = self.join(self.there)
        self.stays = self.join(self.here)

    def join(self, network):
        one = network.inside(lambda: Participant(self.port, source=network.client, host=network.server))
        self.addCleanup(one.close)
        self.room.expect("%s joined the room" % one.address)
        return one

    def found(self):
        lost = "The connection with %s was cut off; 1 in the room now." % self.vanishes.address
        self.timed(self.room.expect, lost, 2 * FOUND)
        self.stays.say("still here")
        self.room.expect("still here")

    def test_a_participant_that_vanishes_while_nothing_is_said_is_found(self):
        self.there.pull_out()
        self.found()

    def test_a_participant_that_vanishes_while_something_is_on_its_way_is_found(self):
        self.there.pull_out()
        self.stays.say("Are you still there?")
        self.found()

    def test_a_network_that_is_gone_for_ten_seconds_costs_nothing(self):
        self.there.pull_out()
        self.stays.say("said meanwhile")
        time.sleep(10)
        self.there.put_back()
        self.assertEqual(b"said meanwhile\n", self.vanishes.hear(15))
        self.vanishes.say("and back")
        self.assertEqual(b"and back\n", self.stays.hear(9))


class GuestTest(ProductTest):
    """Anteroom is a guest of a room that vanishes."""

    def setUp(self):
        self.there = self.network()
        relay = self.there.inside(lambda: Relay(self.there.client))
        self.addCleanup(relay.close)
        room = "%s:%d" % (self.there.client, relay.port)
        self.guest = self.start("--connect-room", room)
        self.guest.expect("You are in the room at %s." % room, START)

    def found(self):
        self.timed(self.guest.expect, "(The connection to the room was cut off.)", 2 * FOUND)

    def test_a_room_that_vanishes_while_nothing_is_said_is_found(self):
        self.there.pull_out()
        self.found()

    def test_a_room_that_vanishes_while_something_is_on_its_way_is_found(self):
        self.there.pull_out()
        self.guest.type("Are you still there?")
        self.found()


if __name__ == "__main__":
    if "ANTEROOM_NETWORK" not in os.environ:
        os.environ["ANTEROOM_NETWORK"] = "own"
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--net", sys.executable, "-B", *sys.argv])
    ip("link", "set", "lo", "up")
    unittest.main()
