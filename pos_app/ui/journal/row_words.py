"""A row of the journal in words: one place for the list, the screen reader, the story and the file. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from pos_app.till.records import JournalRow, Stand
from pos_app.ui import words
from pos_app.ui.sale.phrases import Phrases
from pos_app.ui.theme import Ink
from pos_app.ui.widgets.chip import SaleState

CHIPS = {
    Stand.SENT: SaleState.SENT,
    Stand.WAITING: SaleState.WAITING,
    Stand.ATTENTION: SaleState.ATTENTION,
    Stand.VOIDED: SaleState.VOIDED,
    Stand.REFUNDED: SaleState.REFUNDED,
}


@dataclass(frozen=True, slots=True)
class RowText:
    """What stands in one row."""

    time: str
    day: str
    """Under the time, where the list holds more than one day."""
    name: str
    below: str
    paid: str
    paid_below: str
    points: tuple[tuple[str, Ink], ...]
    chip: SaleState
    state: str
    faint: bool
    """Taken back: it counts for nothing."""


def stand_words(stand: Stand) -> str:
    """Sent, Waiting, Attention, Voided or Refunded."""
    said = words.sync
    return {
        Stand.SENT: said.sent,
        Stand.WAITING: said.waiting,
        Stand.ATTENTION: said.attention,
        Stand.VOIDED: said.voided,
        Stand.REFUNDED: said.refunded,
    }[stand]()


class RowWords:
    """``phrases`` has the language and the shop's zone."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        # Of the rows on the screen and some around them: painting asks for the same row again and again.
        self.of = lru_cache(maxsize=256)(self._of)

    def local(self, moment: datetime) -> datetime:
        """A moment in the shop's zone."""
        return self.phrases.local(moment)

    def name(self, row: JournalRow) -> str:
        """The customer's; else what is known instead of one."""
        if row.name:
            return row.name
        if row.phone and not row.card:
            return words.moments.unknown_number()
        return words.sale.unknown_card()

    def number(self, row: JournalRow) -> str:
        """The masked card, else the masked phone."""
        return words.mask_card(row.card) if row.card else words.mask_phone(row.phone) if row.phone else ""

    def spoken(self, row: JournalRow, dated: date | None) -> str:
        """The whole row, for a screen reader. ``dated``: see :meth:`_of`."""
        text = self.of(row, dated)
        return words.journal.row_spoken(
            time=f"{text.time} {text.day}".strip(),
            name=f"{text.name} {text.below}".strip(),
            paid=f"{text.paid} {text.paid_below}".strip(),
            points=" ".join(each for each, _ink in text.points),
            state=text.state,
        )

    def _of(self, row: JournalRow, dated: date | None) -> RowText:
        """``dated``: today, where the list holds other days too."""
        formats, said = self.phrases.formats, words.journal
        at = self.local(row.made_at)
        below = self.number(row)
        if row.reverses:
            below = said.refund_of(below)
        elif not row.gross:
            below = said.correction()
        part = bool(row.refunded) and row.refunded != row.gross
        faint = row.stand is Stand.VOIDED or (row.stand is Stand.REFUNDED and not row.reverses)
        return RowText(
            time=formats.time(at),
            day="" if dated in (None, at.date()) else formats.short_day(at.date()),
            name=self.name(row),
            below=below,
            paid=formats.money(row.paid),
            paid_below=said.part_refunded(formats.money(row.refunded)) if part else "",
            points=self.points(row),
            chip=CHIPS[row.stand],
            state=stand_words(row.stand),
            faint=faint,
        )

    def points(self, row: JournalRow) -> tuple[tuple[str, Ink], ...]:
        """Earned over used; a void moved none."""
        formats = self.phrases.formats
        if row.stand is Stand.VOIDED:
            return (("0", Ink.TEXT3),)
        shown: list[tuple[str, Ink]] = []
        if row.earned is None:
            shown.append((words.checkout.later(), Ink.TEXT2))
        elif row.earned:
            shown.append((formats.points(row.earned, signed=True), Ink.OK if row.earned > 0 else Ink.TEXT2))
        if row.used:
            shown.append((formats.points(-row.used, signed=True), Ink.OK if row.used < 0 else Ink.TEXT2))
        return tuple(shown) or (("0", Ink.TEXT3),)
