"""``JournalPage``: the Journal screen. It shows what its presenter says and tells it what was pressed; it decides nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pos_app.till.events import Event
from pos_app.ui import words
from pos_app.ui.journal.acting import Acting
from pos_app.ui.journal.claim_sheet import ClaimSheet
from pos_app.ui.journal.delegate import RowDelegate
from pos_app.ui.journal.detail_panel import DetailPanel
from pos_app.ui.journal.exporting import Exporter, documents
from pos_app.ui.journal.head import JournalHead
from pos_app.ui.journal.keys import JournalKeys
from pos_app.ui.journal.lettering import Lettering
from pos_app.ui.journal.list_panel import ListPanel
from pos_app.ui.journal.model import JournalModel
from pos_app.ui.journal.place_words import cells, none_words, place_words
from pos_app.ui.journal.presenter import JournalPresenter
from pos_app.ui.journal.refund_sheet import RefundSheet
from pos_app.ui.journal.row_words import RowWords
from pos_app.ui.journal.slip_sheet import SlipSheet
from pos_app.ui.journal.states import Doing, JournalTill
from pos_app.ui.printing.compose import Composer
from pos_app.ui.sale.announcer import announce
from pos_app.ui.sale.number_text import NumberForm
from pos_app.ui.sale.states import Runner
from pos_app.ui.theme import Metrics, SizeClass
from pos_app.ui.widgets.month_grid import MonthGrid, MonthWords
from pos_app.ui.widgets.sides import mirror
from pos_app.ui.widgets.sum_strip import SumStrip
from pos_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent

    from pos_app.appearance import Appearance
    from pos_app.ui.sale.phrases import Phrases

__all__ = ["JournalPage"]

_TICK_MS, _TYPED_MS = 1_000, 150
_FIRST_DAY = date(2020, 1, 1)
_ROUND = 6
"""Room, px, for focus rings, which are drawn outside of what they are around."""


def midnight(day: date) -> datetime:
    """When a day begins on this computer."""
    return datetime(day.year, day.month, day.day).astimezone()


class JournalPage(QWidget):
    """A page of the shell. ``now`` is the wall clock in the shop's zone, ``clock`` counts seconds; ``folder``: where files go."""

    def __init__(
        self,
        till: JournalTill,
        runner: Runner,
        *,
        phrases: Phrases,
        now: Callable[[], datetime],
        midnight: Callable[[date], datetime] = midnight,
        clock: Callable[[], float] = time.monotonic,
        folder: Callable[[], Path] = documents,
        composer: Composer | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        formats, said = phrases.formats, words.journal
        numbers = NumberForm(decimal=formats.separator, group=formats.group)
        self._now, self._formats = now, formats
        self._ready = False
        self._shown_doing = Doing.NOTHING
        self.row_words = RowWords(phrases)
        self.model = JournalModel(
            lambda row: self.row_words.spoken(row, self.presenter.dated), lambda: self.presenter.has_more, self
        )
        self.presenter = JournalPresenter(
            till, runner, self.model, now=now, midnight=midnight, clock=clock, changed=self.show_state
        )
        self.acting = Acting(
            till,
            runner,
            story=lambda: self.presenter.story,
            phrases=phrases,
            numbers=numbers,
            composer=composer or Composer(shop="", till="", formats=formats),
            folder=folder,
            now=now,
            changed=self.show_state,
            say=self._say,
            warn=self._warn,
        )
        self.exporter = Exporter(till, runner, phrases, folder=folder, say=self._say, warn=self._warn)
        self.head, self.strip = JournalHead(), SumStrip(5, panel=True)
        delegate = RowDelegate(lambda place: self.row_words.of(self.model.row_at(place), self.presenter.dated), self)
        self.list, self.detail = ListPanel(self.model, delegate), DetailPanel(self.row_words)
        self.refund, self.claim = RefundSheet(self.row_words, numbers), ClaimSheet(self.row_words)
        self.slip = SlipSheet(self.row_words)
        self.month = MonthGrid(MonthWords(formats.months, formats.weekdays, said.month_before(), said.month_after()), self)
        self.month.hide()
        self.toast = Toast(self)
        self.letters = Lettering((self.head.field, self.claim.field), language=formats.language, clock=clock)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._lay_out()
        edits = (self.head.field.edit, self.refund.amount.edit, self.claim.field.edit)
        self.keys = JournalKeys(self, edits, self.list.view, self)
        self._connect()
        self._ready = True
        self.show_state()

    # What comes from outside

    def happened(self, event: Event) -> None:
        """The till tells."""
        self.presenter.happened(event)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Follow the window's size."""
        pad, gap = metrics.page_pad, metrics.gutter
        self._page.setContentsMargins(pad, pad - 8, pad, pad)
        self._page.setSpacing(16 if metrics.height >= 760 else 12)
        self._row.setSpacing(gap)
        self.detail.setFixedWidth(320 if metrics.size_class is SizeClass.S else 376)
        for part in (self.head, self.strip, self.list, self.refund, self.claim, self.slip, self.detail):
            part.apply_metrics(metrics)

    def apply_appearance(self, appearance: Appearance) -> None:
        """Follow what was chosen in Settings: what acts on a sale stands at the hand."""
        mirror(self._row, mirrored=appearance.left_handed)
        self.refund.apply_appearance(appearance)

    # Showing

    def show_state(self) -> None:
        """Show everything but the rows anew: cheap where nothing changed."""
        if not self._ready:
            return
        state, acting = self.presenter, self.acting
        self.head.show_place(
            place_words(state, self._formats),
            tab=state.tab,
            searching=state.searching,
            all_count=state.all_count,
            counts=state.counts,
            earlier=not state.of_all_days,
            later=not state.of_all_days and state.day < state.today,
        )
        self.strip.show_cells(cells(state.totals, self._formats))
        self.list.show_empty(*none_words(state))
        self.list.choose(state.chosen)
        self.detail.show_story(state.story, state.next_tries_s, acting.doing, now=self._now(), choice=not state.empty)
        self._show_doing()
        lettering = self.letters.field is not None
        for part, shown in ((self.letters, lettering), (self.strip, not lettering), (self.detail, not lettering)):
            part.setVisible(shown)
        waits = any(wait is not None for wait in state.next_tries_s)
        if waits and self.isVisible() and not self._tick.isActive():
            self._tick.start()
        elif not waits:
            self._tick.stop()

    def _show_doing(self) -> None:
        acting = self.acting
        if acting.refund is not None:
            self.refund.show_refund(acting.refund)
        if acting.claim is not None:
            self.claim.show_claim(acting.claim, tight=self.letters.field is not None)
        if acting.slip is not None:
            self.slip.show_slip(acting.slip)
        sheets = {Doing.REFUND: self.refund, Doing.CLAIM: self.claim, Doing.SLIP: self.slip}
        self._left.setCurrentWidget(sheets.get(acting.doing, self.list))
        if acting.doing is self._shown_doing:
            return
        self._shown_doing = acting.doing
        if acting.doing is not Doing.NOTHING:
            self.toast.hide()
        if acting.doing is Doing.REFUND:
            self.refund.amount.activate(select=True)
        elif acting.doing is Doing.CLAIM:
            self.claim.field.activate()
        elif acting.doing is Doing.SLIP:
            self.slip.setFocus()
        else:
            self.list.view.setFocus()

    def _say(self, sentence: str) -> None:
        self.toast.say(sentence)
        announce(self, sentence, at_once=False)

    def _warn(self, sentence: str) -> None:
        self.toast.say(sentence, bad=True)
        announce(self, sentence, at_once=True)

    def showEvent(self, event: QShowEvent) -> None:
        """The page is on the screen: what it shows is read anew."""
        super().showEvent(event)
        self.keys.watch_window()
        self.presenter.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever was asked is not asked any more."""
        super().hideEvent(event)
        self.presenter.hide()
        self.acting.leave()
        self.letters.close_all()
        self.month.hide()
        self._tick.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The shell gives the page the focus: it goes to the list."""
        super().focusInEvent(event)
        self.list.view.setFocus()

    # What is pressed

    @property
    def choosing_day(self) -> bool:
        """The calendar has the keys."""
        return self.month.isVisible()

    @property
    def rows_seen(self) -> int:
        """How far a page of the list is."""
        return self.list.page_rows()

    def start_search(self, text: str = "") -> None:
        """Ctrl+F, the looking glass, or the first letter of what is looked for."""
        if self.acting.doing is not Doing.NOTHING:
            return
        self.presenter.searching = True
        self.show_state()
        self.head.field.activate(select=not text)
        if text:
            self.head.field.insert(text)

    def escape(self) -> None:
        """One step back."""
        if self.acting.doing is not Doing.NOTHING:
            self.acting.leave()
        elif self.presenter.searching:
            self._typed.stop()
            self.presenter.stop_searching()
            self.list.view.setFocus()

    def move_row(self, by: int) -> None:
        """Up or down in what is listed."""
        if self.acting.claim is not None:
            self.acting.claim.choose(self.acting.claim.chosen + by)
        else:
            self.list.step(by)

    def _row_chosen(self, sale_id: str) -> None:
        self.acting.chosen(sale_id)
        self.presenter.choose(sale_id)

    def _open(self, sale_id: str) -> None:
        """A line of the story leads to another sale, which need not be listed."""
        if sale_id:
            self._row_chosen(sale_id)
            self.show_state()

    def _show_calendar(self) -> None:
        if self.month.isVisible():
            self._close_calendar()
            return
        self.month.show_from(self.presenter.day, first=_FIRST_DAY, today=self.presenter.today)
        below = self.head.geometry().bottom() + 4
        self.month.move(self.width() - self._page.contentsMargins().right() - self.month.width(), below)
        self.month.show()
        self.month.raise_()
        self.month.setFocus()

    def _close_calendar(self) -> None:
        self.month.hide()
        self.list.view.setFocus()

    def _day_picked(self, day: date) -> None:
        self._close_calendar()
        self.presenter.go_to(day)

    # Building

    def _lay_out(self) -> None:
        self._left = QStackedWidget()
        for part in (self.list, self.refund, self.claim, self.slip):
            self._left.addWidget(part)
        self._row = QHBoxLayout()
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self.detail)
        self._page = QVBoxLayout(self)
        self._page.addWidget(self.head)
        self._page.addWidget(self.strip)
        self._page.addLayout(self._row, 1)
        self._page.addWidget(self.letters)
        head, detail = self.head, self.detail
        order = (
            self.list.view,
            *(detail.slip, detail.claim, detail.refund, detail.void, detail.keep, detail.void_it),
            *(*head.tabs.keys, head.search, head.leave, head.export, head.earlier, head.calendar, head.later),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.apply_metrics(Metrics.for_window(1280, 800))

    def _connect(self) -> None:
        head, detail, acting = self.head, self.detail, self.acting
        self.model.more_wanted.connect(self.presenter.more)
        self.list.chosen.connect(self._row_chosen)
        self._tick.timeout.connect(self.presenter.tick)
        self._typed.timeout.connect(lambda: self.presenter.search(head.field.text()))
        head.searched.connect(lambda _text: self._typed.start())
        head.search_asked.connect(self.start_search)
        head.search_asked.connect(lambda: self.letters.tapped(head.field))
        self.letters.changed.connect(self.show_state)
        self.keys.typed.connect(self.letters.keyboard_used)
        head.search_left.connect(self.escape)
        head.tab_chosen.connect(self.presenter.go_to_tab)
        head.turned.connect(self.presenter.turn)
        head.calendar_asked.connect(self._show_calendar)
        head.export_asked.connect(lambda: self.exporter.start(self.presenter))
        self.month.picked.connect(self._day_picked)
        self.month.closed.connect(self._close_calendar)
        detail.opened.connect(self._open)
        detail.void_asked.connect(acting.ask_void)
        detail.refund_asked.connect(acting.ask_refund)
        detail.claim_asked.connect(acting.ask_claim)
        detail.slip_asked.connect(acting.ask_slip)
        self.slip.pdf_asked.connect(lambda: acting.slip.save() if acting.slip else None)
        detail.void_meant.connect(acting.enter)
        detail.kept.connect(acting.leave)
        for sheet in (self.refund, self.claim, self.slip):
            sheet.meant.connect(acting.enter)
            sheet.left.connect(acting.leave)
        self.refund.typed.connect(lambda text: acting.refund.type(text) if acting.refund else None)
        self.refund.proposed.connect(lambda amount: acting.refund.propose(amount) if acting.refund else None)
        self.claim.typed.connect(lambda text: acting.claim.type(text) if acting.claim else None)
        self.claim.picked.connect(lambda index: acting.claim.choose(index) if acting.claim else None)
