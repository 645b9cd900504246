"""Corrections: points given or taken that no purchase stands behind. Pure.

A correction is a sale of nothing with one posting, so that it goes the same way as every other point: saved in one commit, on the
roll, delivered once, in its customer's line.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import Limit, Quote
from pos_app.loyalty.sale import Buyer, Posting, PostingKind, Sale, SaleIds

NOTHING = Quote(
    gross=ZERO,
    discount_percent=ZERO,
    discount=ZERO,
    net=ZERO,
    redeem_asked=ZERO,
    redeem_limit=ZERO,
    limit=Limit.PURCHASE,
    redeemed=ZERO,
    redeemed_value=ZERO,
    to_pay=ZERO,
    bonus_percent=ZERO,
    earned=ZERO,
    new_balance=None,
)
"""The quote of a sale of nothing."""


def correction(buyer: Buyer, points: Decimal, *, ids: SaleIds, at: datetime, account: str) -> tuple[Sale, tuple[Posting, ...]]:
    """The sale and the posting that change the balance of ``buyer`` by ``points`` (signed, not 0: ValueError).

    Points given are an earn posting without an expiry, points taken a redeem posting. ``account``: as in :class:`Sale`.
    """
    if not points:
        raise ValueError("a correction of nothing")
    gives = points > 0
    quote = replace(NOTHING, redeemed=ZERO if gives else -points, earned=points if gives else ZERO)
    posting = Posting(
        transaction_id=ids.earn_id if gives else ids.redeem_id,
        sale_id=ids.sale_id,
        kind=PostingKind.EARN if gives else PostingKind.REDEEM,
        phone=buyer.phone,
        card="" if buyer.phone else buyer.card,
        sum=points,
    )
    return Sale(sale_id=ids.sale_id, made_at=at, buyer=buyer, quote=quote, account=account), (posting,)
