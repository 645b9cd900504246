"""Only some of the points that a sale used are taken."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.decision import Action
from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.sale import PostingState, new_sale_ids
from pos_app.store.roll_line import read
from pos_app.store.till_store import TillStore
from tests.store.decided import by_eva, refused, states
from tests.store.shop import JANA, NOON, fresh_id, minutes

S, A = PostingState, Action


def test_only_some_of_the_used_points_are_taken_once_and_a_refund_gives_back_no_more(store: TillStore) -> None:
    redeem, earn = refused(store, redeem="10")
    taken = store.take_only(redeem.transaction_id, by_eva(A.TAKE_ONLY), points=Decimal(4), new_id=fresh_id(), at=minutes(1))
    assert (taken.sum, taken.kind, taken.phone, taken.state) == (Decimal(-4), redeem.kind, JANA, S.WAITING)
    assert states(store, [redeem, earn]) == [S.CANCELLED, S.WAITING]
    assert store.line(JANA) == [earn, taken]
    assert (store.counts().waiting, store.counts().needs_person) == (2, 0)
    assert [each.decision for each in store.decisions(redeem.transaction_id)] == [by_eva(A.TAKE_ONLY)]
    with pytest.raises(ValueError, match="not possible"):
        store.take_only(redeem.transaction_id, by_eva(A.TAKE_ONLY), points=Decimal(4), new_id=fresh_id(), at=minutes(1))
    for each in (earn, taken):
        store.begin_sending(each.transaction_id, at=NOON)
        store.finish(each.transaction_id, state=S.APPLIED, answer="Done.", at=NOON)
    back = store.refund_sale(redeem.sale_id, ids=new_sale_ids(), at=NOON)
    assert [each.sum for each in back.postings] == [Decimal(4), -(earn.sum or 0)]


@pytest.mark.parametrize("points", ["0", "10", "11", "-1"])
def test_not_all_and_not_none_of_the_points_are_only_some(store: TillStore, points: str) -> None:
    (redeem, _earn) = refused(store, redeem="10")
    with pytest.raises(ValueError, match="only some"):
        store.take_only(redeem.transaction_id, by_eva(A.TAKE_ONLY), points=Decimal(points), new_id=fresh_id(), at=NOON)
    assert states(store, [redeem]) == [S.NEEDS_PERSON]


def test_points_of_a_sale_taken_back_in_part_are_not_taken_in_part(store: TillStore) -> None:
    (redeem, _earn) = refused(store, redeem="10")
    store.refund_sale(redeem.sale_id, ids=new_sale_ids(), at=NOON, amount=Decimal(20))
    sentence = r"Part of this sale was taken back: forgive the points, or try again\.$"
    with pytest.raises(BadInput, match=rf"(^|: ){sentence}"):
        store.take_only(redeem.transaction_id, by_eva(A.TAKE_ONLY), points=Decimal(4), new_id=fresh_id(), at=NOON)
    assert store.decisions(redeem.transaction_id) == []


def test_less_than_a_whole_point_is_some_too_and_the_roll_calls_it_a_decision(till_db: Path) -> None:
    with closing(TillStore.open(till_db)) as store:
        (redeem, _earn) = refused(store, redeem="10")
        half = store.take_only(redeem.transaction_id, by_eva(A.TAKE_ONLY), points=Decimal("0.5"), new_id=fresh_id(), at=NOON)
        assert half.sum == Decimal("-0.5")
    assert read(till_db.with_name("roll.jsonl").read_text().splitlines()[-1]).what == "decision"
