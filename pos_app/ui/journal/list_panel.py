"""``ListPanel``: the sales one under the other, under their headings, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QScroller, QStackedWidget, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.journal.delegate import ROW_PX, Columns, RowDelegate
from pos_app.ui.theme import Ink, Metrics, SizeClass, Type, theme
from pos_app.ui.widgets.avatar import Avatar, AvatarTone
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.paint import painting
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_bar import SlimBar
from pos_app.ui.widgets.text import advance, put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pos_app.ui.journal.model import JournalModel

_SIDE, _HEAD = 8, 40
_AHEAD = 20


class _Head(QWidget):
    """The headings, over their columns."""

    def __init__(self) -> None:
        super().__init__()
        said = words.journal
        self._words = (said.time(), said.customer(), said.paid(), said.points(), said.state())
        self.narrow = False
        self.setFixedHeight(_HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Five words and a line."""
        tokens, painter, style = theme().tokens, painting(self), Type.HINT_MEDIUM
        at = Columns.of(self.width(), narrow=self.narrow)
        time, customer, paid, points, state = self._words
        places = (
            (at.time, time),
            (at.name, customer),
            (at.paid_right - advance(paid, style), paid),
            (at.points_right - advance(points, style), points),
            (at.chip + 10, state),
        )
        for x, word in places:
            put(painter, x, 8, word, style, tokens.text2)
        painter.fillRect(QRectF(0, self.height() - tokens.line_px, self.width(), tokens.line_px), tokens.line)


class _View(QListView):
    """Enough of a list that Qt scrolls and a screen reader walks."""

    def __init__(self, model: JournalModel, delegate: RowDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(False)
        SlimBar.put_into(self)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(words.journal.list_name())
        # A finger that moves scrolls; one that rests chooses.
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802 - Qt's name for it
        """Letters belong to the search of the page."""

    def sizeHint(self) -> QSize:
        """Whatever there is room for."""
        return QSize(400, 4 * ROW_PX)


class ListPanel(Panel):
    """``chosen`` gives the ``sale_id`` of the row that a finger or the arrow keys came to."""

    chosen = Signal(str)

    def __init__(self, model: JournalModel, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._delegate = model, delegate
        self._head, self.view = _Head(), _View(model, delegate)
        self._empty_icon = Avatar("", 80, AvatarTone.GREY, icon="receipt-text")
        middle = Qt.AlignmentFlag.AlignHCenter
        self._empty_title = PlainLabel("", Type.TITLE_PANEL, align=middle)
        self._empty_hint = PlainLabel("", Type.BODY, Ink.TEXT2, wrap=True, align=middle)
        self._stack = QStackedWidget()
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(48, 24, 48 + _SIDE, 24)
        column.addStretch(2)
        column.addWidget(self._empty_icon, 0, middle)
        column.addSpacing(20)
        column.addWidget(self._empty_title)
        column.addSpacing(6)
        column.addWidget(self._empty_hint)
        column.addStretch(3)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._column = QVBoxLayout(self)
        # The bar lies in the margin on the right.
        self._column.setContentsMargins(_SIDE, _SIDE, 0, _SIDE)
        self._column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, _SIDE, 0)
        head.addWidget(self._head)
        self._column.addLayout(head)
        self._column.addWidget(self._stack, 1)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        model.rowsInserted.connect(self._keep_place)
        self.view.verticalScrollBar().valueChanged.connect(self._read_ahead)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        narrow = metrics.size_class is SizeClass.S
        self._head.narrow = self._delegate.narrow = narrow
        self._head.update()
        self.view.viewport().update()

    def show_empty(self, title: str, hint: str = "", icon: str = "receipt-text") -> None:
        """Say why there is nothing; an empty title shows the rows."""
        if title:
            self._empty_title.setText(title)
            self._empty_hint.setText(hint)
            self._empty_hint.setVisible(bool(hint))
            self._empty_icon.show_icon(icon, AvatarTone.GREY)
        self._stack.setCurrentIndex(1 if title else 0)
        self._head.setVisible(not title)

    @property
    def empty_words(self) -> str:
        """What is said instead of rows; empty while there are some."""
        return self._empty_title.text() if self._stack.currentIndex() else ""

    def choose(self, sale_id: str) -> None:
        """Show a sale as chosen, if it is in the list."""
        place = self._model.place_of(sale_id)
        if place is None:
            self.view.selectionModel().clear()
            return
        index = self._model.index(place)
        if self.view.currentIndex() != index:
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, by: int) -> None:
        """Choose the row so many further down."""
        row = max(0, min(self.view.currentIndex().row() + by, self._model.rowCount() - 1))
        self.view.setCurrentIndex(self._model.index(row))

    def page_rows(self) -> int:
        """How many rows are seen at once."""
        return max(1, self.view.viewport().height() // ROW_PX)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.row_at(current.row()).sale_id)

    def _read_ahead(self, value: int) -> None:
        """More rows are read before their end is reached."""
        if value >= self.view.verticalScrollBar().maximum() - _AHEAD * ROW_PX and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())

    def _keep_place(self, _parent: QModelIndex, first: int, last: int) -> None:
        """New sales above what is looked at do not push it down."""
        bar = self.view.verticalScrollBar()
        if bar.value() > 0 and first <= bar.value() // ROW_PX:
            bar.setValue(bar.value() + (last - first + 1) * ROW_PX)
