"""A sale whose points nobody will take is voided by whoever looked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pos_app.loyalty.decision import Action, possible
from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.sale import Attention, PostingState, new_sale_ids
from pos_app.store.till_store import TillStore
from tests.store.decided import by_eva, refused, states
from tests.store.shop import NOON, PETR, fresh_id, minutes, one_posting, sale

S, A = PostingState, Action


def test_a_voided_sale_leaves_nothing_to_decide_and_says_who_voided_it(store: TillStore) -> None:
    redeem, earn = refused(store, redeem="10")
    back = store.void(redeem.transaction_id, by_eva(A.VOID), ids=new_sale_ids(), at=minutes(1))
    assert (back.sale.reverses, back.postings) == (redeem.sale_id, ())
    assert states(store, [redeem, earn]) == [S.CANCELLED, S.CANCELLED]
    assert store.counts().needs_person == 0
    assert [each.decision for each in store.decisions(redeem.transaction_id)] == [by_eva(A.VOID)]
    with pytest.raises(ValueError, match="not possible"):
        store.void(redeem.transaction_id, by_eva(A.VOID), ids=new_sale_ids(), at=minutes(1))


def test_what_takes_a_sale_back_is_not_voided_itself(store: TillStore) -> None:
    made, (earn,) = one_posting()
    store.save_sale(made, (earn,))
    store.begin_sending(earn.transaction_id, at=NOON)
    store.finish(earn.transaction_id, state=S.APPLIED, answer="Done.", at=NOON)
    (back,) = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON, amount=Decimal(10)).postings
    refused_back = store.finish(
        back.transaction_id, state=S.NEEDS_PERSON, answer="Too few points.", at=NOON, attention=Attention.REFUSED
    )
    assert possible(refused_back) == {A.RETRY, A.FORGIVE, A.TAKE_ONLY, A.WRITE_OFF}


@pytest.mark.parametrize("attention", [Attention.REFUSED, Attention.NO_CUSTOMER])
def test_earned_points_are_taken_back_from_nobody_else(store: TillStore, attention: Attention) -> None:
    made, (redeem, earn) = sale(redeem="10")
    store.save_sale(made, (redeem, earn))
    for each in (redeem, earn):
        store.begin_sending(each.transaction_id, at=NOON)
        store.finish(each.transaction_id, state=S.APPLIED, answer="Done.", at=NOON)
    used, earned = store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON).postings
    given, taken = (
        store.finish(each.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=attention)
        for each in (used, earned)
    )
    assert (A.MOVE in possible(given), A.MOVE in possible(taken)) == (True, False)
    with pytest.raises(ValueError, match="not possible"):
        store.move(taken.transaction_id, by_eva(A.MOVE), phone=PETR, card="", new_id=fresh_id, at=NOON)


def test_of_a_sale_that_is_taken_back_already_nothing_is_left_to_void(store: TillStore) -> None:
    made, postings = sale(redeem="10")
    redeem = store.save_sale(made, postings).postings[0]
    store.begin_sending(redeem.transaction_id, at=NOON)
    store.refund_sale(made.sale_id, ids=new_sale_ids(), at=NOON)
    store.finish(redeem.transaction_id, state=S.NEEDS_PERSON, answer="No.", at=NOON, attention=Attention.REFUSED)
    with pytest.raises(BadInput, match="taken back already"):
        store.void(redeem.transaction_id, by_eva(A.VOID), ids=new_sale_ids(), at=minutes(1))
    assert (store.decisions(redeem.transaction_id), states(store, [redeem])) == ([], [S.NEEDS_PERSON])
