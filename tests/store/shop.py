"""Sales and customers to test the store with."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.programme import EarnOn, Programme, price
from pos_app.loyalty.sale import Buyer, FoundBy, Posting, Sale, SaleIds, new_sale_ids, postings_of
from pos_app.store.till_store import TillStore
from pos_app.store.verification import Verification

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
JANA = "+420777123482"
PETR = "+420602111222"
PROGRAMME = Programme(earn_on=EarnOn.PAID)
KNOWN = Standing(balance=Decimal(500), bonus=Decimal(5), discount=Decimal("2.5"))
ALL = 1_000
"""More than any of these tests sells."""


def minutes(count: int) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=count)


def sale(
    phone: str = JANA,
    *,
    card: str = "",
    gross: str = "64.90",
    redeem: str = "0",
    standing: Standing = KNOWN,
    at: datetime = NOON,
    ids: SaleIds | None = None,
    name: str = "Jana Nováková",
) -> tuple[Sale, tuple[Posting, ...]]:
    """A priced sale and its postings, as the till makes them."""
    ids = ids or new_sale_ids()
    quote = price(Decimal(gross), standing=standing, programme=PROGRAMME, redeem=Decimal(redeem))
    buyer = Buyer(phone=phone, card=card, name=name, found_by=FoundBy.CARD_READ)
    made = Sale(sale_id=ids.sale_id, made_at=at, buyer=buyer, quote=quote, receipt="20418", account="kavarna")
    return made, postings_of(made, ids, earn_base=quote.to_pay, lifetime_days=365)


def one_posting(phone: str = JANA, *, card: str = "", standing: Standing = KNOWN) -> tuple[Sale, tuple[Posting, ...]]:
    """A sale that only earns."""
    made, postings = sale(phone, card=card, standing=standing)
    assert len(postings) == 1
    return made, postings


def ids_of(postings: Sequence[Posting]) -> list[str]:
    """Their transaction ids."""
    return [posting.transaction_id for posting in postings]


def fresh_id() -> str:
    """Any id."""
    return str(uuid.uuid4())


def compared(store: TillStore) -> Verification:
    """What the store has, beside its roll."""
    return store.snapshot(between=lambda: None).verify()
