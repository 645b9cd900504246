"""The till copies its own data once a day while it sells; a copy that cannot be made stops nothing and is told."""

from __future__ import annotations

import logging
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pos_app.store.backups import Backups
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.daily_backup import DailyBackup
from tests.till.conftest import Clock, SellTo

JANA = "+420603551482"
SOON_S = 20.0


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


@pytest.fixture
def daily(store: DatabaseThread[TillStore], backups: Backups, clock: Clock) -> DailyBackup:
    return DailyBackup(store=store, backups=backups, now=clock)


def sales_in(file: Path) -> int:
    with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as copy:
        return int(copy.execute("SELECT count(*) FROM sale").fetchone()[0])


def test_the_first_look_makes_a_copy_and_the_next_one_comes_a_day_later(
    daily: DailyBackup, backups: Backups, clock: Clock, sell_to: SellTo
) -> None:
    sell_to(JANA)
    assert daily.state().last is None
    assert daily.look()
    assert not daily.look()
    clock.passes(hours=19)
    assert not daily.look()
    sell_to(JANA)
    clock.passes(hours=2)
    assert daily.look()
    assert [sales_in(each.file) for each in backups.kept()] == [2, 1]
    assert (daily.state().last, daily.state().kept, daily.state().trouble) == (clock(), 2, "")


def test_a_copy_that_cannot_be_made_is_told_and_tried_again_and_sales_go_on(
    daily: DailyBackup, tmp_path: Path, clock: Clock, sell_to: SellTo, caplog: pytest.LogCaptureFixture
) -> None:
    in_the_way = tmp_path / "backups"
    in_the_way.touch()
    with caplog.at_level(logging.WARNING):
        assert not daily.look()
    assert "cannot be" in daily.state().trouble
    assert "cannot be" in caplog.text
    in_the_way.unlink()
    sell_to(JANA)
    assert not daily.look(), "not every minute"
    clock.passes(minutes=16)
    assert daily.look()
    assert (daily.state().kept, daily.state().trouble) == (1, "")


def test_a_clock_that_was_set_back_does_not_put_the_next_try_off(daily: DailyBackup, tmp_path: Path, clock: Clock) -> None:
    in_the_way = tmp_path / "backups"
    in_the_way.mkdir()
    (in_the_way / "till-20260314T143200Z.db.part").mkdir()
    assert not daily.look()
    (in_the_way / "till-20260314T143200Z.db.part").rmdir()
    clock.passes(days=-400)
    assert daily.look()


def test_a_full_disk_is_left_to_the_sales(store: DatabaseThread[TillStore], tmp_path: Path, clock: Clock, sell_to: SellTo) -> None:
    room = [0]
    daily = DailyBackup(store=store, backups=Backups(tmp_path / "backups", free_bytes=lambda _: room[0]), now=clock)
    sell_to(JANA)
    assert not daily.look()
    assert "Make room" in daily.state().trouble
    assert list((tmp_path / "backups").iterdir()) == []
    sell_to(JANA)
    room[0] = 1 << 40
    clock.passes(minutes=16)
    assert daily.look()


def test_a_copy_that_does_not_hold_drops_no_older_one(tmp_path: Path, backups: Backups, clock: Clock) -> None:
    whole = backups.place_for(datetime(2025, 1, 1, tzinfo=UTC), data_bytes=1)
    for day in range(1, 12):
        whole.with_name(f"till-202501{day:02}T070000Z.db").touch()
    store = DatabaseThread(lambda: TillStore.open(tmp_path / "till.db"), name="till-store")
    store.call(lambda it: it.state_fact("any", "thing"))
    store.close()
    with closing(sqlite3.connect(tmp_path / "till.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA writable_schema = ON")
        plain.execute("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'posting_reverses'")
    store = DatabaseThread(lambda: TillStore.open(tmp_path / "till.db"), name="till-store")
    try:
        daily = DailyBackup(store=store, backups=backups, now=clock)
        assert not daily.look()
    finally:
        store.close()
    assert "does not hold" in daily.state().trouble
    assert daily.state().kept == 11
    assert list((tmp_path / "backups").glob("*.part")) == []


def test_a_till_that_closes_gives_the_copy_up_and_leaves_nothing(
    daily: DailyBackup, store: DatabaseThread[TillStore], tmp_path: Path, sell_to: SellTo
) -> None:
    for number in range(300):
        sell_to(f"+4206030{number:05}")
    daily.stop()
    assert not daily.look()
    assert list((tmp_path / "backups").iterdir()) == []
    assert daily.state().trouble == ""


def test_an_open_till_makes_its_copy_by_itself(store: DatabaseThread[TillStore], tmp_path: Path, clock: Clock) -> None:
    made = threading.Event()

    class Told(Backups):
        def thin(self, *, keep: Path) -> None:
            super().thin(keep=keep)
            made.set()

    daily = DailyBackup(store=store, backups=Told(tmp_path / "backups"), now=clock, look_s=0.01)
    daily.start()
    try:
        assert made.wait(SOON_S)
    finally:
        daily.stop()
    assert daily.state().kept == 1
