#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""What a screen reader gets of the built product, on a desktop of its own (desktop.py): a client of the deployed kind
talks with a server, and check_log.py looks and listens.

Run it with a python3 that has python3-gi, usually /usr/bin/python3. ANTEROOM names another executable.
"""

import pathlib
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "interop"))

from anteroom import EXECUTABLE, LIMIT, START, free_ports  # noqa: E402
from classic_peer import Client, in_background  # noqa: E402
from desktop import Desktop  # noqa: E402


class AccessibilityTest(unittest.TestCase):

    def setUp(self):
        self.desktop = Desktop()
        self.addCleanup(self.desktop.close)
        self.text_port, self.image_port = free_ports()
        self.desktop.environment["JAVA_TOOL_OPTIONS"] = "-Duser.home=%s" % self.desktop.home
        self.product = self.desktop.start(EXECUTABLE, "-nl", "en", "--server", "--text-port", self.text_port,
                                          "--image-port", self.image_port, "--logs", self.desktop.home / "logs")
        self.client = self.connect()
        self.addCleanup(self.client.close)

    def connect(self):
        end = time.monotonic() + START
        while True:
            try:
                return Client(self.text_port, self.image_port).wait_until_admitted()
            except OSError as failure:
                self.assertIsNone(self.product.poll(), "the product has ended")
                if time.monotonic() > end:
                    raise AssertionError("no server within %g s" % START) from failure
                time.sleep(0.2)

    def check(self, *options):
        return self.desktop.start(sys.executable, "-B", HERE / "check_log.py", *options, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, text=True)

    def assert_checks(self, check, limit, lines):
        reader = in_background(lambda: lines.extend(check.stdout))
        reader.join(limit)
        self.assertFalse(reader.is_alive(), "no end within %g s:\n%s" % (limit, "".join(lines)))
        self.assertEqual(0, check.wait(LIMIT), "\n" + "".join(lines))

    def test_what_is_said_is_announced_and_can_be_gone_through(self):
        said = ["Good morning!", "早安，請問第三題怎麼做？", "Is it due on Friday?"]
        announcement = self.check("--patience", START, "--announced", said[-1])
        lines = []
        listening = in_background(read_until_listening, announcement, lines)
        listening.join(START + LIMIT)
        self.assertFalse(listening.is_alive(), "it does not listen within %g s" % (START + LIMIT))
        for text in said:
            self.client.say(text)
        self.assert_checks(announcement, START + LIMIT, lines)
        expected = [option for text in said for option in ("--expect", text)]
        self.assert_checks(self.check("--walk", *expected), 4 * LIMIT, [])


def read_until_listening(check, lines):
    for line in check.stdout:
        lines.append(line)
        if "waiting for an announcement" in line:
            return


if __name__ == "__main__":
    unittest.main()
