"""Which sales are listed, their sums, and why there are none, in words. GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.ui import words
from pos_app.ui.journal.states import Tab
from pos_app.ui.theme import Ink
from pos_app.ui.widgets.sum_strip import SumCell

if TYPE_CHECKING:
    from pos_app.till.records import JournalTotals
    from pos_app.ui.journal.presenter import JournalPresenter


def place_words(state: JournalPresenter, formats: words.Formats) -> str:
    """Under the title: the day, or what is listed of every day."""
    if state.text:
        return words.journal.found()
    if state.tab is Tab.WAITING:
        return words.journal.everything_waiting()
    if state.tab is Tab.ATTENTION:
        return words.journal.everything_stuck()
    return formats.long_day(state.day, today=state.today)


def cells(totals: JournalTotals, formats: words.Formats) -> list[SumCell]:
    """The strip."""
    said, checkout = words.journal, words.checkout
    return [
        SumCell(said.sales(), str(totals.sales)),
        SumCell(said.takings(), formats.money(totals.takings)),
        SumCell(said.discounts(), formats.money(-totals.discounts) if totals.discounts else ""),
        SumCell(checkout.points_earned(), formats.points(totals.earned, signed=True) if totals.earned else "", Ink.OK),
        SumCell(checkout.points_used(), formats.points(-totals.used, signed=True) if totals.used else ""),
    ]


def none_words(state: JournalPresenter) -> tuple[str, str, str]:
    """Title, hint and icon in place of an empty list; an empty title while there is something, or will be in a moment."""
    said = words.journal
    if state.trouble is not None and not state.loading:
        return words.moments.did_not_work(), words.moments.nothing_changed(), "circle-alert"
    if not state.empty:
        return "", "", "receipt-text"
    if state.text:
        return said.nothing_found(), said.try_otherwise(), "search-x"
    if state.tab is Tab.WAITING:
        return said.nothing_waits(), "", "check-check"
    if state.tab is Tab.ATTENTION:
        return said.nothing_stuck(), "", "check-check"
    return said.nothing_today() if state.day == state.today else said.nothing_that_day(), "", "receipt-text"
