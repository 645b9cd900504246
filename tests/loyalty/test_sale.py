"""A sale becomes at most two postings; its state follows from theirs."""

from __future__ import annotations

import itertools
import uuid
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import (
    Buyer,
    FoundBy,
    Posting,
    PostingKind,
    PostingState,
    Sale,
    SaleState,
    new_sale_ids,
    postings_of,
    sale_state,
)

D = Decimal
JANA = Buyer(phone="+420777123482", card="7712", name="Jana", found_by=FoundBy.CARD_READ)


def made_of(standing: Standing, *, redeem: str = "0", lifetime_days: int | None = None, buyer: Buyer = JANA) -> tuple[Posting, ...]:
    quote = price(D("100.00"), standing=standing, programme=Programme(), redeem=D(redeem))
    ids = new_sale_ids()
    sale = Sale(sale_id=ids.sale_id, made_at=datetime(2026, 3, 14, tzinfo=UTC), buyer=buyer, quote=quote)
    postings = postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=lifetime_days)
    assert {posting.sale_id for posting in postings} <= {ids.sale_id}
    known = {PostingKind.REDEEM: ids.redeem_id, PostingKind.EARN: ids.earn_id}
    assert all(posting.transaction_id == known[posting.kind] for posting in postings)
    return postings


def test_points_used_are_taken_before_points_earned_are_given() -> None:
    redeem, earn = made_of(Standing(balance=D(500), bonus=D(5)), redeem="40")
    assert (redeem.kind, redeem.sum) == (PostingKind.REDEEM, D(-40))
    assert (earn.kind, earn.sum) == (PostingKind.EARN, D(3))


def test_a_posting_of_nothing_is_not_made() -> None:
    assert [each.kind for each in made_of(Standing(balance=D(500), bonus=D(5)))] == [PostingKind.EARN]
    assert [each.kind for each in made_of(Standing(balance=D(500), bonus=D(0)), redeem="40")] == [PostingKind.REDEEM]
    assert made_of(Standing(balance=D(0), bonus=D(0))) == ()


def test_an_unknown_bonus_is_a_posting_whose_sum_comes_later_with_the_money_to_work_it_out_of() -> None:
    (earn,) = made_of(Standing())
    assert (earn.kind, earn.sum, earn.base) == (PostingKind.EARN, None, D(100))


def test_only_earned_points_have_a_lifetime_and_only_if_the_programme_sets_one() -> None:
    redeem, earn = made_of(Standing(balance=D(500), bonus=D(5)), redeem="40", lifetime_days=365)
    assert (redeem.lifetime_days, earn.lifetime_days) == (None, 365)
    assert made_of(Standing(bonus=D(5)))[0].lifetime_days is None


def test_a_posting_starts_waiting_and_untried() -> None:
    (earn,) = made_of(Standing(bonus=D(5)))
    assert (earn.state, earn.attempts, earn.first_sent_at, earn.attention) == (PostingState.WAITING, 0, None, None)


def test_a_known_customer_is_named_by_the_phone_alone() -> None:
    (earn,) = made_of(Standing(bonus=D(5)))
    assert (earn.phone, earn.card) == ("+420777123482", "")


def test_a_customer_still_to_be_found_is_named_by_all_that_is_known() -> None:
    (unknown,) = made_of(Standing())
    assert (unknown.phone, unknown.card) == ("+420777123482", "7712")
    (by_card,) = made_of(Standing(bonus=D(5)), buyer=Buyer(card="7712"))
    assert (by_card.phone, by_card.card) == ("", "7712")


def test_postings_of_one_person_share_a_key_by_phone_or_else_by_card() -> None:
    assert made_of(Standing(bonus=D(5)))[0].customer_key == "+420777123482"
    assert made_of(Standing(bonus=D(5)), buyer=Buyer(card="7712"))[0].customer_key == "card:7712"


def test_a_buyer_has_a_phone_or_a_card() -> None:
    Buyer(phone="+420777123482")
    Buyer(card="7712")
    with pytest.raises(ValueError, match="a phone or a card"):
        Buyer(name="Jana")


def test_a_sale_is_never_edited() -> None:
    (earn,) = made_of(Standing(bonus=D(5)))
    with pytest.raises(FrozenInstanceError):
        earn.sum = D(1000)  # type: ignore[misc]


def test_the_three_ids_of_a_sale_form_are_uuids_of_version_4_in_lower_case_and_all_different() -> None:
    forms = [new_sale_ids() for _ in range(100)]
    ids = [each for form in forms for each in (form.sale_id, form.redeem_id, form.earn_id)]
    assert len(set(ids)) == 300
    assert all(str(uuid.UUID(each)) == each and uuid.UUID(each).version == 4 for each in ids)


def test_ids_can_be_given_for_a_story_that_repeats_itself() -> None:
    numbers = (uuid.UUID(int=number) for number in itertools.count(1))
    assert new_sale_ids(lambda: next(numbers)).earn_id == str(uuid.UUID(int=3))


@pytest.mark.parametrize(
    ("postings", "state"),
    [
        ([], SaleState.APPLIED),
        ([PostingState.APPLIED], SaleState.APPLIED),
        ([PostingState.APPLIED, PostingState.CANCELLED], SaleState.APPLIED),
        ([PostingState.APPLIED, PostingState.WAITING], SaleState.SAVED),
        ([PostingState.SENDING], SaleState.SAVED),
        ([PostingState.UNKNOWN, PostingState.CANCELLED], SaleState.SAVED),
        ([PostingState.WAITING, PostingState.NEEDS_PERSON], SaleState.NEEDS_PERSON),
        ([PostingState.APPLIED, PostingState.NEEDS_PERSON], SaleState.NEEDS_PERSON),
    ],
)
def test_the_state_of_a_sale_follows_from_its_postings(postings: list[PostingState], state: SaleState) -> None:
    assert sale_state(postings) is state


@given(postings=st.lists(st.sampled_from(PostingState), max_size=4))
def test_a_sale_is_applied_only_when_nothing_of_it_is_on_its_way(postings: list[PostingState]) -> None:
    assert (sale_state(postings) is SaleState.APPLIED) == all(not posting.open for posting in postings)
    assert sale_state(postings) is sale_state(reversed(postings))


def test_only_what_is_applied_or_cancelled_has_left_the_queue() -> None:
    assert {state for state in PostingState if not state.open} == {PostingState.APPLIED, PostingState.CANCELLED}


def test_the_words_of_the_command_line_are_kept() -> None:
    assert {state.value for state in PostingState} == {"waiting", "sending", "unknown", "applied", "needs_person", "cancelled"}
    assert {state.value for state in SaleState} == {"saved", "applied", "needs_person"}
