"""A screen as somebody has it before them: language, colours, and the pixels of the monitor. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from pos_app.ui.scale import scale_for
from pos_app.ui.theme import ThemeKind

__all__ = ["SIZES", "THEMES", "Scene", "Shown", "View"]

THEMES = {"light": ThemeKind.LIGHT, "dark": ThemeKind.DARK, "contrast": ThemeKind.HIGH_CONTRAST}
SIZES = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """``screen``: the monitor's pixels. ``text_percent``: the size that the shop chose, 90 to 140."""

    language: str = "en"
    theme: str = "light"
    screen: tuple[int, int] = (1280, 800)
    text_percent: int = 100

    @property
    def scale(self) -> float:
        """How much larger everything is drawn, by the rule of the program itself."""
        return scale_for(self.text_percent, *self.screen)

    @property
    def window(self) -> tuple[int, int]:
        """The window that fills the monitor, logical pixels."""
        width, height = self.screen
        return round(width / self.scale), round(height / self.scale)

    @property
    def czech(self) -> bool:
        return self.language == "cs"

    def __str__(self) -> str:
        percent = "" if self.text_percent == 100 else f"-{self.text_percent}"
        return f"{self.theme}-{self.language}-{self.screen[0]}x{self.screen[1]}{percent}"


class Shown(Protocol):
    """A window with sample data, open."""

    @property
    def shell(self) -> QWidget: ...
    def settle(self) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One state of one screen. ``open`` shows it in the language and the size of a view; the gallery sees to the colours."""

    name: str
    open: Callable[[View], Shown]
    own_size: bool = False
    """A small window, as large as what it says."""
