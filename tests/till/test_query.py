"""What typed or swiped text may mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import BadInput, PosError, Problem
from pos_app.loyalty.sale import FoundBy
from pos_app.till.query import parse_query, read_query


@pytest.mark.parametrize("text", ["777 123 482", "+420 777 123 482", "00420777123482", "420777123482", "(777) 123-482"])
def test_a_phone_in_any_format_is_the_same_phone(text: str) -> None:
    assert parse_query(text, region="CZ").phone == "+420777123482"


def test_digits_may_be_a_card_or_the_end_of_a_phone() -> None:
    query = parse_query("120", region="CZ")
    assert query.cards == ("120",)
    assert query.digits == "120"
    assert not query.phone
    assert query.phone_problem is not None
    assert query.phone_problem.problem is Problem.PHONE_TOO_SHORT


def test_an_international_phone_is_never_taken_for_a_card() -> None:
    assert parse_query("+420777123482", region="CZ").cards == ()


def test_letters_are_a_name() -> None:
    query = parse_query("  Jana   Nová ", region="CZ")
    assert query.name == "Jana Nová"
    assert not query.wants_live


def test_a_code_with_digits_may_be_a_card_too() -> None:
    assert parse_query("LOYAL786237", region="CZ").cards == ("LOYAL786237",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", Problem.QUERY_MISSING), ("   ", Problem.QUERY_MISSING), ("a", Problem.QUERY_TOO_SHORT), ("12", Problem.QUERY_TOO_SHORT)],
)
def test_too_little_to_search_is_said(text: str, problem: Problem) -> None:
    with pytest.raises(BadInput) as caught:
        parse_query(text, region="CZ")
    assert caught.value.problem is problem


def test_a_swipe_keeps_its_readings_in_order_and_once() -> None:
    query = read_query(["7862374687", "7862374687=2512", "7862374687", ""])
    assert query.cards == ("7862374687", "7862374687=2512")
    assert query.found_by is FoundBy.CARD_READ


def test_a_swipe_without_a_reading_is_no_loyalty_card() -> None:
    with pytest.raises(BadInput) as caught:
        read_query([""])
    assert caught.value.problem is Problem.NOT_A_LOYALTY_CARD


@given(st.text(max_size=600))
def test_no_text_breaks_it(text: str) -> None:
    try:
        query = parse_query(text, region="CZ")
    except PosError:
        return
    assert query.phone or query.cards or query.digits or query.name
