"""What a person decided takes a posting out of the state that needed one."""

from __future__ import annotations

import pytest

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.till_store import TillStore
from tests.store.shop import NOON, compared, minutes, one_posting


@pytest.mark.parametrize(("attention", "action"), [(Attention.REFUSED, Action.RETRY), (Attention.OUTCOME_UNKNOWN, Action.ADD_NOW)])
def test_what_somebody_sends_again_is_due_again_and_needs_nobody(store: TillStore, attention: Attention, action: Action) -> None:
    made, postings = one_posting()
    (posting,) = store.save_sale(made, postings).postings
    store.begin_sending(posting.transaction_id, at=NOON)
    store.finish(posting.transaction_id, state=PostingState.NEEDS_PERSON, answer="No.", at=minutes(1), attention=attention)
    store.decide(posting.transaction_id, Decision(action=action, who="Eva", reason="looked"), at=minutes(2))
    (due,) = store.due(limit=9, excluding=frozenset())
    assert (due.state, due.attention) == (PostingState.WAITING, None)
    assert store.counts().needs_person == 0
    assert compared(store).whole
