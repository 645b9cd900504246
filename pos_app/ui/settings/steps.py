"""How far the set-up has got: the three steps in the page's header, and the three swipes of one card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos_app.ui.theme import Type, draw_icon, theme
from pos_app.ui.widgets.paint import disc, painting
from pos_app.ui.widgets.text import advance, plain, put, put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Steps", "SwipeDiscs"]

_DISC, _GAP, _LINE_GAP = 32, 10, 14
_SWIPE, _SWIPE_GAP = 40, 8


class Steps(QWidget):
    """Discs with words and lines between them. The steps before ``now`` are done; ``now`` may be past the last."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = [plain(each, 40) for each in words]
        self._now = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.show_step(0)

    @property
    def now(self) -> int:
        return self._now

    def show_step(self, now: int) -> None:
        """Show which step it is, counted from 0."""
        self._now = now
        self.setAccessibleName(self._words[min(now, len(self._words) - 1)])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _DISC)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, painting(self)
        styles = [Type.BODY_BOLD if i <= self._now else Type.BODY for i in range(len(self._words))]
        widths = [_DISC + _GAP + advance(words, style) for words, style in zip(self._words, styles, strict=True)]
        between = (self.width() - 16 - sum(widths)) / max(1, len(widths) - 1)
        x = 8.0
        for i, (words, style) in enumerate(zip(self._words, styles, strict=True)):
            done, here = i < self._now, i == self._now
            rect = QRectF(x, (self.height() - _DISC) / 2, _DISC, _DISC)
            if done or here:
                disc(painter, rect, tokens.accentfill)
            if done:
                draw_icon(painter, "check", rect.left() + 7, rect.top() + 7, 18, tokens.onaccent)
            else:
                put_in(painter, rect, str(i + 1), Type.BODY_BOLD, tokens.onaccent if here else tokens.text2)
            ink = tokens.text if done or here else tokens.text2
            put(painter, rect.right() + _GAP, (self.height() - style.line_px) / 2, words, style, ink)
            x += widths[i]
            if i + 1 < len(widths):
                line = QRectF(x + _LINE_GAP, self.height() / 2 - 1, max(0.0, between - 2 * _LINE_GAP), 2)
                painter.fillRect(line, tokens.accentfill if done else tokens.line)
            x += between


class SwipeDiscs(QWidget):
    """One disc for each swipe that is wanted: a green tick, or its number."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._done = count, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def done(self) -> int:
        return self._done

    def show_done(self, done: int, name: str) -> None:
        """How many swipes counted; ``name`` is what a screen reader says."""
        self._done = done
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._count * (_SWIPE + _SWIPE_GAP) - _SWIPE_GAP, _SWIPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, painting(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for i in range(self._count):
            rect = QRectF(i * (_SWIPE + _SWIPE_GAP), 0, _SWIPE, _SWIPE)
            if i < self._done:
                disc(painter, rect, tokens.okfill)
                draw_icon(painter, "check", rect.left() + 8, 8, 24, tokens.surface)
            else:
                disc(painter, rect, tokens.sunken, tokens.line if tokens.high_contrast else None)
                put_in(painter, rect, str(i + 1), Type.BODY_BOLD, tokens.text2)
