"""What a cashier types as money or points: understood, or refused with the reason, never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.money import LARGEST, parse_amount, parse_points
from pos_app.settings import LANGUAGES
from pos_app.ui.words.formats import Formats
from tests.loyalty.amounts import asks, purchases

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


def refused(text: str, *, limit: Decimal = LARGEST) -> BadInput:
    with pytest.raises(BadInput) as told:
        parse_amount(text, limit=limit)
    return told.value


def understood(text: str, limit: Decimal) -> Decimal | Problem:
    try:
        return parse_amount(text, limit=limit)
    except BadInput as error:
        return error.problem


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("64.90", "64.90"),
        ("64,90", "64.90"),
        ("64.9", "64.90"),
        ("64", "64.00"),
        ("5.", "5.00"),
        (".5", "0.50"),
        (",05", "0.05"),
        ("  64.90\t", "64.90"),
        ("007", "7.00"),
        ("1250", "1250.00"),
        ("1 250,00", "1250.00"),
        (f"1{NBSP}250,00", "1250.00"),
        (f"1{NARROW}250{NARROW}000,5", "1250000.50"),
        (f"1{THIN}250", "1250.00"),
        ("1,250.00", "1250.00"),
        ("1.250,00", "1250.00"),
        ("1'250.00", "1250.00"),
        ("1\u2019250.00", "1250.00"),
        ("1.250.000", "1250000.00"),
        ("1,250,000.5", "1250000.50"),
        (str(LARGEST), str(LARGEST)),
    ],
)
def test_both_decimal_signs_and_every_grouping_in_use_are_understood(text: str, amount: str) -> None:
    assert str(parse_amount(text)) == amount


@pytest.mark.parametrize("text", ["", " ", "\t\n", NBSP])
def test_an_empty_field_asks_for_the_amount(text: str) -> None:
    assert refused(text).problem is Problem.AMOUNT_MISSING


@pytest.mark.parametrize("text", ["0", "0.00", "-0", "-5", "\u22125", "-0,01", "-1 250,00"])
def test_a_purchase_must_be_more_than_nothing(text: str) -> None:
    assert refused(text).problem is Problem.AMOUNT_NOT_POSITIVE


@pytest.mark.parametrize("text", ["0.001", "64.905", "64,900", "1,250", "1.250", "0.000", "1 250,005", "12.3456789"])
def test_a_third_decimal_place_is_asked_about_even_if_it_is_zero(text: str) -> None:
    """1,250 may be a thousand or one and a quarter: better asked than divided."""
    assert refused(text).problem is Problem.AMOUNT_TOO_PRECISE


@pytest.mark.parametrize("text", ["64 90", "64,9.0", "1 2 5 0", "12 34,50", "1,25,000.00", "1250 000", "1 250'000", "1_2"])
def test_a_group_that_is_not_of_three_is_a_slip_of_the_finger_and_not_a_hundred_times_more(text: str) -> None:
    assert refused(text).problem is Problem.AMOUNT_NOT_A_NUMBER


@pytest.mark.parametrize(
    "text",
    ["abc", "6a", "1e3", "0x10", "NaN", "inf", "Infinity", "+5", "--5", "5-", ".", ",", "-", "-.", "1.2.3", "1,2,3", "1,250,00",
     "64..90", "64,.90", "€64.90", "64.90 Kč", "64.90;", "1\n250", "1\x00", "5%", "½", "²"],
)  # fmt: skip
def test_junk_is_not_an_amount(text: str) -> None:
    assert refused(text).problem is Problem.AMOUNT_NOT_A_NUMBER


@pytest.mark.parametrize(
    "text",
    ["\u0666\u0664", "\uff16\uff14", "\u202e09.46", "\u200e64.90", "64\u200b.90", "\u206664.90\u2069", "64\u066b90"],
    ids=["arabic", "full-width", "right-to-left", "mark", "zero-width", "isolate", "arabic decimal sign"],
)
def test_foreign_digits_and_invisible_marks_are_not_an_amount(text: str) -> None:
    """A bidi mark shows the cashier another number than the one that would be charged."""
    assert refused(text).problem is Problem.AMOUNT_NOT_A_NUMBER


def test_an_amount_over_the_shops_limit_names_the_limit() -> None:
    limit = Decimal("1000000.00")
    assert parse_amount("1000000", limit=limit) == limit
    error = refused("1000000.01", limit=limit)
    assert (error.problem, error.limit) == (Problem.AMOUNT_OVER_LIMIT, limit)
    assert str(error) == "The amount is over this shop's limit of 1000000."


def test_a_huge_number_is_over_the_limit_and_an_endless_one_is_no_number() -> None:
    assert refused("9" * 40).problem is Problem.AMOUNT_OVER_LIMIT
    assert refused("9" * 41).problem is Problem.AMOUNT_NOT_A_NUMBER
    assert refused("9" * 1_000_000).problem is Problem.AMOUNT_NOT_A_NUMBER


@given(amount=purchases, group=st.sampled_from(["", " ", ".", ",", "'", NBSP, NARROW]), sign=st.sampled_from([".", ","]))
def test_every_written_amount_parses_back(amount: Decimal, group: str, sign: str) -> None:
    if group == sign:
        group = ""
    written = f"{amount:,.2f}".replace(",", "G").replace(".", sign).replace("G", group)
    assert parse_amount(written) == amount


@given(amount=purchases, language=st.sampled_from(LANGUAGES))
def test_every_amount_as_the_till_writes_it_parses_back(amount: Decimal, language: str) -> None:
    assert parse_amount(Formats(language=language).amount(amount)) == amount


@given(text=st.text(max_size=50) | st.text("0123456789.,'-\u2212 \u00a0e", max_size=25))
def test_whatever_is_typed_is_an_amount_within_the_limit_or_is_refused(text: str) -> None:
    limit = Decimal("50000.00")
    answer = understood(text, limit)
    if isinstance(answer, Problem):
        assert answer.name.startswith("AMOUNT_")
    else:
        assert 0 < answer <= limit
        assert answer.as_tuple().exponent == -2
        assert understood(str(answer), limit) == answer


@pytest.mark.parametrize(
    ("text", "points"), [("", "0.00"), ("  ", "0.00"), ("0", "0.00"), ("480", "480.00"), ("12,5", "12.50"), ("-0", "0.00")]
)
def test_points_may_be_none_and_are_never_a_negative_zero(text: str, points: str) -> None:
    assert str(parse_points(text)) == points


@pytest.mark.parametrize("text", ["-1", "\u2212480", "-0.01", "abc", "max", "1000000000", "64 90", "\u0664"])
def test_less_than_no_points_is_not_a_number_of_points(text: str) -> None:
    with pytest.raises(BadInput) as told:
        parse_points(text)
    assert told.value.problem is Problem.POINTS_NOT_A_NUMBER


@given(points=asks, language=st.sampled_from(LANGUAGES))
def test_every_number_of_points_as_the_till_writes_it_parses_back(points: Decimal, language: str) -> None:
    assert parse_points(Formats(language=language).amount(points)) == points
