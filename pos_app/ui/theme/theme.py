"""The look in force: one object for the whole application. GUI thread only.

``theme()`` gives it; ``theme().tokens`` are its colours. A change repaints everything and emits ``changed``, so a
widget that paints itself from the tokens needs to do nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from .tokens import DARK, HIGH_CONTRAST, LIGHT, ThemeKind, Tokens
from .type import Type, load_fonts

__all__ = ["Theme", "install", "theme"]

_SETS = {tokens.kind: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}


class Theme(QObject):
    """The chosen tokens."""

    changed = Signal()

    def __init__(self, kind: ThemeKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = _SETS[kind]

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def set_kind(self, kind: ThemeKind) -> None:
        """Change the look of every window at once."""
        self._tokens = _SETS[kind]
        _dress(self._tokens)
        for widget in QApplication.allWidgets():
            # High contrast has wider lines.
            widget.updateGeometry()
            widget.update()
        self.changed.emit()


_theme: Theme | None = None


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("the look needs a QApplication first")
    return app


def install(kind: ThemeKind = ThemeKind.LIGHT) -> Theme:
    """Load the fonts, choose Fusion and our palette. Call once after QApplication is made; a second call changes the look.

    Raises FileNotFoundError if the installation lacks a font.
    """
    global _theme  # noqa: PLW0603 - there is one QApplication, and it has one look
    app = _application()
    if _theme is None:
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(Type.BODY.font)
        _theme = Theme(kind)
    _theme.set_kind(kind)
    return _theme


def theme() -> Theme:
    """The look in force; light is installed if nobody chose."""
    return _theme if _theme is not None else install()


def _dress(tokens: Tokens) -> None:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.raised),
        (role.ButtonText, tokens.text),
        (role.ToolTipBase, tokens.band),
        (role.ToolTipText, tokens.onband),
        (role.Highlight, tokens.accentfill),
        (role.HighlightedText, tokens.onaccent),
        (role.Link, tokens.accent),
        (role.Mid, tokens.line),
        (role.Dark, tokens.line2),
        (role.Light, tokens.raised),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, tokens.disabled)
    _application().setPalette(palette)
