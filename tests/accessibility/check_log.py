#!/usr/bin/env python3
# Copyright (c) 2026 the Anteroom authors
#
# This program and the accompanying materials are made available under the
# terms of the Eclipse Public License 2.0, available at
# https://www.eclipse.org/legal/epl-2.0/
#
# SPDX-License-Identifier: EPL-2.0
"""Checks over AT-SPI what a screen reader gets of the message log in a window that is open already.

    check_log.py [--application NAME] [--patience SECONDS] [--expect TEXT]... [--walk] [--announced TEXT]

Prints the items of the log; each TEXT must be part of one. --walk gives the log the focus, presses keys in it and checks
that focus and selection are told; there must be three messages in sight. --announced waits until something with TEXT in it
is announced; '' is anything. --patience is for how long it waits for that, and for a log to be there at all. Starts
nothing; ends with 0, or with 1 and what is wrong.

Needs a session bus with at-spi2-core and the package gir1.2-atspi-2.0 (with python3-gi, so mind which python3 it is).
"""
import argparse
import re
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_MILLIS = 10_000
SETTLE_MILLIS = 500
# X key symbols; shift is the code of a key, as it is held.
UP = 0xFF52
HOME = 0xFF50
SHIFT = 50
LISTENING = '  waiting for an announcement'
NAMES = ('Conversation', '對話', '对话')
TIME = re.compile(r'\b\d\d:\d\d(:\d\d)?\b')


class Wrong(Exception):
    pass


def check(holds, what):
    if not holds:
        raise Wrong(what)


def children(accessible):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield child


def find(accessible, wanted):
    if wanted(accessible):
        return accessible
    for child in children(accessible):
        found = find(child, wanted)
        if found is not None:
            return found
    return None


def is_log(accessible):
    return accessible.get_role() == Atspi.Role.LIST and accessible.get_name() in NAMES \
        and accessible.get_state_set().contains(Atspi.StateType.SHOWING)


def find_log(application, patience):
    """The log, as soon as it is in sight; windows tell of themselves in too many ways to wait for one of them."""
    end = time.monotonic() + patience
    while True:
        log = None
        for each in children(Atspi.get_desktop(0)):
            try:
                if application in (None, each.get_name()):
                    log = log or find(each, is_log)
            except GLib.GError:
                pass  # It is just being made, or gone.
        if log is not None or time.monotonic() > end:
            return log
        time.sleep(0.2)


def extents(accessible):
    return Atspi.Component.get_extents(accessible, Atspi.CoordType.SCREEN)


def check_items(log, expected):
    """That the log is a list of messages, one below the other, and where it says they are."""
    states = log.get_state_set()
    for state in (Atspi.StateType.FOCUSABLE, Atspi.StateType.MULTISELECTABLE):
        check(states.contains(state), f'the list is not {state.value_nick}')
    area = extents(log)
    items = list(children(log))
    check(items, 'the list has no items')
    bottom = area.y
    for index, item in enumerate(items):
        name = item.get_name()
        place = extents(item)
        print(f'  {place.x},{place.y} {place.width}x{place.height}  {name!r}')
        states = item.get_state_set()
        check(item.get_role() == Atspi.Role.LIST_ITEM, f'{name!r} is a {item.get_role_name()}')
        check(TIME.search(name), f'{name!r} tells no time')
        check(item.get_index_in_parent() == index, f'{name!r} is at {item.get_index_in_parent()}, not {index}')
        check(not states.contains(Atspi.StateType.DEFUNCT), f'{name!r} is defunct')
        check(not states.contains(Atspi.StateType.EDITABLE), f'{name!r} is editable')
        for state in (Atspi.StateType.SHOWING, Atspi.StateType.FOCUSABLE, Atspi.StateType.SELECTABLE):
            check(states.contains(state), f'{name!r} is not {state.value_nick}')
        check(place.y >= bottom, f'{name!r} overlaps the one above')
        bottom = place.y + place.height
        check(area.y <= place.y and bottom <= area.y + area.height, f'{name!r} is outside of the list')
        hit = Atspi.Component.get_accessible_at_point(log, place.x + place.width // 2, place.y + place.height // 2,
                                                      Atspi.CoordType.SCREEN)
        check(hit is not None and hit.get_name() == name, f'another item is where {name!r} is')
    for text in expected:
        check(any(text in item.get_name() for item in items), f'no item has {text!r}')


class Events:
    """What was told since the last key."""

    def __init__(self, *types):
        self.seen = []
        self.name = None
        self.listener = Atspi.EventListener.new(self.told)
        for each in types:
            check(self.listener.register(each), f'no {each} events')

    def told(self, event):
        try:
            told = (event.type, event.detail1, event.source.get_role(), event.source.get_name())
        except GLib.GError:
            return  # It has been scrolled out of sight since.
        self.seen.append(told)
        if self.name is None and self.wanted(*told):
            self.name = told[-1]
            Atspi.event_quit()

    def wait(self, what, wanted, action=lambda: None, patience=PATIENCE_MILLIS):
        """What is wanted, once it has been told after the action; gives the name of what told it."""
        self.seen.clear()
        self.name = None
        self.wanted = wanted
        late = []

        def act():
            action()
            return GLib.SOURCE_REMOVE

        def give_up():
            late.append(True)
            Atspi.event_quit()
            return GLib.SOURCE_REMOVE

        GLib.idle_add(act)
        timer = GLib.timeout_add(patience, give_up)
        Atspi.event_main()
        if late:
            raise Wrong(f'{what} was not told; there was {self.seen}')
        GLib.source_remove(timer)
        return self.name

    def settle(self):
        """Lets what is under way be told."""
        self.wanted = lambda *event: False
        GLib.timeout_add(SETTLE_MILLIS, Atspi.event_quit)
        Atspi.event_main()


def press(key):
    return lambda: Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)


def check_keys(log):
    """That who goes through the log by key is told where they are."""
    events = Events('object:state-changed:focused', 'object:state-changed:selected', 'object:selection-changed')

    def focus_of_item(type, detail, role, name):
        return type.endswith('focused') and detail == 1 and role == Atspi.Role.LIST_ITEM

    Atspi.Component.grab_focus(log)
    events.settle()
    first = events.wait('a message', focus_of_item, press(UP))
    names = [item.get_name() for item in children(log)]
    check(first in names, f'{first!r} has the focus and is not in sight')
    second = events.wait('the message above', lambda *event: focus_of_item(*event) and event[3] != first, press(UP))
    check(second == names[names.index(first) - 1], f'{second!r} is not above {first!r}')

    def extend():
        Atspi.generate_keyboard_event(SHIFT, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(UP, None, Atspi.KeySynthType.SYM)
        Atspi.generate_keyboard_event(SHIFT, None, Atspi.KeySynthType.RELEASE)

    selected = events.wait('the selection', lambda type, detail, role, name: type.endswith('selected') and detail == 1,
                           extend)
    check(selected == second, f'{selected!r} was selected, not {second!r}')
    item = next(item for item in children(log) if item.get_name() == second)
    item.clear_cache()
    check(item.get_state_set().contains(Atspi.StateType.SELECTED), f'{second!r} is not selected')
    events.wait('the first message', lambda *event: focus_of_item(*event) and event[3] != second, press(HOME))
    print('  focus and selection are told')


def check_announcement(text, patience):
    """That what somebody says is announced."""
    events = Events('object:state-changed:showing')
    print(LISTENING, flush=True)
    name = events.wait('an announcement',
                       lambda type, detail, role, name: role == Atspi.Role.ALERT and detail == 1 and text in name,
                       patience=int(patience * 1000))
    print(f'  announced: {name!r}')


def await_items(log, expected, patience):
    """The window may still be laying itself out, which moves everything."""
    end = time.monotonic() + patience
    while True:
        try:
            return check_items(log, expected)
        except Wrong:
            if time.monotonic() > end:
                raise
            time.sleep(.2)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--application', help='its name, if there are several')
    parser.add_argument('--patience', type=float, default=10, metavar='SECONDS')
    parser.add_argument('--expect', action='append', default=[])
    parser.add_argument('--walk', action='store_true')
    parser.add_argument('--announced', metavar='TEXT')
    options = parser.parse_args()
    try:
        log = find_log(options.application, options.patience)
        check(log is not None, f'no list is called {" or ".join(NAMES)}')
        await_items(log, options.expect, options.patience)
        if options.walk:
            check_keys(log)
        if options.announced is not None:
            check_announcement(options.announced, options.patience)
    except Wrong as wrong:
        print(f'WRONG: {wrong}')
        return 1
    print('the log is accessible')
    return 0


if __name__ == '__main__':
    sys.exit(main())
