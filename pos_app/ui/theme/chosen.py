"""The look that was chosen, or the one of the computer's desktop, and that one again whenever it changes. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from pos_app.appearance import ThemeChoice

from .theme import install, theme
from .tokens import ThemeKind

__all__ = ["ChosenTheme", "Desktop", "kind_of"]

_FIRM = {
    ThemeChoice.LIGHT: ThemeKind.LIGHT,
    ThemeChoice.DARK: ThemeKind.DARK,
    ThemeChoice.CONTRAST: ThemeKind.HIGH_CONTRAST,
}


class Desktop(NamedTuple):
    """What the computer's desktop prefers."""

    colours: Qt.ColorScheme
    contrast: Qt.ContrastPreference


def desktop() -> Desktop:
    """What it prefers now, as far as it says."""
    hints = QGuiApplication.styleHints()
    return Desktop(hints.colorScheme(), hints.accessibility().contrastPreference())


def kind_of(choice: ThemeChoice, desktop: Desktop) -> ThemeKind:
    """The look for a choice on a desktop like this; light where the desktop does not say."""
    if choice is not ThemeChoice.SYSTEM:
        return _FIRM[choice]
    if desktop.contrast is Qt.ContrastPreference.HighContrast:
        return ThemeKind.HIGH_CONTRAST
    return ThemeKind.DARK if desktop.colours is Qt.ColorScheme.Dark else ThemeKind.LIGHT


class ChosenTheme(QObject):
    """Dresses the application, now and whenever the desktop changes."""

    def __init__(self, choice: ThemeChoice, parent: QObject | None = None, *, desktop: Callable[[], Desktop] = desktop) -> None:
        super().__init__(parent)
        self._choice, self._desktop = choice, desktop
        install(kind_of(choice, desktop()))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    def choose(self, choice: ThemeChoice) -> None:
        """Another look, at once."""
        self._choice = choice
        self._follow()

    def _follow(self) -> None:
        kind = kind_of(self._choice, self._desktop())
        if kind is not theme().tokens.kind:
            theme().set_kind(kind)
