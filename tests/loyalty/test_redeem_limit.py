"""How many points may be used, and which rule binds: it is named to the cashier, whichever it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import LIVE, Freshness, Limit, Programme, RedeemAsk, price

D = Decimal


def limit_of(
    programme: Programme, *, net: str = "100.00", balance: str | None = "500", freshness: Freshness = LIVE
) -> tuple[Decimal, Limit]:
    standing = Standing(balance=None if balance is None else D(balance), bonus=D(0))
    priced = price(D(net), standing=standing, programme=programme, redeem=RedeemAsk.MAX, freshness=freshness)
    assert priced.redeemed == priced.redeem_limit, "the maximum can really be used"
    return priced.redeem_limit, priced.limit


def stale(*, hours: str = "1", card_was_read: bool = True, unsent: str = "0") -> Freshness:
    return Freshness(live=False, age_hours=D(hours), card_was_read=card_was_read, redeemed_unsent=D(unsent))


def test_the_balance_binds_where_it_is_the_smallest() -> None:
    assert limit_of(Programme(), balance="40") == (D(40), Limit.BALANCE)


def test_the_purchase_binds_where_the_customer_has_more_points() -> None:
    assert limit_of(Programme()) == (D(100), Limit.PURCHASE)


def test_the_share_of_the_purchase_binds_where_the_owner_set_one() -> None:
    assert limit_of(Programme(max_redeem_percent=D(50))) == (D(50), Limit.PERCENT)
    assert limit_of(Programme(max_redeem_percent=D(0))) == (D(0), Limit.PERCENT)


def test_the_share_of_the_purchase_rounds_down() -> None:
    """Half of 0.99 is 0.495."""
    assert limit_of(Programme(max_redeem_percent=D(50)), net="0.99") == (D("0.49"), Limit.PERCENT)


def test_a_part_that_must_be_paid_in_money_binds() -> None:
    assert limit_of(Programme(smallest_cash=D(10))) == (D(90), Limit.SMALLEST_CASH)
    assert limit_of(Programme(smallest_cash=D(10)), net="7.00") == (D(0), Limit.SMALLEST_CASH)


def test_points_that_must_stay_on_the_account_bind() -> None:
    assert limit_of(Programme(floor_balance=D(15)), balance="40") == (D(25), Limit.FLOOR_BALANCE)
    assert limit_of(Programme(floor_balance=D(15)), balance="10") == (D(0), Limit.FLOOR_BALANCE)


def test_an_unknown_balance_lets_no_points_be_used() -> None:
    assert limit_of(Programme(), balance=None) == (D(0), Limit.UNKNOWN_BALANCE)
    assert limit_of(Programme(offline_redeem=True), balance=None, freshness=stale()) == (D(0), Limit.UNKNOWN_BALANCE)


def test_at_an_equal_limit_the_earlier_rule_is_named() -> None:
    assert limit_of(Programme(), balance="100") == (D(100), Limit.BALANCE)
    assert limit_of(Programme(max_redeem_percent=D(50)), balance="50") == (D(50), Limit.BALANCE)
    assert limit_of(Programme(max_redeem_percent=D(90), smallest_cash=D(10))) == (D(90), Limit.PERCENT)


@pytest.mark.parametrize(
    ("programme", "most", "named"),
    [
        (Programme(), "60", Limit.BALANCE),
        (Programme(floor_balance=D(5)), "55", Limit.FLOOR_BALANCE),
        (Programme(floor_balance=D(5), max_redeem_percent=D(50)), "50", Limit.PERCENT),
        (Programme(floor_balance=D(5), max_redeem_percent=D(50), smallest_cash=D(55)), "45", Limit.SMALLEST_CASH),
    ],
)
def test_of_several_rules_the_tightest_is_named(programme: Programme, most: str, named: Limit) -> None:
    assert limit_of(programme, balance="60") == (D(most), named)


@pytest.mark.parametrize(
    ("point_value", "most"),
    [("0.01", "10000"), ("0.05", "2000"), ("0.5", "200"), ("1", "100"), ("3", "33.33"), ("0.03", "3333")],
)
def test_the_purchase_is_counted_in_points_of_the_programmes_value(point_value: str, most: str) -> None:
    assert limit_of(Programme(point_value=D(point_value)), balance="99999") == (D(most), Limit.PURCHASE)


# Customers who owe points


def test_a_customer_who_owes_points_uses_none_and_repays_by_the_next_accrual() -> None:
    standing = Standing(balance=D(-20), bonus=D(10))
    priced = price(D("100.00"), standing=standing, programme=Programme(), redeem=RedeemAsk.MAX)
    assert (priced.redeemed, priced.limit) == (ZERO, Limit.BALANCE)
    assert (priced.to_pay, priced.earned, priced.new_balance) == (D(100), D(10), D(-10))


# Offline


def test_offline_no_points_are_used_unless_the_owner_turned_it_on() -> None:
    assert Programme().offline_redeem is False
    assert limit_of(Programme(), freshness=stale()) == (D(0), Limit.OFFLINE_OFF)


def test_offline_points_are_earned_all_the_same() -> None:
    standing = Standing(balance=D(10), bonus=D(5))
    assert price(D("100.00"), standing=standing, programme=Programme(), freshness=stale(hours="999")).earned == D(5)


def test_offline_the_balance_must_be_younger_than_a_day() -> None:
    assert Programme().offline_hours == 24
    assert limit_of(Programme(offline_redeem=True), freshness=stale(hours="23.99")) == (D(100), Limit.PURCHASE)
    assert limit_of(Programme(offline_redeem=True), freshness=stale(hours="24")) == (D(0), Limit.OFFLINE_TOO_OLD)
    assert limit_of(Programme(offline_redeem=True, offline_hours=2), freshness=stale(hours="2")) == (D(0), Limit.OFFLINE_TOO_OLD)


def test_offline_a_typed_phone_is_not_enough() -> None:
    assert limit_of(Programme(offline_redeem=True), freshness=stale(card_was_read=False)) == (D(0), Limit.OFFLINE_TYPED)


def test_offline_a_customer_has_a_limit_of_their_own() -> None:
    assert limit_of(Programme(offline_redeem=True), net="1000.00", balance="5000", freshness=stale()) == (
        D(300),
        Limit.OFFLINE_AMOUNT,
    )
    assert limit_of(Programme(offline_redeem=True), net="1000.00", balance="299", freshness=stale()) == (D(299), Limit.BALANCE)


def test_offline_points_used_in_earlier_sales_count_against_the_limit() -> None:
    assert limit_of(Programme(offline_redeem=True), net="1000.00", balance="5000", freshness=stale(unsent="200")) == (
        D(100),
        Limit.OFFLINE_AMOUNT,
    )
    assert limit_of(Programme(offline_redeem=True), net="1000.00", balance="5000", freshness=stale(unsent="350")) == (
        D(0),
        Limit.OFFLINE_AMOUNT,
    )


def test_a_live_balance_knows_no_offline_rule() -> None:
    live = Freshness(live=True, age_hours=D(999), card_was_read=False, redeemed_unsent=D(999))
    assert limit_of(Programme(), net="1000.00", balance="5000", freshness=live) == (D(1000), Limit.PURCHASE)
