"""Whether a window can be opened here, asked before Qt is: Qt would end the whole program instead of saying so."""

from __future__ import annotations

import ctypes
import os
import sys

from pos_app.loyalty.errors import PosError

_QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


class NoScreen(PosError):
    """There is nothing to open a window on."""


def check_screen() -> None:
    """Raise NoScreen with what to do, unless Qt can open a window (Linux with X; elsewhere Qt is trusted)."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY")
    if not display:
        raise NoScreen(
            "There is no screen to open the till's window on (DISPLAY is not set). The commands work without: pos-app --help"
        )
    missing = [package for library, package in _QT_LIBRARIES.items() if not _loads(library)]
    if missing:
        raise NoScreen(f"The window needs system packages that are missing: apt-get install {' '.join(missing)}")
    if not _answers(display):
        raise NoScreen(f"The screen {display} does not answer: no window can be opened on it.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Whether the X server lets us in."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    well = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return well
