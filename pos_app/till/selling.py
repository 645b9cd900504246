"""Selling: price, save in one commit. Nothing here waits for a network."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import EarnOn, Programme, Quote, RedeemAsk, price
from pos_app.loyalty.sale import Sale, SaleIds, new_sale_ids, postings_of
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import SaleRecord, SavedSale, TillStore
from pos_app.till.views import CustomerView, Nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sale as the cashier confirms it. ``ids`` were made when the form opened: the same draft twice is one sale."""

    ids: SaleIds
    buyer: CustomerView | Nobody
    gross: Decimal
    redeem: Decimal | RedeemAsk
    receipt: str = ""
    programme: Programme | None = None
    """The rules that the customer was told the price by; None: those in force."""


class Selling:
    """The rules of a sale on this till's disk. :meth:`quote` is pure; the others block on the disk, not for the GUI thread."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        programme: Callable[[], Programme],
        account: Callable[[], str],
        now: Callable[[], datetime],
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        """``programme``: the rules in force."""
        self._store = store
        self._programme = programme
        self._account = account
        self._now = now
        self._new_uuid = new_uuid

    def new_ids(self) -> SaleIds:
        """Fresh ids, for a form that opens."""
        return new_sale_ids(self._new_uuid)

    def quote(
        self, gross: Decimal, buyer: CustomerView | Nobody, redeem: Decimal | RedeemAsk, programme: Programme | None = None
    ) -> Quote:
        """The price of the sale as it stands: called on every key. ``programme``: as in a draft."""
        freshness, rules = buyer.freshness(self._now()), programme or self._programme()
        return price(gross, standing=buyer.standing, programme=rules, redeem=redeem, freshness=freshness)

    def confirm(self, draft: Draft) -> SavedSale:
        """Save the sale and its postings in one commit; when this returns, the sale survives a power cut.

        Raises BadInput (amount, points over the limit) and DiskTrouble: then nothing was promised.
        """
        rules = draft.programme or self._programme()
        if draft.gross <= 0:
            raise BadInput(Problem.AMOUNT_NOT_POSITIVE)
        if draft.gross > rules.amount_limit:
            raise BadInput(Problem.AMOUNT_OVER_LIMIT, limit=rules.amount_limit)
        quote = self.quote(draft.gross, draft.buyer, draft.redeem, rules)
        quote.check()
        sale = Sale(
            sale_id=draft.ids.sale_id,
            made_at=self._now(),
            buyer=draft.buyer.buyer,
            quote=quote,
            receipt=draft.receipt.strip(),
            account=self._account(),
        )
        base = quote.to_pay if rules.earn_on is EarnOn.PAID else quote.net
        postings = postings_of(sale, draft.ids, earn_base=base, lifetime_days=rules.lifetime_days)
        return self._store.call(lambda store: store.save_sale(sale, postings))

    def recent(self, limit: int) -> list[SaleRecord]:
        """The newest sales first."""
        return self._store.call(lambda store: store.recent_sales(limit))
