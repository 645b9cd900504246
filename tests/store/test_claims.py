"""Late claims on the disk: once, in one commit, with who decided it, and on the roll like everything else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.decision import Action
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.sale import Attention, Posting, PostingState, new_sale_ids
from pos_app.store.recovery import recover
from pos_app.store.till_store import TillStore
from tests.store.shop import JANA, NOON, PETR, fresh_id, minutes, one_posting

CARD = "200044718820"
S = PostingState


def unknown(store: TillStore, *, phone: str = "", card: str = CARD) -> tuple[str, Posting]:
    made, postings = one_posting(phone, card=card, standing=Standing())
    (posting,) = store.save_sale(made, postings).postings
    return made.sale_id, posting


def claim(store: TillStore, sale_id: str, phone: str = PETR, *, first_id: str = "") -> Posting:
    return store.claims.claim(
        sale_id, phone=phone, who="Eva", why="Petr Svoboda", first_id=first_id or fresh_id(), new_id=fresh_id, at=minutes(5)
    )


def test_the_points_go_on_in_the_customers_line(store: TillStore) -> None:
    sale_id, posting = unknown(store)
    claimed = claim(store, sale_id)
    assert (claimed.phone, claimed.card, claimed.base, claimed.state) == (PETR, "", posting.base, S.WAITING)
    assert store.posting(posting.transaction_id).state is S.CANCELLED
    assert [each.transaction_id for each in store.due(limit=9, excluding=set())] == [claimed.transaction_id]
    (record,) = store.decisions(posting.transaction_id)
    assert (record.decision.action, record.decision.who, record.decision.reason) == (Action.MOVE, "Eva", "Petr Svoboda")


def test_the_same_claim_again_writes_nothing(store: TillStore) -> None:
    sale_id, _ = unknown(store)
    first_id = fresh_id()
    once = claim(store, sale_id, first_id=first_id)
    place = store._journal.place
    assert claim(store, sale_id, first_id=first_id) == once
    assert store._journal.place == place


def test_a_sale_is_claimed_once(store: TillStore) -> None:
    sale_id, _ = unknown(store)
    claim(store, sale_id)
    with pytest.raises(BadInput) as refused:
        claim(store, sale_id, JANA)
    assert refused.value.problem is Problem.CLAIMED_ALREADY
    assert [each.phone for each in store.postings_of_sale(sale_id)] == ["", PETR]


def test_points_of_somebody_known_are_not_claimed(store: TillStore) -> None:
    made, postings = one_posting(JANA)
    store.save_sale(made, postings)
    with pytest.raises(BadInput) as refused:
        claim(store, made.sale_id)
    assert refused.value.problem is Problem.CLAIMED_ALREADY


def test_what_was_refused_for_nobody_is_claimed_too(store: TillStore) -> None:
    sale_id, posting = unknown(store)
    store.finish(posting.transaction_id, state=S.NEEDS_PERSON, answer="Nobody.", at=NOON, attention=Attention.NO_CUSTOMER)
    assert claim(store, sale_id).state is S.WAITING
    assert store.counts().needs_person == 0


def test_what_may_be_on_a_server_is_not_claimed(store: TillStore) -> None:
    sale_id, posting = unknown(store)
    store.begin_sending(posting.transaction_id, at=NOON, points=Decimal(3), bonus=Decimal(5))
    with pytest.raises(BadInput) as refused:
        claim(store, sale_id)
    assert refused.value.problem is Problem.CLAIMED_ALREADY
    assert store.posting(posting.transaction_id).state is S.SENDING


def test_a_sale_that_was_taken_back_has_nothing_to_claim(store: TillStore) -> None:
    sale_id, _ = unknown(store)
    store.refund_sale(sale_id, ids=new_sale_ids(), at=minutes(1))
    with pytest.raises(BadInput) as refused:
        claim(store, sale_id)
    assert refused.value.problem is Problem.NOTHING_TO_CLAIM


def test_a_part_that_was_refunded_goes_along_and_is_taken_back_there(store: TillStore) -> None:
    sale_id, _ = unknown(store)
    store.refund_sale(sale_id, ids=new_sale_ids(), at=minutes(1), amount=Decimal(10))
    claimed = claim(store, sale_id)
    assert [each.reverses for each in store.line(PETR)] == ["", claimed.transaction_id]
    store.begin_sending(claimed.transaction_id, at=NOON, points=Decimal("6.49"), bonus=Decimal(10))
    assert [each.sum for each in store.line(PETR)] == [Decimal("6.49"), Decimal("-1.00")]


def test_a_claim_survives_the_loss_of_the_database(store: TillStore, till_db: Path) -> None:
    sale_id, _ = unknown(store)
    claimed = claim(store, sale_id)
    assert store.snapshot(between=lambda: None).verify().whole
    store.close()
    till_db.unlink()
    recover(till_db)
    again = TillStore.open(till_db)
    try:
        assert again.postings_of_sale(sale_id)[-1].transaction_id == claimed.transaction_id
        assert [each.decision.who for each in again.decisions(again.postings_of_sale(sale_id)[0].transaction_id)] == ["Eva"]
    finally:
        again.close()
