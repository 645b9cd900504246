"""Refunds by the rates of the original sale: cumulative, monotone, and exactly nothing left after the whole (``money.md``)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import EarnOn, Programme, Quote, RedeemAsk, price
from pos_app.loyalty.refund import Kept, Refund, Refundable, kept_after, refund, refunding_quote
from tests.loyalty.amounts import asks, known_standings, programmes, purchases

D = Decimal


@st.composite
def sales(draw: st.DrawFn) -> Refundable:
    """Sales as they were really priced."""
    programme = draw(programmes)
    priced = price(draw(purchases), standing=draw(known_standings), programme=programme, redeem=draw(asks))
    return refundable(priced, programme)


def refundable(priced: Quote, programme: Programme) -> Refundable:
    assert priced.earned is not None
    return Refundable(
        gross=priced.gross,
        to_pay=priced.to_pay,
        earn_base=priced.to_pay if programme.earn_on is EarnOn.PAID else priced.net,
        bonus_percent=priced.bonus_percent,
        redeemed=priced.redeemed,
        earned=priced.earned,
    )


@st.composite
def parts_of(draw: st.DrawFn, whole: Decimal) -> list[Decimal]:
    """``whole`` in one to eight parts of at least a cent, in any order."""
    cents = int(whole * 100)
    cuts = sorted(draw(st.sets(st.integers(1, cents - 1), max_size=7))) if cents > 1 else []
    parts = [D(end - start).scaleb(-2) for start, end in zip([0, *cuts], [*cuts, cents], strict=True)]
    return draw(st.permutations(parts))


def refunds(sale: Refundable, parts: list[Decimal]) -> list[Refund]:
    before, made = D(0), []
    for part in parts:
        made.append(refund(sale, refunded_before=before, amount=part))
        before += part
    return made


def sale_of(**changed: str) -> Refundable:
    usual = {"gross": "100", "to_pay": "60", "earn_base": "60", "bonus_percent": "5", "redeemed": "40", "earned": "3.00"}
    return Refundable(**{name: D(text) for name, text in {**usual, **changed}.items()})


def test_half_a_sale_gives_back_half_of_everything() -> None:
    assert refund(sale_of(), refunded_before=D(0), amount=D(50)) == Refund(
        money=D("30.00"), redeemed_back=D("20.00"), earned_back=D("1.50")
    )


def test_a_refund_in_one_piece_gives_back_everything() -> None:
    assert refund(sale_of(), refunded_before=D(0), amount=D(100)) == Refund(
        money=D("60.00"), redeemed_back=D("40.00"), earned_back=D("3.00")
    )


def test_what_is_kept_of_the_earned_points_rounds_down_and_a_third_is_a_third() -> None:
    """A third has no exact decimal: as 0.333… it would leave 0.99 points of three."""
    third_left = sale_of(gross="30", to_pay="30", earn_base="30", bonus_percent="10", redeemed="0")
    assert kept_after(third_left, D(20)) == Kept(paid=D(10), redeemed=D(0), earned=D(1))
    assert kept_after(third_left, D("20.01")).earned == D("0.99")


def test_money_and_used_points_round_half_up_and_the_last_part_closes_the_sum() -> None:
    sale = sale_of(gross="0.03", to_pay="0.02", earn_base="0.02", redeemed="0.01", earned="0.00")
    parts = refunds(sale, [D("0.01")] * 3)
    assert [part.money for part in parts] == [D("0.01"), D("0.00"), D("0.01")]
    assert [part.redeemed_back for part in parts] == [D("0.00"), D("0.01"), D("0.00")]


def test_the_original_bonus_counts_whatever_the_customer_has_today() -> None:
    assert refund(sale_of(bonus_percent="20", earned="12.00"), refunded_before=D(0), amount=D(50)).earned_back == D("6.00")


@pytest.mark.parametrize("amount", ["0", "-0.01"])
def test_a_refund_is_of_more_than_nothing(amount: str) -> None:
    with pytest.raises(BadInput) as told:
        refund(sale_of(), refunded_before=D(0), amount=D(amount))
    assert told.value.problem is Problem.AMOUNT_NOT_POSITIVE


@pytest.mark.parametrize(("before", "amount", "left"), [("0", "100.01", "100"), ("99.99", "0.02", "0.01")])
def test_no_more_can_be_refunded_than_is_left(before: str, amount: str, left: str) -> None:
    with pytest.raises(BadInput) as told:
        refund(sale_of(), refunded_before=D(before), amount=D(amount))
    assert (told.value.problem, told.value.limit) == (Problem.REFUND_OVER_REST, D(left))


def test_of_a_sale_that_is_refunded_whole_nothing_more_can_be() -> None:
    with pytest.raises(BadInput) as told:
        refund(sale_of(), refunded_before=D(100), amount=D("0.01"))
    assert told.value.problem is Problem.NOTHING_LEFT


def test_where_only_the_points_are_known_shares_are_taken_of_them() -> None:
    sale = replace(sale_of(earned="2.99"), bonus_percent=None)
    assert kept_after(sale, D(50)).earned == D("1.49")
    assert refund(sale, refunded_before=D(50), amount=D(50)).earned_back == D("1.49")


@given(sale=sales(), data=st.data())
def test_a_full_refund_nets_nothing_whatever_the_order_and_number_of_parts(sale: Refundable, data: st.DataObject) -> None:
    made = refunds(sale, data.draw(parts_of(sale.gross)))
    assert sum(part.money for part in made) == sale.to_pay
    assert sum(part.redeemed_back for part in made) == sale.redeemed
    assert sum(part.earned_back for part in made) == sale.earned


@given(sale=sales(), data=st.data())
def test_no_part_of_a_refund_takes_money_or_gives_earned_points(sale: Refundable, data: st.DataObject) -> None:
    for part in refunds(sale, data.draw(parts_of(sale.gross))):
        assert part.money >= 0
        assert part.redeemed_back >= 0
        assert part.earned_back >= 0


@given(sale=sales(), data=st.data())
def test_what_is_kept_depends_on_the_share_refunded_and_not_on_the_way_there(sale: Refundable, data: st.DataObject) -> None:
    parts = data.draw(parts_of(sale.gross))
    made = refunds(sale, parts)
    for count in range(1, len(parts) + 1):
        at_once = refund(sale, refunded_before=D(0), amount=sum(parts[:count], D(0)))
        assert sum(part.money for part in made[:count]) == at_once.money
        assert sum(part.redeemed_back for part in made[:count]) == at_once.redeemed_back
        assert sum(part.earned_back for part in made[:count]) == at_once.earned_back


@given(sale=sales(), data=st.data())
def test_the_earned_points_kept_are_the_bonus_of_the_money_kept_rounded_down(sale: Refundable, data: st.DataObject) -> None:
    """money.md: floor(b% × P × (1−s)), in whole numbers here."""
    gross = int(sale.gross * 100)
    refunded = data.draw(st.integers(0, gross - 1))
    kept = kept_after(sale, D(refunded).scaleb(-2))
    assert sale.bonus_percent is not None
    base, bonus = int(sale.earn_base * 100), int(sale.bonus_percent * 100)
    assert int(kept.earned * 100) == bonus * base * (gross - refunded) // (gross * 10_000)
    assert abs(int(kept.paid * 100) * gross - int(sale.to_pay * 100) * (gross - refunded)) * 2 <= gross
    assert abs(int(kept.redeemed * 100) * gross - int(sale.redeemed * 100) * (gross - refunded)) * 2 <= gross


@given(data=st.data(), purchase=purchases, standing=known_standings, ask=asks, programme=programmes)
def test_the_rows_of_a_sale_and_of_all_its_refunds_add_up_to_nothing(
    data: st.DataObject, purchase: Decimal, standing: Standing, ask: Decimal | RedeemAsk, programme: Programme
) -> None:
    priced = price(purchase, standing=standing, programme=programme, redeem=ask)
    sale = refundable(priced, programme)
    before, rows = D(0), [priced]
    for part in data.draw(parts_of(priced.gross)):
        back = refund(sale, refunded_before=before, amount=part)
        rows.append(refunding_quote(priced, back, refunded_before=before, amount=part, earned_known=True))
        before += part
    for row in rows:
        assert row.net == row.gross - row.discount
        assert row.to_pay == row.net - row.redeemed_value
    for column in ("gross", "discount", "net", "redeemed", "redeemed_value", "to_pay", "earned"):
        assert sum(getattr(row, column) for row in rows) == 0
