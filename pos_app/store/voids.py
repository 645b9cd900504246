"""What takes a sale back: another sale with the amounts turned round, that names the first (``money.md``, Refund and void)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.sale import Posting, PostingKind, Sale, SaleIds


def reversing_sale(sale: Sale, *, sale_id: str, at: datetime) -> Sale:
    """The sale that takes ``sale`` back whole: the sums of both are 0."""
    quote = sale.quote
    turned = replace(
        quote,
        gross=-quote.gross,
        discount=-quote.discount,
        net=-quote.net,
        redeem_asked=-quote.redeem_asked,
        redeemed=-quote.redeemed,
        redeemed_value=-quote.redeemed_value,
        to_pay=-quote.to_pay,
        earned=None if quote.earned is None else -quote.earned,
        new_balance=None,
    )
    return replace(sale, sale_id=sale_id, made_at=at, quote=turned, reverses=sale.sale_id)


def reversing_posting(posting: Posting, ids: SaleIds) -> Posting:
    """The posting that takes back ``posting``, whose points are known: it goes to the same customer, and behind it in the line."""
    if posting.sum is None:
        raise ValueError("a posting that may be on the server has known points")
    return Posting(
        transaction_id=ids.redeem_id if posting.kind is PostingKind.REDEEM else ids.earn_id,
        sale_id=ids.sale_id,
        kind=posting.kind,
        phone=posting.phone,
        card=posting.card,
        sum=-posting.sum,
        base=Decimal(0),
        reverses=posting.transaction_id,
    )
