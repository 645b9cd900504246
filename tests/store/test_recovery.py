"""The database rebuilt from its roll, whatever became of the file."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskBusy, DiskTrouble
from pos_app.loyalty.sale import PostingState
from pos_app.store.recovery import recover
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Damaged
from tests.store.shop import ALL, JANA, PETR, minutes, one_posting


def three_sales(path: Path) -> list[str]:
    """One applied, one waiting, one being sent when the program ended; the ids of their postings."""
    store = TillStore.open(path)
    ids = []
    for phone in (JANA, PETR, "+420603000111"):
        made, postings = one_posting(phone)
        store.save_sale(made, postings)
        ids.append(postings[0].transaction_id)
    store.begin_sending(ids[0], at=minutes(1))
    store.finish(ids[0], state=PostingState.APPLIED, answer="Done.", at=minutes(2))
    store.begin_sending(ids[2], at=minutes(3))
    store.close()
    return ids


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6_000])


def overwritten(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


@pytest.mark.parametrize("harm", [emptied, cut_short, overwritten, Path.unlink])
def test_a_database_that_is_gone_comes_back_with_its_open_entries_in_doubt(till_db: Path, harm: Callable[[Path], None]) -> None:
    applied, waiting, sending = three_sales(till_db)
    harm(till_db)
    done = recover(till_db)
    assert (done.sales, done.open_postings, done.broken_lines) == (3, 2, 0)
    store = TillStore.open(till_db)
    try:
        states = [store.posting(each).state for each in (applied, waiting, sending)]
        assert states == [PostingState.APPLIED, PostingState.UNKNOWN, PostingState.UNKNOWN]
        assert len(store.due(limit=ALL, excluding=set())) == 2
        fresh, postings = one_posting(JANA)
        store.save_sale(fresh, postings)
        assert [record.seq for record in store.recent_sales(ALL)] == [4, 3, 2, 1]
    finally:
        store.close()
    TillStore.open(till_db).close()


def test_an_old_copy_put_back_is_refused_and_caught_up_and_kept(till_db: Path) -> None:
    three_sales(till_db)
    copy = till_db.with_name("copy")
    shutil.copy(till_db, copy)
    store = TillStore.open(till_db)
    later, postings = one_posting(JANA)
    store.save_sale(later, postings)
    store.close()
    shutil.copy(copy, till_db)
    with pytest.raises(Damaged, match="pos-app recover"):
        TillStore.open(till_db)
    done = recover(till_db)
    assert done.sales == 4
    assert [each.name for each in done.aside] == ["till-aside-1.db"]
    assert done.aside[0].exists()


def test_two_histories_become_one_with_every_sale_of_both(till_db: Path) -> None:
    three_sales(till_db)
    roll = till_db.with_name("roll.jsonl")
    for name in (till_db, roll):
        shutil.copy(name, name.with_name(f"{name.name}.old"))
    ids = []
    for phone in (JANA, PETR):
        store = TillStore.open(till_db)
        made, postings = one_posting(phone)
        store.save_sale(made, postings)
        store.close()
        ids.append(made.sale_id)
        if phone == JANA:
            shutil.move(roll, roll.with_name("newer"))
            for name in (till_db, roll):
                shutil.copy(name.with_name(f"{name.name}.old"), name)
    shutil.move(roll.with_name("newer"), roll)
    assert recover(till_db).sales == 5
    store = TillStore.open(till_db)
    try:
        for sale_id in ids:
            record = store.sale(sale_id)
            assert record is not None
            assert len(record.postings) == 1
    finally:
        store.close()


def test_a_broken_line_costs_only_what_was_on_it_alone(till_db: Path) -> None:
    three_sales(till_db)
    roll = till_db.with_name("roll.jsonl")
    lines = roll.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = lines[1].replace("420602111222", "420602111223")
    roll.write_text("".join(lines), encoding="utf-8")
    emptied(till_db)
    done = recover(till_db)
    assert (done.sales, done.broken_lines) == (2, 1)
    TillStore.open(till_db).close()
    assert roll.read_text(encoding="utf-8").startswith("".join(lines))


def test_an_open_till_is_not_recovered_under_its_seller(till_db: Path) -> None:
    store = TillStore.open(till_db)
    try:
        code = (
            f"from pathlib import Path; from pos_app.store.recovery import recover; recover(Path({str(till_db)!r}), lock_wait_s=0)"
        )
        ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
        assert DiskBusy.__name__ in ended.stderr
    finally:
        store.close()
    TillStore.open(till_db).close()


def test_nothing_to_rebuild_from_is_said_and_nothing_is_made(till_db: Path) -> None:
    with pytest.raises(Damaged, match="holds anything"):
        recover(till_db)
    assert not till_db.exists()


def test_killed_at_any_step_it_is_simply_run_again(till_db: Path, tmp_path: Path) -> None:
    three_sales(till_db)
    cut_short(till_db)
    step, code = 0, -signal.SIGKILL
    while code == -signal.SIGKILL:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        for name in ("till.db", "roll.jsonl"):
            shutil.copy(tmp_path / name, folder / name)
        code = subprocess.run(
            [sys.executable, "-c", KILLER, str(folder / "till.db"), str(step)], timeout=60, check=False
        ).returncode
        if code == -signal.SIGKILL and (folder / "till-recovering.lock").exists():
            with pytest.raises(DiskTrouble, match="pos-app recover"):
                TillStore.open(folder / "till.db")
        recover(folder / "till.db")
        TillStore.open(folder / "till.db").close()
        with closing(sqlite3.connect(folder / "till.db")) as conn:
            assert conn.execute("SELECT count(*) FROM sale").fetchone() == (3,)
            assert conn.execute("SELECT count(*) FROM posting WHERE settled_at IS NULL AND doubt = 0").fetchone() == (0,)
    assert code == 0
    assert step > 5


KILLER = """
import os, signal, sys
from pathlib import Path
left = int(sys.argv[2])
def count(event, args):
    global left
    if event in ("os.rename", "os.remove", "open", "sqlite3.connect") and "till" in str(args):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
from pos_app.store.recovery import recover
import sqlite_utils
sys.addaudithook(count)
recover(Path(sys.argv[1]))
"""
