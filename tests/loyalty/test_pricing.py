"""The rules of a sale (``money.md``), one sentence each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import ZERO
from pos_app.loyalty.programme import EarnOn, Limit, Programme, Quote, RedeemAsk, price

D = Decimal
JANA = Standing(balance=D(1240), bonus=D(5), discount=D(5))
CENT_POINTS = Programme(point_value=D("0.01"))


def quote(
    gross: str, standing: Standing = JANA, *, redeem: Decimal | RedeemAsk | str = ZERO, programme: Programme | None = None
) -> Quote:
    asked = D(redeem) if isinstance(redeem, str) else redeem
    return price(D(gross), standing=standing, programme=programme or Programme(), redeem=asked)


def amounts(priced: Quote) -> dict[str, str]:
    names = ("discount", "net", "redeemed", "redeemed_value", "to_pay", "earned", "new_balance")
    return {name: str(getattr(priced, name)) for name in names}


def test_the_sale_of_the_main_picture() -> None:
    """64.90 at 5%, 480 points at a cent each. Earned is what ``money.md`` says; the picture's 284 is a sample."""
    assert amounts(quote("64.90", redeem="480", programme=CENT_POINTS)) == {
        "discount": "3.25",
        "net": "61.65",
        "redeemed": "480.00",
        "redeemed_value": "4.80",
        "to_pay": "56.85",
        "earned": "2.84",
        "new_balance": "762.84",
    }


def test_the_sale_of_the_czech_picture() -> None:
    """1 250,00 Kč at 5 %, 300 points at a crown each: 44.375 points are rounded down."""
    assert amounts(quote("1250.00", redeem="300")) == {
        "discount": "62.50",
        "net": "1187.50",
        "redeemed": "300.00",
        "redeemed_value": "300.00",
        "to_pay": "887.50",
        "earned": "44.37",
        "new_balance": "984.37",
    }


def test_the_discount_rounds_half_up() -> None:
    assert quote("64.90").discount == D("3.25")
    assert quote("0.10").discount == D("0.01")
    assert quote("0.09").discount == D("0.00")


def test_earned_points_round_down() -> None:
    assert quote("0.39", Standing(balance=D(0), bonus=D(5))).earned == D("0.01")
    assert quote("0.20", Standing(balance=D(0), bonus=D(5))).earned == D("0.01")
    assert quote("0.19", Standing(balance=D(0), bonus=D(5))).earned == D("0.00")


def test_discount_comes_before_points_and_points_before_the_bonus() -> None:
    priced = quote("100.00", Standing(balance=D(500), bonus=D(10), discount=D(20)), redeem="30")
    assert (priced.net, priced.to_pay, priced.earned) == (D(80), D(50), D(5))


def test_the_cap_is_a_share_of_the_net_not_of_the_gross() -> None:
    programme = Programme(max_redeem_percent=D(50))
    priced = quote("100.00", Standing(balance=D(500), bonus=D(0), discount=D(20)), redeem=RedeemAsk.MAX, programme=programme)
    assert (priced.redeemed, priced.limit) == (D(40), Limit.PERCENT)


def test_points_that_are_used_earn_nothing_by_default() -> None:
    assert quote("100.00", Standing(balance=D(100), bonus=D(10)), redeem="40").earned == D(6)


def test_where_the_owner_wants_it_the_part_paid_in_points_earns_too() -> None:
    programme = Programme(earn_on=EarnOn.NET)
    priced = quote("100.00", Standing(balance=D(100), bonus=D(10), discount=D(10)), redeem="40", programme=programme)
    assert (priced.to_pay, priced.earned) == (D(50), D(9))


def test_what_is_earned_can_be_used_from_the_next_sale_on() -> None:
    priced = quote("100.00", Standing(balance=D(0), bonus=D(10)), redeem=RedeemAsk.MAX)
    assert (priced.redeemed, priced.earned, priced.new_balance) == (D(0), D(10), D(10))


def test_the_default_point_is_worth_one_unit_of_money() -> None:
    assert quote("100.00", redeem="1").redeemed_value == D(1)


def test_points_are_used_only_in_numbers_worth_whole_cents() -> None:
    """At 0.03 a point, 1.50 points would be 4.5 cents: half a cent would be lost to somebody."""
    priced = quote("100.00", redeem="1.50", programme=Programme(point_value=D("0.03")))
    assert (priced.redeemed, priced.redeemed_value) == (D(1), D("0.03"))


def test_asking_for_more_than_the_limit_is_priced_at_the_limit_and_refused_with_its_number() -> None:
    priced = quote("100.00", Standing(balance=D(40), bonus=D(5)), redeem="41")
    assert (priced.redeemed, priced.to_pay) == (D(40), D(60))
    with pytest.raises(BadInput, match="At most 40 points on this purchase") as told:
        priced.check()
    assert (told.value.problem, told.value.limit) == (Problem.POINTS_OVER_LIMIT, D(40))


def test_exactly_the_limit_is_allowed() -> None:
    quote("100.00", Standing(balance=D(40)), redeem="40").check()


def test_less_than_no_points_adds_none_and_is_refused() -> None:
    priced = quote("100.00", Standing(balance=D(40), bonus=D(0)), redeem="-5")
    assert (priced.redeemed, priced.to_pay, priced.new_balance) == (D(0), D(100), D(40))
    with pytest.raises(BadInput) as told:
        priced.check()
    assert told.value.problem is Problem.POINTS_NOT_A_NUMBER


def test_nothing_is_assumed_about_a_customer_nobody_knows() -> None:
    priced = quote("100.00", Standing(), redeem="10")
    assert (priced.discount, priced.to_pay) == (D(0), D(100))
    assert (priced.redeemed, priced.limit) == (D(0), Limit.UNKNOWN_BALANCE)
    assert (priced.bonus_percent, priced.earned, priced.new_balance) == (None, None, None)


def test_an_unknown_bonus_is_not_a_bonus_of_zero() -> None:
    assert quote("100.00", Standing(balance=D(5), bonus=None)).earned is None
    assert quote("100.00", Standing(balance=D(5), bonus=D(0))).earned == D(0)


def test_an_unknown_balance_is_not_an_empty_one() -> None:
    priced = quote("100.00", Standing(balance=None, bonus=D(5)))
    assert (priced.earned, priced.new_balance, priced.limit) == (D(5), None, Limit.UNKNOWN_BALANCE)


@pytest.mark.parametrize(("discount", "net"), [("100", "0.00"), ("130", "0.00"), ("-10", "100.00")])
def test_a_discount_gives_away_at_most_everything_and_never_adds(discount: str, net: str) -> None:
    assert str(quote("100.00", Standing(discount=D(discount))).net) == net


def test_a_negative_bonus_takes_nothing_away() -> None:
    assert quote("100.00", Standing(balance=D(10), bonus=D(-5))).earned == D(0)


def test_a_purchase_that_is_given_away_earns_and_takes_nothing() -> None:
    priced = quote("100.00", Standing(balance=D(10), bonus=D(5), discount=D(100)), redeem=RedeemAsk.MAX)
    assert (priced.to_pay, priced.redeemed, priced.earned, priced.new_balance) == (D(0), D(0), D(0), D(10))
