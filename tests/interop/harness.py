# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""What the tests of the built product have in common."""

import pathlib
import re
import sys
import tempfile
import unittest

from anteroom import EXECUTABLE, Anteroom, free_ports


class InteropTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="anteroom-interop-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.logs = self.folder / "logs"
        self.text_port, self.image_port = free_ports()

    def run_anteroom(self, *arguments, **keywords):
        anteroom = Anteroom(*arguments, home=self.folder, **keywords)
        self.addCleanup(anteroom.close)
        return anteroom

    def ports(self):
        return ["--text-port", self.text_port, "--image-port", self.image_port, "--logs", self.logs]

    def picture_file(self, content, name="picture.png"):
        file = self.folder / name
        file.write_bytes(content)
        return file

    def transcript(self, prefix):
        files = [file for file in self.logs.iterdir() if file.suffix == ".txt"]
        self.assertEqual(1, len(files), files)
        self.assertRegex(files[0].name, r"^%s_20[0-9]{6}_[0-9]{6}\.txt$" % prefix)
        return files[0], files[0].read_bytes().decode("utf-8")

    def saved_picture(self, line):
        """The file whose absolute path ends the line."""
        path = pathlib.Path(re.search(r"\] (/.*)$", line).group(1))
        self.assertTrue(path.is_absolute())
        return path

    def assert_one_line(self, errors):
        text = errors.decode("utf-8")
        self.assertRegex(text, r"\A[^\n]+\n\Z")
        return text.rstrip("\n")


class Counting(unittest.TextTestResult):

    passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1


def main(here):
    """Runs the tests of a module, or those of them that the command line names."""
    if not EXECUTABLE.is_file():
        print("There is no %s: build the product, or set ANTEROOM." % EXECUTABLE, file=sys.stderr)
        return 2
    loader = unittest.defaultTestLoader
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    tests = loader.loadTestsFromNames(names, here) if names else loader.loadTestsFromModule(here)
    result = unittest.TextTestRunner(resultclass=Counting, verbosity=2 if "-v" in sys.argv else 1).run(tests)
    failed = len({test_of(test).id() for test, _ in result.failures + result.errors}
                 | {test.id() for test in result.unexpectedSuccesses})
    sys.stderr.flush()
    print("%d passed, %d failed" % (result.passed, failed), flush=True)
    return 0 if result.wasSuccessful() else 1


def test_of(test):
    """The test that a subtest belongs to."""
    return getattr(test, "test_case", test)
