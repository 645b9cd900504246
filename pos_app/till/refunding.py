"""Refunds and voids: which sale is meant, how much of it is left, and taking it back in one commit (``money.md``)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.refund import live, refund, refundable
from pos_app.loyalty.sale import PostingKind, SaleIds, new_sale_ids
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import SaleRecord, TillStore

SHORTEST_ID = 6
"""Characters of a sale's id that may stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a refund would do: money to hand back, used points that come back, earned points that are taken back (0 or more)."""

    money: Decimal
    points_back: Decimal
    points_taken: Decimal | None
    """None: how many were earned is not known yet, and they are taken back once it is."""


def preview(record: SaleRecord, amount: Decimal | None) -> Preview:
    """Of ``amount`` of a sale (gross; None: all that is left). Pure. Raises BadInput if so much is not left."""
    redeem, earn = (live(record.postings, kind) for kind in (PostingKind.REDEEM, PostingKind.EARN))
    sale = refundable(record.sale.quote, redeem=redeem, earn=earn)
    back = refund(sale, refunded_before=record.refunded, amount=record.left if amount is None else amount)
    unknown = earn is not None and earn.sum is None
    return Preview(money=back.money, points_back=back.redeemed_back, points_taken=None if unknown else back.earned_back)


class Refunding:
    """On this till's disk; every method blocks on it. Raises DiskTrouble."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        now: Callable[[], datetime],
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        self._store = store
        self._now = now
        self._new_uuid = new_uuid

    def sale_named(self, text: str) -> SaleRecord:
        """The sale that ``text`` names: its id, the beginning of it, or the receipt's number. Raises BadInput."""
        written = text.strip()

        def find(store: TillStore) -> SaleRecord:
            found = store.sales_named(written, shortest=SHORTEST_ID) if written else []
            if len(found) > 1:
                raise BadInput(Problem.SETTING, detail=f"More than one sale is called {written}: give its whole id.")
            record = store.sale(found[0]) if found else None
            if record is None:
                raise BadInput(Problem.SETTING, detail=f"There is no sale {written} on this till.")
            return record

        return self._store.call(find)

    def refund(self, sale_id: str, *, amount: Decimal | None, ids: SaleIds) -> SaleRecord:
        """Take ``amount`` of a sale back (gross; None: all that is left), by the rates it was made with; the reversing sale.

        The same ``ids`` again are the same refund. Raises BadInput if so much is not left, or it is a refund itself.
        """

        def take_back(store: TillStore) -> SaleRecord:
            made = store.sale(ids.sale_id)
            if made is not None:
                if made.sale.reverses != sale_id or amount not in (None, -made.sale.quote.gross):
                    raise BadInput(Problem.SETTING, detail="Another sale or refund has this id. Nothing was saved.")
                return made
            record = store.sale(sale_id)
            if record is None:
                raise BadInput(Problem.SETTING, detail=f"There is no sale {sale_id} on this till.")
            if record.sale.reverses:
                raise BadInput(Problem.SETTING, detail="This is a refund itself: name the sale it takes back.")
            if record.left <= 0:
                raise BadInput(Problem.NOTHING_LEFT)
            return store.refund_sale(sale_id, ids=ids, at=self._now(), amount=amount)

        return self._store.call(take_back)

    def undo(self, sale_id: str) -> SaleRecord:
        """Take all that is left of a sale back. Undoing twice is undoing once."""
        ids = new_sale_ids(self._new_uuid)
        return self._store.call(lambda store: store.refund_sale(sale_id, ids=ids, at=self._now()))
