#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The built product in console mode against the deployed programs of the room (room_peer.py).

Run it as it is, or with names of tests (HostTest, HostTest.test_…). ANTEROOM names another executable.
"""

import os
import sys

from anteroom import START
from harness import InteropTest, main
from room_peer import Participant, Relay


class HostTest(InteropTest):
    """Anteroom keeps the room; the participants are deployed ones."""

    def keep(self, *arguments):
        room = self.run_anteroom("--console", "--room", "--room-port", self.text_port, "--logs", self.logs, *arguments)
        room.expect("The room is open (port %d)." % self.text_port, START)
        return room

    def participant(self, room, **keywords):
        one = Participant(self.text_port, **keywords)
        self.addCleanup(one.close)
        room.expect_ever("%s joined the room" % one.address)
        return one

    def test_bytes_go_to_all_others_and_never_back(self):
        room = self.keep()
        one, two, three = (self.participant(room) for _ in range(3))
        data = os.urandom(30000)
        one.send(data)
        one.close()
        self.assertEqual(data, two.hear(len(data)))
        self.assertEqual(data, three.hear(len(data)))
        two.say("back")
        self.assertEqual(b"back\n", three.hear(5))
        self.assertTrue(two.hears_nothing())

    def test_characters_in_any_pieces(self):
        room = self.keep()
        one, two, three = (self.participant(room) for _ in range(3))
        text = "é您👩\n".encode()
        # Within characters: there a room waits for longer than it can take to send the rest.
        for split in (1, 3, 4, 6, 7, 8):
            one.send(text[:split])
            two.send(b"x\n")
            self.assertEqual(b"x\n", one.hear(2))
            one.send(text[split:])
            heard = three.hear(len(text) + 2)
            self.assertIn(heard, (b"x\n" + text, text + b"x\n"))
            self.assertEqual(text, two.hear(len(text)))
            room.expect("Guest(%s):é您👩" % one.address)

    def test_two_who_type_at_once(self):
        room = self.keep()
        one, two, three = (self.participant(room) for _ in range(3))
        for i in range(200):
            one.send(("一%03d" % i).encode()[:2])
            two.say("2%03d" % i)
            one.send(("一%03d\n" % i).encode()[2:])
        lines = three.hear(200 * (5 + 7)).decode().splitlines()
        self.assertEqual(["一%03d" % i for i in range(200)], [line for line in lines if line[0] == "一"])
        self.assertEqual(["2%03d" % i for i in range(200)], [line for line in lines if line[0] == "2"])

    def test_the_host_speaks_lists_removes_and_blocks(self):
        room = self.keep()
        one = self.participant(room)
        two = self.participant(room, source="127.0.0.2")
        room.type("大家好")
        self.assertEqual("大家好\n".encode(), one.hear(10))
        self.assertEqual("大家好\n".encode(), two.hear(10))
        room.expect("Host:大家好")
        room.type("/who")
        room.expect("%s, here since" % one.address)
        room.type("/remove %s" % one.address)
        self.assertTrue(one.is_closed())
        room.expect("%s was removed from the room." % one.address)
        room.type("/block 127.0.0.2")
        self.assertTrue(two.is_closed())
        room.expect("127.0.0.2 is blocked")
        again = Participant(self.text_port, source="127.0.0.2")
        self.addCleanup(again.close)
        self.assertTrue(again.is_closed())

    def test_sigterm_closes_everything(self):
        room = self.keep()
        one = self.participant(room)
        one.say("last words")
        room.expect("last words")
        room.terminate()
        self.assertEqual(0, room.status())
        self.assertTrue(one.is_closed())
        _, text = self.transcript("room_log")
        self.assertIn("last words\n", text)
        self.assertTrue(text.endswith("The room is closed.\n"), text)

    def test_a_port_in_use_is_one_line_and_status_1(self):
        self.keep()
        second = self.run_anteroom("--console", "--room", "--room-port", self.text_port, "--logs", self.logs)
        self.assertEqual(1, second.status(START))
        self.assertIn(str(self.text_port), self.assert_one_line(second.errors))


class GuestTest(InteropTest):
    """Anteroom is a guest of the deployed relay."""

    def setUp(self):
        super().setUp()
        self.relay = Relay()
        self.addCleanup(self.relay.close)

    def join(self):
        guest = self.run_anteroom("--console", "--connect-room", "127.0.0.1:%d" % self.relay.port, "--logs", self.logs)
        guest.expect("You are in the room at 127.0.0.1:%d." % self.relay.port, START)
        self.relay.await_participants(1)
        return guest

    def other(self):
        other = Participant(self.relay.port)
        self.addCleanup(other.close)
        self.relay.await_participants(2)
        return other

    def test_says_and_hears(self):
        guest = self.join()
        other = self.other()
        guest.type("您好", "second")
        self.assertEqual("您好\nsecond\n".encode(), other.hear(14))
        guest.expect("Guest(127.0.0.1):second")
        other.send("第一行\nno end".encode())
        guest.expect("第一行")
        guest.expect("no end")

    def test_long_text_is_whole_though_the_relay_cuts_it(self):
        guest = self.join()
        other = self.other()
        other.say("好" * 5000)
        guest.expect("好" * 5000)

    def test_the_end_of_the_room_is_status_0(self):
        guest = self.join()
        self.relay.close()
        guest.expect("(The room has closed the connection.)")
        self.assertEqual(0, guest.status())

    def test_quit_leaves(self):
        guest = self.join()
        guest.type("bye", "/quit")
        self.assertEqual(0, guest.status())
        self.relay.await_participants(0)
        _, text = self.transcript("guest_room_log")
        self.assertIn("bye\n", text)

    def test_a_room_that_cannot_be_reached_is_one_line_and_status_1(self):
        guest = self.run_anteroom("--console", "--connect-room", "127.0.0.1:%d" % self.text_port, "--logs", self.logs)
        self.assertEqual(1, guest.status(START))
        self.assertIn("127.0.0.1:%d" % self.text_port, self.assert_one_line(guest.errors))


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
