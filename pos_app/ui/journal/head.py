"""``JournalHead``: which sales are shown, and the ways to others (picture 15, top)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.ui import words
from pos_app.ui.journal.states import Tab
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.segments import Segment, Segments, SegmentTone
from pos_app.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from pos_app.till.records import JournalCounts

__all__ = ["JournalHead"]

_SIZE = 48


def _icon(icon: str, name: str) -> Button:
    button = Button("", ButtonKind.SECONDARY, icon=icon, height=_SIZE, name=name)
    button.setFixedWidth(_SIZE)
    return button


class JournalHead(QWidget):
    """``tab_chosen`` gives a ``Tab``, ``searched`` what was typed, ``turned`` −1 or +1 day."""

    tab_chosen = Signal(object)
    searched = Signal(str)
    search_asked = Signal()
    search_left = Signal()
    turned = Signal(int)
    calendar_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = words.journal
        self.title = PlainLabel(words.shell.journal(), Type.TITLE_PAGE)
        self.below = PlainLabel("", Type.BODY, Ink.TEXT2, elide=True)
        self.tabs = Segments(len(Tab), said.which_sales())
        self.field = TextField(said.search_hint(), icon="search", key="Esc", name=said.search_name(), height=_SIZE)
        self.search = _icon("search", said.search())
        self.leave = _icon("x", said.stop_searching())
        self.export = _icon("download", said.export())
        self.earlier = _icon("chevron-left", said.day_before())
        self.calendar = _icon("calendar", said.choose_day())
        self.later = _icon("chevron-right", said.day_after())
        self._place: tuple[object, ...] = ()
        self._stack = QStackedWidget()
        for part in (self.tabs, self.field):
            self._stack.addWidget(part)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.below)
        names.addStretch(1)
        days = QHBoxLayout()
        days.setSpacing(4)
        for button in (self.earlier, self.calendar, self.later):
            days.addWidget(button)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(names, 1)
        self._row.addWidget(self._stack)
        self._row.addWidget(self.search)
        self._row.addWidget(self.leave)
        self._row.addWidget(self.export)
        self._row.addLayout(days)
        self.setFixedHeight(60)
        self.tabs.chosen.connect(lambda index: self.tab_chosen.emit(Tab(index)))
        self.field.textEdited.connect(self.searched)
        for button, signal in (
            (self.search, self.search_asked),
            (self.leave, self.search_left),
            (self.calendar, self.calendar_asked),
            (self.export, self.export_asked),
        ):
            button.clicked.connect(signal)
        self.earlier.clicked.connect(partial(self.turned.emit, -1))
        self.later.clicked.connect(partial(self.turned.emit, 1))
        self.apply_metrics(Metrics.for_window(1280, 800))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        self._row.setSpacing(8 if metrics.page_pad == 16 else 12)

    def show_place(
        self, below: str, *, tab: Tab, searching: bool, all_count: int | None, counts: JournalCounts, earlier: bool, later: bool
    ) -> None:
        """Show which sales these are. ``all_count`` None: not known. ``earlier``, ``later``: whether there are such days."""
        place = (below, tab, searching, all_count, counts, earlier, later)
        if place == self._place:
            return
        self._place = place
        self.below.setText(below)
        said = words.journal
        numbers = ("" if all_count is None else str(all_count), str(counts.waiting), str(counts.attention))
        tones = (
            SegmentTone.GREY,
            SegmentTone.WARN if counts.waiting else SegmentTone.GREY,
            SegmentTone.BAD if counts.attention else SegmentTone.GREY,
        )
        names = (said.all(), words.sync.waiting(), words.sync.attention())
        segments = [Segment(name, number, tone) for name, number, tone in zip(names, numbers, tones, strict=True)]
        self.tabs.show_segments(segments, chosen=tab.value)
        self._stack.setFixedSize(self.tabs.sizeHint())
        self._stack.setCurrentIndex(1 if searching else 0)
        self.search.setVisible(not searching)
        self.leave.setVisible(searching)
        if not searching and self.field.text():
            self.field.setText("")
        self.earlier.setEnabled(earlier)
        self.later.setEnabled(later)
