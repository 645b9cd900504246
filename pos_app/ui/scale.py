"""The size of everything on the screen. Qt takes it when its application is made, so the screen is looked at before.

To ask the screen costs some 50 ms: its size is remembered in the till's folder, and looked at anew once the window is there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QScreen

from pos_app.ui.theme import automatic_scale, usable_scale

__all__ = ["desktop_size", "remember_screen", "scale_for", "set_scale"]

_FACTOR = "QT_SCALE_FACTOR"
_SMALLEST_STEP = 0.005


def scale_for(text_percent: int, width_px: int, height_px: int) -> float:
    """How much larger everything is drawn on a screen of so many pixels, for a choice of 90 to 140 %."""
    wish = automatic_scale(width_px) * text_percent / 100
    return round(usable_scale(wish, screen_width_px=width_px, screen_height_px=height_px), 2)


def set_scale(text_percent: int, argv: Sequence[str], memory: Path) -> None:
    """Have the application that is made next draw at the right size. A size that the environment asks for is left alone."""
    if os.environ.get(_FACTOR) or QGuiApplication.instance() is not None:
        return
    size = _remembered(memory) or _asked(argv)
    factor = scale_for(text_percent, *size)
    if abs(factor - 1) >= _SMALLEST_STEP:
        os.environ[_FACTOR] = str(factor)


def remember_screen(size: tuple[int, int], memory: Path) -> None:
    """Keep the screen's size for the next start. Blocks on the disk, a few bytes where it is another one than last time."""
    if size != _remembered(memory):
        # Without it the next start asks the screen.
        with suppress(OSError):
            memory.write_text(f"{size[0]}x{size[1]}\n", encoding="ascii")


def desktop_size(screen: QScreen) -> tuple[int, int]:
    """The screen in the pixels of the desktop: what the desktop enlarges counts, what we enlarge does not."""
    size = screen.size() * float(os.environ.get(_FACTOR) or 1)
    return size.width(), size.height()


def _asked(argv: Sequence[str]) -> tuple[int, int]:
    app = QGuiApplication(list(argv[:1]))
    try:
        return desktop_size(app.primaryScreen())
    finally:
        app.shutdown()


def _remembered(memory: Path) -> tuple[int, int] | None:
    try:
        found = re.fullmatch(r"(\d{3,5})x(\d{3,5})\n?", memory.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return None if found is None else (int(found[1]), int(found[2]))
