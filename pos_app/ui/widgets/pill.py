"""``Pill``: a status in the top bar. It is seen 36 px high and can be hit 56 px high."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy

from pos_app.ui.theme import Type, TypeStyle, draw_icon, theme

from .button import FocusRinged
from .paint import box, disc, painting
from .text import advance, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["Pill", "PillTone"]

_VISUAL, _HIT, _LEAST = 36, 56, 48
_ICON, _DOT, _GAP, _PAD = 18, 10, 8, 14


class PillTone(Enum):
    """BARE has no outline at all; OK is outlined with a green dot; WARN takes care of itself; BAD needs a person."""

    BARE = "bare"
    QUIET = "quiet"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Pill(FocusRinged):
    """Icon (or green dot) and words; a button, because every status leads to where more is said about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_VISUAL / 2, parent)
        self._tone, self._icon_name, self._icon_only = PillTone.QUIET, "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, words: str, tone: PillTone, *, icon: str = "", name: str | None = None, icon_only: bool = False) -> None:
        """Show a status. ``name`` is what a screen reader says (default: the words). OK needs no icon: it has a dot."""
        self._tone, self._icon_name, self._icon_only = tone, icon, icon_only
        self.setText(plain(words, 100).replace("&", "&&"))
        self.setAccessibleName(plain(name or words, 200))
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        return self.text().replace("&&", "&")

    @property
    def tone(self) -> PillTone:
        return self._tone

    def _style(self) -> TypeStyle:
        return Type.SMALL_MEDIUM.bold() if self._tone in (PillTone.WARN, PillTone.BAD) else Type.SMALL_MEDIUM

    def _mark_px(self) -> int:
        return _DOT if self._tone is PillTone.OK else _ICON if self._icon_name else 0

    def sizeHint(self) -> QSize:
        """As wide as its words; 56 high for the finger."""
        width = float(self._mark_px())
        if not self._icon_only:
            width += advance(self.words, self._style()) + (_GAP if width else 0)
        return QSize(max(_LEAST, math.ceil(width + (0 if self._tone is PillTone.BARE else 2 * _PAD))), _HIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline, mark and words in the middle of the hit area."""
        tokens = theme().tokens
        painter = painting(self)
        rect = QRectF(0, (self.height() - _VISUAL) / 2, self.width(), _VISUAL)
        fill, edge, ink, mark = {
            PillTone.BARE: (None, None, tokens.text2, tokens.text3),
            PillTone.QUIET: (tokens.surface, tokens.line, tokens.text2, tokens.text3),
            PillTone.OK: (tokens.surface, tokens.line, tokens.text, tokens.okfill),
            PillTone.WARN: (tokens.warn_t, tokens.warn_l, tokens.warn, tokens.warn),
            PillTone.BAD: (tokens.bad_t, tokens.bad_l, tokens.bad, tokens.bad),
        }[self._tone]
        if edge is not None:
            if self.isDown() and not tokens.high_contrast:
                fill = tokens.key
            box(painter, rect, _VISUAL / 2, fill=fill, edge=edge, edge_px=tokens.line_px)
        size = self._mark_px()
        x = (self.width() - size) / 2 if self._icon_only else 0.0 if self._tone is PillTone.BARE else float(_PAD)
        if self._tone is PillTone.OK:
            disc(painter, QRectF(x, (self.height() - _DOT) / 2, _DOT, _DOT), mark)
        elif self._icon_name:
            draw_icon(painter, self._icon_name, x, (self.height() - _ICON) / 2, _ICON, mark)
        if not self._icon_only:
            x += size + (_GAP if size else 0)
            put(painter, x, (self.height() - 22) / 2, self.words, self._style(), ink)
