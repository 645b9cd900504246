"""Is what is on the disk what was written there? (``delivery.md`` §2)

The roll is followed from its first line to its last, and every row that it knows is compared with the database's: what one of
them lost, or what a flipped bit changed, shows in the other. What is looked at is a copy of one moment, so that sales go on.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.journal import KEYS
from pos_app.store.profiles import MARKED, altered_changes
from pos_app.store.roll import Roll, lines_of
from pos_app.store.roll_line import BrokenLine, RowImage, image_mark, storable
from pos_app.store.rows import SALE_COLUMNS, mark
from pos_app.store.trouble import named

ROLL_WAIT_S = 5.0
"""How long the roll is waited for before it is compared."""
MOST_TOLD = 20
"""Of one kind of finding; how many there are in all is told as well."""
_POSTING_MARKS = """
SELECT p.transaction_id, s.sale_id, p.kind, p.phone, p.card, p.sum_cents, p.base_cents, p.lifetime_days, p.reverses, p.mark, p.seq
FROM posting p JOIN sale s ON s.seq = p.sale WHERE p.mark IS NOT NULL
"""
_OUT_OF_LINE = """
SELECT customer FROM posting p
WHERE first_in_line != (settled_at IS NULL
  AND seq = (SELECT min(o.seq) FROM posting o WHERE o.customer = p.customer AND o.settled_at IS NULL))
"""
_BREATH_EVERY = 25
_BREATH_S = 0.0001
"""After so many rows, about a millisecond's, others may have the interpreter: otherwise a sale waits five for each of its steps."""
Columns = frozenset[str]
Marks = dict[tuple[object, ...], tuple[int, Columns]]
"""Row → its mark and the columns that it had then: an update of the program may have added others meanwhile."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was compared, and what does not agree."""

    lines: int
    """Of the roll."""
    rows: int
    """Of the database."""
    sales: int
    findings: tuple[str, ...]
    """A sentence for each; empty: everything agrees."""

    @property
    def whole(self) -> bool:
        """Nothing was lost or changed."""
        return not self.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything that was in the database at one moment, to be looked at once, in any thread."""

    conn: sqlite3.Connection
    """A copy that is gone with its connection."""
    path: Path
    """What it was copied from."""
    roll: Roll

    def verify(self) -> Verification:
        """Look at everything. Takes as long as reading it all and the roll."""
        findings: list[str] = []
        known: Marks = {}
        lines = rows = sales = 0
        try:
            with closing(self.conn) as conn, named(self.path):
                _ask_sqlite(conn, findings)
                (last,) = conn.execute("SELECT max(n) FROM roll_line").fetchone()
                lines = self._follow_roll(last or 0, known, findings)
                rows = _compare(conn, known, findings)
                _check_marks(conn, findings)
                sales = conn.execute("SELECT count(*) FROM sale").fetchone()[0]
        except (DiskTrouble, sqlite3.Error, UnicodeError) as error:
            # A bit of the layout's own text flips as well: then a column has another name.
            findings.append(f"the database cannot be read: {error}")
        return Verification(lines=lines, rows=rows, sales=sales, findings=tuple(findings))

    def _follow_roll(self, last: int, known: Marks, findings: list[str]) -> int:
        self.roll.flush(timeout_s=ROLL_WAIT_S)
        try:
            return _follow(self.roll.path, last, known, findings)
        except DiskTrouble as error:
            findings.append(str(error))
            return 0


def _follow(roll: Path, last: int, known: Marks, findings: list[str]) -> int:
    """Fill ``known`` with every row as the roll has it after line ``last``; how many lines up to there hold."""
    lines, before, broken = 0, "", []
    kinds: dict[Columns, Columns] = {}
    for number, line in enumerate(_gently(lines_of(roll)), start=1):
        if isinstance(line, BrokenLine):
            broken.append(f"line {number} of the roll does not hold")
            before = ""
            continue
        if line.place.n > last:
            break
        if before and line.prev != before:
            broken.append(f"line {number} of the roll does not follow the one before it")
        lines, before = lines + 1, line.place.hash
        for table, images in line.rows.items():
            for image in _gently(images):
                columns = frozenset(image)
                known[_name(table, image)] = image_mark(table, image), kinds.setdefault(columns, columns)
    _tell(broken, findings)
    return lines


def _name(table: str, image: RowImage) -> tuple[object, ...]:
    return (table, *(image.get(column) for column in KEYS.get(table, ())))


def _ask_sqlite(conn: sqlite3.Connection, findings: list[str]) -> None:
    _tell([f"the database: {text}" for (text,) in conn.execute("PRAGMA quick_check") if text != "ok"], findings)
    _tell([f"row {row[1]} of {row[0]} names a row that is not there" for row in conn.execute("PRAGMA foreign_key_check")], findings)


def _compare(conn: sqlite3.Connection, known: Marks, findings: list[str]) -> int:
    """Every row against the roll; takes out of ``known`` what is there. How many rows there are."""
    rows, differing = 0, []
    for table in KEYS:
        for image in _images(conn, table):
            rows += 1
            name = _name(table, image)
            there = known.pop(name, None)
            if there is None:
                differing.append(f"{_words(name)} is not on the roll")
            # A flipped bit may make bytes or a fraction of what was a text or a whole number.
            elif not storable(image) or there[0] != image_mark(table, {each: image[each] for each in image if each in there[1]}):
                differing.append(f"{_words(name)} is not as the roll has it")
    differing += [f"{_words(name)} is on the roll and not in the database" for name in known]
    _tell(differing, findings)
    return rows


def _images(conn: sqlite3.Connection, table: str) -> Iterator[RowImage]:
    cursor = conn.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of ours
    names = [each[0] for each in cursor.description]
    for row in _gently(cursor):
        yield dict(zip(names, row, strict=True))


def _words(name: tuple[object, ...]) -> str:
    # No phone: a finding may be read aloud, and stands in a support ticket.
    table, *key = name
    return f"a row of {table}" if table == "standing" else f"{table} {' '.join(map(str, key))}"


def _check_marks(conn: sqlite3.Connection, findings: list[str]) -> None:
    _tell(altered_rows(conn), findings)
    customers = {customer for (customer,) in conn.execute(_OUT_OF_LINE)}
    if customers:
        findings.append(f"{len(customers)} customers' lines do not begin with their oldest open entry")


def altered_rows(conn: sqlite3.Connection) -> list[str]:
    """A sentence for each row of which what must never change is not what was written. SQLite's errors pass."""
    altered = [
        f"sale {seq} is not what was written"
        for seq, *row, stored in _gently(conn.execute(f"SELECT seq, {SALE_COLUMNS} FROM sale WHERE mark IS NOT NULL"))  # noqa: S608
        if mark(tuple(row)) != stored
    ]
    for *row, stored, seq in _gently(conn.execute(_POSTING_MARKS)):
        if mark(tuple(row)) != stored:
            altered.append(f"posting {seq} is not what was written")
    changes = altered_changes(list(_gently(conn.execute(MARKED))))
    altered += [f"profile_change {posting} is not what was written" for posting in changes]
    return altered


def _gently(rows: Iterable[T]) -> Iterator[T]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % _BREATH_EVERY == 0:
            time.sleep(_BREATH_S)


def _tell(found: list[str], findings: list[str]) -> None:
    findings += found[:MOST_TOLD]
    if len(found) > MOST_TOLD:
        findings.append(f"and {len(found) - MOST_TOLD} more of the same kind")
