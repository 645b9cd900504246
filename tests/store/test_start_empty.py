"""A till of which nothing can be read begins with an empty queue when somebody says so, and never otherwise."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pos_app.loyalty.errors import BadInput, DiskBusy, DiskTrouble
from pos_app.store.here import here
from pos_app.store.home import Held, Word
from pos_app.store.marks import Marks
from pos_app.store.reconcile import roll_of
from pos_app.store.recovery import recover
from pos_app.store.roll import lines_of
from pos_app.store.roll_line import Line
from pos_app.store.start_empty import STARTED_EMPTY, StartedEmpty, start_empty
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Damaged, Newer, NothingLeft
from pos_app.till.holding import new_id
from tests.store.shop import JANA, NOON, PETR, compared, fresh_id, one_posting
from tests.store.test_recovery import run_command


def sold(path: Path) -> str:
    """A till with one sale that waits; its id."""
    with closing(TillStore.open(path)) as store:
        made, postings = one_posting(JANA)
        store.save_sale(made, postings)
        return made.sale_id


def wiped(path: Path) -> None:
    """Every byte is another one, as after a file system that was put together again."""
    path.write_bytes(b"\xff" * path.stat().st_size)


def scrambled(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size) + b"\n")


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def begin(path: Path, *, begun_sales: tuple[Path, ...] = ()) -> StartedEmpty:
    return start_empty(path, who="Eva", reason="The disk was repaired.", now=NOON, begun_sales=begun_sales, lock_wait_s=0)


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name != "till-reserve.bin"}


@pytest.fixture
def lost(till_db: Path) -> Path:
    """A till of which neither file can be read."""
    sold(till_db)
    for each in (till_db, roll_of(till_db)):
        wiped(each)
    return till_db


@pytest.mark.parametrize("roll", [wiped, scrambled])
@pytest.mark.parametrize("harm", [wiped, scrambled, emptied, Path.unlink])
def test_a_till_of_which_nothing_can_be_read_never_opens_with_an_empty_queue_by_itself(
    till_db: Path, harm: Callable[[Path], None], roll: Callable[[Path], None]
) -> None:
    sold(till_db)
    harm(till_db)
    roll(roll_of(till_db))
    found = roll_of(till_db).read_bytes()
    with pytest.raises(Damaged, match="pos-app recover"):
        TillStore.open(till_db)
    with pytest.raises(NothingLeft, match="pos-app recover --start-empty"):
        recover(till_db)
    with pytest.raises(Damaged):
        TillStore.open(till_db)
    assert roll_of(till_db).read_bytes() == found


@pytest.mark.parametrize("harm", [wiped, scrambled, emptied, Path.unlink])
def test_what_cannot_be_read_is_put_aside_to_the_byte_and_the_till_sells(till_db: Path, harm: Callable[[Path], None]) -> None:
    sold(till_db)
    harm(till_db)
    scrambled(roll_of(till_db))
    begun = till_db.with_name("unfinished.json")
    begun.write_text("{}")
    found = contents(till_db.parent)
    done = begin(till_db, begun_sales=(begun,))
    assert done.aside == till_db.with_name("set-aside-20261123T120000Z")
    assert contents(done.aside) == found
    assert sorted(done.files) == sorted(found)
    with closing(TillStore.open(till_db)) as store:
        assert store.open_postings() == []
        store.save_sale(*one_posting(PETR))
        assert compared(store).whole
    assert not begun.exists()


def test_who_said_so_and_why_is_the_first_line_of_the_new_roll(lost: Path) -> None:
    begin(lost)
    said = "2026-11-23 12:00:00 UTC, Eva: The disk was repaired. (set-aside-20261123T120000Z)"
    with closing(TillStore.open(lost)) as store:
        assert store.fact(STARTED_EMPTY) == said
    first = next(iter(lines_of(roll_of(lost))))
    assert isinstance(first, Line)
    assert (first.place.n, first.what, first.rows) == (1, STARTED_EMPTY, {"fact": [{"name": STARTED_EMPTY, "value": said}]})


def test_it_is_another_till_from_now_on_and_the_old_one_put_back_is_an_old_copy(till_db: Path, tmp_path: Path) -> None:
    marks = Marks(tmp_path / "marks")
    at = here(till_db.parent, machine="pc")

    def settled_in() -> tuple[str, Held]:
        with closing(TillStore.open(till_db)) as store:
            store.home.settle_in(at, marks, new_id=new_id)
            if store.home.held is not Held.NO:
                return "", store.home.held
            store.save_sale(*one_posting(JANA))
            noted = store.home.mark()
            assert noted is not None
            marks.write(*noted)
            return noted[0], store.home.held

    settled_in()
    backup = tmp_path / "backup.db"
    shutil.copy(till_db, backup)
    before, _ = settled_in()
    for each in (till_db, roll_of(till_db)):
        wiped(each)
    done = begin(till_db)
    after, held = settled_in()
    assert (after != before, held) == (True, Held.NO)

    for each in (till_db, roll_of(till_db)):
        each.unlink()
    shutil.copy(backup, till_db)
    shutil.copy(done.aside / "roll.jsonl", roll_of(till_db))
    assert settled_in() == ("", Held.OLDER)
    with closing(TillStore.open(till_db)) as store:
        words = {"who": "Eva", "reason": "A copy was found.", "at": at, "now": NOON, "new_id": new_id}
        assert store.home.decide(Word.RESTORED, **words).in_doubt == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("harmed", ["", "till.db", "roll.jsonl"])
def test_data_that_is_whole_or_can_be_rebuilt_is_not_given_up(till_db: Path, harmed: str) -> None:
    sold(till_db)
    if harmed:
        wiped(till_db.with_name(harmed))
    found = contents(till_db.parent)
    with pytest.raises(BadInput, match="can still be read") as refused:
        begin(till_db)
    assert str(refused.value).count("\n") == 0
    assert contents(till_db.parent) == found
    assert recover(till_db).sales == 1


def test_one_line_of_the_roll_that_holds_is_enough_to_refuse(lost: Path) -> None:
    other = lost.with_name("other") / "till.db"
    other.parent.mkdir()
    sold(other)
    line = roll_of(other).read_text(encoding="utf-8").splitlines(keepends=True)[0]
    roll_of(lost).write_text(f"rubbish\n{line}rubbish\n", encoding="utf-8")
    with pytest.raises(BadInput, match="can still be read"):
        begin(lost)


def test_where_there_is_nothing_nothing_is_put_aside(till_db: Path) -> None:
    with pytest.raises(BadInput, match="begins there by itself"):
        begin(till_db)
    assert not list(till_db.parent.iterdir())


@pytest.mark.parametrize(("who", "reason"), [("", "why"), ("Eva", " "), ("  ", "why")])
def test_nobody_begins_without_a_name_and_a_reason(lost: Path, who: str, reason: str) -> None:
    found = contents(lost.parent)
    with pytest.raises(BadInput, match="--who"):
        start_empty(lost, who=who, reason=reason, now=NOON)
    assert contents(lost.parent) == found


def test_the_data_of_a_newer_program_is_not_given_up(till_db: Path) -> None:
    sold(till_db)
    with till_db.open("rb+") as file:
        file.seek(63)
        file.write(b"\x63")
    wiped(roll_of(till_db))
    with pytest.raises(Newer):
        begin(till_db)


def test_an_open_till_is_not_emptied_under_its_seller(till_db: Path) -> None:
    with closing(TillStore.open(till_db)):
        code = f"from tests.store.test_start_empty import begin; from pathlib import Path; begin(Path({str(till_db)!r}))"
        ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
        assert DiskBusy.__name__ in ended.stderr


def test_twice_in_a_second_two_folders_are_made(lost: Path) -> None:
    first = begin(lost).aside
    for each in (lost, roll_of(lost)):
        wiped(each)
    assert begin(lost).aside == first.with_name(f"{first.name}-2")


def test_killed_at_any_step_it_is_run_again_and_every_damaged_byte_is_kept(lost: Path, tmp_path: Path) -> None:
    lost.with_name("unfinished.json").write_text("{}")
    before = {name: (tmp_path / name).read_bytes() for name in ("till.db", "roll.jsonl", "unfinished.json")}
    told = subprocess.run([sys.executable, "-c", KILLER, str(tmp_path)], capture_output=True, text=True, timeout=100, check=False)
    cut_off = int(told.stdout)
    assert cut_off > 5
    for step in range(1, cut_off + 2):
        path = tmp_path / str(step) / "till.db"
        assert (step > cut_off) is opens(path)
        with suppress_finished():
            begin(path, begun_sales=(path.with_name("unfinished.json"),))
        with closing(TillStore.open(path)) as store:
            assert "Eva: The disk was repaired." in store.fact(STARTED_EMPTY)
        assert {each.name: each.read_bytes() for each in path.parent.glob("set-aside-*/*")} == before


def opens(path: Path) -> bool:
    """Else it says what to do: an empty queue without a word is never right."""
    try:
        TillStore.open(path).close()
    except DiskTrouble as error:
        assert "pos-app recover" in str(error)  # noqa: PT017 - both may happen
        return False
    return True


@contextmanager
def suppress_finished() -> Iterator[None]:
    """All but the very last had been done, and that is done before it is found that there is nothing more to do."""
    try:
        yield
    except BadInput as refused:
        assert "can still be read" in str(refused)  # noqa: PT017 - both may happen


KILLER = """
import os, shutil, signal, sys
from pathlib import Path
from tests.store.test_start_empty import begin
import sqlite_utils
there, step, code = Path(sys.argv[1]), 0, -1
def run(folder, left):
    def count(event, args):
        nonlocal left
        if event in ("os.rename", "os.remove", "os.mkdir") and str(folder) in str(args):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    begin(folder / "till.db", begun_sales=(folder / "unfinished.json",))
    os._exit(0)
while code:
    step += 1
    folder = there / str(step)
    folder.mkdir()
    for name in ("till.db", "roll.jsonl", "unfinished.json"):
        shutil.copy(there / name, folder / name)
    child = os.fork()
    if not child:
        run(folder, step)
    code = os.waitpid(child, 0)[1]
    assert code in (0, signal.SIGKILL)
print(step - 1)
"""


def test_the_command_begins_empty_and_says_where_everything_is(lost: Path) -> None:
    said = run_command(lost.parent, "recover")
    assert (said.returncode, said.stderr.count("\n")) == (1, 1)
    assert "--start-empty" in said.stderr
    nobody = run_command(lost.parent, "recover", "--start-empty", "--reason", "x")
    assert (nobody.returncode, nobody.stderr) == (2, "Say who decides (--who) and why (--reason).\n")
    ran = run_command(lost.parent, "recover", "--start-empty", "--who", "Eva", "--reason", "The disk died.", "--json")
    assert ran.returncode == 0, ran.stderr
    answer = json.loads(ran.stdout)
    assert sorted(answer["files"]) == ["roll.jsonl", "till.db"]
    assert sorted(each.name for each in Path(answer["aside"]).iterdir()) == ["roll.jsonl", "till.db"]
    again = run_command(lost.parent, "recover", "--start-empty", "--who", "Eva", "--reason", "Again.")
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)


def test_a_name_for_a_recovery_is_refused_with_the_reason(till_db: Path) -> None:
    sold(till_db)
    ran = run_command(till_db.parent, "recover", "--who", "Eva")
    assert (ran.returncode, "--start-empty" in ran.stderr) == (2, True)


def test_ids_of_sales_that_were_begun_do_not_come_back(lost: Path) -> None:
    begun = lost.with_name("unfinished.json")
    begun.write_text(fresh_id())
    begin(lost, begun_sales=(begun,))
    assert not begun.exists()


def test_a_roll_without_a_byte_is_none_and_one_with_a_byte_was_something(tmp_path: Path) -> None:
    begun, lost = tmp_path / "begun.db", tmp_path / "lost.db"
    roll_of(begun).write_bytes(b"")
    with closing(TillStore.open(begun)) as store:
        assert store.open_postings() == []
    roll_of(lost).write_bytes(b"x")
    with pytest.raises(NothingLeft) as told:
        TillStore.open(lost)
    assert str(told.value) == (
        f"Neither {lost} nor its roll holds anything that can be read. Put a copy of the data back ({tmp_path / 'backups'} has the "
        "till's own) or, as the last resort, begin with an empty queue: pos-app recover --start-empty"
    )
