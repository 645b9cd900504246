"""The database rebuilt from its roll, whatever became of the file."""

from __future__ import annotations

import json
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
from pos_app.store.roll import lines_of
from pos_app.store.roll_line import Line
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Damaged
from tests.store.shop import ALL, JANA, NOON, PETR, minutes, one_posting


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


def test_a_till_with_nothing_open_comes_back_too(till_db: Path) -> None:
    store = TillStore.open(till_db)
    made, postings = one_posting(JANA)
    store.save_sale(made, postings)
    store.begin_sending(postings[0].transaction_id, at=minutes(1))
    store.finish(postings[0].transaction_id, state=PostingState.APPLIED, answer="Done.", at=minutes(2))
    store.close()
    emptied(till_db)
    assert (recover(till_db).sales, recover(till_db).open_postings) == (1, 0)
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
    # The broken roll is kept, and the new one is whole and has everything.
    assert [each.name for each in done.aside] == ["till-aside-1.db", "roll-aside-1.jsonl"]
    assert done.aside[1].read_text(encoding="utf-8") == "".join(lines)
    assert roll_is_whole(roll)
    emptied(till_db)
    assert (recover(till_db).sales, recover(till_db).broken_lines) == (2, 0)


def test_a_broken_roll_beside_a_good_database_costs_nothing(till_db: Path) -> None:
    three_sales(till_db)
    roll = till_db.with_name("roll.jsonl")
    roll.write_text(roll.read_text(encoding="utf-8").replace("420602111222", "420602111223"), encoding="utf-8")
    done = recover(till_db)
    assert done.sales == 3
    assert done.broken_lines
    assert roll_is_whole(roll)


def roll_is_whole(roll: Path) -> bool:
    """Every line holds and follows the one before it."""
    lines = list(lines_of(roll))
    return bool(lines) and all(
        isinstance(line, Line) and (number == 0 or line.prev == lines[number - 1].place.hash)  # type: ignore[union-attr]
        for number, line in enumerate(lines)
    )


def test_many_open_entries_are_noted_in_lines_of_a_bounded_size(till_db: Path) -> None:
    store = TillStore.open(till_db)
    with store.together():
        for number in range(450):
            store.save_sale(*one_posting(f"+4206030{number:05}"))
    store.close()
    emptied(till_db)
    assert recover(till_db).open_postings == 450
    noted = [line for line in lines_of(till_db.with_name("roll.jsonl")) if isinstance(line, Line) and line.what == "recovered"]
    assert [sum(map(len, line.rows.values())) for line in noted] == [200, 200, 50]


def test_an_entry_in_doubt_is_as_old_as_its_sale(till_db: Path) -> None:
    _, waiting, sending = three_sales(till_db)
    emptied(till_db)
    recover(till_db)
    store = TillStore.open(till_db)
    try:
        assert [store.posting(each).first_sent_at for each in (waiting, sending)] == [NOON, minutes(3)]
    finally:
        store.close()


def test_what_was_found_is_kept_to_the_byte_with_what_its_wal_holds(till_db: Path) -> None:
    three_sales(till_db)
    code = (
        "import os, signal; from pathlib import Path; from pos_app.store.till_store import TillStore; "
        f"from tests.store.shop import one_posting; store = TillStore.open(Path({str(till_db)!r})); "
        "store.save_sale(*one_posting()); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    found = [till_db.read_bytes(), till_db.with_name("till.db-wal").read_bytes()]
    assert all(found)
    till_db.with_name("roll.jsonl").unlink()
    done = recover(till_db)
    assert done.sales == 4
    assert [each.read_bytes() for each in done.aside] == found
    assert sorted(each.name for each in till_db.parent.iterdir()) == [
        "roll.jsonl",
        "till-aside-1.db",
        "till-aside-1.db-wal",
        "till-reserve.bin",
        "till.db",
    ]


def test_the_command_rebuilds_a_till_that_has_lost_even_its_settings(till_db: Path) -> None:
    three_sales(till_db)
    emptied(till_db)
    ran = run_command(till_db.parent, "recover", "--json")
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)
    assert (answer["sales"], answer["open"], answer["broken_lines"]) == (3, 2, 0)
    assert Path(answer["aside"][0]).exists()
    said = run_command(till_db.parent, "recover").stdout
    assert "3 sales" in said
    TillStore.open(till_db).close()


def test_the_command_says_in_one_sentence_that_there_is_nothing_to_rebuild_from(tmp_path: Path) -> None:
    ran = run_command(tmp_path, "recover")
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "holds anything" in ran.stderr


def run_command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pos_app", "--data-dir", str(folder), *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


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
from pos_app.store.roll import lines_of
from pos_app.store.roll_line import Line
import sqlite_utils
sys.addaudithook(count)
recover(Path(sys.argv[1]))
"""
