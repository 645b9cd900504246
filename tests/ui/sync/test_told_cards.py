"""Registrations and edits in the Sync centre: what their cards say, and what can be done there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import Attention, PostingKind
from pos_app.ui import words
from pos_app.ui.sync.issues import Way, issue, wants_balance, ways
from pos_app.ui.sync.phrases import SyncPhrases
from tests.ui.sale.pretend import now
from tests.ui.sync import pretend
from tests.ui.sync.gallery import Stage
from tests.ui.sync.person_cards import card_of, registered_otherwise
from tests.ui.sync.pretend import PretendSync, told

A, K = Attention, PostingKind


@pytest.fixture
def phrases() -> SyncPhrases:
    return SyncPhrases(words.Formats("en", "EUR"), Programme(), now)


@pytest.mark.parametrize(
    ("attention", "kind", "buttons"),
    [
        (A.REFUSED, K.REGISTER, ["Try again", "Write off"]),
        (A.REFUSED, K.EDIT, ["Try again", "Write off"]),
        (A.NO_CUSTOMER, K.EDIT, ["Try again", "Write off"]),
        (A.REGISTERED, K.REGISTER, ["What was typed here counts", "Keep what the server has"]),
        (A.OUTCOME_UNKNOWN, K.REGISTER, ["Try again", "Already there", "Write off"]),
        (A.DAMAGED, K.REGISTER, ["Write off"]),
    ],
)
def test_each_card_offers_what_the_till_takes(
    phrases: SyncPhrases, attention: Attention, kind: PostingKind, buttons: list[str]
) -> None:
    stuck = card_of(attention, kind=kind)
    assert [phrases.way(each.way, stuck, None) for each in ways(stuck, None)] == buttons
    assert not wants_balance(stuck)
    assert "points" not in phrases.meaning(stuck, None).casefold()


def test_a_phone_that_is_somebodys_is_said_plainly(phrases: SyncPhrases) -> None:
    stuck = registered_otherwise()
    assert phrases.title(issue(stuck, None), stuck.matter.posting) == "This phone is a customer's already"
    assert "Ask the customer" in phrases.meaning(stuck, None)
    assert phrases.line(stuck).startswith("Barbora · New customer · ")
    assert words.answers.sentence(stuck.matter.posting.last_answer).endswith("What differs: first name, birthday.")


def test_a_refusal_is_told_in_the_servers_words(phrases: SyncPhrases) -> None:
    stuck = card_of(A.REFUSED, "Bad e-mail")
    assert phrases.title(issue(stuck, None), stuck.matter.posting) == "The customer could not be registered"
    assert "“Bad e-mail”" in phrases.meaning(stuck, None)


def test_who_is_to_become_a_customer_is_registered_with_the_phone_of_the_sale(stage: Callable[..., Stage]) -> None:
    window = stage(till=PretendSync(told((pretend.nobodys_phone(),))))
    phones: list[str] = []
    window.page.register_wanted.connect(phones.append)
    window.card().button(Way.REGISTER).click()
    assert phones == [pretend.nobodys_phone().matter.posting.phone]
    assert window.till.decided == []
    assert window.card().form.isHidden()
