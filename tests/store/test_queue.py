"""The queue: one line per customer, oldest first, nothing forgotten."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState
from pos_app.store import queue_sql
from pos_app.store.database import open_database
from pos_app.store.roll_line import read
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Altered
from tests.store.shop import JANA, NOON, PETR, ids_of, minutes, one_posting, sale

NOBODY: frozenset[str] = frozenset()


def sell(store: TillStore, phone: str = JANA, *, card: str = "", standing: Standing | None = None) -> Posting:
    made, postings = one_posting(phone, card=card) if standing is None else one_posting(phone, card=card, standing=standing)
    return store.save_sale(made, postings).postings[0]


def send(store: TillStore, posting: Posting, outcome: PostingState, attention: Attention | None = None) -> Posting:
    store.begin_sending(posting.transaction_id, at=NOON)
    return store.finish(posting.transaction_id, state=outcome, answer=outcome.value, at=minutes(1), attention=attention)


def due(store: TillStore, limit: int = 99, excluding: frozenset[str] = NOBODY) -> list[str]:
    return ids_of(store.due(limit=limit, excluding=excluding))


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


def test_what_goes_out_together_is_the_beginning_of_one_line_and_has_one_target(store: TillStore) -> None:
    first, second, third = (sell(store, JANA) for _each in range(3))
    other = sell(store, PETR)
    target = Compared(Decimal(500), Decimal(510))
    for wrong in ((second, third), (first, third), (first, other)):
        with pytest.raises(ValueError, match=r"^what goes out together is the beginning of one customer's line$"):
            store.begin_together(ids_of(wrong), at=NOON, endpoint="here", compared=target)
    begun = store.begin_together(ids_of((first, second)), at=NOON, endpoint="here", compared=target)
    assert ids_of(begun) == ids_of((first, second))
    for each in begun:
        assert (each.state, each.attempts, each.first_sent_at) == (PostingState.SENDING, 1, NOON)
        assert (each.endpoint, each.batch, each.compared) == ("here", first.transaction_id, target)
    for each in begun:
        store.finish(each.transaction_id, state=PostingState.WAITING, answer="Not sent.", at=NOON)
    # It never left: it may go by itself now.
    assert store.begin_sending(first.transaction_id, at=NOON, endpoint="here", compared=target).batch == ""
    # What is left of a batch may be one.
    (alone,) = store.begin_together([other.transaction_id], at=NOON, endpoint="here", compared=target)
    assert alone.batch == other.transaction_id
    with pytest.raises(ValueError, match=r"^only what waits is sent$"):
        store.begin_together([other.transaction_id], at=NOON, endpoint="here", compared=target)


def test_what_may_have_arrived_is_only_sent_again_as_it_was(store: TillStore) -> None:
    posting, target = sell(store), Compared(Decimal(500), Decimal(505))

    def begin(endpoint: str, compared: Compared | None) -> None:
        store.begin_sending(posting.transaction_id, at=NOON, endpoint=endpoint, compared=compared)

    # What was not sent may go anywhere.
    begin("there", None)
    store.finish(posting.transaction_id, state=PostingState.WAITING, answer="Not sent.", at=NOON)
    begin("here", target)
    store.finish(posting.transaction_id, state=PostingState.UNKNOWN, answer="Cut off.", at=NOON)
    for endpoint, compared in (("there", target), ("here", None), ("here", Compared(Decimal(505), Decimal(510)))):
        with pytest.raises(ValueError, match=r"^what may have arrived is only sent again as it was$"):
            begin(endpoint, compared)
    begin("here", target)
    assert store.posting(posting.transaction_id).state is PostingState.SENDING


def test_a_posting_that_was_edited_on_the_disk_is_not_sent(till_db: Path) -> None:
    database = open_database(till_db, TILL)
    with closing(TillStore(database)) as store:
        posting = sell(store)
        with database.writing() as conn:
            conn.execute("UPDATE posting SET sum_cents = sum_cents * 10")
        sentence = f"^The entry {posting.transaction_id} is not what was written: it is not sent.$"
        with pytest.raises(Altered, match=sentence):
            store.begin_sending(posting.transaction_id, at=NOON)


def test_several_steps_can_be_one_commit_or_none(store: TillStore) -> None:
    first, second = sell(store), sell(store)
    store.begin_sending(first.transaction_id, at=NOON)
    with store.together():
        store.finish(first.transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
        store.begin_sending(second.transaction_id, at=NOON)
    assert store.counts().waiting == 1

    def fail() -> None:
        with store.together():
            store.finish(second.transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
            store.begin_sending("nothing", at=NOON)

    with pytest.raises(LookupError):
        fail()
    assert store.posting(second.transaction_id).state is PostingState.SENDING
    assert store.counts().waiting == 1


def test_the_roll_says_in_a_word_why_each_commit_was_made(till_db: Path) -> None:
    with closing(TillStore.open(till_db)) as store:
        first, second, third = sell(store), sell(store), sell(store)
        store.begin_together(ids_of((first, second)), at=NOON, endpoint="here", compared=Compared(Decimal(0), Decimal(2)))
        with store.together():
            for each in (first, second):
                store.finish(each.transaction_id, state=PostingState.APPLIED, answer="Done.", at=NOON)
        store.cancel(third.transaction_id, at=NOON)
        store.begin_sending(sell(store, PETR).transaction_id, at=NOON)
    with closing(TillStore.open(till_db)):
        pass
    said = [read(line).what for line in till_db.with_name("roll.jsonl").read_text().splitlines()]
    assert said[-8:] == ["sale", "sale", "sending", "answer", "cancel", "sale", "sending", "cut off"]


def test_an_unknown_id_is_a_lookup_error(store: TillStore) -> None:
    with pytest.raises(LookupError):
        store.finish("nothing", state=PostingState.APPLIED, answer="", at=NOON)
    with pytest.raises(LookupError):
        store.attempts("nothing")


def test_moving_points_are_what_a_balance_read_at_some_moment_lacks(store: TillStore) -> None:
    before, after, waiting = (sell(store, JANA) for _each in range(3))
    cancelled = sell(store, JANA)
    by_card = sell(store, "", card="1001", standing=Standing())
    sell(store, PETR)
    for posting, minute in ((before, 1), (after, 3)):
        store.begin_sending(posting.transaction_id, at=NOON)
        store.finish(posting.transaction_id, state=PostingState.APPLIED, answer="Done.", at=minutes(minute))
    store.cancel(cancelled.transaction_id, at=minutes(3))
    moving = store.moving_points(phone=JANA, cards=("1001",), since=minutes(2))
    assert ids_of(moving) == ids_of([after, waiting, by_card])
    # What was applied at the very moment of the reading is in it.
    assert ids_of(store.moving_points(phone=JANA, cards=(), since=minutes(3))) == [waiting.transaction_id]
    assert ids_of(store.moving_points(phone=JANA, cards=(), since=None)) == [waiting.transaction_id]
    assert ids_of(store.moving_points(phone="", cards=("1001",), since=minutes(1))) == [by_card.transaction_id]
    assert store.moving_points(phone="", cards=(), since=minutes(1)) == []


def test_the_latest_time_noted_since_a_posting_is_of_its_own_sale_or_of_what_came_after_it(store: TillStore) -> None:
    store.save_sale(*sale(JANA, at=minutes(50)))
    posting, later = sell(store, JANA), sell(store, PETR)
    found = [store.latest_time_since(posting.transaction_id)]
    for minute in (7, 3):
        # An old clock does not take back what a later one said.
        store.begin_sending(later.transaction_id, at=minutes(minute))
        found.append(store.latest_time_since(posting.transaction_id))
        store.finish(later.transaction_id, state=PostingState.WAITING, answer="Not sent.", at=minutes(minute + 1))
        found.append(store.latest_time_since(posting.transaction_id))
    store.save_sale(*sale(PETR, at=minutes(30)))
    found.append(store.latest_time_since(posting.transaction_id))
    assert found == [NOON, NOON, minutes(8), minutes(8), minutes(8), minutes(30)]


def test_open_postings_are_listed_oldest_first(store: TillStore) -> None:
    postings = [sell(store, phone) for phone in (PETR, JANA, PETR, JANA)]
    send(store, postings[1], PostingState.NEEDS_PERSON, Attention.REFUSED)
    assert ids_of(store.open_postings()) == ids_of(postings)
    assert ids_of(store.open_postings(limit=2)) == ids_of(postings[:2])


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        ("DUE", "posting_waiting"),
        ("OLDEST_WAITING", "posting_waiting"),
        ("NEXT_IN_LINE", "posting_line"),
        ("LOOK", "sqlite_autoindex_posting_1"),
    ],
)
def test_the_statements_of_every_sale_walk_an_index_and_sort_nothing(till_db: Path, statement: str, index: str) -> None:
    database = open_database(till_db, TILL)
    sql = getattr(queue_sql, statement)
    plan = " / ".join(str(row[3]) for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", [0] * sql.count("?")))
    database.close()
    assert index in plan
    assert "SCAN posting" not in plan
    assert "TEMP B-TREE" not in plan
