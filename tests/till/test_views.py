"""What is shown of a customer's points: what a server said and what is on its way, each point once and none too many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from pos_app.loyalty.sale import Compared, Posting, PostingKind, PostingState
from pos_app.till.views import Moving, moving

READ_AT = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
BEFORE, LATER = READ_AT - timedelta(minutes=1), READ_AT + timedelta(minutes=1)
NOTHING = Moving(Decimal(0), Decimal(0), Decimal(0))


def posting(points: str, state: PostingState, *, sent: datetime | None = None, compared: bool = False) -> Posting:
    """One that would change 100 points."""
    return Posting(
        transaction_id="one",
        sale_id="sale",
        kind=PostingKind.EARN,
        phone="+420777000001",
        sum=Decimal(points),
        state=state,
        first_sent_at=sent,
        settled_at=LATER if state is PostingState.APPLIED else None,
        compared=Compared(Decimal(100), 100 + Decimal(points)) if compared else None,
    )


@pytest.mark.parametrize("points", ["5", "-5"])
def test_what_waits_is_on_its_way(points: str) -> None:
    found = moving([posting(points, PostingState.WAITING)], READ_AT, Decimal(100))
    assert (found.unsent, found.since) == (Decimal(points), Decimal(0))


@pytest.mark.parametrize(("points", "counted"), [("5", 0), ("-5", -5)])
@pytest.mark.parametrize("state", [PostingState.UNKNOWN, PostingState.APPLIED])
def test_what_may_be_in_the_balance_already_is_counted_only_against_the_customer(
    points: str, counted: int, state: PostingState
) -> None:
    found = moving([posting(points, state, sent=BEFORE)], READ_AT, Decimal(100))
    assert found.unsent + found.since == counted


@pytest.mark.parametrize("points", ["5", "-5"])
@pytest.mark.parametrize("state", [PostingState.UNKNOWN, PostingState.SENDING, PostingState.APPLIED])
def test_the_balance_tells_whether_a_posting_whose_target_is_known_is_in_it(points: str, state: PostingState) -> None:
    one = posting(points, state, sent=BEFORE, compared=True)
    assert moving([one], READ_AT, 100 + Decimal(points)) == NOTHING
    missing = moving([one], READ_AT, Decimal(100))
    assert missing.unsent + missing.since == Decimal(points)


@pytest.mark.parametrize("compared", [False, True])
def test_a_balance_asked_for_before_and_told_after_a_posting_promises_nothing_twice(compared: bool) -> None:
    one = posting("5", PostingState.APPLIED, sent=LATER, compared=compared)
    assert moving([one], READ_AT, Decimal(105), told_at=LATER) == NOTHING


def test_points_that_were_sent_after_the_balance_was_told_are_not_in_it() -> None:
    one = posting("5", PostingState.APPLIED, sent=LATER)
    assert moving([one], READ_AT, Decimal(100), told_at=LATER - timedelta(seconds=1)).since == 5


def test_used_points_are_not_forgotten_because_an_old_balance_looks_like_the_new_one() -> None:
    found = moving([posting("-5", PostingState.APPLIED, sent=LATER, compared=True)], READ_AT, Decimal(95))
    assert found.since == -5
