"""What holds for every price: ``money.md``, "Properties to test"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.money import to_cents
from pos_app.loyalty.programme import EarnOn, Freshness, Limit, Programme, Quote, RedeemAsk, price
from tests.loyalty.amounts import asks, freshnesses, known_standings, programmes, purchases, standings

redeems: st.SearchStrategy[Decimal | RedeemAsk] = asks | asks.map(lambda points: -points) | st.sampled_from(RedeemAsk)

NO_POINTS = (Limit.UNKNOWN_BALANCE, Limit.OFFLINE_OFF, Limit.OFFLINE_TOO_OLD, Limit.OFFLINE_TYPED)


def caps(priced: Quote, balance: Decimal, programme: Programme, freshness: Freshness) -> dict[Limit, Fraction]:
    """Every limit of ``money.md`` in points, worked out with fractions; those that the programme does not set are left out."""
    value, net = Fraction(programme.point_value), Fraction(priced.net)
    share = Fraction(to_cents_floor(net * Fraction(programme.max_redeem_percent) / 100), 100)
    found = {Limit.BALANCE: Fraction(balance), Limit.PURCHASE: net / value}
    if programme.floor_balance:
        found[Limit.FLOOR_BALANCE] = Fraction(balance - programme.floor_balance)
    if programme.max_redeem_percent < 100:
        found[Limit.PERCENT] = share / value
    if programme.smallest_cash:
        found[Limit.SMALLEST_CASH] = (net - Fraction(programme.smallest_cash)) / value
    if not freshness.live:
        found[Limit.OFFLINE_AMOUNT] = Fraction(programme.offline_limit - freshness.redeemed_unsent)
    return found


def to_cents_floor(money: Fraction) -> int:
    return int(money * 100 // 1)


@given(gross=purchases, standing=standings, programme=programmes, redeem=redeems, freshness=freshnesses)
def test_a_price_is_whole_cents_and_adds_up(
    gross: Decimal, standing: Standing, programme: Programme, redeem: Decimal | RedeemAsk, freshness: Freshness
) -> None:
    priced = price(gross, standing=standing, programme=programme, redeem=redeem, freshness=freshness)
    for amount in (priced.discount, priced.net, priced.redeemed, priced.redeemed_value, priced.to_pay, priced.redeem_limit):
        assert to_cents(amount) >= 0
    assert priced.discount <= gross
    assert priced.net == gross - priced.discount
    assert priced.redeemed_value == priced.redeemed * programme.point_value
    assert priced.to_pay == priced.net - priced.redeemed_value
    assert priced.limit not in NO_POINTS or priced.redeemed == 0
    assert (priced.earned is None) == (standing.bonus is None)
    assert (priced.new_balance is None) == (standing.bonus is None or standing.balance is None)
    if priced.earned is not None:
        assert to_cents(priced.earned) >= 0


@given(gross=purchases, standing=known_standings, programme=programmes, redeem=redeems, freshness=freshnesses)
def test_points_used_stay_under_every_cap(
    gross: Decimal, standing: Standing, programme: Programme, redeem: Decimal | RedeemAsk, freshness: Freshness
) -> None:
    assert standing.balance is not None
    priced = price(gross, standing=standing, programme=programme, redeem=redeem, freshness=freshness)
    assert priced.redeemed <= priced.redeem_limit
    for limit, cap in caps(priced, standing.balance, programme, freshness).items():
        assert Fraction(priced.redeemed) <= max(cap, Fraction(0)), limit
    if priced.redeemed:
        assert priced.to_pay >= programme.smallest_cash


@given(gross=purchases, standing=known_standings, programme=programmes, freshness=freshnesses)
def test_the_maximum_is_the_most_there_is_and_the_named_rule_is_the_one_that_binds(
    gross: Decimal, standing: Standing, programme: Programme, freshness: Freshness
) -> None:
    assert standing.balance is not None
    priced = price(gross, standing=standing, programme=programme, redeem=RedeemAsk.MAX, freshness=freshness)
    assert priced.redeemed == priced.redeem_limit
    if priced.limit in NO_POINTS:
        assert not freshness.live
        return
    all_caps = caps(priced, standing.balance, programme, freshness)
    one_step = Fraction(Fraction(programme.point_value).denominator, 100)
    assert Fraction(priced.redeemed) + one_step > min(all_caps.values())
    # Caps are compared as they are shown: in hundredths of a point, and none below 0.
    shown = {limit: max(cap * 100 // 1, 0) for limit, cap in all_caps.items()}
    assert shown[priced.limit] == min(shown.values())


@given(gross=purchases, standing=known_standings, programme=programmes, redeem=asks, freshness=freshnesses)
def test_what_is_asked_for_is_used_unless_a_limit_or_a_fraction_of_a_cent_is_in_the_way(
    gross: Decimal, standing: Standing, programme: Programme, redeem: Decimal, freshness: Freshness
) -> None:
    priced = price(gross, standing=standing, programme=programme, redeem=redeem, freshness=freshness)
    one_step = Fraction(Fraction(programme.point_value).denominator, 100)
    assert priced.redeem_asked == redeem
    assert 0 <= Fraction(min(redeem, priced.redeem_limit) - priced.redeemed) < one_step


@given(gross=purchases, standing=known_standings, programme=programmes, redeem=redeems, freshness=freshnesses)
def test_no_price_creates_points(
    gross: Decimal, standing: Standing, programme: Programme, redeem: Decimal | RedeemAsk, freshness: Freshness
) -> None:
    """What is earned is the bonus of the money, less than a hundredth rounded away; nothing else adds to the balance."""
    assert standing.balance is not None
    assert standing.bonus is not None
    priced = price(gross, standing=standing, programme=programme, redeem=redeem, freshness=freshness)
    assert priced.earned is not None
    assert priced.new_balance is not None
    base = priced.to_pay if programme.earn_on is EarnOn.PAID else priced.net
    assert 0 <= Fraction(base) * Fraction(standing.bonus) / 100 - Fraction(priced.earned) < Fraction(1, 100)
    assert priced.new_balance == standing.balance - priced.redeemed + priced.earned
    assert priced.new_balance - standing.balance <= priced.earned


@given(gross=purchases, standing=known_standings, programme=programmes, freshness=freshnesses, data=st.data())
def test_more_points_never_cost_more_money(
    gross: Decimal, standing: Standing, programme: Programme, freshness: Freshness, data: st.DataObject
) -> None:
    fewer, more = sorted((data.draw(asks), data.draw(asks)))
    cheap = price(gross, standing=standing, programme=programme, redeem=more, freshness=freshness)
    dear = price(gross, standing=standing, programme=programme, redeem=fewer, freshness=freshness)
    assert cheap.to_pay <= dear.to_pay


@given(gross=purchases, standing=standings, programme=programmes, redeem=redeems, freshness=freshnesses)
def test_a_price_depends_on_nothing_but_what_it_is_asked_with(
    gross: Decimal, standing: Standing, programme: Programme, redeem: Decimal | RedeemAsk, freshness: Freshness
) -> None:
    priced = price(gross, standing=standing, programme=programme, redeem=redeem, freshness=freshness)
    price(gross, standing=standing, programme=replace(programme, smallest_cash=gross), redeem=RedeemAsk.MAX)
    again = price(
        Decimal(str(gross)), standing=replace(standing), programme=replace(programme), redeem=redeem, freshness=replace(freshness)
    )
    assert again == priced
    assert str(again) == str(priced)
