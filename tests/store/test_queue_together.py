"""The queue: what goes out together, what is one commit, what is read of it."""

from __future__ import annotations

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.sale import Attention, Compared, PostingState
from pos_app.store import queue_sql
from pos_app.store.database import open_database
from pos_app.store.roll_line import read
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Altered
from tests.store.queueing import sell, send
from tests.store.shop import JANA, NOON, PETR, ids_of, minutes, sale


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
