"""``BareEdit``: a QLineEdit without a frame, with the till's caret. The frame around it is a field's own business.

It stays a real QLineEdit so that input methods, selection, dead keys and screen readers work.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QDragLeaveEvent, QGuiApplication, QPalette, QValidator
from PySide6.QtWidgets import QLineEdit, QProxyStyle, QStyle, QStyleOption, QWidget

from pos_app.ui.theme import Ink, Type, TypeStyle, theme

from .paint import painting

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

__all__ = ["BareEdit", "Checker"]

Checker = Callable[[str], "str | None"]
"""Gets the text that would result; answers the text to keep (it may be tidied), or None to refuse the key."""

SIDE = 2
"""QLineEdit keeps this many px free on either side of its text."""


class _NoCaretStyle(QProxyStyle):
    """Hides Qt's caret, which can only have the colour of the text."""

    def pixelMetric(  # noqa: N802 - Qt's name for it
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric is QStyle.PixelMetric.PM_TextCursorWidth:
            return 0
        return super().pixelMetric(metric, option, widget)


class _Validator(QValidator):
    def __init__(self, checker: Checker, parent: QLineEdit) -> None:
        super().__init__(parent)
        self._checker = checker

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """What Qt asks on every key."""
        kept = self._checker(text)
        if kept is None:
            return QValidator.State.Invalid, text, position
        # The caret keeps its distance from the end: grouping spaces appear before it.
        return QValidator.State.Acceptable, kept, max(0, len(kept) - (len(text) - position))


class BareEdit(QLineEdit):
    """Text in one style on no background, with an accent-coloured caret of ``caret_px`` × ``caret_height``."""

    def __init__(
        self, style: TypeStyle = Type.BODY, *, caret_px: int = 2, placeholder_ink: Ink = Ink.TEXT3, limit: int = 64
    ) -> None:
        super().__init__()
        self._caret_px, self._caret_height, self._placeholder_ink = caret_px, style.size_px, placeholder_ink
        self._caret_shown = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._flip)
        self._bare_style = _NoCaretStyle("Fusion")
        self._bare_style.setParent(self)
        self.setStyle(self._bare_style)
        self.setFrame(False)
        self.setMaxLength(limit)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        # A long press on a touch screen clears or moves; it must not open a menu over the sale.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.set_type(style)
        self._dress()
        theme().changed.connect(self._dress)
        self.textChanged.connect(self._restart_blink)
        self.cursorPositionChanged.connect(self._restart_blink)

    def set_type(self, style: TypeStyle, caret_height: int | None = None) -> None:
        """Set the letters; the caret is as high as they are, or as told."""
        self._caret_height = caret_height or round(style.size_px * (0.95 if style.size_px >= 24 else 1.35))
        self.setFont(style.font)

    def set_checker(self, checker: Checker | None) -> None:
        """Ask ``checker`` about every change that a person makes (``setText`` is only tidied, never refused)."""
        self.setValidator(_Validator(checker, self) if checker is not None else None)  # type: ignore[arg-type]

    def _dress(self) -> None:
        tokens = theme().tokens
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.Text, tokens.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, tokens[self._placeholder_ink])
        palette.setColor(QPalette.ColorRole.Highlight, tokens.accentfill)
        palette.setColor(QPalette.ColorRole.HighlightedText, tokens.onaccent)
        self.setPalette(palette)

    def _flip(self) -> None:
        self._caret_shown = not self._caret_shown
        self.update()

    def _restart_blink(self) -> None:
        self._caret_shown = True
        period_ms = QGuiApplication.styleHints().cursorFlashTime()
        if self.hasFocus() and period_ms > 0:
            self._blink.start(period_ms // 2)
        else:
            self._blink.stop()
        self._make_room()

    def _make_room(self) -> None:
        """The placeholder steps aside for the caret."""
        self.setTextMargins(5 if self.hasFocus() and not self.text() else 0, 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._restart_blink()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._restart_blink()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's text and selection, our caret."""
        # A caret without width is a black line where the screen is scaled. Nothing but the end of a drag makes Qt drop its own.
        super().dragLeaveEvent(QDragLeaveEvent())
        super().paintEvent(event)
        if not (self.hasFocus() and self._caret_shown) or self.isReadOnly() or self.hasSelectedText():
            return
        rect = self.cursorRect()
        # Qt widens the rectangle by 5 px on the left.
        x = rect.left() + 5 + (self._caret_px + 1 if self.text() else -self.textMargins().left())
        height = self._caret_height
        painter = painting(self)
        painter.fillRect(QRectF(x, (self.height() - height + 1) // 2, self._caret_px, height), theme().tokens.accent)
