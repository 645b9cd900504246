"""``MonthGrid``: choose a day. Arrows move, PgUp and PgDn turn the month, Enter chooses, Esc closes."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pos_app.ui.theme import Ink, Type, theme

from .button import FocusRinged, IconButton
from .label import PlainLabel
from .paint import box, painting
from .panel import Panel
from .text import put_in

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

__all__ = ["MonthGrid", "MonthWords"]

_CELL, _ROWS = 48, 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


@dataclass(frozen=True, slots=True)
class MonthWords:
    """``months``: January to December; ``weekdays``: two letters each, from Monday; the two keys' names."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    earlier: str
    later: str


class _Day(FocusRinged):
    def __init__(self) -> None:
        super().__init__(10)
        self.setFixedSize(_CELL, _CELL)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.day: date | None = None
        self._shown, self._today = False, False

    def show_day(self, day: date, *, of_month: bool, shown: bool, today: bool, reachable: bool, name: str) -> None:
        self.day, self._shown, self._today = day, shown, today
        self.setText(str(day.day))
        self.setAccessibleName(name)
        self.setVisible(of_month)
        self.setEnabled(reachable)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme().tokens, painting(self)
        rect = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        ink = tokens.text if self.isEnabled() else tokens.disabled
        if self._shown:
            box(painter, rect, 10, fill=tokens.accentfill)
            ink = tokens.onaccent
        elif self.isDown():
            box(painter, rect, 10, fill=tokens.keyp)
            ink = tokens.onaccent if tokens.high_contrast else tokens.text
        elif self._today:
            box(painter, rect, 10, edge=tokens.accent, edge_px=2)
        put_in(painter, rect, self.text(), Type.BODY_MEDIUM, ink)


class MonthGrid(Panel):
    """``picked`` gives a ``date``, ``closed`` that nothing was chosen. Days outside of what was allowed cannot be chosen."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, words: MonthWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._first = self._today = self._at = date(2000, 1, 1)
        self._title = PlainLabel("", Type.LEAD.bold(600))
        self.earlier = IconButton("chevron-left", words.earlier, 40)
        self.later = IconButton("chevron-right", words.later, 40)
        self.earlier.clicked.connect(partial(self._turn, -1))
        self.later.clicked.connect(partial(self._turn, 1))
        self.days = tuple(_Day() for _ in range(7 * _ROWS))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        grid = QGridLayout()
        grid.setSpacing(0)
        for column, letters in enumerate(words.weekdays):
            label = PlainLabel(letters, Type.NAV, Ink.TEXT3, align=Qt.AlignmentFlag.AlignHCenter)
            label.setFixedSize(_CELL, 28)
            grid.addWidget(label, 0, column)
        for index, day in enumerate(self.days):
            day.clicked.connect(partial(self._pressed, day))
            grid.addWidget(day, 1 + index // 7, index % 7)
        grid.setRowStretch(_ROWS + 1, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(16, 12, 16, 16)
        column_.setSpacing(8)
        column_.addLayout(head)
        column_.addLayout(grid)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Seven days wide, six weeks high, whatever month is shown: nothing jumps."""
        return QSize(7 * _CELL + 32, _ROWS * _CELL + 28 + 8 + 48 + 28)

    def show_from(self, day: date, *, first: date, today: date) -> None:
        """Show the month of ``day``; days from ``first`` to ``today`` can be chosen."""
        self._first, self._today, self._at = min(first, today), today, day
        self._show()

    @property
    def at(self) -> date:
        """The day that Enter chooses."""
        return self._at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module."""
        key = event.key()
        if key in _STEPS:
            self._go(self._at + timedelta(days=_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._at)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            event.ignore()

    def _turn(self, by: int) -> None:
        month = self._at.year * 12 + self._at.month - 1 + by
        year, month = divmod(month, 12)
        self._go(date(year, month + 1, min(self._at.day, calendar.monthrange(year, month + 1)[1])))

    def _go(self, day: date) -> None:
        self._at = min(max(day, self._first), self._today)
        self._show()

    def _pressed(self, cell: _Day) -> None:
        if cell.day is not None:
            self.picked.emit(cell.day)

    def _show(self) -> None:
        at = self._at
        self._title.setText(f"{self._words.months[at.month - 1]} {at.year}")
        start = at.replace(day=1)
        start -= timedelta(days=start.weekday())
        for index, cell in enumerate(self.days):
            day = start + timedelta(days=index)
            cell.show_day(
                day,
                of_month=day.month == at.month,
                shown=day == at,
                today=day == self._today,
                reachable=self._first <= day <= self._today,
                name=f"{day.day} {self._words.months[day.month - 1]}",
            )
        self.earlier.setEnabled((at.year, at.month) > (self._first.year, self._first.month))
        self.later.setEnabled((at.year, at.month) < (self._today.year, self._today.month))
        self.setAccessibleName(f"{at.day} {self._words.months[at.month - 1]} {at.year}")
