"""The same swipes under Wayland: a headless sway, the bench on it, and a virtual keyboard.

    .venv/bin/python -m tests.window.reader.wayland [swipes for each layout, 64 by default]

Prints the table of ``tally.py``; the exit code is 1 if a wrong card was read or one swipe in a thousand or more went wrong.
Not a part of the test suite: it needs Debian's ``sway`` besides. Under Wayland there is no one to press keys for other
programs but the compositor, so the keyboard here is a client that speaks just enough of the protocol to be one
(https://wayland.app/protocols/virtual-keyboard-unstable-v1).
"""

from __future__ import annotations

import array
import ctypes
import os
import select
import socket
import struct
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from pos_app.reader.keys import CODE_ALT, CODE_ALTGR, CODE_CTRL, CODE_SHIFT
from tests.window.program import Launcher
from tests.window.reader.bench import FOCUSES
from tests.window.reader.desk import ANSWER_S, LAYOUTS, SIZE, Desk
from tests.window.reader.melody import swipe as keys_of
from tests.window.reader.swipes import swipes
from tests.window.reader.tally import Tally, table
from tests.window.screen import Screen, start, stop
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.window.reader.desk import Outcome
    from tests.window.reader.melody import Melody
    from tests.window.reader.swipes import Swipe

QUICK = 64
AIM = 0.999
SWAY_SETTINGS = f"output HEADLESS-1 resolution {SIZE[0]}x{SIZE[1]}\ndefault_border none\nfocus_follows_mouse no\n"
DISPLAY, REGISTRY, CALLBACK, SEAT, MANAGER, KEYBOARD = range(1, 7)
MODIFIERS = {CODE_SHIFT: 1, CODE_CTRL: 4, CODE_ALT: 8, CODE_ALTGR: 128}
XKB_V1 = 1
NOBODY = 65534


class RuleNames(ctypes.Structure):
    """``xkb_rule_names``."""

    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


def keymap(layout: str) -> bytes:
    """The keymap of a layout as text, as the compositor wants it."""
    xkb = ctypes.CDLL("libxkbcommon.so.0")
    for function in (xkb.xkb_context_new, xkb.xkb_keymap_new_from_names):
        function.restype = ctypes.c_void_p
    xkb.xkb_keymap_new_from_names.argtypes = (ctypes.c_void_p, ctypes.POINTER(RuleNames), ctypes.c_int)
    xkb.xkb_keymap_get_as_string.argtypes = (ctypes.c_void_p, ctypes.c_int)
    xkb.xkb_keymap_get_as_string.restype = ctypes.c_char_p
    names = RuleNames(b"evdev", b"pc105", layout.encode(), b"", b"")
    made = xkb.xkb_keymap_new_from_names(xkb.xkb_context_new(0), ctypes.byref(names), 0)
    text: bytes = xkb.xkb_keymap_get_as_string(made, XKB_V1)
    return text + b"\0"


class VirtualKeyboard:
    """A client of the compositor that presses keys. Plays melodies as ``desk.Pressing`` does."""

    def __init__(self, path: Path) -> None:
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(str(path))
        self._received = b""
        self._names: dict[str, int] = {}
        self._held = 0
        self._send(DISPLAY, 1, struct.pack("=I", REGISTRY))
        self._send(DISPLAY, 0, struct.pack("=I", CALLBACK))
        wait_until(self._is_told, what="the compositor's list of interfaces", timeout_s=ANSWER_S)
        self._bind("wl_seat", 1, SEAT)
        self._bind("zwp_virtual_keyboard_manager_v1", 1, MANAGER)
        self._send(MANAGER, 0, struct.pack("=II", SEAT, KEYBOARD))

    def layout(self, name: str) -> None:
        text = keymap(name)
        file = os.memfd_create("keymap")
        try:
            os.write(file, text)
            self._send(KEYBOARD, 0, struct.pack("=II", XKB_V1, len(text)), file)
        finally:
            os.close(file)

    def play(self, melody: Melody) -> float:
        start_s = time.monotonic() + 0.005
        latest_s = 0.0
        for at_ms, code, down in melody:
            due_s = start_s + at_ms / 1000
            wait_s = due_s - time.monotonic()
            if wait_s > 0:
                select.select([], [], [], wait_s)
            now_s = time.monotonic()
            latest_s = max(latest_s, now_s - due_s)
            self._send(KEYBOARD, 1, struct.pack("=III", int(now_s * 1000) & 0xFFFFFFFF, code, int(down)))
            if code in MODIFIERS:
                self._held = self._held | MODIFIERS[code] if down else self._held & ~MODIFIERS[code]
                self._send(KEYBOARD, 2, struct.pack("=IIII", self._held, 0, 0, 0))
        return latest_s * 1000

    def stop(self) -> None:
        self._line.close()

    def _bind(self, interface: str, version: int, made: int) -> None:
        name = interface.encode() + b"\0"
        padded = name.ljust(-(-len(name) // 4) * 4, b"\0")
        words = struct.pack("=II", self._names[interface], len(name)) + padded + struct.pack("=II", version, made)
        self._send(REGISTRY, 0, words)

    def _send(self, target: int, request: int, words: bytes, file: int | None = None) -> None:
        message = struct.pack("=II", target, (len(words) + 8) << 16 | request) + words
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [file]))] if file is not None else []
        self._line.sendmsg([message], rights)

    def _is_told(self) -> bool:
        """Takes what the compositor says; True when it has said all that it has."""
        self._received += self._line.recv(65536)
        done = False
        while len(self._received) >= 8:
            target, rest = struct.unpack_from("=II", self._received)
            size, event = rest >> 16, rest & 0xFFFF
            if len(self._received) < size:
                break
            words, self._received = self._received[8:size], self._received[size:]
            if target == REGISTRY and event == 0:
                name, length = struct.unpack_from("=II", words)
                self._names[words[8 : 7 + length].decode()] = name
            done = done or target == CALLBACK
        return done


@dataclass(frozen=True, slots=True)
class Headless(Screen):
    """A screen that nobody can look at, xdotool least of all."""

    runtime: Path

    def environment(self) -> dict[str, str]:
        return {
            "XDG_RUNTIME_DIR": str(self.runtime),
            "WAYLAND_DISPLAY": self.display,
            "QT_QPA_PLATFORM": "wayland",
            "QT_LOGGING_RULES": "qt.qpa.wayland.textinput=false",  # it grumbles whenever a focus goes
        }


class WaylandDesk(Desk):
    """A desk whose keyboard brings its own layout."""

    def set_layout(self, layout: str) -> None:
        assert isinstance(self.keyboard, VirtualKeyboard)
        self.keyboard.layout(layout)
        self.layout = layout


def displays(runtime: Path) -> list[str]:
    return sorted(path.name for path in runtime.glob("wayland-*") if path.suffix != ".lock")


@contextmanager
def running_sway(folder: Path) -> Iterator[Headless]:
    """A compositor without a screen. Raises TimeoutError, with its words in ``sway.log``, if it does not start."""
    runtime, settings = folder / "run", folder / "sway.conf"
    runtime.mkdir(mode=0o700)
    settings.write_text(SWAY_SETTINGS)
    environment = {"XDG_RUNTIME_DIR": str(runtime), "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "HOME": str(folder)}
    nobody: tuple[str, ...] = ()
    if os.geteuid() == 0:  # as whom sway refuses to run
        nobody = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
        folder.chmod(0o755)
        os.chown(runtime, NOBODY, NOBODY)
    with (folder / "sway.log").open("wb") as log:
        sway = start((*nobody, "sway", "-c", str(settings)), environment | {"WLR_LIBINPUT_NO_DEVICES": "1"}, log.fileno())
        try:
            found = wait_until(partial(displays, runtime), what="the compositor", timeout_s=ANSWER_S)
            yield Headless(found[0], *SIZE, framebuffer=folder, runtime=runtime)
        finally:
            stop(sway)


@contextmanager
def wayland_desk(folder: Path) -> Iterator[Desk]:
    with ExitStack() as stack:
        screen = stack.enter_context(running_sway(folder))
        keyboard = VirtualKeyboard(screen.runtime / screen.display)
        stack.callback(keyboard.stop)
        keyboard.layout("us")
        launcher = Launcher(screen, folder)
        stack.callback(launcher.stop_all)
        waiting = stack.enter_context(socket.socket(socket.AF_UNIX))
        waiting.bind(str(folder / "bench"))
        waiting.listen()
        waiting.settimeout(ANSWER_S)
        bench = launcher.python("-m", "tests.window.reader.bench", str(folder / "bench"), window=False)
        line = stack.enter_context(waiting.accept()[0])
        line.settimeout(ANSWER_S)
        yield WaylandDesk("us", launcher, keyboard, line, bench)


def attempt(at: Desk, swipe: Swipe) -> Outcome:
    if swipe.first:
        at.tap()
    return at.at(swipe.focus).press(keys_of(swipe.read.text, swipe.gaps_ms))


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else QUICK
    tallies: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory() as folder, wayland_desk(Path(folder)) as at:
        for layout in LAYOUTS:
            at.set_layout(layout)
            tally = tallies[layout] = Tally()
            for swipe in islice(swipes(Random(f"wayland {layout}"), FOCUSES), count):
                tally.add(swipe, at.punctually(partial(attempt, at, swipe)))
    print(table(tallies))
    made = [each for tally in tallies.values() for each in tally.made]
    bad = [each for tally in tallies.values() for each in tally.bad]
    return int(any(each.wrong for each in made) or len(bad) > (1 - AIM) * len(made))


if __name__ == "__main__":
    sys.exit(main())
