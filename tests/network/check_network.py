#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The built product, serving in console mode, and clients whose network fails without a word.

Two clients' networks are made of Linux network namespaces of our own, with a cable each that is pulled out and put back:
nothing of the machine's network is touched. It takes two minutes, and needs the right to make namespaces (root has it).
ANTEROOM names another executable.
"""

import ctypes
import itertools
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "interop"))

from anteroom import START, Anteroom, free_ports  # noqa: E402
from classic_peer import GREETING, WAIT, Client, next_from  # noqa: E402

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
        self.holder = subprocess.Popen(["unshare", "--net", "sleep", "infinity"])
        mine = os.readlink("/proc/self/ns/net")
        while os.readlink("/proc/%d/ns/net" % self.holder.pid) == mine:
            time.sleep(0.01)
        self.namespace = os.open("/proc/%d/ns/net" % self.holder.pid, os.O_RDONLY)
        ip("link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", str(self.holder.pid))
        ip("addr", "add", self.server + "/24", "dev", self.cable)
        ip("link", "set", self.cable, "up")
        inside = ["nsenter", "--target", str(self.holder.pid), "--net", "ip"]
        subprocess.run([*inside, "addr", "add", "10.77.%d.2/24" % number, "dev", "eth0"], check=True)
        subprocess.run([*inside, "link", "set", "eth0", "up"], check=True)

    def join(self, ports):
        """A client in this network; its threads, and the connections that they make, are in it too."""
        found = []

        def connect():
            if LIBC.setns(self.namespace, CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")
            found.append(Client(*ports, host=self.server))

        thread = threading.Thread(target=connect)
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


class NetworkTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anteroom-network-")
        self.addCleanup(folder.cleanup)
        home = pathlib.Path(folder.name).resolve()
        self.ports = free_ports()
        self.server = Anteroom("--console", "--text-port", self.ports[0], "--image-port", self.ports[1], "--logs",
                               home / "logs", home=home)
        self.addCleanup(self.server.close)
        self.server.expect(str(self.ports[0]), START)
        self.there = self.network()
        self.here = self.network()

    def network(self):
        network = Network()
        self.addCleanup(network.close)
        return network

    def join(self, network, said):
        client = network.join(self.ports)
        self.addCleanup(client.close)
        self.hear(client, said)
        return client

    def hear(self, client, said):
        self.assertEqual(said, next_from(client.texts, said, 2 * FOUND).decode())

    def found(self, client, said):
        """Waits until the client is told that, and says how long that took."""
        begun = time.monotonic()
        self.hear(client, said)
        took = time.monotonic() - begun
        print("%s: after %.1f s" % (self.id().split(".")[-1], took), flush=True)
        self.assertLessEqual(took, FOUND)

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


if __name__ == "__main__":
    if "ANTEROOM_NETWORK" not in os.environ:
        os.environ["ANTEROOM_NETWORK"] = "own"
        os.execvp("unshare", ["unshare", "--user", "--map-root-user", "--net", sys.executable, "-B", *sys.argv])
    ip("link", "set", "lo", "up")
    unittest.main()
