"""The database and its roll at the start: what each lacks, and which of them is believed."""

from __future__ import annotations

import errno
import itertools
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Database, open_database
from pos_app.store.journal import Journal
from pos_app.store.reconcile import Found, begin, put_aside, roll_of
from pos_app.store.roll import Roll, lines_of
from pos_app.store.roll_line import BrokenLine, Line
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Behind
from tests.store.shop import JANA, minutes, one_posting

SALES = 4


def a_day(path: Path, sales: int = SALES) -> None:
    """A till that sold so often, and was closed properly."""
    with closing(TillStore.open(path)) as store:
        for _ in range(sales):
            store.save_sale(*one_posting(JANA))


@contextmanager
def begun(path: Path) -> Iterator[tuple[Database, Journal, Roll, Found]]:
    """What a start finds."""
    with closing(open_database(path, TILL)) as database:
        journal, roll, found = begin(database, roll_of(path))
        try:
            yield database, journal, roll, found
        finally:
            roll.close()


def found_by(path: Path) -> Found:
    with begun(path) as (_database, _journal, _roll, found):
        return found


def lines(path: Path) -> list[str]:
    return roll_of(path).read_text().splitlines()


def cut_to(path: Path, count: int) -> None:
    """The roll ends after so many lines."""
    kept = lines(path)[:count]
    roll_of(path).write_text("".join(f"{line}\n" for line in kept))


def holds(path: Path) -> bool:
    """Whether every line of the roll follows the one before it."""
    there: list[Line] = []
    for line in lines_of(roll_of(path)):
        if isinstance(line, BrokenLine):
            return False
        there.append(line)
    return all(after.prev == before.place.hash for before, after in itertools.pairwise(there))


def test_a_till_that_was_closed_finds_all_as_it_left_it(till_db: Path) -> None:
    assert found_by(till_db) is Found.FRESH
    a_day(till_db)
    assert found_by(till_db) is Found.WHOLE


def test_a_roll_that_is_behind_is_brought_up_to_date_and_is_the_same_roll(till_db: Path) -> None:
    a_day(till_db)
    before = lines(till_db)
    cut_to(till_db, len(before) - 2)
    assert found_by(till_db) is Found.BEHIND
    assert lines(till_db) == before
    assert found_by(till_db) is Found.WHOLE


def test_a_roll_torn_in_its_last_line_gets_the_whole_line_again(till_db: Path) -> None:
    a_day(till_db)
    before = lines(till_db)
    roll_of(till_db).write_text(roll_of(till_db).read_text()[:-30])
    assert found_by(till_db) is Found.BEHIND
    assert lines(till_db) == before


def broken_at_the_end(path: Path) -> None:
    text = roll_of(path).read_text()
    roll_of(path).write_text(text[:-10] + ("1" if text[-10] == "0" else "0") + text[-9:])


def rubbish_after_the_end(path: Path) -> None:
    with roll_of(path).open("a") as file:
        file.write("rubbish\n")


def of_another_till(path: Path) -> None:
    other = path.with_name("other") / "till.db"
    other.parent.mkdir()
    a_day(other, SALES - 2)
    shutil.copy(roll_of(other), roll_of(path))


@pytest.mark.parametrize("harm", [broken_at_the_end, rubbish_after_the_end, of_another_till])
def test_a_roll_that_does_not_hold_is_put_aside_and_begun_again_with_all_there_is(
    till_db: Path, harm: Callable[[Path], None]
) -> None:
    a_day(till_db)
    harm(till_db)
    as_it_was = roll_of(till_db).read_bytes()
    with begun(till_db) as (_database, journal, roll, found):
        assert found is Found.REPLACED
        assert roll.flush(timeout_s=20)
        assert roll.synced == journal.place.n
    assert till_db.with_name("roll-aside-1.jsonl").read_bytes() == as_it_was
    assert holds(till_db)
    assert sum(line.count('"sale_id"') for line in lines(till_db)) >= SALES
    assert found_by(till_db) is Found.WHOLE


def test_a_lost_roll_of_a_till_that_keeps_its_lines_is_written_anew_from_the_first(till_db: Path) -> None:
    a_day(till_db)
    before = lines(till_db)
    roll_of(till_db).unlink()
    assert found_by(till_db) in (Found.FRESH, Found.REPLACED)
    assert holds(till_db)
    assert len(lines(till_db)) >= len(before) - 1
    assert found_by(till_db) is Found.WHOLE


def test_a_till_of_before_there_was_a_roll_begins_one_with_all_there_is(till_db: Path) -> None:
    a_day(till_db)
    roll_of(till_db).unlink()
    with closing(sqlite3.connect(till_db)) as plain:
        plain.execute("DELETE FROM roll_line")
        plain.commit()
    assert found_by(till_db) is Found.FRESH
    assert holds(till_db)
    assert sum(line.count('"sale_id"') for line in lines(till_db)) == SALES
    assert [each.name for each in till_db.parent.glob("roll*aside*")] == []
    assert found_by(till_db) is Found.WHOLE


def an_old_copy(path: Path) -> None:
    """The database is one of some sales ago; its roll went on."""
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    a_day(path, 2)
    copy.replace(path)


def a_twin(path: Path) -> None:
    """As many lines, but other ones."""
    other = path.with_name("other") / "till.db"
    other.parent.mkdir()
    a_day(other, SALES)
    shutil.copy(roll_of(other), roll_of(path))


def an_old_copy_and_a_bad_line(path: Path) -> None:
    an_old_copy(path)
    broken_at_the_end(path)


@pytest.mark.parametrize("harm", [an_old_copy, a_twin, an_old_copy_and_a_bad_line])
def test_a_database_that_lacks_what_its_roll_has_is_not_used_and_nothing_is_changed(
    till_db: Path, harm: Callable[[Path], None]
) -> None:
    a_day(till_db)
    harm(till_db)
    before = roll_of(till_db).read_bytes()
    with closing(open_database(till_db, TILL)) as database:
        with pytest.raises(Behind) as caught:
            begin(database, roll_of(till_db))
        assert str(caught.value) == (
            f"{till_db} is not what it was: its roll (roll.jsonl) knows of more. Nothing is lost. Run: pos-app recover"
        )
    assert roll_of(till_db).read_bytes() == before
    assert [each.name for each in till_db.parent.glob("roll*aside*")] == []


def test_what_is_put_aside_never_takes_anothers_place(tmp_path: Path) -> None:
    path = tmp_path / "roll.jsonl"
    for number in (1, 2, 3):
        path.write_text(str(number))
        assert put_aside(path) == tmp_path / f"roll-aside-{number}.jsonl"
        assert not path.exists()
    assert [(tmp_path / f"roll-aside-{number}.jsonl").read_text() for number in (1, 2, 3)] == ["1", "2", "3"]


def test_what_is_gone_already_needs_no_putting_aside(tmp_path: Path) -> None:
    assert not put_aside(tmp_path / "roll.jsonl").exists()


def test_what_cannot_be_put_aside_is_a_trouble_with_a_sentence(tmp_path: Path) -> None:
    # A name of this length exists, one that is longer cannot.
    path = tmp_path / f"{'r' * 249}.jsonl"
    path.write_text("")
    with pytest.raises(DiskTrouble) as caught:
        put_aside(path)
    assert isinstance(caught.value.__cause__, OSError)
    assert caught.value.__cause__.errno == errno.ENAMETOOLONG
    assert str(caught.value) == f"{path} cannot be put aside: File name too long."


@pytest.mark.parametrize(("database", "roll"), [("till.db", "roll.jsonl"), ("kavarna.db", "kavarna-roll.jsonl")])
def test_a_roll_lies_beside_its_database(tmp_path: Path, database: str, roll: str) -> None:
    assert roll_of(tmp_path / database) == tmp_path / roll


def test_a_roll_as_long_as_its_database_keeps_up_with_the_next_sale(till_db: Path) -> None:
    a_day(till_db)
    before = lines(till_db)
    with closing(TillStore.open(till_db)) as store:
        made, (posting,) = one_posting(JANA)
        store.save_sale(made, (posting,))
        store.begin_sending(store.line(JANA)[0].transaction_id, at=minutes(1))
    assert len(lines(till_db)) == len(before) + 2
    assert lines(till_db)[: len(before)] == before
    assert holds(till_db)
