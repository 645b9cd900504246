"""Whether anything but rings, bars and the spinner may move (``screens.md`` §8). GUI thread.

Nothing does until a window says so: a picture of a screen is the same every time.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from pos_app.appearance import MotionChoice

__all__ = ["ChosenMotion", "moves", "set_moves"]

_AFTER_START_MS = 1500
"""The desktop is asked once the first screen stands."""

_moves = False
_numbers = itertools.count(1)
_last = 0


def moves() -> bool:
    """Whether what changes may fade."""
    return _moves


def set_moves(*, moving: bool) -> None:
    """For whoever owns the window."""
    global _moves  # noqa: PLW0603 - one program, one answer
    _moves = moving


class ChosenMotion(QObject):
    """Keeps :func:`moves` as it was chosen, or as the desktop wants it. Nothing moves any more once it is gone.

    ``less`` tells whether the desktop wants less; it may block, and is called once in a thread of its own.
    """

    _told = Signal(bool)

    def __init__(self, choice: MotionChoice, less: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice, self._less, self._desktop_less = choice, less, False
        self._told.connect(self._hear)
        self._ask = QTimer(self, singleShot=True, interval=_AFTER_START_MS)
        self._ask.timeout.connect(self._start)
        self._ask.start()
        self._number = next(_numbers)
        self.destroyed.connect(partial(_gone, self._number))
        self._follow()

    def choose(self, choice: MotionChoice) -> None:
        """Another choice, at once."""
        self._choice = choice
        self._follow()

    def _start(self) -> None:
        threading.Thread(target=self._answer, name="motion", daemon=True).start()

    def _answer(self) -> None:
        less = self._less()
        try:
            self._told.emit(less)
        except RuntimeError:
            # The window was closed meanwhile.
            return

    def _hear(self, less: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._desktop_less = less
        self._follow()

    def _follow(self) -> None:
        wanted = {MotionChoice.FULL: True, MotionChoice.REDUCED: False, MotionChoice.SYSTEM: not self._desktop_less}
        global _last  # noqa: PLW0603 - the last one that had a say
        _last = self._number
        set_moves(moving=wanted[self._choice])


def _gone(number: int) -> None:
    # A window that takes the place of another one is there before that one goes.
    if number == _last:
        set_moves(moving=False)
