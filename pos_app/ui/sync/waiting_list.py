"""The sales that wait, as a real list: any number of rows costs no more than those that are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos_app.ui.theme import Type, draw_icon, theme
from pos_app.ui.widgets.paint import box
from pos_app.ui.widgets.text import advance, elided, put

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter

__all__ = ["WaitingList", "WaitingRow"]

Index = QModelIndex | QPersistentModelIndex
_ROW, _TWO_LINES, _TEXT = 50, 68, 36
_TIME_RIGHT, _TURN_ROOM = 166, 156


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """One sale in words."""

    name: str
    money: str
    time: str
    turn: str
    note: str = ""
    """What came of the last try; empty: there was none."""
    spoken: str = ""


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[WaitingRow, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None

    def show(self, rows: Sequence[WaitingRow]) -> bool:
        """Show these; whether the list has another height now."""
        before, self.rows = self.rows, tuple(rows)
        if len(before) != len(self.rows):
            # Rows go at the front and come at the end: who looks at one keeps it where that is so.
            self.beginResetModel()
            self.endResetModel()
            return True
        changed = [at for at, (old, new) in enumerate(zip(before, self.rows, strict=True)) if old != new]
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
        return any(bool(before[at].note) != bool(self.rows[at].note) for at in changed)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, height_of(index.data(Qt.ItemDataRole.UserRole)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = theme().tokens
        row: WaitingRow = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, area.toRectF().adjusted(1, 2, -1, -2), 10, edge=tokens.accent, edge_px=2)
        painter.translate(area.topLeft())
        width = area.width()
        draw_icon(painter, "clock-arrow-up", 0, 14, 22, tokens.warn)
        put(painter, width - advance(row.turn, Type.SMALL), 14, row.turn, Type.SMALL, tokens.text2)
        right = width - max(_TIME_RIGHT, advance(row.turn, Type.SMALL) + 18)
        put(painter, right - advance(row.time, Type.SMALL), 14, row.time, Type.SMALL, tokens.text3)
        right -= max(60.0, advance(row.time, Type.SMALL) + 17)
        put(painter, right - advance(row.money, Type.BODY_BOLD), 13, row.money, Type.BODY_BOLD, tokens.text)
        room = right - advance(row.money, Type.BODY_BOLD) - 12 - _TEXT
        put(painter, _TEXT, 13, elided(row.name, Type.BODY_MEDIUM, room), Type.BODY_MEDIUM, tokens.text)
        if row.note:
            put(painter, _TEXT, 38, elided(row.note, Type.HINT, width - _TEXT), Type.HINT, tokens.text3)
        painter.restore()


def height_of(row: WaitingRow) -> int:
    """A row's height, px."""
    return _TWO_LINES if row.note else _ROW


class WaitingList(QListView):
    """As high as its rows; whatever it stands in scrolls. ``looked_at`` gives where the row is that the keyboard went to."""

    looked_at = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows()
        self._rows.setParent(self)
        self.setModel(self._rows)
        painter = _Painter(self)
        self.setItemDelegate(painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self._fit()

    @property
    def rows(self) -> tuple[WaitingRow, ...]:
        return self._rows.rows

    def show_rows(self, rows: Sequence[WaitingRow]) -> None:
        """Show these."""
        if self._rows.show(rows):
            self._fit()
            self.doItemsLayout()

    def _fit(self) -> None:
        self.setFixedHeight(sum(height_of(row) for row in self._rows.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row; all else is the page's."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            self.looked_at.emit(self.visualRect(self.currentIndex()).center())
        else:
            event.ignore()
