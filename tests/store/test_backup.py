"""Copies of the till's data, made while it sells, and put back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.records import SavedSale
from pos_app.store.recovery import recover
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Damaged
from tests.store.shop import PETR, compared, one_posting


@pytest.fixture
def thread(till_db: Path) -> Iterator[DatabaseThread[TillStore]]:
    opened = DatabaseThread(lambda: TillStore.open(till_db), name="till-store")
    yield opened
    opened.close()


def fill(store: TillStore, count: int) -> None:
    with store.together():
        for number in range(count):
            store.save_sale(*one_posting(f"+4206030{number:05}"))


def sales_in(file: Path) -> int:
    with closing(sqlite3.connect(file)) as copy:
        return int(copy.execute("SELECT count(*) FROM sale").fetchone()[0])


def test_sales_are_saved_between_two_steps_of_a_copy_and_are_in_it(thread: DatabaseThread[TillStore], tmp_path: Path) -> None:
    thread.call(lambda store: fill(store, 1_000))
    saved: list[Future[SavedSale]] = []

    def between() -> None:
        if len(saved) < 3:
            saved.append(thread.run(lambda store: store.save_sale(*one_posting(PETR))))
        thread.give_way()

    made = thread.call(lambda store: store.copy(tmp_path / "copy.db", between=between)).keep()
    assert len(saved) == 3
    assert all(each.done() for each in saved)
    assert made.sales == sales_in(tmp_path / "copy.db") == 1_003
    assert made.size_bytes > 256 * 1024


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits: the folder's rules hold there")
def test_only_its_owner_may_read_a_copy(store: TillStore, tmp_path: Path) -> None:
    store.save_sale(*one_posting())
    made = store.copy(tmp_path / "copy.db", between=lambda: None).keep()
    assert made.file.stat().st_mode & 0o077 == 0


def test_a_copy_that_fails_halfway_leaves_the_older_one(store: TillStore, tmp_path: Path) -> None:
    fill(store, 300)
    copy = tmp_path / "copy.db"
    store.copy(copy, between=lambda: None).keep()
    before = copy.read_bytes()

    def fails() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DiskTrouble, match="No copy could be written"):
        store.copy(copy, between=fails)
    assert copy.read_bytes() == before
    assert not copy.with_name("copy.db.part").exists()


def test_the_data_itself_is_no_place_for_its_copy(store: TillStore, till_db: Path) -> None:
    with pytest.raises(DiskTrouble, match="choose another file"):
        store.copy(till_db, between=lambda: None).keep()


def test_a_copy_put_back_is_brought_up_to_date_by_a_recovery(till_db: Path, tmp_path: Path) -> None:
    store = TillStore.open(till_db)
    fill(store, 3)
    store.copy(tmp_path / "copy.db", between=lambda: None).keep()
    store.save_sale(*one_posting(PETR))
    store.close()
    shutil.copy(tmp_path / "copy.db", till_db)
    with pytest.raises(Damaged, match="pos-app recover"):
        TillStore.open(till_db)
    assert recover(till_db).sales == 4
    again = TillStore.open(till_db)
    try:
        assert compared(again).findings == ()
    finally:
        again.close()


def test_the_end_of_the_thread_waits_for_a_copy_that_is_under_way(till_db: Path, tmp_path: Path) -> None:
    thread = DatabaseThread(lambda: TillStore.open(till_db), name="till-store")
    thread.call(lambda store: fill(store, 300))
    making = thread.run(lambda store: store.copy(tmp_path / "copy.db", between=thread.give_way))
    thread.close()
    assert making.result().keep().sales == 300
