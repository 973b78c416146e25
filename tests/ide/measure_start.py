#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""How much longer somebody's Eclipse IDE takes to start because Anteroom is installed in it. Two start at the same time,
each on a processor of its own, so that whatever else makes a machine faster or slower meets both: the IDE without
Anteroom beside one with it, and, to tell what is chance, beside one without it, too. Prints a table in Markdown.
Needs a display with a window manager, xprop, and what the build left in target folders; Linux, two processors."""

import argparse
import collections
import os
import pathlib
import re
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

BUILT = pathlib.Path(__file__).resolve().parent / "dev.anteroom.ide.product/target"
JAVA = pathlib.Path(os.environ["JAVA_HOME"]) / "bin/java" if "JAVA_HOME" in os.environ else "java"
OURS = re.compile(r"(dev\.anteroom|io\.netty|com\.twelvemonkeys)\.\S+")
PATIENCE = 120
# What an IDE goes on with once its window is there, and what started it early would show: views, jobs, updates.
AFTERWARDS = 3
WITHOUT, WITH, AGAIN = "without", "with", "without again"
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

    def start(self, processor, *options):
        """Starts it as a person does, on one processor alone."""
        launcher = next((self.home / "plugins").glob("org.eclipse.equinox.launcher_*.jar"))
        return subprocess.Popen(
            ["taskset", "-c", str(processor), JAVA, "--enable-native-access=ALL-UNNAMED", f"-Duser.home={self.user}",
             *options, "-jar", launcher, "-nosplash", "-data", self.workspace],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # taskset becomes java: the process is the same

    def classes_of_ours(self):
        """What of Anteroom, or of what came with it, a start loads."""
        log = self.home / "classes"
        measure([self], lambda ide, processor: ide.start(processor, f"-Xlog:class+load:file={log}"))
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
        """The moments at which some of the processes, by their ids, have their first windows."""
        while True:
            windows = self.next()
            now = time.monotonic()
            owners = {owner(window) for window in windows - self.known}
            self.known |= windows
            if owners & processes.keys():
                return {pid: now for pid in owners & processes.keys()}

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


def measure(ides, start=Ide.start):
    """Starts them at the same time, and ends them."""
    with Windows() as windows:
        processes = []
        try:
            begun = []
            for ide, processor in zip(ides, sorted(os.sched_getaffinity(0))):
                begun.append(time.monotonic())
                processes.append(start(ide, processor))
            left = dict((process.pid, process) for process in processes)
            opened, cpu = {}, {}
            while left:
                for pid, moment in windows.await_any(left).items():
                    opened[pid] = moment
                    cpu[pid] = cpu_time(left.pop(pid))
            time.sleep(AFTERWARDS)
            return [Start(opened[process.pid] - then, cpu[process.pid], cpu_time(process))
                    for process, then in zip(processes, begun)]
        finally:
            for process in processes:
                process.send_signal(signal.SIGTERM)  # They save their workspaces, and go.
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
    options.add_argument("--warm-ups", type=int, default=2, help="pairs before, which are not counted")
    arguments = options.parse_args()
    if len(os.sched_getaffinity(0)) < 2:
        sys.exit("Two that start at the same time need two processors.")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ides = {kind: Ide(folder / kind.replace(" ", "-"), BUILT / ("ide" if kind == WITH else "bare"))
                for kind in (WITHOUT, WITH, AGAIN)}
        pairs = {WITH: [], AGAIN: []}
        for run in range(-arguments.warm_ups, arguments.runs):
            # What is chance shows in half as many.
            for kind in (WITH,) if run % 2 else (WITH, AGAIN) if run % 4 else (AGAIN, WITH):
                # By turns on either processor, and by turns a moment before the other.
                turned = (run // 2 + (kind == WITH)) % 2
                both = [ides[WITHOUT], ides[kind]]
                starts = measure(both[::-1])[::-1] if turned else measure(both)
                if run >= 0:
                    pairs[kind].append(starts)
                print(run, kind, *(f"{value:.3f}" for start in starts for value in start), file=sys.stderr)
        print(f"| {arguments.runs} pairs, median ± MAD | {WITHOUT} | {WITH} | more (95 %) "
              "| without beside without (95 %) |")
        print("|---|---|---|---|---|")
        for figure, label in FIGURES.items():
            of = {kind: [[getattr(start, figure) for start in both] for both in zip(*pairs[kind])] for kind in pairs}
            print(f"| {label} | {spread(of[WITH][0])} | {spread(of[WITH][1])} | {difference(*of[WITH][::-1])} "
                  f"| {difference(*of[AGAIN][::-1])} |")
        loaded = ides[WITH].classes_of_ours()
        print(f"\nClasses of Anteroom, Netty and TwelveMonkeys that such a start loads: {len(loaded)}", *loaded)


if __name__ == "__main__":
    main()
