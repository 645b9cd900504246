"""``Segments``: a few words of which one is in force, each with a number beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from pos_app.ui.theme import Type, theme

from .button import FocusRinged
from .paint import box, faded, painting
from .text import advance, plain, put, put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

__all__ = ["Segment", "SegmentTone", "Segments"]

_HEIGHT, _INSET, _PAD, _GAP, _BADGE = 48, 4, 18, 8, 22


class SegmentTone(Enum):
    """How the number looks while it is not 0: GREY tells, WARN takes care of itself, BAD needs a person."""

    GREY = "grey"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Segment:
    """``number`` is already words; empty: none is shown. ``spoken`` is its accessible name."""

    words: str
    number: str = ""
    tone: SegmentTone = SegmentTone.GREY
    spoken: str = ""


class _Key(FocusRinged):
    def __init__(self) -> None:
        super().__init__(10)
        self._what = Segment("")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_segment(self, what: Segment) -> None:
        if what == self._what:
            return
        self._what = what
        self.setAccessibleName(plain(what.spoken or f"{what.words} {what.number}".strip()))
        self.updateGeometry()
        self.update()

    def _badge(self) -> float:
        return max(_BADGE + 8, advance(self._what.number, Type.HINT_MEDIUM) + 18) if self._what.number else 0

    def sizeHint(self) -> QSize:
        """Words and number, wide enough for the chosen, bolder letters."""
        badge = self._badge()
        width = advance(self._what.words, Type.SMALL_MEDIUM.bold(600)) + (badge + _GAP if badge else 0) + 2 * _PAD
        return QSize(math.ceil(width), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen one is a white key on the sunken bar."""
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        chosen = self.isChecked()
        if chosen:
            edge = tokens.accent if tokens.high_contrast else tokens.line
            box(painter, rect, 10, fill=tokens.raised, edge=edge, edge_px=tokens.line_px)
        elif self.isDown():
            box(painter, rect, 10, fill=tokens.key, edge=tokens.line if tokens.high_contrast else None, edge_px=2)
        style = Type.SMALL_MEDIUM.bold(600) if chosen else Type.SMALL_MEDIUM
        badge = self._badge()
        words = advance(self._what.words, style)
        x = (self.width() - words - (badge + _GAP if badge else 0)) / 2
        put(painter, x, (self.height() - style.line_px) / 2, self._what.words, style, tokens.text if chosen else tokens.text2)
        if not badge:
            return
        ink, fill, line = {
            SegmentTone.GREY: (tokens.text2, tokens.key, tokens.line),
            SegmentTone.WARN: (tokens.warn, tokens.warn_t, tokens.warn_l),
            SegmentTone.BAD: (tokens.bad, tokens.bad_t, tokens.bad_l),
        }[self._what.tone]
        place = QRectF(x + words + _GAP, (self.height() - _BADGE) / 2, badge, _BADGE)
        box(painter, place, _BADGE / 2, fill=fill, edge=line if tokens.high_contrast else None, edge_px=2)
        put_in(painter, place, self._what.number, Type.HINT_MEDIUM, ink)


class Segments(QWidget):
    """``chosen`` gives the index that a finger, Space or an arrow key chose."""

    chosen = Signal(int)

    def __init__(self, count: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(plain(name))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.keys = tuple(_Key() for _ in range(count))
        for index, key in enumerate(self.keys):
            self._group.addButton(key, index)
            key.clicked.connect(partial(self.chosen.emit, index))
            row.addWidget(key)
        self.keys[0].setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: Sequence[Segment], *, chosen: int) -> None:
        """Show these, one for each key."""
        for key, segment in zip(self.keys, segments, strict=True):
            key.show_segment(segment)
        self.keys[chosen].setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        tokens = theme().tokens
        edge = tokens.line if tokens.high_contrast else None
        box(painting(self), QRectF(self.rect()), 12, fill=faded(tokens.keyp, 0.6) if edge is None else None, edge=edge, edge_px=2)
