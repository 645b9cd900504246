"""*Use just enough to make the cash a whole number*: the fewest points that do, or none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import Programme, Quote, RedeemAsk, price
from tests.loyalty.amounts import hundredths, point_values, programmes

D = Decimal


def whole_cash(gross: str, *, balance: str = "500", programme: Programme) -> Quote:
    priced = price(D(gross), standing=Standing(balance=D(balance)), programme=programme, redeem=RedeemAsk.WHOLE_CASH)
    priced.check()
    return priced


@pytest.mark.parametrize(
    ("point_value", "points", "to_pay"),
    [
        ("1", "0.65", "61.00"),
        ("0.01", "65.00", "61.00"),
        ("0.05", "13.00", "61.00"),
        ("0.5", "1.30", "61.00"),
        # 65 cents are no multiple of 3: the fewest that are, and leave whole money, are 165.
        ("3", "0.55", "60.00"),
        ("0.03", "55.00", "60.00"),
    ],
)
def test_the_fewest_points_that_leave_whole_money_are_used(point_value: str, points: str, to_pay: str) -> None:
    priced = whole_cash("61.65", programme=Programme(point_value=D(point_value)))
    assert (str(priced.redeemed), str(priced.to_pay)) == (points, to_pay)


def test_a_price_that_is_whole_already_needs_no_points() -> None:
    assert whole_cash("61.00", programme=Programme()).redeemed == ZERO


def test_no_points_are_used_where_the_limit_does_not_reach() -> None:
    assert whole_cash("61.65", balance="0.64", programme=Programme()).redeemed == ZERO
    assert whole_cash("0.65", programme=Programme(smallest_cash=D("0.01"))).redeemed == ZERO
    assert whole_cash("0.65", programme=Programme()).to_pay == ZERO


def test_no_points_are_used_where_none_would_make_it_whole() -> None:
    """Points worth 100 in steps of 0.01 move the price by whole units only."""
    assert whole_cash("61.65", programme=Programme(point_value=D(100))).redeemed == ZERO


@given(gross=hundredths("0.01", "300.00"), balance=hundredths("0", "20000"), point_value=point_values)
def test_no_smaller_number_of_points_would_do(gross: Decimal, balance: Decimal, point_value: Decimal) -> None:
    programme = Programme(point_value=point_value)
    standing = Standing(balance=balance)
    most = price(gross, standing=standing, programme=programme, redeem=RedeemAsk.MAX).redeemed
    cents, worth = int(gross * 100), int(point_value * 100)
    # In hundredths of a point and hundredths of a cent, one by one.
    makes_whole = (each for each in range(min(int(most * 100), 10_000) + 1) if (cents * 100 - each * worth) % 10_000 == 0)
    expected = next(makes_whole, 0)
    assert price(gross, standing=standing, programme=programme, redeem=RedeemAsk.WHOLE_CASH).redeemed * 100 == expected


@given(gross=hundredths("0.01", "300.00"), balance=hundredths("-10", "500"), programme=programmes)
def test_the_money_is_whole_or_no_points_are_used(gross: Decimal, balance: Decimal, programme: Programme) -> None:
    priced = price(gross, standing=Standing(balance=balance), programme=programme, redeem=RedeemAsk.WHOLE_CASH)
    priced.check()
    assert priced.redeemed == 0 or priced.to_pay == priced.to_pay.to_integral_value()
