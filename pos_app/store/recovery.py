"""Rebuild ``till.db`` from its roll (``delivery.md`` §6): nothing is deleted, and nothing unproved is believed.

The roll's lines are replayed into a fresh file, then what the old database still holds of lines and ids that are nowhere on the
roll. The result takes its place once it was checked (``placing``).
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path

from pos_app.loyalty.sale import PostingState
from pos_app.store.database import LOCK_WAIT_S, Database, open_database
from pos_app.store.home import HOME
from pos_app.store.identity import from_text, to_text
from pos_app.store.journal import KEYS
from pos_app.store.known_rows import refuse_unreadable
from pos_app.store.newer import refuse_newer
from pos_app.store.old_database import OldDatabase, read_old, refuse_while_open
from pos_app.store.placing import alone, bring_roll_up_to_date, clear, discard, finish_cut_off, part_of, swap
from pos_app.store.progress import LINES_A_WORD, Progress, Stage, Told, nobody
from pos_app.store.reconcile import nothing_left, roll_holds, roll_of
from pos_app.store.replay import Replay
from pos_app.store.roll import lines_of
from pos_app.store.roll_line import BEGINNING, BrokenLine, Line, RowImage, Rows, written
from pos_app.store.schema import TILL
from pos_app.store.trouble import Damaged, Newer, named

_DOUBT = """
UPDATE posting SET doubt = 1, sending_at = NULL, state = CASE state WHEN ? THEN state ELSE ? END,
  first_sent_at = coalesce(first_sent_at, (SELECT made_at FROM sale WHERE sale.seq = posting.sale))
WHERE settled_at IS NULL
"""
"""It was sent no sooner than its sale was made: a server that is proved to know an id again can be asked within its horizon."""
ROWS_A_LINE = 200
WENT_BACK = "went back"
"""The fact that tells who went back to an older version of the program, and why."""
_FIRST = """
UPDATE posting SET first_in_line = (settled_at IS NULL AND seq =
  (SELECT min(o.seq) FROM posting o WHERE o.customer = posting.customer AND o.settled_at IS NULL))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What a recovery found and made."""

    lines: int
    """Lines of the roll that hold."""
    broken_lines: int
    """Lines that do not, or do not follow the one before them."""
    from_database: int
    """Rows and lines that only the old database still had."""
    sales: int
    open_postings: int
    """In doubt from now on: each is compared with the server before anything is sent, or is a person's to decide."""
    orphans: int
    """Rows whose sale is nowhere any more: they are only on the roll, which is kept."""
    roll_begins_again: bool
    """With all there is: the old one is broken, or tells of rows that have other numbers now."""
    aside: tuple[Path, ...]
    """Where the old files are."""


def recover(
    path: Path,
    *,
    lock_wait_s: float = LOCK_WAIT_S,
    told: Told = nobody,
    new_life: Callable[[], str] = lambda: uuid.uuid4().hex,
    went_back: str = "",
) -> Recovered:
    """Rebuild the database at ``path``. Raises DiskBusy while a till has it, NothingLeft if there is nothing to rebuild it from.

    Blocks as long as it takes; ``told`` hears how far it is. Data of a newer program raises Newer, unless somebody said to go
    back: see :mod:`pos_app.store.going_back`, which also says what ``went_back`` is.
    """
    with alone(path, lock_wait_s):
        finish_cut_off(path)
        refuse_while_open(path, lock_wait_s=lock_wait_s)
        if not went_back:
            refuse_newer(path, TILL, lock_wait_s=lock_wait_s)
        old = read_old(path)
        if not (old.holds_anything or roll_holds(path)):
            raise nothing_left(path)
        part = part_of(path)
        clear(part)
        database = open_database(part, TILL, lock_wait_s=lock_wait_s)
        try:
            done = _rebuilt(database, roll_of(path), old, told, new_life(), went_back)
        except Newer:
            # Another program opens it as it is.
            discard(part)
            raise
        told(Progress(Stage.PLACING, done.lines))
        aside = swap(path, part, with_roll=done.roll_begins_again)
        bring_roll_up_to_date(path, lock_wait_s)
        return replace(done, aside=aside)


def _rebuilt(database: Database, roll: Path, old: OldDatabase, told: Told, new_life: str, went_back: str) -> Recovered:
    """Fill, check and close it."""
    try:
        done = _rebuild(database, roll, old, told, new_life, went_back)
        told(Progress(Stage.CHECKING, done.lines))
        _check(database, done)
        if went_back:
            refuse_unreadable(database)
        return done
    finally:
        database.close()


def _rebuild(database: Database, roll: Path, old: OldDatabase, told: Told, new_life: str, went_back: str) -> Recovered:
    with named(database.path), database.writing() as conn:
        conn.execute("PRAGMA defer_foreign_keys = ON")
        replay = Replay(conn, of_newer=bool(went_back))
        lines, broken, expected = 0, 0, ""
        last: Line | None = None
        for line in lines_of(roll):
            if lines % LINES_A_WORD == 0:
                told(Progress(Stage.READING, lines))
            if isinstance(line, BrokenLine):
                broken, expected = broken + 1, ""
                continue
            if expected and line.prev != expected:
                broken += 1
            replay.put(line.rows)
            lines, last, expected = lines + 1, line, line.place.hash
        only_there = [line for line in old.lines if last is None or line.place.n > last.place.n]
        for line in only_there:
            replay.put(line.rows)
        added = replay.unite(old.rows)
        orphans = replay.drop_orphans()
        _begin_a_life(conn, added, new_life)
        if went_back:
            conn.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (WENT_BACK, went_back))
        conn.execute(_DOUBT, (PostingState.NEEDS_PERSON.value, PostingState.UNKNOWN.value))
        conn.execute(_FIRST)
        follows = all(after.prev == line.place.hash for line, after in pairwise([*([last] if last else []), *only_there]))
        begins_again = bool(broken or went_back) or replay.rewritten or not follows
        if not begins_again:
            # The last line on the roll comes along: it says where the roll must at least reach.
            _note(conn, [*([last] if last else []), *only_there], added)
        sales = conn.execute("SELECT count(*) FROM sale").fetchone()[0]
        waiting = conn.execute("SELECT count(*) FROM posting WHERE settled_at IS NULL").fetchone()[0]
    return Recovered(
        lines=lines,
        broken_lines=broken,
        from_database=len(only_there) + sum(map(len, added.values())),
        sales=sales,
        open_postings=waiting,
        orphans=orphans,
        roll_begins_again=begins_again,
        aside=(),
    )


def _begin_a_life(conn: sqlite3.Connection, added: Rows, life: str) -> None:
    """What was noted outside of how far the till had come does not hold for what was rebuilt: it is in doubt as it is."""
    row = conn.execute("SELECT value FROM fact WHERE name = ?", (HOME,)).fetchone()
    identity = from_text(row[0]) if row else None
    if identity is not None:
        text = to_text(identity.reborn(life))
        conn.execute("UPDATE fact SET value = ? WHERE name = ?", (text, HOME))
        added.setdefault("fact", []).append({"name": HOME, "value": text})


def _note(conn: sqlite3.Connection, lines: list[Line], added: Rows) -> None:
    """What the roll lacks goes into the database's own lines: they are put on the roll when it is opened."""
    place = lines[-1].place if lines else BEGINNING
    insert = "INSERT INTO roll_line (n, line) VALUES (?, ?)"
    conn.executemany(insert, ((line.place.n, line.text) for line in lines))
    for rows in _lots(_changed(conn, added)):
        line = written(place, "recovered", rows)
        conn.execute(insert, (line.place.n, line.text))
        place = line.place


def _changed(conn: sqlite3.Connection, added: Rows) -> Iterator[tuple[str, RowImage]]:
    """The rows that the recovery changed or added, as they are now."""
    keys = {table: {tuple(row[name] for name in KEYS[table]) for row in rows} for table, rows in added.items()}
    for table, key in KEYS.items():
        cursor = conn.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
        names = [each[0] for each in cursor.description]
        wanted = keys.get(table, set())
        for row in cursor:
            image: RowImage = dict(zip(names, row, strict=True))
            if (table == "posting" and image["settled_at"] is None) or tuple(image[name] for name in key) in wanted:
                yield table, image


def _lots(changed: Iterator[tuple[str, RowImage]]) -> Iterator[Rows]:
    while lot := list(islice(changed, ROWS_A_LINE)):
        rows: Rows = {}
        for table, image in lot:
            rows.setdefault(table, []).append(image)
        yield rows


def _check(database: Database, done: Recovered) -> None:
    """Raises Damaged unless what was rebuilt is whole."""
    whole = database.rows("PRAGMA quick_check") == [("ok",)] and not database.rows("PRAGMA foreign_key_check")
    if not whole or database.rows("SELECT count(*) FROM sale") != [(done.sales,)]:
        raise Damaged(f"What was rebuilt in {database.path} does not hold: nothing was changed. Check this disk.")
