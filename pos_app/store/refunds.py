"""What takes a sale back, wholly or in part: another sale, with amounts below 0, and postings of its own (``money.md``).

A posting of which nothing can be on the server is cancelled once nothing of it is to be kept: it never leaves this till. Every
other one goes out as it is, and what takes it back waits behind it in the same customer's line.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO, to_cents
from pos_app.loyalty.refund import Refund, live, refund, refundable, refunding_quote
from pos_app.loyalty.sale import Posting, PostingKind, SaleIds
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.postings import Postings
from pos_app.store.records import SaleRecord
from pos_app.store.rows import posting_mark
from pos_app.store.sales import Sales

_FIX = "UPDATE posting SET sum_cents = ?, mark = ? WHERE seq = ?"
_NOTHING = "No points to take back."
_NOT_KNOWN_YET = "SELECT transaction_id FROM posting WHERE reverses = ? AND sum_cents IS NULL AND settled_at IS NULL ORDER BY seq"


@dataclass(frozen=True, slots=True)
class _Part:
    """The amount of one refund, and what was refunded before it. Gross money."""

    before: Decimal
    amount: Decimal


class Refunds:
    """Refunds and voids in one open ``till.db``. :class:`pos_app.store.till_store.TillStore` states the contracts."""

    def __init__(self, database: Database, journal: Journal, sales: Sales, postings: Postings) -> None:
        self._database = database
        self._journal = journal
        self._sales = sales
        self._postings = postings

    def refund(self, sale_id: str, *, amount: Decimal | None, ids: SaleIds, at: datetime) -> SaleRecord:
        """See TillStore."""
        with self._database.writing("refund") as conn:
            made = self._sales.record(ids.sale_id)
            if made is not None:
                if made.sale.reverses != sale_id or amount not in (None, -made.sale.quote.gross):
                    raise ValueError("the ids of a refund are its own")
                return made
            original = self._sales.there(sale_id)
            if original.sale.reverses:
                raise ValueError("what takes a sale back is not taken back itself")
            if amount is None and original.reversed_by and not original.left:
                return self._sales.there(original.reversed_by[-1])
            if not original.sale.quote.gross:
                raise BadInput(Problem.NOTHING_LEFT)
            self._take_back(conn, original, _Part(original.refunded, original.left if amount is None else amount), ids, at)
            return self._sales.there(ids.sale_id)

    def points_found(self, posting: Posting, at: datetime) -> None:
        """The points of ``posting`` are known from now on: so are those of what takes it back. Joins the caller's transaction."""
        with self._database.writing() as conn:
            for (transaction_id,) in self._database.rows(_NOT_KNOWN_YET, (posting.transaction_id,)):
                looked = self._postings.look(transaction_id)
                reversing = looked.posting
                row = self._sales.there(reversing.sale_id)
                original = self._sales.there(row.sale.reverses)
                part = _Part(self._refunded_before(original, row), -row.sale.quote.gross)
                points = -_back(original, part, earn=posting).earned_back
                if points:
                    self._fix(conn, replace(reversing, sum=points))
                else:
                    self._postings.call_off(conn, looked, _NOTHING, at=at)

    def _take_back(self, conn: sqlite3.Connection, original: SaleRecord, part: _Part, ids: SaleIds, at: datetime) -> None:
        redeem, earn = (live(original.postings, kind) for kind in (PostingKind.REDEEM, PostingKind.EARN))
        back = _back(original, part, redeem=redeem, earn=earn)
        earned_known = earn is None or earn.sum is not None
        quote = refunding_quote(
            original.sale.quote, back, refunded_before=part.before, amount=part.amount, earned_known=earned_known
        )
        closes = part.before + part.amount == original.sale.quote.gross
        reversing = []
        if redeem is not None and not (closes and self._postings.take_back(conn, redeem.transaction_id, at=at)):
            reversing.append(_reversing(redeem, back.redeemed_back, transaction_id=ids.redeem_id, sale_id=ids.sale_id))
        if earn is not None and not (closes and self._postings.take_back(conn, earn.transaction_id, at=at)):
            points = -back.earned_back if earned_known else None
            reversing.append(_reversing(earn, points, transaction_id=ids.earn_id, sale_id=ids.sale_id))
        sale = replace(original.sale, sale_id=ids.sale_id, made_at=at, quote=quote, reverses=original.sale.sale_id)
        if self._sales.insert(conn, sale, [each for each in reversing if each.sum is None or each.sum]) is None:
            raise ValueError("the ids of a refund are its own")

    def _refunded_before(self, original: SaleRecord, row: SaleRecord) -> Decimal:
        earlier = [self._sales.there(each) for each in original.reversed_by]
        return sum((-each.sale.quote.gross for each in earlier if each.seq < row.seq), ZERO)

    def _fix(self, conn: sqlite3.Connection, posting: Posting) -> None:
        assert posting.sum is not None, "the points were found"  # noqa: S101 - an invariant
        conn.execute(_FIX, (to_cents(posting.sum), posting_mark(posting), posting.seq))
        self._journal.note("posting", posting.seq)


def _back(original: SaleRecord, part: _Part, *, redeem: Posting | None = None, earn: Posting | None = None) -> Refund:
    """What is given back, by the rates the sale was made with."""
    sale = refundable(original.sale.quote, redeem=redeem, earn=earn)
    return refund(sale, refunded_before=part.before, amount=part.amount)


def _reversing(posting: Posting, points: Decimal | None, *, transaction_id: str, sale_id: str) -> Posting:
    """To the same customer, and so behind ``posting`` in the line. ``points`` None: known when those of ``posting`` are."""
    return Posting(
        transaction_id=transaction_id,
        sale_id=sale_id,
        kind=posting.kind,
        phone=posting.phone,
        card=posting.card,
        sum=points,
        reverses=posting.transaction_id,
    )
