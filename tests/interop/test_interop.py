#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""The built product in console mode against the deployed programs of the classic protocol (classic_peer.py).

Run it as it is, or with names of tests (ServerTest, ServerTest.test_…). ANTEROOM names another executable.
"""

import re
import socket
import struct
import sys
import unicodedata
import zlib

import classic_peer
from anteroom import LIMIT, STAMP, START, is_free
from classic_peer import ENDED, GREETING, WAIT, frame
from harness import InteropTest, main


def png(width, height, seed=1):
    """A picture with a lot of detail, so that it is large."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = bytearray()
    for _ in range(height):
        rows.append(0)
        for _ in range(width * 3):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            rows.append(seed >> 16 & 0xFF)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + chunk(b"IEND", b""))


PICTURE = png(20, 20)
LARGE_PICTURE = png(400, 400, 7)
BMP = b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + b"\1\2\3\0"


class ServerTest(InteropTest):
    """Anteroom serves; the clients are deployed ones."""

    def serve(self, *arguments, **keywords):
        server = self.run_anteroom("--console", *self.ports(), *arguments, **keywords)
        server.expect("Waiting for clients on port %d (pictures on %d)" % (self.text_port, self.image_port), START)
        return server

    def client(self, **keywords):
        client = classic_peer.Client(self.text_port, self.image_port, **keywords)
        self.addCleanup(client.close)
        return client

    def raw_connection(self, port=None, source="127.0.0.1"):
        sock = socket.create_connection(("127.0.0.1", port or self.text_port), LIMIT, (source, 0))
        self.addCleanup(sock.close)
        return sock

    def assert_closed(self, sock):
        try:
            self.assertEqual(b"", sock.recv(1))
        except ConnectionResetError:
            pass

    def test_bytes_of_greeting_and_wait_notices(self):
        server = self.serve()
        first = self.raw_connection()
        greeting = b"\x00\x00\x00\x16" + "歡迎進入聊天室\n".encode()
        self.assertEqual(greeting, classic_peer.read_exactly(first, len(greeting)))
        server.expect("Client 127.0.0.1:%d connected!" % first.getsockname()[1])
        waiting = []
        for place in (1, 2, 3):
            waiting.append(self.raw_connection())
            payload = ("您是第 %d 位等待中，請稍候...\n" % place).encode()
            expected = struct.pack(">I", len(payload)) + payload
            self.assertEqual(expected, classic_peer.read_exactly(waiting[-1], len(expected)))
            server.expect("Client 127.0.0.1:%d waits as number %d." % (waiting[-1].getsockname()[1], place))
        first.close()
        self.assertEqual(greeting, classic_peer.read_exactly(waiting[0], len(greeting)))

    def test_admits_in_order_and_tells_those_who_move_up(self):
        server = self.serve()
        clients = [self.client()]
        self.assertEqual(GREETING.encode(), clients[0].next_text())
        for place in (1, 2, 3, 4):
            clients.append(self.client())
            self.assertEqual(WAIT.format(place).encode(), clients[-1].next_text())
        server.type("/line")
        for place in (1, 2, 3, 4):
            line = server.expect("%d. " % place)
            self.assertRegex(line, r"^%d\. %s, waiting since [0-9:]{8}$" % (place, re.escape(clients[place].address)))
        clients[2].close()
        server.expect("%s left the waiting line." % clients[2].address)
        self.assertEqual(WAIT.format(2).encode(), clients[3].next_text())
        self.assertEqual(WAIT.format(3).encode(), clients[4].next_text())
        clients[0].close()
        server.expect("(The client has left.)")
        server.expect("Client %s connected!" % clients[1].address)
        clients[1].wait_until_admitted()
        # Before, the connection may be made but not accepted; then it could count as that of the next from this address
        server.expect("Picture connection with")
        server.type("/end")
        server.expect("(You ended the conversation.)")
        clients[3].wait_until_admitted()
        self.assertIs(ENDED, clients[1].next_text())
        self.assertIs(ENDED, clients[1].next_image())
        clients[3].close()
        clients[4].wait_until_admitted()
        server.type("/line")
        server.expect("Nobody is waiting.")

    def test_text_both_ways(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        server.type("Hello", "您好，世界 🎉", "  two blanks", "//help", "")
        for text in ("Hello", "您好，世界 🎉", "  two blanks", "/help"):
            self.assertEqual(("Server(127.0.0.1):%s\n" % text).encode(), client.next_text())
            self.assertEqual("Server(127.0.0.1):" + text, server.expect("Server(127.0.0.1):"))
        for text in ("Hi", "您好 🎉 नमस्ते שלום", ""):
            client.say(text)
            self.assertEqual("Client(127.0.0.1):" + text, server.expect("Client(127.0.0.1):"))
        client.say("one\n[00:00:00] Server(127.0.0.1):not me")
        server.expect("Client(127.0.0.1):one")
        self.assertEqual("    [00:00:00] Server(127.0.0.1):not me", server.expect("not me"))
        client.text.sendall(frame(b"Client(127.0.0.1):a\xffb\n"))
        self.assertEqual("Client(127.0.0.1):a\ufffdb", server.expect("Client(127.0.0.1):a"))
        client.text.sendall(frame(b"Client(127.0.0.1):red \x1b[31m\n"))
        self.assertNotIn("\x1b", server.expect("Client(127.0.0.1):red"))

    def test_frames_in_any_pieces(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        client.text.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        whole = b"\0\0\0\0" + frame("Client(1.2.3.4):每個 byte\n".encode()) + b"\0\0\0\0"
        for i in range(len(whole)):
            client.text.sendall(whole[i:i + 1])
        self.assertEqual("Client(1.2.3.4):每個 byte", server.expect("Client(1.2.3.4)"))
        client.text.sendall(b"".join(frame(b"Client(1.2.3.4):%d\n" % i) for i in range(200)))
        for i in range(200):
            self.assertEqual("Client(1.2.3.4):%d" % i, server.expect("Client(1.2.3.4)"))

    def test_images_both_ways_in_every_conversation(self):
        server = self.serve()
        picture = self.picture_file(LARGE_PICTURE, "my picture 圖.png")
        for number in range(3):
            client = self.client().wait_until_admitted()
            server.expect("Picture connection with")
            client.show(PICTURE)
            saved = self.saved_picture(server.expect("Client(127.0.0.1):[Picture PNG, "))
            self.assertEqual(PICTURE, saved.read_bytes())
            self.assertEqual(self.logs, saved.parent.parent)
            client.show(BMP)
            saved = self.saved_picture(server.expect("Client(127.0.0.1):[Picture BMP, "))
            self.assertEqual(BMP, saved.read_bytes())
            server.type(('/image "%s"' if number else "/image %s") % picture)
            self.assertEqual(LARGE_PICTURE, client.next_image())
            self.assertEqual(LARGE_PICTURE, self.saved_picture(server.expect("Server(127.0.0.1):[Picture")).read_bytes())
            server.expect("[Picture sent - Server(127.0.0.1)]")
            client.close()
            server.expect("(The client has left.)")
        self.assertEqual(9, len(list(self.logs.glob("*_images/*"))))

    def test_text_with_image(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        server.expect_ever("Picture connection with")
        for i in range(20):
            client.say("Look %d" % i)
            client.show(PICTURE)
            self.assertEqual("Client(127.0.0.1):Look %d" % i, server.expect("Client(127.0.0.1):"))
            line = server.expect("Client(127.0.0.1):")
            self.assertEqual(PICTURE, self.saved_picture(line).read_bytes())
        client.say("That was it")
        server.expect("Client(127.0.0.1):That was it")

    def test_images_go_where_they_are_told(self):
        folder = self.folder / "pictures here"
        server = self.serve("--save-images=%s" % folder)
        client = self.client().wait_until_admitted()
        client.show(PICTURE)
        saved = self.saved_picture(server.expect("Client(127.0.0.1):[Picture"))
        self.assertEqual(folder, saved.parent)
        self.assertEqual(PICTURE, saved.read_bytes())

    def test_what_is_no_image(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        server.expect_ever("Picture connection with")
        client.image.sendall(b"\0\0\0\0")
        client.show(b"no picture at all")
        line = server.expect("Client(127.0.0.1):[Picture")
        self.assertEqual(b"no picture at all", self.saved_picture(line).read_bytes())
        server.expect_ever("it is not a picture this program knows")
        missing = self.folder / "missing.png"
        text = self.picture_file(b"text", "text.png")
        empty = self.picture_file(b"", "empty.png")
        server.type("/image", "/image %s" % missing, "/image %s" % text, "/image %s" % empty, "/image %s" % self.folder)
        server.expect("Which picture?")
        server.expect("[Error] Sending the picture missing.png failed: there is no such file")
        server.expect("[Error] Sending the picture text.png failed: the file is not a picture (PNG, JPEG, GIF, BMP or WebP)")
        server.expect("[Error] Sending the picture empty.png failed: the file is empty")
        server.expect("[Error] Sending the picture %s failed: the file cannot be read" % self.folder.name)
        server.type("still here")
        self.assertEqual(b"Server(127.0.0.1):still here\n", client.next_text())

    def test_what_a_waiting_client_says_is_kept(self):
        server = self.serve()
        first = self.client().wait_until_admitted()
        second = self.client()
        self.assertEqual(WAIT.format(1).encode(), second.next_text())
        for i in range(100):
            second.say("early %d" % i)
        first.say("present")
        server.expect("Client(127.0.0.1):present")
        first.close()
        second.wait_until_admitted()
        server.expect("Client %s connected!" % second.address)
        for i in range(100):
            self.assertEqual("Client(127.0.0.1):early %d" % i, server.expect("early"))
        second.say("late")
        server.expect("Client(127.0.0.1):late")
        self.assertEqual(101, sum("early" in line or "late" in line for line in server.said()))

    def test_what_a_waiting_client_says_is_kept_beyond_the_bound(self):
        server = self.serve()
        first = self.client().wait_until_admitted()
        second = self.client()
        second.next_text()
        text = "x" * 1000
        sender = classic_peer.in_background(lambda: [second.say("%d %s" % (i, text)) for i in range(300)])
        first.say("present")
        server.expect("Client(127.0.0.1):present")
        first.close()
        for i in range(300):
            self.assertEqual("Client(127.0.0.1):%d %s" % (i, text), server.expect(text))
        sender.join(LIMIT)
        self.assertFalse(sender.is_alive())

    def test_last_words_are_heard(self):
        server = self.serve()
        for i in range(10):
            client = self.client()
            self.assertEqual(GREETING.encode(), client.next_text())
            client.say("bye %d" % i)
            client.close()
            server.expect("Client(127.0.0.1):bye %d" % i)
            server.expect("(The client has left.)")

    def test_pause_next_and_resume(self):
        server = self.serve()
        server.type("/pause")
        server.expect("Paused: ")
        first = self.client()
        self.assertEqual(WAIT.format(1).encode(), first.next_text())
        second = self.client()
        self.assertEqual(WAIT.format(2).encode(), second.next_text())
        server.type("/next")
        first.wait_until_admitted()
        self.assertEqual(WAIT.format(1).encode(), second.next_text())
        third = self.client()
        self.assertEqual(WAIT.format(2).encode(), third.next_text())
        server.type("/next")
        second.wait_until_admitted()
        self.assertIs(ENDED, first.next_text())
        second.close()
        server.expect("(The client has left.)")
        server.type("/resume")
        server.expect("Ready: ")
        third.wait_until_admitted()

    def test_foreign_image_connections_are_closed(self):
        server = self.serve()
        stranger = self.raw_connection(self.image_port)
        self.assert_closed(stranger)
        server.expect("A picture connection from 127.0.0.1")
        client = self.client().wait_until_admitted()
        server.expect_ever("Picture connection with")
        for _ in range(3):
            self.assert_closed(self.raw_connection(self.image_port, "127.0.0.2"))
        self.assert_closed(self.raw_connection(self.image_port))
        client.show(PICTURE)
        server.expect("Client(127.0.0.1):[Picture")
        self.assertEqual(1, sum("A picture connection from 127.0.0.2" in line for line in server.said()))

    def test_a_frame_beyond_the_limit_ends_the_conversation(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        client.text.sendall(struct.pack(">I", (1 << 20) + 1))
        server.expect("sent more than the ")
        server.expect("(The client has left.)")
        self.assertIs(ENDED, client.next_text())
        client = self.client().wait_until_admitted()
        client.text.sendall(b"\xff\xff\xff\xff")
        # The same of the same address is told once a minute.
        server.expect("(The client has left.)")
        self.assertIs(ENDED, client.next_text())
        client = self.client().wait_until_admitted()
        longest = "Client(127.0.0.1):" + "x" * ((1 << 20) - 19) + "\n"
        client.text.sendall(frame(longest.encode()))
        self.assertEqual(longest[:-1], server.expect("xxx"))
        server.type("y" * (1 << 20))
        server.expect("[Error] Sending failed: the text is longer than ")
        server.type("short")
        self.assertEqual(b"Server(127.0.0.1):short\n", client.next_text())

    def test_transcript_has_every_line(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        server.expect_ever("Picture connection with")
        server.type("您好", "/image %s" % self.picture_file(PICTURE))
        server.expect("[Picture sent")
        client.say("one\ntwo")
        client.show(PICTURE)
        server.expect("Client(127.0.0.1):[Picture")
        client.close()
        server.expect("(The client has left.)")
        server.type("/quit")
        self.assertEqual(0, server.status())
        self.assertEqual(b"", bytes(server.errors))
        file, text = self.transcript("chat_log")
        images = self.logs / (file.stem + "_images")
        self.assertEqual(2, len(list(images.iterdir())))
        self.assertEqual([line.replace("%s/" % self.logs, "") for line in server.lines], text.splitlines())
        self.assertTrue(text.endswith("The server has stopped.\n"))

    def test_output_is_stamped_utf8_lines(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        client.say("換行\r\n與 tab\t")
        server.expect("tab")
        server.type("/foo", "/help", "/line", "/end")
        server.expect("There is no command /foo.")
        server.expect("/image PATH")
        server.expect("(You ended the conversation.)")
        server.terminate()
        self.assertEqual(0, server.status())
        text = bytes(server.raw).decode("utf-8")
        self.assertTrue(text.endswith("\n"))
        self.assertNotIn("\r", text)
        for line in text.splitlines():
            self.assertRegex(line, STAMP)

    def test_the_end_of_input_keeps_serving(self):
        server = self.serve()
        server.end_input()
        for i in range(2):
            client = self.client().wait_until_admitted()
            client.say("number %d" % i)
            server.expect("number %d" % i)
            client.close()
        server.terminate()
        self.assertEqual(0, server.status())

    def test_sigterm_closes_everything(self):
        server = self.serve()
        client = self.client().wait_until_admitted()
        waiting = self.client()
        waiting.next_text()
        client.say("last words")
        server.expect("last words")
        server.terminate()
        self.assertEqual(0, server.status())
        self.assertIs(ENDED, client.next_text())
        self.assertIs(ENDED, client.next_image())
        self.assertIs(ENDED, waiting.next_text())
        self.assertTrue(is_free(self.text_port))
        self.assertTrue(is_free(self.image_port))
        _, text = self.transcript("chat_log")
        self.assertIn("last words\n", text)
        self.assertTrue(text.endswith("The server has stopped.\n"), text)
        self.assertEqual(b"", bytes(server.errors))
        again = self.serve()
        again.type("/quit")
        self.assertEqual(0, again.status())

    def test_an_output_that_nobody_reads_does_not_slow_the_wire(self):
        server = self.serve(until="Waiting for clients")
        client = self.client()
        client.wait_until_admitted()
        line = b"Client(127.0.0.1):" + b"z" * 200 + b"\n"
        client.text.settimeout(LIMIT)
        client.text.sendall(frame(line) * 30000)
        client.say("done")
        server.type("answer")
        self.assertEqual(b"Server(127.0.0.1):answer\n", client.next_text())
        waiting = self.client()
        self.assertEqual(WAIT.format(1).encode(), waiting.next_text())
        client.close()
        waiting.wait_until_admitted()
        server.read()
        server.expect("lines are missing here")
        server.expect("done")

    def test_sigterm_ends_it_though_nobody_reads_the_output(self):
        server = self.serve(until="Waiting for clients")
        client = self.client().wait_until_admitted()
        client.text.sendall(frame(b"Client(127.0.0.1):" + b"z" * 200 + b"\n") * 5000)
        server.type("answer")
        self.assertEqual(b"Server(127.0.0.1):answer\n", client.next_text())
        server.terminate()
        self.assertIs(ENDED, client.next_text())
        self.assertEqual(0, server.status())
        _, text = self.transcript("chat_log")
        self.assertTrue(text.endswith("The server has stopped.\n"), text[-500:])

    def test_a_port_in_use_is_one_line_and_status_1(self):
        with socket.socket() as other:
            other.bind(("0.0.0.0", self.text_port))
            other.listen()
            server = self.run_anteroom("--console", *self.ports())
            self.assertEqual(1, server.status(START))
            self.assertIn("Port %d is in use" % self.text_port, self.assert_one_line(server.errors))
            self.assertEqual([], server.lines)
        with socket.socket() as other:
            other.bind(("0.0.0.0", self.image_port))
            other.listen()
            server = self.run_anteroom("--console", *self.ports())
            self.assertEqual(1, server.status(START))
            self.assertIn("Port %d is in use" % self.image_port, self.assert_one_line(server.errors))
            self.assertTrue(is_free(self.text_port))

    def test_a_folder_that_cannot_be_written_is_told_and_the_chat_goes_on(self):
        self.logs.write_bytes(b"a file where the folder should be")
        server = self.serve()
        client = self.client().wait_until_admitted()
        server.expect_ever("The transcript cannot be written to")
        client.show(PICTURE)
        saved = self.saved_picture(server.expect("Client(127.0.0.1):[Picture"))
        self.assertEqual(PICTURE, saved.read_bytes())
        server.type("on we go")
        self.assertEqual(b"Server(127.0.0.1):on we go\n", client.next_text())


class ClientTest(InteropTest):
    """Anteroom is the client of a deployed server."""

    def server(self, **keywords):
        server = classic_peer.Server(self.text_port, self.image_port, **keywords)
        self.addCleanup(server.close)
        return server

    def connect(self, *arguments, host="127.0.0.1"):
        return self.run_anteroom("--console", "--connect", "%s:%d" % (host, self.text_port), "--image-port",
                                 self.image_port, "--logs", self.logs, *arguments)

    def converse(self):
        """A server and a client that is being served, with pictures."""
        server = self.server()
        client = self.connect()
        client.expect("Connected to server 127.0.0.1:%d" % self.text_port, START)
        visit = server.next_visit()
        client.expect("歡迎進入聊天室 (It is your turn.)")
        return server, client, visit

    def test_text_and_images_both_ways(self):
        _, client, visit = self.converse()
        client.type("Hello", "您好，世界 🎉")
        self.assertEqual(b"Client(127.0.0.1):Hello\n", visit.next_text())
        self.assertEqual("Client(127.0.0.1):您好，世界 🎉\n".encode(), visit.next_text())
        client.expect("Client(127.0.0.1):您好，世界 🎉")
        visit.say("您好\n2")
        self.assertEqual("Server(127.0.0.1):您好", client.expect("Server(127.0.0.1):"))
        self.assertEqual("    2", client.expect("2"))
        client.expect_ever("Picture connection with")
        client.type("/image %s" % self.picture_file(LARGE_PICTURE))
        self.assertEqual(LARGE_PICTURE, visit.next_image())
        client.expect("[Picture sent - Client(127.0.0.1)]")
        visit.say("Look")
        visit.show(PICTURE)
        client.expect("Server(127.0.0.1):Look")
        saved = self.saved_picture(client.expect("Server(127.0.0.1):[Picture PNG"))
        self.assertEqual(PICTURE, saved.read_bytes())
        client.type("/quit")
        self.assertEqual(0, client.status())
        self.assertIs(ENDED, visit.next_text())
        self.assertIs(ENDED, visit.next_image())
        _, text = self.transcript("client_chat_log")
        self.assertEqual([line.replace("%s/" % self.logs, "") for line in client.lines if "Connecting to" not in line],
                         [line for line in text.splitlines() if "Connecting to" not in line])

    def test_a_silent_image_connection_disturbs_nothing(self):
        server, first, visit = self.converse()
        first.expect_ever("Picture connection with")
        second = self.connect()
        second.expect("您是第 1 位等待中，請稍候... (You are number 1 in line.)", START)
        visit.end()
        self.assertEqual(0, first.status())
        second.expect("歡迎進入聊天室 (It is your turn.)")
        visit = server.next_visit()
        second.type("/image %s" % self.picture_file(LARGE_PICTURE), "text")
        self.assertEqual(b"Client(127.0.0.1):text\n", visit.next_text())
        visit.say("answer")
        second.expect("Server(127.0.0.1):answer")
        visit.end()
        self.assertEqual(0, second.status())

    def test_a_refused_image_connection_disturbs_nothing(self):
        server = self.server(takes_images=False)
        client = self.connect()
        client.type("/image %s" % self.picture_file(PICTURE), "text")
        visit = server.next_visit()
        self.assertEqual(b"Client(127.0.0.1):text\n", visit.next_text())
        client.expect("[Error] Sending the picture picture.png failed: the other end takes no pictures", START)
        client.expect_ever("Pictures are not possible now")
        visit.say("answer")
        client.expect("Server(127.0.0.1):answer")

    def test_waiting(self):
        server = self.server()
        first = classic_peer.Client(self.text_port, self.image_port)
        self.addCleanup(first.close)
        served = server.next_visit()
        client = self.connect()
        client.type("before it is connected")
        client.expect("您是第 1 位等待中，請稍候... (You are number 1 in line.)", START)
        client.type("/image %s" % self.picture_file(PICTURE), "in line", "/next", "/line", "/pause", "/resume")
        client.expect("The picture picture.png is sent when it is your turn.")
        client.expect_ever("Client(127.0.0.1):in line")
        for _ in range(4):
            client.expect("Only a server can do that")
        visit = server.next_visit()
        self.assertFalse(visit.admitted.is_set())
        served.end()
        client.expect("(It is your turn.)")
        self.assertEqual(b"Client(127.0.0.1):before it is connected\n", visit.next_text())
        self.assertEqual(b"Client(127.0.0.1):in line\n", visit.next_text())

    def test_a_picture_held_in_line_is_sent_when_admitted(self):
        # The second port is this test's own: the deployed server reads pictures in its first conversation only
        listener = self.listen(self.text_port)
        pictures = self.listen(self.image_port)
        client = self.connect()
        client.type("/image %s" % self.picture_file(PICTURE))
        text = self.accept(listener)
        text.sendall(frame(WAIT.format(3).encode()))
        client.expect("(You are number 3 in line.)", START)
        text.sendall(frame(WAIT.format(1).encode()))
        client.expect("(You are number 1 in line.)")
        text.sendall(frame(GREETING.encode()))
        image = self.accept(pictures)
        self.assertEqual(PICTURE, classic_peer.read_frame(image))
        client.expect("[Picture sent - Client(127.0.0.1)]")
        image.close()
        client.expect("(The picture connection was closed.)")
        client.type("text")
        self.assertEqual(b"Client(127.0.0.1):text\n", classic_peer.read_frame(text))

    def listen(self, port):
        listener = socket.create_server(("127.0.0.1", port))
        listener.settimeout(START)
        self.addCleanup(listener.close)
        return listener

    def accept(self, listener):
        sock, _ = listener.accept()
        sock.settimeout(LIMIT)
        self.addCleanup(sock.close)
        return sock

    def test_a_server_that_says_otherwise_that_one_is_admitted(self):
        server = self.server(greeting="Client 127.0.0.1 已連線!\n")
        client = self.connect()
        client.expect("Client 127.0.0.1 已連線! (It is your turn.)", START)
        visit = server.next_visit()
        client.type("/image %s" % self.picture_file(PICTURE))
        self.assertEqual(PICTURE, visit.next_image())

    def test_lines_typed_at_once_are_sent_in_order_before_it_quits(self):
        server = self.server()
        client = self.connect()
        client.type(*["line %d" % i for i in range(100)], "/image %s" % self.picture_file(LARGE_PICTURE), "/quit")
        client.end_input()
        client.expect("Connected to server", START)
        visit = server.next_visit()
        for i in range(100):
            self.assertEqual(b"Client(127.0.0.1):line %d\n" % i, visit.next_text())
        self.assertEqual(LARGE_PICTURE, visit.next_image())
        self.assertEqual(0, client.status())
        self.assertIs(ENDED, visit.next_text())

    def test_the_end_by_the_server_is_status_0(self):
        _, client, visit = self.converse()
        client.end_input()
        visit.say("bye")
        client.expect("bye")
        visit.end()
        self.assertEqual(0, client.status())
        self.assertEqual("(The connection to the server was cut off.)", client.said()[-1])
        self.assertEqual(b"", bytes(client.errors))
        _, text = self.transcript("client_chat_log")
        self.assertTrue(text.endswith("(The connection to the server was cut off.)\n"), text)

    def test_end_leaves(self):
        _, client, visit = self.converse()
        client.type("bye", "/end")
        self.assertEqual(b"Client(127.0.0.1):bye\n", visit.next_text())
        self.assertIs(ENDED, visit.next_text())
        self.assertEqual(0, client.status())
        self.assertEqual("(You disconnected.)", client.said()[-1])

    def test_sigterm_leaves(self):
        _, client, visit = self.converse()
        client.terminate()
        self.assertEqual(0, client.status())
        self.assertIs(ENDED, visit.next_text())
        _, text = self.transcript("client_chat_log")
        self.assertTrue(text.endswith("(You disconnected.)\n"), text)

    def test_sigterm_in_line_leaves(self):
        server, _, _ = self.converse()
        waiting = self.connect()
        waiting.expect("(You are number 1 in line.)", START)
        waiting.terminate()
        self.assertEqual(0, waiting.status())
        server.next_visit()

    def test_a_server_that_cannot_be_reached_is_one_line_and_status_1(self):
        client = self.connect()
        self.assertEqual(1, client.status(START))
        self.assertEqual("[Error] Cannot connect to server 127.0.0.1:%d: nobody is listening there" % self.text_port,
                         self.assert_one_line(client.errors))
        client = self.connect(host="no-such-host.invalid")
        self.assertEqual(1, client.status(START))
        self.assertRegex(self.assert_one_line(client.errors),
                         r"Cannot connect to server no-such-host\.invalid:%d: " % self.text_port)

    def test_ipv6(self):
        try:
            server = self.server(host="::1")
        except OSError:
            self.skipTest("this machine has no IPv6")
        client = self.connect(host="[::1]")
        client.expect("]:%d" % self.text_port, START)
        visit = server.next_visit()
        client.type("six", "/image %s" % self.picture_file(PICTURE))
        text = visit.next_text().decode()
        self.assertRegex(text, r"^Client\([0:]*:1\):six\n$")
        self.assertEqual(PICTURE, visit.next_image())


class BothRolesTest(InteropTest):
    """Anteroom at both ends."""

    def test_a_conversation_and_a_waiting_line(self):
        server = self.run_anteroom("--console", *self.ports())
        server.expect("Waiting for clients", START)
        picture = self.picture_file(LARGE_PICTURE)
        connect = ["--console", "--connect=127.0.0.1", *self.ports()]
        first = self.run_anteroom(*connect)
        first.expect("(It is your turn.)", START)
        first.expect_ever("Picture connection with")
        second = self.run_anteroom(*connect)
        second.expect("(You are number 1 in line.)", START)
        first.type("Hello", "/image %s" % picture)
        server.expect("Client(127.0.0.1):Hello")
        saved = self.saved_picture(server.expect("Client(127.0.0.1):[Picture"))
        self.assertEqual(LARGE_PICTURE, saved.read_bytes())
        server.type("Welcome", "/image %s" % picture)
        first.expect("Server(127.0.0.1):Welcome")
        saved = self.saved_picture(first.expect("Server(127.0.0.1):[Picture"))
        self.assertEqual(LARGE_PICTURE, saved.read_bytes())
        second.type("I am early")
        first.type("/end")
        self.assertEqual(0, first.status())
        second.expect("(It is your turn.)")
        server.expect("Client(127.0.0.1):I am early")
        server.terminate()
        self.assertEqual(0, server.status())
        self.assertEqual(0, second.status())
        self.assertEqual(3, len(list(self.logs.glob("*.txt"))))


class OptionsTest(InteropTest):

    def run_to_end(self, *arguments):
        anteroom = self.run_anteroom(*arguments)
        status = anteroom.status(START)
        return status, anteroom

    def test_bad_options_are_one_line_and_status_2(self):
        for arguments, part in ((["--foo"], "--foo"), (["--console", "extra"], "extra"),
                                (["--console", "--text-port", "x"], "“x”"), (["--console", "--image-port=65536"], "65536"),
                                (["--connect", "host"], "--connect"), (["--console", "--connect"], "--connect"),
                                (["--server", "--client", "host"], "--server"),
                                (["--console", "--connect=h:0"], "“0”"), (["--client", "[::1"], "[::1")):
            with self.subTest(arguments):
                status, anteroom = self.run_to_end(*arguments)
                self.assertEqual(2, status, anteroom.report())
                line = self.assert_one_line(anteroom.errors)
                self.assertTrue(line.startswith("anteroom: "), line)
                self.assertIn(part, line)
                self.assertEqual([], anteroom.lines)

    def test_help_and_version(self):
        status, anteroom = self.run_to_end("--help")
        self.assertEqual(0, status, anteroom.report())
        self.assertEqual(b"", bytes(anteroom.errors))
        text = "\n".join(anteroom.lines)
        for option in ("--server", "--client", "--console", "--connect", "--text-port", "--image-port", "--logs",
                       "--save-images", "--help", "--version", "/image", "/quit"):
            self.assertIn(option, text)
        self.assertLess(max(map(self.width, anteroom.lines)), 80)
        status, anteroom = self.run_to_end("--version")
        self.assertEqual(0, status)
        self.assertRegex("\n".join(anteroom.lines), r"^Anteroom [0-9]+\.[0-9]+\.[0-9]+\S*$")

    def test_in_another_language(self):
        status, anteroom = self.run_to_end("-nl", "zh_TW", "--console", "--foo")
        self.assertEqual(2, status)
        self.assertEqual("anteroom: 沒有 --foo 這個選項 (請見 anteroom --help)", self.assert_one_line(anteroom.errors))
        status, anteroom = self.run_to_end("-nl", "zh_TW", "--help")
        self.assertEqual(0, status)
        self.assertIn("用法", "\n".join(anteroom.lines))
        self.assertLess(max(map(self.width, anteroom.lines)), 80)

    @staticmethod
    def width(line):
        """Columns on a terminal."""
        return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


if __name__ == "__main__":
    sys.exit(main(sys.modules[__name__]))
