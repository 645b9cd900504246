"""``DetailPanel``: the chosen sale, all about it, and what can be done with it (picture 15, right)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos_app.till.claiming import claimable
from pos_app.ui import words
from pos_app.ui.journal.acting import can_be_voided
from pos_app.ui.journal.fact_line import FactLine
from pos_app.ui.journal.row_words import CHIPS, RowWords, stand_words
from pos_app.ui.journal.states import Doing
from pos_app.ui.journal.story_row import StoryRow
from pos_app.ui.journal.story_words import story_lines
from pos_app.ui.theme import Ink, Metrics, Type
from pos_app.ui.widgets.button import Button, ButtonKind, IconButton
from pos_app.ui.widgets.chip import SaleState, StateChip
from pos_app.ui.widgets.facts import Divider
from pos_app.ui.widgets.fading import FadingStack
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.panel import Panel
from pos_app.ui.widgets.scroll_bar import BAR_PX
from pos_app.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pos_app.till.browsing import Story
    from pos_app.till.records import JournalRow

__all__ = ["DetailPanel"]

_LOW_STORY = 48
_BESIDE = BAR_PX + 6
"""Px beside the text, in which the bar of a long story lies."""


class DetailPanel(Panel):
    """``opened`` gives a ``sale_id`` that a line of the story leads to; the others, which button was pressed."""

    opened = Signal(str)
    void_asked = Signal()
    refund_asked = Signal()
    claim_asked = Signal()
    slip_asked = Signal()
    void_meant = Signal()
    kept = Signal()

    def __init__(self, row_words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = row_words
        said = words.journal
        self.title = PlainLabel("", Type.TITLE_PANEL, elide=True)
        self.below = PlainLabel("", Type.HINT, Ink.TEXT2, elide=True)
        self.chip = StateChip(SaleState.SENT, "")
        self.slip = IconButton("printer", words.slip.print_slip())
        self.facts = tuple(FactLine() for _ in range(5))
        self._paid_title = PlainLabel(said.paid(), Type.LEAD.bold(600))
        self.paid = PlainLabel("", Type.NUMBER_M, shrink_to_px=20, align=Qt.AlignmentFlag.AlignRight)
        self.rows: list[StoryRow] = []
        self._told = ("", 0)
        self._to_end = QTimer(self, singleShot=True, interval=0)
        self._to_end.timeout.connect(self._scroll_to_end)
        self.note = PlainLabel(said.can_be_voided(), Type.HINT, Ink.TEXT2, wrap=True)
        self.claim = Button(said.name_customer(), ButtonKind.TINT, icon="user-plus")
        self.refund = Button(said.refund(), ButtonKind.SECONDARY, icon="undo-2")
        self.void = Button(said.void(), ButtonKind.DANGER, icon="ban", key="Del")
        self._question = PlainLabel(said.void_this(), Type.BODY_BOLD)
        self._question_why = PlainLabel("", Type.HINT, Ink.TEXT2, wrap=True)
        self.keep = Button(said.keep(), ButtonKind.SECONDARY, key="Esc")
        self.void_it = Button(said.void(), ButtonKind.DANGER, icon="ban", key="↵")
        self._lay_out()
        self.claim.clicked.connect(self.claim_asked)
        self.slip.clicked.connect(self.slip_asked)
        self.refund.clicked.connect(self.refund_asked)
        self.void.clicked.connect(self.void_asked)
        self.keep.clicked.connect(self.kept)
        self.void_it.clicked.connect(self.void_meant)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        paid = QHBoxLayout()
        paid.addWidget(self._paid_title)
        paid.addWidget(self.paid, 1)
        paid.addSpacing(4)
        paid.addWidget(self.slip)
        self.scroller = ScrollColumn()
        # Where it is low, the story gives way and not a button.
        self.scroller.setMinimumHeight(_LOW_STORY)
        self._story = self.scroller.column
        self._story.setSpacing(0)
        self._story.setContentsMargins(0, 0, _BESIDE - BAR_PX, 0)
        self._story.addStretch(1)
        above, below = QVBoxLayout(), QVBoxLayout()
        for part in (above, below):
            # The bar of the story lies in the margin on the right.
            part.setContentsMargins(0, 0, _BESIDE, 0)
            part.setSpacing(0)
        above.addLayout(head)
        above.addWidget(self.below)
        above.addSpacing(10)
        for fact in self.facts:
            above.addWidget(fact)
        above.addSpacing(10)
        above.addWidget(Divider())
        above.addSpacing(10)
        above.addLayout(paid)
        above.addSpacing(10)
        above.addWidget(Divider())
        below.addWidget(self._actions())
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(above)
        self._column.addWidget(self.scroller, 1)
        self._column.addLayout(below)
        self._nothing = PlainLabel(
            words.journal.choose_a_sale(), Type.BODY, Ink.TEXT3, wrap=True, align=Qt.AlignmentFlag.AlignHCenter
        )
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self._nothing)
        middle.addStretch(1)
        self._stack = FadingStack()
        self._stack.addWidget(empty)
        self._stack.addWidget(content)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._stack)

    def _actions(self) -> QWidget:
        row, question_row = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.refund, 1)
        row.addWidget(self.void, 1)
        question_row.setSpacing(12)
        question_row.addWidget(self.keep, 1)
        question_row.addWidget(self.void_it, 1)
        first, second = QWidget(), QWidget()
        one = QVBoxLayout(first)
        one.setContentsMargins(0, 0, 0, 0)
        one.setSpacing(12)
        one.addWidget(self.note)
        one.addWidget(self.claim)
        one.addLayout(row)
        two = QVBoxLayout(second)
        two.setContentsMargins(0, 0, 0, 0)
        two.setSpacing(4)
        two.addWidget(self._question)
        two.addWidget(self._question_why)
        two.addSpacing(8)
        two.addLayout(question_row)
        self._buttons, self._ask = first, second
        bottom = QWidget()
        both = QVBoxLayout(bottom)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(first)
        both.addWidget(second)
        return bottom

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size class."""
        pad = metrics.panel_pad
        self._outer.setContentsMargins(pad, pad - 2, pad - _BESIDE, pad - 4)
        compact = metrics.height < 760
        self.void.set_icon_name(None if pad == 16 else "ban")
        self.void_it.set_icon_name(None if pad == 16 else "ban")
        for fact in self.facts:
            fact.set_height(26 if compact else 30)

    def show_story(
        self, story: Story | None, next_tries_s: Sequence[int | None], doing: Doing, *, now: datetime, choice: bool
    ) -> None:
        """Show a sale; None: that one is to be chosen, if there is a ``choice``."""
        self._stack.setCurrentIndex(0 if story is None else 1)
        if story is None:
            self._nothing.setText(words.journal.choose_a_sale() if choice else words.journal.shown_here())
            return
        row, phrases = story.row, self._words.phrases
        self.title.setText(self._words.name(row))
        self.below.setText(self._second_line(row, now))
        self.chip.set_state(CHIPS[row.stand], stand_words(row.stand))
        for fact, values in zip(self.facts, self._facts(story), strict=True):
            fact.show_fact(*values)
        self._paid_title.setText(words.journal.handed_back() if row.reverses else words.journal.paid())
        self.paid.setText(phrases.formats.money(-row.paid if row.reverses else row.paid))
        self._show_lines(story, next_tries_s)
        self._show_actions(story, doing, now)

    def _second_line(self, row: JournalRow, now: datetime) -> str:
        formats, at = self._words.phrases.formats, self._words.local(row.made_at)
        day = "" if at.date() == now.date() else formats.short_day(at.date())
        receipt = words.journal.receipt(row.receipt) if row.receipt else ""
        parts = (day, formats.time_with_seconds(at), receipt, self._words.number(row))
        return " · ".join(part for part in parts if part)

    def _facts(self, story: Story) -> list[tuple[str, str, Ink]]:
        row, formats, said = story.row, self._words.phrases.formats, words.checkout
        percent = formats.percent(story.record.sale.quote.discount_percent)
        earned = said.later() if row.earned is None else formats.points(row.earned, signed=True) if row.earned else ""
        facts = [
            (said.purchase(), formats.money(row.gross), Ink.TEXT),
            (said.discount(percent), formats.money(-row.discount) if row.discount else "", Ink.TEXT),
            (said.points_used(), formats.points(-row.used, signed=True) if row.used else "", Ink.TEXT),
            (said.points_earned(), earned, Ink.OK if row.earned is not None and row.earned > 0 else Ink.TEXT2),
            ("", "", Ink.TEXT),
        ]
        if row.refunded:
            facts[4] = (words.journal.refunded_so_far(), formats.money(-row.refunded), Ink.TEXT)
        return facts

    def _show_lines(self, story: Story, next_tries_s: Sequence[int | None]) -> None:
        lines = story_lines(story, self._words.phrases, next_tries_s)
        while len(self.rows) < len(lines):
            row = StoryRow()
            row.clicked.connect(lambda _checked=False, it=row: self.opened.emit(it.line.leads_to))
            self._story.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(lines))
            if index < len(lines):
                row.show_line(lines[index])
        told = (story.row.sale_id, len(lines))
        if told != self._told:
            # How it stands now is at the end.
            self._told = told
            self._to_end.start()

    def _show_actions(self, story: Story, doing: Doing, now: datetime) -> None:
        open_ = story.can_be_taken_back
        voidable = can_be_voided(story)
        claim = claimable(story.record, now=now)
        self.claim.setVisible(claim)
        # Where a customer can be named there is no room to spare, and Void says it too.
        self.note.setVisible(voidable and not claim)
        self.refund.setVisible(open_)
        self.refund.set_key(None if voidable else "Del")
        self.void.setVisible(voidable)
        self._question_why.setText(words.journal.void_why(self._words.phrases.formats.money(story.row.paid)))
        self._ask.setVisible(doing is Doing.VOID)
        self._buttons.setVisible(doing is Doing.NOTHING and (open_ or claim))

    def _scroll_to_end(self) -> None:
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.maximum())

    @property
    def asks(self) -> bool:
        """Whether it asks if the sale is really to be voided."""
        return not self._ask.isHidden()
