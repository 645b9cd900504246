"""What hypothesis draws for the shop's rules: amounts, rates, programmes, customers, and how well a balance is known."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.money import LARGEST
from pos_app.loyalty.programme import EarnOn, Freshness, Programme

POINT_VALUES = tuple(map(Decimal, ("0.01", "0.05", "0.5", "1", "3", "0.03")))
"""A cent a point, several points a cent, points worth more than one unit, and one whose value is never whole in hundredths."""


def hundredths(least: str, most: str) -> st.SearchStrategy[Decimal]:
    """Amounts of two decimal places, from ``least`` to ``most``."""
    return st.integers(int(Decimal(least).scaleb(2)), int(Decimal(most).scaleb(2))).map(lambda cents: Decimal(cents).scaleb(-2))


purchases = hundredths("0.01", "300.00") | hundredths("0.01", str(LARGEST))
balances = hundredths("-500", "500") | hundredths("-1000000", str(LARGEST))
percentages = st.sampled_from([Decimal(0), Decimal(5), Decimal("7.5"), Decimal(100)]) | hundredths("0", "100")
bonuses = percentages | hundredths("0", "250")
asks = hundredths("0", "500") | hundredths("0", str(LARGEST))
point_values = st.sampled_from(POINT_VALUES)
small_parts = st.just(Decimal(0)) | hundredths("0", "100")

standings = st.builds(
    Standing, balance=st.none() | balances, bonus=st.none() | bonuses, discount=st.none() | percentages | hundredths("-5", "130")
)
"""Customers as the servers may tell of them: with gaps, debts, and discounts that make no sense."""

known_standings = st.builds(Standing, balance=balances, bonus=bonuses, discount=percentages)

programmes = st.builds(
    Programme,
    point_value=point_values,
    max_redeem_percent=percentages,
    smallest_cash=small_parts,
    floor_balance=small_parts,
    earn_on=st.sampled_from(EarnOn),
    offline_redeem=st.booleans(),
    offline_hours=st.integers(0, 48),
    offline_limit=small_parts,
)

freshnesses = st.builds(
    Freshness, live=st.booleans(), age_hours=hundredths("0", "60"), card_was_read=st.booleans(), redeemed_unsent=small_parts
)
