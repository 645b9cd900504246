"""When a key moved, on Windows: Qt stamps key events there when it gets round to them, Windows when they happen.

Never run on a real Windows. It follows Qt's sources: the event dispatcher shows every message to native filters, with its
time, before it dispatches it; the window's procedure makes a key event of it, with the same scan code, delivered later.
"""

from __future__ import annotations

import ctypes
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractNativeEventFilter

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

_DOWN = frozenset({0x0100, 0x0104})
"""WM_KEYDOWN and WM_SYSKEYDOWN."""
_UP = frozenset({0x0101, 0x0105})
_SCAN_CODE_SHIFT = 16
_SCAN_CODE = 0x1FF
"""Eight bits of scan code and the one of extended keys: what Qt calls the native scan code."""
_MOST_MOVES = 2048
"""Of a window that is busy while a long code is read; older ones are not asked for any more."""


class Message(ctypes.Structure):
    """MSG of winuser.h. LONG and DWORD have 32 bits on every Windows, whatever the computer this runs on thinks."""

    _fields_ = (
        ("hwnd", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
        ("time_ms", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
    )


class KeyMove(NamedTuple):
    """A key went down or up. `t_ms` counts from the start of the computer."""

    t_ms: int
    code: int
    down: bool


def key_move(message: Message) -> KeyMove | None:
    """What a message says about a key; None if it is about something else."""
    kind = message.message
    if kind not in _DOWN and kind not in _UP:
        return None
    return KeyMove(message.time_ms, message.lparam >> _SCAN_CODE_SHIFT & _SCAN_CODE, kind in _DOWN)


class KeyMoments(QAbstractNativeEventFilter):
    """Notes when keys moved, for the events that Qt makes of it. Keeps codes for no longer than that. GUI thread only."""

    def __init__(self) -> None:
        super().__init__()
        self._moves: deque[KeyMove] = deque(maxlen=_MOST_MOVES)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if kind == b"windows_generic_MSG":
            move = key_move(Message.from_address(int(message)))
            if move is not None:
                self._moves.append(move)
        return False, 0

    def take(self, code: int, *, down: bool, repeated: bool = False) -> int:
        """The moment of this move, 0 if none was noted. Earlier ones, which Qt kept to itself (a dead key), are forgotten.

        `repeated`: the key is being held. Qt makes a release before every repeat, of which Windows knows nothing.
        """
        for place, move in enumerate(self._moves):
            if move.code != code or (move.down is not down and not repeated):
                continue
            if move.down is down:
                for _ in range(place + 1):
                    self._moves.popleft()
            return move.t_ms
        return 0
