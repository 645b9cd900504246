"""Late claims: somebody forgot their card, and comes back with it the same day (``money.md``)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, tzinfo

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.phone import parse_phone
from pos_app.loyalty.refund import live
from pos_app.loyalty.sale import Posting, PostingKind
from pos_app.store.records import SaleRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.browsing import nowhere


def claimable(record: SaleRecord, *, now: datetime) -> bool:
    """Whether a sale may be given to a customer: made today for a card or number of nobody, once, and not on its way yet.

    ``now`` is in the shop's zone. Pure.
    """
    earn, buyer = live(record.postings, PostingKind.EARN), record.sale.buyer
    if earn is None or record.sale.reverses or record.taken_back or not _of_today(record, now):
        return False
    return earn.sum is None and (earn.phone, earn.card) == (buyer.phone, buyer.card) and nowhere(earn)


class Claiming:
    """Blocks on the disk, not for the GUI thread. Raises BadInput and DiskTrouble."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        region: str,
        now: Callable[[], datetime],
        zone: tzinfo | None = None,
    ) -> None:
        """``zone`` decides when a day ends; None: this computer's."""
        self._store = store
        self._region = region
        self._now = now
        self._zone = zone

    def claim(
        self, sale_id: str, *, phone: str, who: str, reason: str = "", new_uuid: Callable[[], uuid.UUID] = uuid.uuid4
    ) -> Posting:
        """Give the points of a sale of today to the customer with ``phone``; the posting they go out with.

        ``new_uuid`` gives the same ids again for the same claim: then it is done once. ``reason``: e.g. the customer's name.
        """
        to = parse_phone(phone, region=self._region)
        first = str(new_uuid())

        def claim(store: TillStore) -> Posting:
            record = store.sale(sale_id)
            if record is None:
                raise BadInput(Problem.SETTING, detail=f"There is no sale {sale_id} on this till.")
            made = any(each.transaction_id == first for each in record.postings)
            if not made and not _of_today(record, self._now().astimezone(self._zone)):
                raise BadInput(Problem.CLAIM_TOO_LATE)
            return store.claims.claim(
                sale_id, phone=to, who=who, why=reason, first_id=first, new_id=lambda: str(new_uuid()), at=self._now()
            )

        return self._store.call(claim)


def _of_today(record: SaleRecord, now: datetime) -> bool:
    return record.sale.made_at.astimezone(now.tzinfo).date() == now.date()
