"""``SuggestionList``: customers that fit what is typed. The first row is always chosen; the focus stays in the input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QSizePolicy, QVBoxLayout, QWidget

from pos_app.ui.theme import Type, TypeStyle, theme

from .accessible import tell_selection
from .avatar import AvatarTone, draw_avatar
from .button import FocusRinged
from .paint import box, painting
from .scroll_bar import SlimBar
from .text import advance, elided, fitting, plain, put

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent

__all__ = ["Suggestion", "SuggestionList", "SuggestionRow"]

ROW_HEIGHT, _GAP, _PAD = 76, 4, 16
_NAME, _PHONE = Type.LEAD, Type.SMALL
_VALUE, _UNIT, _LEAST_PX = Type.LEAD_BOLD, Type.HINT, 15

Marks = tuple[tuple[int, int], ...]
"""Parts to highlight: (first character, length)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One row, in words. ``spoken`` is its accessible name."""

    name: str
    phone: str = ""
    value: str = ""
    unit: str = ""
    initials: str = ""
    name_marks: Marks = ()
    phone_marks: Marks = ()
    spoken: str = ""


def _put_marked(
    painter: QPainter, x: float, top: float, text: str, marks: Marks, style: TypeStyle, ink: QColor, width: float
) -> None:
    """One line in which the marked parts are bold and of the accent colour."""
    shown = elided(text, style, width)
    whole = len(shown) if shown == text else len(shown) - 1
    accent, bold = theme().tokens.accent, style.bold(700 if style.weight >= 500 else 600)
    at = 0
    for start, length in sorted(marks):
        first, last = max(at, start), min(start + length, whole)
        if first >= last:
            continue
        x += put(painter, x, top, shown[at:first], style, ink) if first > at else 0
        x += put(painter, x, top, shown[first:last], bold, accent)
        at = last
    if at < len(shown):
        put(painter, x, top, shown[at:], style, ink)


class SuggestionRow(FocusRinged):
    """76 px high: avatar, name over phone, points on the right. A screen reader finds an item of a list, selected or not."""

    reached = Signal()
    """The keyboard brought the focus."""
    accessible_role = QAccessible.Role.ListItem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(12, parent)
        self._what = Suggestion(name="")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def suggestion(self) -> Suggestion:
        return self._what

    def show_suggestion(self, what: Suggestion) -> None:
        """Show one customer."""
        self._what = what
        self.setAccessibleName(plain(what.spoken or f"{what.name} {what.phone} {what.value} {what.unit}"))
        self.update()

    @property
    def accessible_selected(self) -> bool:
        """Whether Enter would take this one."""
        return self.isChecked()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Enter takes the row that has the focus."""
        super().focusInEvent(event)
        self.reached.emit()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name for it
        """A click picks; which row is chosen is the list's business."""

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(320, ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Names are elided before a narrow list is cut off on the right."""
        return QSize(200, ROW_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The row."""
        tokens, painter, what = theme().tokens, painting(self), self._what
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.isDown():
            fill = tokens.accent_t if chosen else tokens.sunken
            if self.isDown() and chosen and not tokens.high_contrast:
                fill = tokens.accent_l
            edge = tokens.accent if chosen else tokens.line
            box(painter, rect, 12, fill=fill, edge=edge if tokens.high_contrast else None, edge_px=2)
        tone = AvatarTone.SURFACE if chosen else AvatarTone.GREY
        draw_avatar(painter, QRectF(_PAD, (rect.height() - 48) / 2, 48, 48), plain(what.initials, 3), tone)
        right = rect.width() - _PAD
        value, unit = plain(what.value, 24), plain(what.unit, 24)
        if value:
            put(painter, right - advance(value, _VALUE), 16, value, _VALUE, tokens.text)
        if unit:
            put(painter, right - advance(unit, _UNIT), 41, unit, _UNIT, tokens.text2)
        left = _PAD + 48 + 14
        room = right - left - max(advance(value, _VALUE), advance(unit, _UNIT)) - 12
        name = plain(what.name, 100)
        _put_marked(painter, left, 15, name, what.name_marks, fitting(name, _NAME, room, _LEAST_PX), tokens.text, room)
        _put_marked(painter, left, 40, plain(what.phone, 40), what.phone_marks, _PHONE, tokens.text2, room)


class SuggestionList(QScrollArea):
    """Rows one under the other; scrolls when there are more than fit.

    ``picked`` gives the index that was tapped. With ``by_tab`` the focus can come to the rows, which ``reached`` tells.
    """

    picked, reached = Signal(int), Signal(int)

    def __init__(self, parent: QWidget | None = None, *, by_tab: bool = False) -> None:
        super().__init__(parent)
        self._by_tab = by_tab
        self._rows: list[SuggestionRow] = []
        self._count, self._chosen = 0, -1
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addStretch(1)
        self.setWidget(body)
        # setWidget switches it on.
        body.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        SlimBar.put_into(self, always=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._add_row()
        self.first_row.hide()

    def show_rows(self, rows: Sequence[Suggestion], *, keep_choice: bool = False) -> None:
        """Show these; the first is chosen, or with ``keep_choice`` (late online rows) the one that was."""
        while len(self._rows) < len(rows):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(rows))
            if index < len(rows):
                row.show_suggestion(rows[index])
        self._count = len(rows)
        self.choose(self._chosen if keep_choice and 0 <= self._chosen < self._count else 0)

    def _add_row(self) -> None:
        row = SuggestionRow()
        if not self._by_tab:
            row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.clicked.connect(partial(self._pick, len(self._rows)))
        row.reached.connect(partial(self._reach, len(self._rows)))
        self._column.insertWidget(len(self._rows), row)
        if self._rows:
            QWidget.setTabOrder(self._rows[-1], row)
        self._rows.append(row)

    def _reach(self, index: int) -> None:
        self.choose(index)
        self.reached.emit(index)

    @property
    def first_row(self) -> SuggestionRow:
        """For the focus order: the other rows follow it."""
        return self._rows[0]

    @property
    def rows(self) -> tuple[SuggestionRow, ...]:
        """The rows that are shown."""
        return tuple(self._rows[: self._count])

    @property
    def chosen(self) -> int:
        """Index of the chosen row; -1 if there is none."""
        return self._chosen

    def choose(self, index: int) -> None:
        """Choose a row (kept inside the list) and bring it into view."""
        self._chosen = max(0, min(index, self._count - 1)) if self._count else -1
        for at, row in enumerate(self._rows):
            if row.isChecked() is not (at == self._chosen):
                row.setChecked(at == self._chosen)
                tell_selection(row, selected=row.isChecked())
        if self._chosen >= 0:
            self.ensureWidgetVisible(self._rows[self._chosen], 0, _GAP)

    def move_choice(self, by: int) -> None:
        """One up (-1) or down (+1); stops at the ends."""
        self.choose(self._chosen + by)

    def _pick(self, index: int) -> None:
        self.choose(index)
        self.picked.emit(index)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(320, max(0, self._count * (ROW_HEIGHT + _GAP) - _GAP))
