"""How long nothing of a customer was under way: across programs, and by a clock that nobody can set."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pos_app.loyalty.sale import PostingState
from pos_app.store.recovery import recover
from pos_app.store.till_store import TillStore
from pos_app.store.verification import Verification
from pos_app.store.witness import Uptime, uptime_now
from tests.store.shop import JANA, PETR, minutes, one_posting


@dataclass
class Computer:
    """Its uptime, which the test moves."""

    up: Uptime | None = Uptime("monday", 50_000)  # noqa: RUF009 - a value

    def __call__(self) -> Uptime | None:
        return self.up

    def passes(self, seconds: int) -> None:
        assert self.up is not None
        self.up = replace(self.up, ms=self.up.ms + seconds * 1000)


@pytest.fixture
def computer() -> Computer:
    return Computer()


@contextmanager
def opened(path: Path, computer: Computer) -> Iterator[TillStore]:
    """One short process."""
    store = TillStore.open(path, uptime=computer)
    try:
        yield store
    finally:
        store.close()


def begin(store: TillStore, phone: str = JANA) -> str:
    made, (posting,) = one_posting(phone)
    store.save_sale(made, [posting])
    store.begin_sending(posting.transaction_id, at=minutes(1))
    return posting.transaction_id


def send(store: TillStore, outcome: PostingState, phone: str = JANA) -> None:
    store.finish(begin(store, phone), state=outcome, answer="so it was", at=minutes(2))


@pytest.mark.parametrize("outcome", [PostingState.UNKNOWN, PostingState.APPLIED])
def test_time_since_the_last_try_goes_on_from_one_program_to_the_next(
    till_db: Path, computer: Computer, outcome: PostingState
) -> None:
    with opened(till_db, computer) as store:
        send(store, outcome)
        computer.passes(7)
        assert store.quiet_s(JANA) == 7
    computer.passes(30)
    with opened(till_db, computer) as store:
        assert store.quiet_s(JANA) == 37


def test_what_was_cut_off_while_it_was_sent_counts_from_the_next_opening(till_db: Path, computer: Computer) -> None:
    with opened(till_db, computer) as store:
        send(store, PostingState.APPLIED)
        begin(store)
    computer.passes(300)
    with opened(till_db, computer):
        computer.passes(20)
    with opened(till_db, computer) as store:
        assert store.quiet_s(JANA) == 20


def test_a_later_try_counts_anew_and_one_that_left_nothing_in_doubt_does_not(till_db: Path, computer: Computer) -> None:
    with opened(till_db, computer) as store:
        send(store, PostingState.APPLIED)
        computer.passes(100)
        send(store, PostingState.WAITING)
        assert store.quiet_s(JANA) == 100
    with opened(till_db, computer) as store:
        (posting,) = store.line(JANA)
        for outcome in (PostingState.UNKNOWN, PostingState.WAITING):
            store.begin_sending(posting.transaction_id, at=minutes(3))
            store.finish(posting.transaction_id, state=outcome, answer="no", at=minutes(4))
            assert store.quiet_s(JANA) == 0
            computer.passes(40)
        store.finish(posting.transaction_id, state=PostingState.UNKNOWN, answer="only looked at", at=minutes(5))
        assert store.quiet_s(JANA) == 40


@pytest.mark.parametrize("now", [Uptime("tuesday", 9_000_000), Uptime("monday", 49_999)])
def test_another_start_of_the_computer_or_an_uptime_gone_back_counts_from_the_first_look(
    till_db: Path, computer: Computer, now: Uptime
) -> None:
    with opened(till_db, computer) as store:
        send(store, PostingState.UNKNOWN)
    computer.up = now
    with opened(till_db, computer) as store:
        assert store.quiet_s(JANA) == 0
    computer.passes(60)
    with opened(till_db, computer) as store:
        assert store.quiet_s(JANA) == 60


def test_who_was_never_sent_anything_counts_from_the_first_look_and_nobody_elses_try_matters(
    till_db: Path, computer: Computer
) -> None:
    with opened(till_db, computer) as store:
        assert store.quiet_s(PETR) == 0
        computer.passes(10)
        send(store, PostingState.UNKNOWN)
        assert (store.quiet_s(JANA), store.quiet_s(PETR)) == (0, 10)


def test_a_computer_without_such_a_clock_tells_nothing_and_leaves_nothing_behind(till_db: Path, computer: Computer) -> None:
    with opened(till_db, computer) as store:
        send(store, PostingState.UNKNOWN)
        (posting,) = store.line(JANA)
        before, computer.up = computer.up, None
        store.begin_sending(posting.transaction_id, at=minutes(3))
        store.finish(posting.transaction_id, state=PostingState.UNKNOWN, answer="sent elsewhere", at=minutes(4))
        assert store.quiet_s(JANA) == 0
        computer.up = before
        computer.passes(500)
        assert store.quiet_s(JANA) == 0


def test_a_file_of_the_version_before_is_waited_for_once_more(till_db: Path, computer: Computer) -> None:
    with opened(till_db, computer) as store:
        send(store, PostingState.UNKNOWN)
    with closing(sqlite3.connect(till_db)) as plain:
        plain.executescript(
            "DROP TABLE witness; DELETE FROM _sqlite_migrations WHERE name LIKE 'witness%'; PRAGMA user_version = 3"
        )
    computer.passes(500)
    with opened(till_db, computer) as store:
        assert store.quiet_s(JANA) == 0
        assert looked_at(store).whole


def test_what_is_rebuilt_from_the_roll_is_waited_for_once_more(till_db: Path, computer: Computer) -> None:
    with opened(till_db, computer) as store:
        send(store, PostingState.UNKNOWN)
    computer.passes(500)
    recover(till_db)
    with opened(till_db, computer) as store:
        assert store.quiet_s(JANA) == 0
        assert looked_at(store).whole


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_this_computer_tells_its_uptime() -> None:
    once, again = uptime_now(), uptime_now()
    assert once is not None
    assert again is not None
    assert once.boot == again.boot
    assert 0 < once.ms <= again.ms


def looked_at(store: TillStore) -> Verification:
    return store.snapshot(between=lambda: None).verify()
