"""From data of version N, which a newer program migrated and sold with, back to this one: nothing is lost, nothing is guessed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
import sqlite_utils

from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.sale import PostingState
from pos_app.store.database import open_database
from pos_app.store.going_back import go_back
from pos_app.store.layout import Layout, Step, copy_of
from pos_app.store.recovery import WENT_BACK, recover
from pos_app.store.schema import TILL
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Damaged, Newer
from tests.store.shop import ALL, JANA, NOON, PETR, minutes, one_posting

WHO = {"who": "Eva", "reason": "The new one does not print.", "now": NOON}


def shifts(database: sqlite_utils.Database) -> None:
    """What a next version may do: a table and a column more."""
    database.execute("CREATE TABLE shift (seq INTEGER PRIMARY KEY, opened_at TEXT NOT NULL) STRICT")
    database.execute("ALTER TABLE sale ADD COLUMN shift INTEGER REFERENCES shift (seq)")
    database.execute("ALTER TABLE posting ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0")


def newer_layout(*steps: Step) -> Layout:
    return Layout(name=TILL.name, application_id=TILL.application_id, precious=True, steps=(*TILL.steps, *(steps or (shifts,))))


@contextmanager
def newer_program(path: Path) -> Iterator[TillStore]:
    """The till of the next version: its file, its columns, its lines on the roll."""
    store = TillStore(open_database(path, newer_layout()))
    try:
        yield store
    finally:
        store.close()


def sell(store: TillStore, phone: str, *, applied: bool) -> str:
    sale, postings = one_posting(phone)
    store.save_sale(sale, postings)
    if applied:
        store.begin_sending(postings[0].transaction_id, at=minutes(1))
        store.finish(postings[0].transaction_id, state=PostingState.APPLIED, answer="Done.", at=minutes(2))
    return sale.sale_id


@pytest.fixture
def sales(till_db: Path) -> list[str]:
    """One sold before the update, and three with the new version, of which the last one still waits."""
    with closing(TillStore.open(till_db)) as store:
        ids = [sell(store, JANA, applied=True)]
    with newer_program(till_db) as store:
        ids += [sell(store, JANA, applied=True), sell(store, PETR, applied=True), sell(store, PETR, applied=False)]
    return ids


def everything(folder: Path) -> dict[str, str]:
    return {each.name: sha256(each.read_bytes()).hexdigest() for each in folder.iterdir() if each.is_file()}


def test_the_program_before_opens_nothing_and_changes_nothing_by_itself(till_db: Path, sales: list[str]) -> None:
    before = everything(till_db.parent)
    with pytest.raises(Newer) as caught:
        TillStore.open(till_db)
    assert (caught.value.waiting, caught.value.needs_person) == (1, 0)
    with pytest.raises(Newer):
        recover(till_db)
    assert everything(till_db.parent) == before


def test_a_person_goes_back_with_every_sale_of_both_versions(till_db: Path, sales: list[str]) -> None:
    done = go_back(till_db, **WHO)  # type: ignore[arg-type]
    assert (done.sales, done.open_postings, done.orphans) == (4, 1, 0)
    with closing(TillStore.open(till_db)) as store:
        assert sorted(record.sale.sale_id for record in store.recent_sales(ALL)) == sorted(sales)
        states = [posting.state for sale_id in sales for posting in store.postings_of_sale(sale_id)]
        # What was on its way may have arrived: it is compared first, as after any recovery.
        assert states == [PostingState.APPLIED] * 3 + [PostingState.UNKNOWN]
        assert "Eva: The new one does not print." in store.fact(WENT_BACK)
        assert store.snapshot(between=lambda: None).verify().findings == ()
        sell(store, JANA, applied=True)
    assert {"till-aside-1.db", "till.db", copy_of(till_db, TILL.version).name} <= {each.name for each in till_db.parent.iterdir()}


def test_the_newer_files_are_kept_as_they_were(till_db: Path, sales: list[str]) -> None:
    with closing(sqlite3.connect(till_db)) as newer:
        before = newer.execute("SELECT sale_id, shift FROM sale ORDER BY seq").fetchall()
    (database, *_roll) = go_back(till_db, **WHO).aside  # type: ignore[arg-type]
    with closing(sqlite3.connect(database)) as aside:
        assert aside.execute("SELECT sale_id, shift FROM sale ORDER BY seq").fetchall() == before
        assert aside.execute("PRAGMA user_version").fetchone() == (TILL.version + 1,)


def test_and_forward_again(till_db: Path, sales: list[str]) -> None:
    go_back(till_db, **WHO)  # type: ignore[arg-type]
    with closing(TillStore.open(till_db)) as store:
        sell(store, JANA, applied=True)
    with newer_program(till_db) as store:
        assert len(store.recent_sales(ALL)) == 5
        assert store.snapshot(between=lambda: None).verify().findings == ()
        sell(store, PETR, applied=False)


@pytest.mark.parametrize(
    ("table", "word"),
    [("posting", "mark = NULL, kind = 'gift'"), ("sale", "mark = NULL, found_by = 'face'"), ("attempt", "outcome = 'dreamt'")],
)
def test_a_word_that_this_program_does_not_know_keeps_it_where_it_is(
    till_db: Path, sales: list[str], table: str, word: str
) -> None:
    with closing(sqlite3.connect(till_db)) as newer, newer:
        newer.execute(f"UPDATE {table} SET {word}")  # noqa: S608 - of this test
    with newer_program(till_db) as store:
        # On the roll, too: as it would be if the newer program had written it.
        store._journal.copy_all()
    before = everything(till_db.parent)
    with pytest.raises(Newer, match="cannot go back"):
        go_back(till_db, **WHO)  # type: ignore[arg-type]
    with pytest.raises(Newer):
        TillStore.open(till_db)
    after = everything(till_db.parent)
    assert {name: after[name] for name in before} == before
    with newer_program(till_db) as store:
        assert store.counts().waiting == 1


def test_a_roll_of_a_newer_version_is_not_read_without_a_word(till_db: Path, sales: list[str]) -> None:
    till_db.unlink()
    before = everything(till_db.parent)
    with pytest.raises(Newer, match="roll was written by a newer version"):
        recover(till_db)
    assert everything(till_db.parent) == before
    assert go_back(till_db, **WHO).sales == 4  # type: ignore[arg-type]


def test_who_was_cut_off_halfway_says_it_once_more(till_db: Path, sales: list[str]) -> None:
    def cut(_progress: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        go_back(till_db, told=cut, **WHO)  # type: ignore[arg-type]
    with pytest.raises(Damaged, match="was cut off"):
        TillStore.open(till_db)
    assert go_back(till_db, **WHO).sales == 4  # type: ignore[arg-type]
    TillStore.open(till_db).close()


def test_nobody_goes_back_without_a_name_and_a_reason_or_from_nowhere(till_db: Path, sales: list[str]) -> None:
    for said in ({"who": ""}, {"reason": " "}):
        with pytest.raises(BadInput, match="who decides"):
            go_back(till_db, **{**WHO, **said})  # type: ignore[arg-type]
    go_back(till_db, **WHO)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="nothing to go back from"):
        go_back(till_db, **WHO)  # type: ignore[arg-type]


@pytest.mark.parametrize("version", range(1, TILL.version))
def test_each_version_only_added_to_the_one_before(till_db: Path, version: int) -> None:
    """What makes going back possible: every table, column and row of a version is there in the next one, as it was."""
    old = Layout(name=TILL.name, application_id=TILL.application_id, precious=True, steps=TILL.steps[:version])
    new = Layout(name=TILL.name, application_id=TILL.application_id, precious=True, steps=TILL.steps[: version + 1])
    open_database(till_db, old).close()
    before = columns(till_db)
    open_database(till_db, new).close()
    after = columns(till_db)
    for table, names in before.items():
        assert names.items() <= after[table].items()
        added = {name: needed for name, needed in after[table].items() if name not in names}
        assert not any(added.values()), f"{table}: an older program cannot fill {', '.join(added)}"


def columns(path: Path) -> dict[str, dict[str, bool]]:
    """Table → its columns → whether they must be given."""
    with closing(sqlite3.connect(path)) as conn:
        tables = [
            name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        ]
        return {
            table: {
                name: bool(needed) and default is None
                for _n, name, _t, needed, default, _k in conn.execute(f"PRAGMA table_info({table})")
            }
            for table in tables
        }
