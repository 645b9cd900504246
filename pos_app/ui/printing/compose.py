"""What stands on the slip of a sale. From its record alone; any thread. Needs no more of Qt than the words do."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING

from pos_app.loyalty.refund import live
from pos_app.loyalty.sale import PostingKind, SaleState
from pos_app.paper.slip import Code, Part, Rank, Row, Rule, Slip, Stamp, Title
from pos_app.ui import words

if TYPE_CHECKING:
    from pos_app.till.records import SaleRecord

__all__ = ["Composer"]

NBSP = "\u00a0"
_HARD_LETTERS = ("Příliš žluťoučký kůň úpěl ďábelské ódy", "Щастя їжаком ґречно хутір, Объём ћирилица", "0123456789 € £ ₴ − ≈ •")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composer:
    """``shop`` and ``till`` head every slip; ``zone`` is the shop's (None: this computer's)."""

    shop: str
    till: str
    formats: words.Formats
    zone: tzinfo | None = None

    def first(self, record: SaleRecord, wallet_link: str = "") -> Slip:
        """As it is handed over after the sale. ``wallet_link``: where the customer's card for the phone is, if that is known."""
        return self._slip(record, wallet_link)

    def copy(self, record: SaleRecord, wallet_link: str = "") -> Slip:
        """The same once more, and it says so."""
        return self._slip(record, wallet_link, words.slip.copy())

    def _slip(self, record: SaleRecord, wallet_link: str, *stamps: str) -> Slip:
        sale, said = record.sale, words.slip
        if sale.reverses:
            stamps += (said.refund(),)
        elif record.taken_back:
            stamps += (said.taken_back(),)
        parts: list[Part] = [*(Stamp(each.upper()) for each in stamps), *self._head(), Rule(), *self._facts(record), Rule()]
        # A registration is kept like a sale, of nothing.
        for rows in (self._sums(record), self._points(record)) if sale.quote.gross else ():
            parts += [*rows, Rule()] if rows else []
        if wallet_link:
            parts.append(Code(wallet_link, said.card_for_phone()))
        parts += [Title(said.thanks(), Rank.NORMAL), Title(said.no_tax_receipt(), Rank.SMALL)]
        return Slip(name=said.file_name(_plain(sale.receipt) or _short(sale.sale_id)), parts=tuple(parts))

    def test_page(self, now: datetime) -> Slip:
        """Shows that a printer works, and prints what few of them have letters for."""
        said, formats = words.slip, self.formats
        parts = [
            *self._head(),
            Rule(),
            Row(said.test_page(), self._moment(now), Rank.STRONG),
            Row(said.test_why(), "", Rank.SMALL),
            *(Title(letters, Rank.SMALL) for letters in _HARD_LETTERS),
            Rule(),
            Row(words.checkout.new_balance(), formats.points(Decimal("1234.50")), Rank.LARGE),
        ]
        return Slip(name=said.test_page(), parts=tuple(parts))

    def _head(self) -> list[Part]:
        names = ((self.shop, Rank.LARGE), (self.till, Rank.NORMAL))
        return [Title(_plain(name), rank) for name, rank in names if _plain(name)]

    def _facts(self, record: SaleRecord) -> list[Part]:
        sale, said = record.sale, words.slip
        receipt = said.receipt(_plain(sale.receipt)) if sale.receipt else said.sale_number(_short(sale.sale_id))
        buyer = sale.buyer
        who = (said.card(), words.mask_card(buyer.card)) if buyer.card else (said.phone(), words.mask_phone(buyer.phone))
        return [Row(self._moment(sale.made_at), receipt, Rank.SMALL), Row(*who, Rank.SMALL)]

    def _sums(self, record: SaleRecord) -> list[Part]:
        quote, formats, said = record.sale.quote, self.formats, words.checkout
        back = bool(record.sale.reverses)
        rows: list[Part] = []
        if quote.gross != quote.to_pay:
            rows.append(Row(said.purchase(), formats.money(quote.gross)))
        if quote.discount:
            percent = formats.percent(quote.discount_percent)
            rows.append(Row(said.discount(percent), formats.money(-quote.discount)))
        if quote.redeemed and back:
            rows.append(Row(said.points_used(), formats.points(-quote.redeemed, signed=True)))
        elif quote.redeemed:
            used = words.slip.points_used(formats.points(quote.redeemed))
            rows.append(Row(used, formats.money(-quote.redeemed_value)))
        total, paid = (words.journal.handed_back(), -quote.to_pay) if back else (said.to_pay(), quote.to_pay)
        rows.append(Row(total, formats.money(paid), Rank.STRONG))
        if record.refunded and not record.taken_back:
            rows.append(Row(words.journal.refunded_so_far(), formats.money(-record.refunded)))
        return rows

    def _points(self, record: SaleRecord) -> list[Part]:
        quote, said, formats = record.sale.quote, words.checkout, self.formats
        earned = quote.earned
        if earned is None:
            posting = live(record.postings, PostingKind.EARN)
            earned = posting.sum if posting is not None else None
        known = said.later() if earned is None else formats.points(earned, signed=True)
        rows: list[Part] = [Row(said.points_earned(), known)]
        if not record.sale.reverses:
            rows.append(Row(said.new_balance(), self._balance(quote.new_balance, record), Rank.LARGE))
        return rows if earned != 0 or len(rows) > 1 else []

    def _balance(self, balance: Decimal | None, record: SaleRecord) -> str:
        if balance is None:
            return words.checkout.later()
        points = self.formats.points
        told = points(balance) if balance >= 0 else words.sale.owes(points(-balance))
        return told if record.state is SaleState.APPLIED else words.checkout.about(told)

    def _moment(self, moment: datetime) -> str:
        at = moment.astimezone(self.zone)
        return f"{self.formats.short_day(at.date())}{NBSP}{at.year}  {self.formats.time(at)}"


def _short(sale_id: str) -> str:
    """Enough of it to find the sale by."""
    return sale_id[:8]


def _plain(text: str) -> str:
    """Without signs that no font can draw."""
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}).strip()
