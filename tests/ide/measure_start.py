#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""How much longer somebody's Eclipse IDE takes to start because Anteroom is installed in it. Two start at the same time
and share one processor, so that whatever makes that faster or slower meets both: the IDE without Anteroom beside one
with it, and, on another processor and to tell what is chance, two without it. Prints a table in Markdown.
Needs a display with a window manager, xprop, wmctrl, and what the build left in target folders; Linux, two processors."""

import argparse
import collections
import functools
import os
import pathlib
import re
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BUILT = pathlib.Path(__file__).resolve().parent / "dev.anteroom.ide.product/target"
REPOSITORY = BUILT.parents[3] / "releng/dev.anteroom.repository/target/repository"
# What readers of pictures require, most IDEs have, and Anteroom brings to those that lack it, as this one does.
REGISTRAR = "org.apache.aries.spifly.dynamic.bundle"
JAVA = pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java" if "JAVA_HOME" in os.environ else "java"
OURS = re.compile(r"(dev\.anteroom|io\.netty|com\.twelvemonkeys)\.\S+")
PATIENCE = 120
# What an IDE goes on with once its window is there, and what started it early would show: views, jobs, updates.
AFTERWARDS = 3
# What is compared: the second of each with the first.
WITHOUT, WITH, AGAIN, OTHER = "without", "with", "without again", "another without"
PAIRS = ((WITHOUT, WITH), (AGAIN, OTHER))
FIGURES = {"window": "Until its window is open, s", "cpu": "CPU time until then, s",
           "settled": f"CPU time until {AFTERWARDS} s later, s"}
Start = collections.namedtuple("Start", FIGURES)


class Ide:
    """An installation with a workspace, both of its own."""

    def __init__(self, folder, source):
        self.home = folder / "eclipse"
        self.workspace = folder / "workspace"
        self.user = folder / "user"
        self.user.mkdir(parents=True)
        shutil.copytree(source, self.home)
        settings = self.workspace / ".metadata/.plugins/org.eclipse.core.runtime/.settings"
        settings.mkdir(parents=True)
        (settings / "org.eclipse.ui.ide.prefs").write_text(
            "eclipse.preferences.version=1\nEXIT_PROMPT_ON_CLOSE_LAST_WINDOW=false\n")

    def start(self, processor, options=()):
        """Starts it as a person does, on one processor alone."""
        launcher = next((self.home / "plugins").glob("org.eclipse.equinox.launcher_*.jar"))
        return subprocess.Popen(
            ["taskset", "-c", str(processor), JAVA, "--enable-native-access=ALL-UNNAMED", f"-Duser.home={self.user}",
             *options, "-jar", launcher, "-nosplash", "-data", self.workspace],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # taskset becomes java: the process is the same

    def add(self, unit):
        """Installs something of what Anteroom's repository carries."""
        launcher = next((self.home / "plugins").glob("org.eclipse.equinox.launcher_*.jar"))
        subprocess.run([JAVA, f"-Duser.home={self.user}", "-jar", launcher, "-nosplash", "-data", self.workspace,
                        "-application", "org.eclipse.equinox.p2.director", "-repository", REPOSITORY.as_uri(),
                        "-installIU", unit], check=True, stdout=subprocess.DEVNULL)

    def classes_of_ours(self):
        """What of Anteroom, or of what came with it, a start loads."""
        log = self.home / "classes"
        measure([(self, min(os.sched_getaffinity(0)))],
                lambda ide, processor: ide.start(processor, [f"-Xlog:class+load:file={log}"]))
        return sorted(set(match[0] for match in OURS.finditer(log.read_text())))


class Windows:
    """The windows that open, as the window manager tells."""

    def __enter__(self):
        self.told = subprocess.Popen(["xprop", "-root", "-spy", "_NET_CLIENT_LIST"], stdout=subprocess.PIPE)
        self.known = self.next()
        return self

    def __exit__(self, *exception):
        self.told.kill()
        self.told.wait()

    def await_any(self, processes):
        """When, and which, some of the processes, by their ids, have their first windows."""
        while True:
            windows = self.next()
            now = time.monotonic()
            opened = {owner(window): (now, window) for window in windows - self.known}
            self.known |= windows
            if opened.keys() & processes.keys():
                return {pid: opened[pid] for pid in opened.keys() & processes.keys()}

    def next(self):
        if not select.select([self.told.stdout], [], [], PATIENCE)[0]:
            sys.exit("No window has opened.")
        told = os.read(self.told.stdout.fileno(), 1 << 16)
        if not told:
            sys.exit("There is no display any more.")
        return set(re.findall(r"0x[0-9a-f]+", told.decode()))


def owner(window):
    told = subprocess.run(["xprop", "-id", window, "_NET_WM_PID"], capture_output=True, text=True, check=False)
    return int(told.stdout.split()[-1]) if told.stdout.strip()[-1:].isdigit() else None  # none: it is gone already


def cpu_time(process):
    """Of all threads of a process, in seconds."""
    return time.clock_gettime(~process.pid << 3 | 2)  # its CPUCLOCK_SCHED, as clock_getcpuclockid(3) makes it


def measure(placed, start=Ide.start):
    """Starts IDEs, each on the processor it is given with, at the same time, and ends them."""
    with Windows() as windows:
        processes, opened = [], {}
        try:
            begun = []
            for ide, processor in placed:
                begun.append(time.monotonic())
                processes.append(start(ide, processor))
            left = dict((process.pid, process) for process in processes)
            cpu = {}
            while left:
                for pid, window in windows.await_any(left).items():
                    opened[pid] = window
                    cpu[pid] = cpu_time(left.pop(pid))
            time.sleep(AFTERWARDS)
            return [Start(opened[process.pid][0] - then, cpu[process.pid], cpu_time(process))
                    for process, then in zip(processes, begun)]
        finally:
            for process in processes:
                # As a person ends it: only so it keeps its windows, and what it knows of extensions, for the next start.
                if process.pid in opened:
                    subprocess.run(["wmctrl", "-i", "-c", opened[process.pid][1]], check=True)
                else:
                    process.kill()
            for process in processes:
                process.wait(PATIENCE)


def interval(differences):
    """Where the median of what these are a sample of is, in 95 of 100 cases, whatever their distribution."""
    ordered = sorted(differences)
    count, chance, below = len(ordered), 0.5 ** len(ordered), 0
    term = chance
    while chance <= 0.025:
        below += 1
        term *= (count - below + 1) / below
        chance += term
    return ordered[max(below - 1, 0)], ordered[min(count - below, count - 1)]


def spread(values):
    middle = statistics.median(values)
    return f"{middle:.3f} ± {statistics.median(abs(value - middle) for value in values):.3f}"


def difference(ones, others):
    usual = statistics.median(others)
    percent = [100 * (one - other) / usual for one, other in zip(ones, others)]
    least, most = interval(percent)
    return f"{statistics.median(percent):+.1f} % ({least:+.1f} to {most:+.1f})"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=20, help="pairs")
    options.add_argument("--java", action="append", default=[], metavar="OPTION", help="for Java, of all of them: with "
                         "--java=-Xint nothing is left to chance by when its compilers get to what")
    options.add_argument("--warm-ups", type=int, default=2, help="pairs before, which are not counted")
    arguments = options.parse_args()
    processors = sorted(os.sched_getaffinity(0))[:len(PAIRS)]
    if len(processors) < len(PAIRS):
        sys.exit("Two pairs that start at the same time need two processors.")
    start = functools.partial(Ide.start, options=arguments.java)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ides = {kind: Ide(folder / kind.replace(" ", "-"), BUILT / ("ide" if kind == WITH else "bare"))
                for pair in PAIRS for kind in pair}
        for kind in ides.keys() - {WITH}:
            ides[kind].add(REGISTRAR)
        starts = {kind: [] for kind in ides}
        for run in range(-arguments.warm_ups, arguments.runs):
            # By turns on either processor, and by turns a moment before the other.
            placed = [(kind, processor) for pair, processor in zip(PAIRS, processors[::1 if run % 2 else -1])
                      for kind in pair[::1 if run // 2 % 2 else -1]]
            for (kind, _), figures in zip(placed, measure([(ides[kind], on) for kind, on in placed], start)):
                if run >= 0:
                    starts[kind].append(figures)
                print(run, kind, *(f"{value:.3f}" for value in figures), file=sys.stderr)
        print(f"| {arguments.runs} pairs, median ± MAD | {WITHOUT} | {WITH} | more (95 %) "
              "| without beside without (95 %) |")
        print("|---|---|---|---|---|")
        for figure, label in FIGURES.items():
            of = {kind: [getattr(start, figure) for start in starts[kind]] for kind in ides}
            print(f"| {label} | {spread(of[WITHOUT])} | {spread(of[WITH])} | {difference(of[WITH], of[WITHOUT])} "
                  f"| {difference(of[OTHER], of[AGAIN])} |")
        loaded = ides[WITH].classes_of_ours()
        print(f"\nClasses of Anteroom, Netty and TwelveMonkeys that such a start loads: {len(loaded)}", *loaded)


if __name__ == "__main__":
    main()
