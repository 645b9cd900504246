"""The rows of the journal as Qt's views want them; the delegate asks for a row as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from pos_app.till.records import JournalRow

if TYPE_CHECKING:
    from typing import Any

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class JournalModel(QAbstractListModel):
    """Newest first. ``more_wanted``: somebody scrolls towards the end; it is only said while ``has_more()``."""

    more_wanted = Signal()

    def __init__(self, spoken: Callable[[JournalRow], str], has_more: Callable[[], bool], parent: QObject | None = None) -> None:
        """``spoken``: a row as a screen reader says it."""
        super().__init__(parent)
        self._spoken, self._has_more = spoken, has_more
        self._rows: list[JournalRow] = []

    def row_at(self, place: int) -> JournalRow:
        """The row at this place."""
        return self._rows[place]

    def place_of(self, sale_id: str) -> int | None:
        """Where a sale is; None: not among those that were read."""
        return next((place for place, row in enumerate(self._rows) if row.sale_id == sale_id), None)

    # As the presenter fills it (``Lines``)

    def reset(self, rows: Sequence[JournalRow]) -> None:
        """See Lines."""
        if self._rows == list(rows):
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append(self, rows: Sequence[JournalRow]) -> None:
        """See Lines."""
        if not rows:
            return
        end = len(self._rows)
        self.beginInsertRows(NOWHERE, end, end + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def renew(self, asked: Iterable[str], rows: Sequence[JournalRow], *, oldest: int) -> None:
        """See Lines."""
        fresh = {row.sale_id: row for row in rows}
        for sale_id in asked:
            place, row = self.place_of(sale_id), fresh.get(sale_id)
            if place is None:
                if row is not None and row.seq >= oldest:
                    self._insert(row)
            elif row is None:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()
            elif row != self._rows[place]:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def _insert(self, row: JournalRow) -> None:
        place = bisect_left(self._rows, -row.seq, key=lambda each: -each.seq)
        self.beginInsertRows(NOWHERE, place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    # As Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """A list has no branches."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Only words for a screen reader; what is seen is painted from ``row_at``."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return self._spoken(self._rows[index.row()])
        return None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name for it
        """Whether there are rows that were not read yet."""
        return not parent.isValid() and self._has_more()

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name for it
        """Ask for them; they come later."""
        if not parent.isValid():
            self.more_wanted.emit()
