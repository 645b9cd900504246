"""``WaitingPanel``: what goes out by itself, oldest first, with its next try."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from pos_app.ui import words
from pos_app.ui.sync.waiting_list import WaitingList, WaitingRow
from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.button import Button, ButtonKind
from pos_app.ui.widgets.chip import Chip, ChipTone
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from pos_app.till.overview import Outstanding, Waits
    from pos_app.ui.sync.phrases import SyncPhrases

__all__ = ["WaitingPanel"]


class WaitingPanel(Panel):
    """``export_asked``: the table is wanted."""

    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel(words.sync.waiting_by_itself(), Type.BODY_BOLD)
        self.export = Button(words.line.export(), ButtonKind.QUIET, icon="download", height=48, name=words.line.export_name())
        self.count = Chip("", "", ChipTone.WARN)
        self.list = WaitingList(self.title.text())
        self.more = PlainLabel("", Type.SMALL, Ink.TEXT2, align=Qt.AlignmentFlag.AlignHCenter)
        self.export.clicked.connect(self.export_asked)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.export)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 5, 20, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.more)

    def show_waiting(self, told: Outstanding, since_s: float, phrases: SyncPhrases) -> None:
        """Show them, ``since_s`` seconds after they were asked for."""
        rows: dict[str, Waits] = {}
        for each in told.waiting:
            # A sale's points used and earned go one behind the other: one line for people.
            rows.setdefault(each.sale.sale_id, each)
        self.list.show_rows([_row(each, since_s, phrases) for each in rows.values()])
        left = told.waiting_count - len(told.waiting)
        number = phrases.formats.points
        self.count.set_words(number(Decimal(told.waiting_count if left > 0 else len(rows))))
        self.more.setText(words.line.more(number(Decimal(left))) if left > 0 else "")
        self.more.setVisible(left > 0)


def _row(waits: Waits, since_s: float, phrases: SyncPhrases) -> WaitingRow:
    sale, posting = waits.sale, waits.posting
    name, time, turn = phrases.whose(sale.buyer, posting), phrases.moment(sale.made_at), phrases.turn(waits, since_s)
    money = phrases.worth(sale, waits.posting)
    note = words.answers.sentence(posting.last_answer) if posting.attempts or posting.last_answer else ""
    spoken = words.line.waits_spoken(name=name, money=money, time=time, turn=turn)
    return WaitingRow(name=name, money=money, time=time, turn=turn, note=note, spoken=f"{spoken}. {note}" if note else spoken)
