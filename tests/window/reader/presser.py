"""A keyboard that keeps time: a process that presses keys through XTEST at the moments it is told.

    python -m tests.window.reader.presser      (the display from DISPLAY)

One line of JSON on stdin is one melody, a list of ``[at_ms, evdev code, down]``. The answer on stdout, when its last key
has been taken by the X server, is the worst lateness of any of its keys in ms. xdotool keeps time to a millisecond or two
and presses one key after another; readers are faster than that and people hold two keys at once.
"""

from __future__ import annotations

import ctypes
import json
import sys
import time

PR_SET_TIMERSLACK = 29
X_OFFSET = 8
AGO_S = 0.005
"""The first key is pressed this long after the line was read."""


class Keyboard:
    """XTEST on the display of the environment. Raises OSError where there is none."""

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtst = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self._xtst.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise OSError("the display cannot be opened")

    def press(self, code: int, *, down: bool) -> None:
        """Returns once the server has it."""
        self._xtst.XTestFakeKeyEvent(self._display, code + X_OFFSET, int(down), 0)
        self._x11.XSync(self._display, 0)


def play(keyboard: Keyboard, melody: list[tuple[float, int, bool]]) -> float:
    """Presses every key in its moment; the worst lateness in ms."""
    start_s = time.monotonic() + AGO_S
    latest_s = 0.0
    for at_ms, code, down in melody:
        due_s = start_s + at_ms / 1000
        wait_s = due_s - time.monotonic()
        if wait_s > 0:
            time.sleep(wait_s)
        keyboard.press(code, down=down)
        latest_s = max(latest_s, time.monotonic() - due_s)
    return latest_s * 1000


def main() -> None:
    ctypes.CDLL(None).prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0)
    keyboard = Keyboard()
    print("ready", flush=True)
    for line in sys.stdin:
        print(f"{play(keyboard, json.loads(line)):.3f}", flush=True)


if __name__ == "__main__":
    main()
