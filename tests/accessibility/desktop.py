# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""A desktop that nobody sees, with what a screen reader needs."""

import os
import pathlib
import signal
import subprocess
import tempfile

LIMIT = 20.0
"""Seconds that anything may take which should happen at once."""

PRIVATE = ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "NO_AT_BRIDGE", "GTK_MODULES",
           "JAVA_TOOL_OPTIONS")
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:dir=%s</listen>
  <auth>EXTERNAL</auth>
  <standard_session_servicedirs/>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Desktop:
    """A display, a window manager and a session bus of its own, in a home of its own; ends with all that runs on it."""

    def __init__(self):
        self.processes = []
        self.folder = tempfile.TemporaryDirectory(prefix="anteroom-desktop-")
        self.home = pathlib.Path(self.folder.name).resolve()
        self.environment = {name: value for name, value in os.environ.items()
                            if name not in PRIVATE and not name.startswith("XDG_")}
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700)
        self.environment.update(HOME=str(self.home), XDG_RUNTIME_DIR=str(runtime), GDK_BACKEND="x11",
                                LC_ALL="C.UTF-8", LANGUAGE="")
        try:
            self._begin(runtime)
        except BaseException:
            self.close()
            raise

    def _begin(self, runtime):
        self.environment["DISPLAY"] = ":" + self._first_line("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24",
                                                             "-nolisten", "tcp")
        self.start("openbox")
        bus = self.home / "bus.conf"
        bus.write_text(BUS % runtime)
        # The accessibility bus is started by this one when it is asked for.
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._first_line(
            "dbus-daemon", "--config-file=%s" % bus, "--nofork", "--print-address=1")

    def _first_line(self, *command):
        return self.start(*command, stdout=subprocess.PIPE).stdout.readline().decode().strip()

    def start(self, *command, **keywords):
        """Starts a program on this desktop; it ends with it, with all that it has started."""
        keywords = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **keywords}
        process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL,
                                   cwd=self.home, env=self.environment, start_new_session=True, **keywords)
        self.processes.append(process)
        return process

    def close(self):
        for process in reversed(self.processes):
            # Also when it has ended: what it has started may have not.
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait(LIMIT)
            if process.stdout:
                process.stdout.close()
        self.folder.cleanup()
