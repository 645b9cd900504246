"""The queue: one line per customer, oldest first, nothing forgotten."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.store.database import open_database
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from tests.store.queueing import NOBODY, due, sell, send
from tests.store.shop import JANA, NOON, PETR, ids_of, minutes, sale


def test_each_customers_oldest_is_due_oldest_first(store: TillStore) -> None:
    jana = [sell(store, JANA) for _each in range(3)]
    petr = [sell(store, PETR) for _each in range(2)]
    assert due(store) == ids_of([jana[0], petr[0]])
    assert due(store, limit=1) == ids_of(jana[:1])
    send(store, jana[0], PostingState.APPLIED)
    assert due(store) == ids_of([jana[1], petr[0]])


def test_a_redeem_goes_before_its_earn(store: TillStore) -> None:
    made, (redeem, earn) = sale(redeem="10")
    store.save_sale(made, (redeem, earn))
    assert due(store) == [redeem.transaction_id]
    send(store, redeem, PostingState.APPLIED)
    assert due(store) == [earn.transaction_id]


def test_customers_who_are_being_served_are_left_out_without_shortening_the_list(store: TillStore) -> None:
    postings = [sell(store, f"+42077712348{digit}") for digit in range(6)]
    busy = frozenset({postings[0].phone, postings[1].phone, "+420000000000"})
    assert due(store, limit=3, excluding=busy) == ids_of(postings[2:5])


@pytest.mark.parametrize("stays", ["sending", "needs_person"])
def test_a_posting_that_is_stuck_holds_back_its_customer_and_nobody_else(store: TillStore, stays: str) -> None:
    stuck, behind = sell(store, JANA), sell(store, JANA)
    other = sell(store, PETR)
    if stays == "sending":
        store.begin_sending(stuck.transaction_id, at=NOON)
    else:
        send(store, stuck, PostingState.NEEDS_PERSON, Attention.REFUSED)
    assert due(store) == [other.transaction_id]
    assert behind.transaction_id in ids_of(store.open_postings())


@pytest.mark.parametrize("outcome", [PostingState.WAITING, PostingState.UNKNOWN])
def test_a_posting_that_did_not_get_through_keeps_its_place(store: TillStore, outcome: PostingState) -> None:
    first, _second = sell(store), sell(store)
    send(store, first, outcome)
    assert due(store) == [first.transaction_id]


def test_a_card_nobody_knows_has_a_line_of_its_own(store: TillStore) -> None:
    by_card = [sell(store, "", card="1001", standing=Standing()) for _each in range(2)]
    by_phone = sell(store, JANA)
    assert due(store) == ids_of([by_card[0], by_phone])
    assert due(store, excluding=frozenset({"card:1001"})) == [by_phone.transaction_id]


def test_beginning_to_send_is_on_the_disk_before_it_returns(store: TillStore) -> None:
    posting = sell(store)
    sending = store.begin_sending(posting.transaction_id, at=NOON)
    assert (sending.state, sending.attempts, sending.first_sent_at) == (PostingState.SENDING, 1, NOON)
    store.finish(posting.transaction_id, state=PostingState.WAITING, answer="Not sent.", at=NOON)
    again = store.begin_sending(posting.transaction_id, at=minutes(5))
    assert (again.attempts, again.first_sent_at) == (2, NOON)


def test_only_the_first_in_line_is_sent(store: TillStore) -> None:
    first, second = sell(store), sell(store)
    with pytest.raises(ValueError, match="first posting of a customer"):
        store.begin_sending(second.transaction_id, at=NOON)
    store.begin_sending(first.transaction_id, at=NOON)
    with pytest.raises(ValueError, match="first posting of a customer"):
        store.begin_sending(first.transaction_id, at=NOON)


def test_points_that_were_not_known_are_fixed_once(store: TillStore) -> None:
    posting = sell(store, "", card="1001", standing=Standing())
    assert posting.sum is None
    for points in (None, Decimal(0)):
        with pytest.raises(ValueError, match=r"^a posting without points is not sent$"):
            store.begin_sending(posting.transaction_id, at=NOON, points=points)
    assert store.begin_sending(posting.transaction_id, at=NOON, points=Decimal("3.24")).sum == Decimal("3.24")
    store.finish(posting.transaction_id, state=PostingState.WAITING, answer="Not sent.", at=NOON)
    with pytest.raises(ValueError, match="fixed once"):
        store.begin_sending(posting.transaction_id, at=NOON, points=Decimal("3.25"))
    assert store.begin_sending(posting.transaction_id, at=NOON).sum == Decimal("3.24")


def test_a_known_sum_is_never_changed(store: TillStore) -> None:
    posting = sell(store)
    with pytest.raises(ValueError, match="fixed once"):
        store.begin_sending(posting.transaction_id, at=NOON, points=Decimal(1))
    assert store.posting(posting.transaction_id) == posting


def test_an_applied_posting_leaves_the_queue_for_good(store: TillStore) -> None:
    posting = sell(store)
    applied = send(store, posting, PostingState.APPLIED)
    assert (applied.state, applied.settled_at, applied.last_answer) == (PostingState.APPLIED, minutes(1), "applied")
    assert store.open_postings() == []
    with pytest.raises(ValueError, match="applied does not become"):
        store.finish(posting.transaction_id, state=PostingState.UNKNOWN, answer="?", at=NOON)
    with pytest.raises(ValueError, match="first posting"):
        store.begin_sending(posting.transaction_id, at=NOON)


def test_once_in_doubt_not_sent_and_refused_are_not_believed_any_more(store: TillStore) -> None:
    posting = sell(store)
    assert send(store, posting, PostingState.UNKNOWN).state is PostingState.UNKNOWN
    assert send(store, posting, PostingState.WAITING).state is PostingState.UNKNOWN
    refused = send(store, posting, PostingState.NEEDS_PERSON, Attention.REFUSED)
    assert (refused.state, refused.attention) == (PostingState.NEEDS_PERSON, Attention.OUTCOME_UNKNOWN)


def test_without_doubt_a_refusal_is_a_refusal(store: TillStore) -> None:
    posting = sell(store)
    send(store, posting, PostingState.WAITING)
    refused = send(store, posting, PostingState.NEEDS_PERSON, Attention.REFUSED)
    assert refused.attention is Attention.REFUSED


def test_something_may_be_found_out_without_sending(store: TillStore) -> None:
    posting = sell(store, "", card="1001", standing=Standing())
    held = store.finish(
        posting.transaction_id, state=PostingState.NEEDS_PERSON, answer="Nobody.", at=NOON, attention=Attention.NO_CUSTOMER
    )
    assert (held.state, held.attempts) == (PostingState.NEEDS_PERSON, 0)
    (attempt,) = store.attempts(posting.transaction_id)
    assert (attempt.sent, attempt.number, attempt.started_at, attempt.ended_at) == (False, 0, NOON, NOON)


def test_every_attempt_is_kept_as_it_was(store: TillStore) -> None:
    posting = sell(store)
    for minute, outcome in enumerate([PostingState.UNKNOWN, PostingState.WAITING, PostingState.APPLIED]):
        store.begin_sending(posting.transaction_id, at=minutes(minute))
        store.finish(posting.transaction_id, state=outcome, answer=f"answer {minute}", at=minutes(minute + 1))
    found = [
        (each.number, each.sent, each.started_at, each.ended_at, each.outcome, each.answer)
        for each in store.attempts(posting.transaction_id)
    ]
    assert found == [
        (1, True, minutes(0), minutes(1), PostingState.UNKNOWN, "answer 0"),
        (2, True, minutes(1), minutes(2), PostingState.WAITING, "answer 1"),
        (3, True, minutes(2), minutes(3), PostingState.APPLIED, "answer 2"),
    ]


def test_what_was_never_sent_can_be_cancelled(store: TillStore) -> None:
    first, second = sell(store), sell(store)
    assert store.cancel(first.transaction_id, at=minutes(2)).settled_at == minutes(2)
    assert due(store) == [second.transaction_id]
    assert store.posting(first.transaction_id).state is PostingState.CANCELLED


def test_the_middle_of_a_line_can_be_cancelled(store: TillStore) -> None:
    first, second, third = sell(store), sell(store), sell(store)
    store.cancel(second.transaction_id, at=NOON)
    assert due(store) == [first.transaction_id]
    send(store, first, PostingState.APPLIED)
    assert due(store) == [third.transaction_id]


def test_what_may_have_been_sent_is_not_cancelled(store: TillStore) -> None:
    posting = sell(store)
    store.begin_sending(posting.transaction_id, at=NOON)
    assert store.cancel(posting.transaction_id, at=NOON).state is PostingState.SENDING
    store.finish(posting.transaction_id, state=PostingState.UNKNOWN, answer="?", at=NOON)
    assert store.cancel(posting.transaction_id, at=NOON).state is PostingState.UNKNOWN
    send(store, posting, PostingState.WAITING)
    assert store.cancel(posting.transaction_id, at=NOON).state is PostingState.UNKNOWN


def test_a_posting_worth_nothing_is_closed_without_sending(store: TillStore) -> None:
    posting = sell(store, "", card="1001", standing=Standing())
    closed = store.finish(posting.transaction_id, state=PostingState.CANCELLED, answer="Earns nothing.", at=NOON)
    assert (closed.state, closed.last_answer) == (PostingState.CANCELLED, "Earns nothing.")
    assert store.open_postings() == []


def test_what_was_being_sent_when_the_program_ended_is_unknown_and_in_doubt(store: TillStore, till_db: Path) -> None:
    posting = sell(store)
    store.begin_sending(posting.transaction_id, at=NOON)
    store.close()
    again = TillStore.open(till_db)
    found = again.posting(posting.transaction_id)
    assert (found.state, found.attempts, found.first_sent_at) == (PostingState.UNKNOWN, 1, NOON)
    (attempt,) = again.attempts(posting.transaction_id)
    assert (attempt.sent, attempt.started_at, attempt.ended_at, attempt.outcome) == (True, NOON, None, PostingState.UNKNOWN)
    assert again.recover() == 0
    assert send(again, posting, PostingState.WAITING).state is PostingState.UNKNOWN
    again.close()


def test_counts_are_right_after_every_step_and_after_a_restart(store: TillStore, till_db: Path) -> None:
    assert (store.counts().waiting, store.counts().needs_person, store.counts().oldest_waiting_at) == (0, 0, None)
    jana = sell(store, JANA)
    sell(store, JANA)
    petr = sell(store, PETR)
    assert store.counts().waiting == 3
    send(store, jana, PostingState.NEEDS_PERSON, Attention.REFUSED)
    send(store, petr, PostingState.UNKNOWN)
    counts = store.counts()
    assert (counts.waiting, counts.needs_person) == (2, 1)
    send(store, petr, PostingState.APPLIED)
    counts = store.counts()
    assert (counts.waiting, counts.needs_person, counts.oldest_waiting_at) == (1, 1, NOON)
    store.close()
    again = TillStore.open(till_db)
    assert again.counts() == counts
    again.close()


def test_the_oldest_waiting_may_be_one_that_waits_behind_another(store: TillStore) -> None:
    for minute, phone in ((0, JANA), (1, JANA), (2, PETR)):
        store.save_sale(*sale(phone, at=minutes(minute)))
    stuck = store.due(limit=1, excluding=NOBODY)[0]
    send(store, stuck, PostingState.NEEDS_PERSON, Attention.REFUSED)
    assert store.counts().oldest_waiting_at == minutes(1)


def test_counts_are_right_after_a_write_that_failed(till_db: Path) -> None:
    database = open_database(till_db, TILL)
    store = TillStore(database)
    sell(store)
    assert store.counts().waiting == 1
    database.rows(f"PRAGMA max_page_count = {database.rows('PRAGMA page_count')[0][0]}")

    def sell_until_it_is_full() -> None:
        for _each in range(200):
            sell(store)

    with pytest.raises(DiskTrouble):
        sell_until_it_is_full()
    assert store.counts().waiting == len(store.open_postings())
    store.close()
