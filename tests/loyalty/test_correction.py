"""Corrections: points without a purchase."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from pos_app.loyalty.correction import correction
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.sale import Buyer, PostingKind, new_sale_ids

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
JANA = Buyer(phone="+420603551482", card="1001", name="Jana")


def test_points_given_are_one_earn_posting_that_never_expires() -> None:
    ids = new_sale_ids()
    sale, (posting,) = correction(JANA, Decimal("12.50"), ids=ids, at=NOON, account="kavarna")
    assert (sale.sale_id, sale.account, sale.quote.gross, sale.quote.to_pay) == (ids.sale_id, "kavarna", ZERO, ZERO)
    assert (sale.quote.earned, sale.quote.redeemed) == (Decimal("12.50"), ZERO)
    assert (posting.transaction_id, posting.kind, posting.sum) == (ids.earn_id, PostingKind.EARN, Decimal("12.50"))
    assert (posting.phone, posting.card, posting.lifetime_days) == (JANA.phone, "", None)


def test_points_taken_are_one_redeem_posting() -> None:
    ids = new_sale_ids()
    sale, (posting,) = correction(Buyer(card="1001"), Decimal(-3), ids=ids, at=NOON, account="")
    assert (sale.quote.earned, sale.quote.redeemed) == (ZERO, Decimal(3))
    assert (posting.transaction_id, posting.kind, posting.sum, posting.card) == (
        ids.redeem_id,
        PostingKind.REDEEM,
        Decimal(-3),
        "1001",
    )


def test_a_correction_of_nothing_is_a_bug() -> None:
    with pytest.raises(ValueError, match="nothing"):
        correction(JANA, Decimal(0), ids=new_sale_ids(), at=NOON, account="")
