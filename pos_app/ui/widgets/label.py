"""``PlainLabel``: the only label of this program. What it shows is never markup."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from pos_app.ui.theme import Ink, Type, TypeStyle, theme

from .paint import painting
from .text import advance, baseline, elided, fitting, plain, wrapped_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["PlainLabel"]


class PlainLabel(QLabel):
    """One text in one style and one colour token.

    ``setText`` strips control and direction characters and cuts at ``limit`` characters. Without ``wrap`` it is one
    line; ``elide`` lets the layout squeeze it and shows "…". With ``wrap`` its height follows its width.
    ``shrink_to_px`` is the smallest size in px to which the letters may shrink before they are cut (numbers).
    """

    def __init__(
        self,
        text: str = "",
        style: TypeStyle = Type.BODY,
        ink: Ink = Ink.TEXT,
        *,
        wrap: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        limit: int = 200,
        shrink_to_px: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._ink, self._limit = style, ink, limit
        self._wrap, self._elide, self._align = wrap, elide or shrink_to_px is not None, align
        self._shrink_to_px = shrink_to_px
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored if self._elide else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text`` as plain letters."""
        shown = plain(text, self._limit)
        if shown != self.text():
            super().setText(shown)
            self.updateGeometry()

    def set_look(self, style: TypeStyle | None = None, ink: Ink | None = None) -> None:
        """Change style, colour or both."""
        self._style, self._ink = style or self._style, ink or self._ink
        self.updateGeometry()
        self.update()

    @property
    def ink(self) -> Ink:
        return self._ink

    @property
    def type_style(self) -> TypeStyle:
        """The style in force, before any shrinking."""
        return self._style

    @property
    def drawn_style(self) -> TypeStyle:
        """The style as it is drawn: smaller if the text had to shrink to fit."""
        least = self._shrink_to_px
        return self._style if least is None else fitting(self.text(), self._style, self.width(), least)

    def sizeHint(self) -> QSize:
        """One line as wide as the text; wrapped text asks for a readable measure."""
        width = math.ceil(advance(self.text(), self._style))
        if self._wrap:
            width = min(width, 360)
            return QSize(width, self.heightForWidth(width))
        return QSize(width, self._style.line_px)

    def minimumSizeHint(self) -> QSize:
        """What the layout may not go below."""
        if self._wrap:
            return QSize(40, self._style.line_px)
        return QSize(0, self._style.line_px) if self._elide else self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Only wrapped text."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """Lines × line height; -1 where the text does not wrap."""
        if not self._wrap:
            return -1
        return self._style.line_px * len(wrapped_lines(self.text(), self._style, max(1, width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, from the top if wrapped, else in the middle of the height."""
        painter = painting(self)
        style = self.drawn_style
        if self._wrap:
            lines, top = wrapped_lines(self.text(), style, self.width()), 0.0
        else:
            text = elided(self.text(), style, self.width() + 0.5) if self._elide else self.text()
            lines, top = [text], (self.height() - style.line_px) / 2
        painter.setFont(style.font)
        painter.setPen(theme().tokens[self._ink if self.isEnabled() else Ink.DISABLED])
        for line in lines:
            free = self.width() - advance(line, style)
            x = free if self._align & Qt.AlignmentFlag.AlignRight else 0.0
            if self._align & Qt.AlignmentFlag.AlignHCenter:
                x = free / 2
            painter.drawText(QPointF(x, baseline(style, top)), line)
            top += style.line_px
