"""What goes on the roll: every row that a commit leaves behind, gathered while it is written (``delivery.md`` §2).

The line is part of the commit itself (``roll_line``), so the database and the roll can never tell different stories; it is taken
out again once it is safely on the roll, a few at a time and on the back of other commits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pos_app.store.database import Database
from pos_app.store.roll import Roll
from pos_app.store.roll_line import BEGINNING, BrokenLine, Line, Place, RowImage, Rows, read, written
from pos_app.store.trouble import Damaged

KEYS: dict[str, tuple[str, ...]] = {
    "sale": ("seq",),
    "posting": ("seq",),
    "attempt": ("posting", "step"),
    "decision": ("seq",),
    "profile_change": ("posting",),
    "standing": ("phone",),
    "fact": ("name",),
}
"""The tables that go on the roll, in an order in which they can be filled, and the columns that name a row."""
PRUNE_AT = 64
"""Lines that are on the roll are taken out of the database so many at a time."""
PRUNE_WAIT_S = 2.0
"""How long the roll is waited for when room is needed at once."""


class Journal:
    """The journal of one open ``till.db``. Used in its thread."""

    def __init__(self, database: Database, roll: Roll) -> None:
        self._database = database
        self._roll = roll
        self._rows: dict[tuple[object, ...], tuple[str, RowImage]] = {}
        self._ready: Line | None = None
        self._columns: dict[str, tuple[str, ...]] = {}
        last = database.row("SELECT line FROM roll_line ORDER BY n DESC LIMIT 1")
        self._place = self._read(last[0]).place if last else BEGINNING
        oldest = database.row("SELECT min(n) FROM roll_line")
        self._oldest: int = (oldest[0] if oldest else None) or self._place.n
        database.journal = self

    @property
    def place(self) -> Place:
        """The last line that is committed."""
        return self._place

    def columns(self, table: str) -> tuple[str, ...]:
        """The names of a table's columns."""
        if table not in self._columns:
            rows = self._database.rows("SELECT name FROM pragma_table_info(?)", (table,))
            self._columns[table] = tuple(name for (name,) in rows)
        return self._columns[table]

    def note(self, table: str, *key: object) -> None:
        """A row was written in the transaction that is open: the one with this key, as it is now."""
        columns = self.columns(table)
        which = " AND ".join(f"{name} = ?" for name in KEYS[table])
        row = self._database.row(f"SELECT {', '.join(columns)} FROM {table} WHERE {which}", key)  # noqa: S608 - names of ours
        if row is None:
            raise LookupError(f"there is no row {key} in {table}")
        self.note_image(table, dict(zip(columns, row, strict=True)))

    def note_image(self, table: str, image: RowImage) -> None:
        """The same, for who knows the whole row already."""
        self._rows[(table, *(image[name] for name in KEYS[table]))] = (table, image)

    def before_commit(self, conn: sqlite3.Connection, what: str) -> None:
        """Make the line a part of the transaction."""
        if not self._rows:
            return
        rows: Rows = {}
        for table, image in self._rows.values():
            rows.setdefault(table, []).append(image)
        line = written(self._place, what, rows)
        conn.execute("INSERT INTO roll_line (n, line) VALUES (?, ?)", (line.place.n, line.text))
        synced = self._roll.synced
        if synced - self._oldest >= PRUNE_AT:
            # The last one that is on the roll stays: it says where the roll must at least reach.
            conn.execute("DELETE FROM roll_line WHERE n < ?", (synced,))
        self._ready = line

    def committed(self) -> None:
        """The transaction is on the disk."""
        line, self._ready = self._ready, None
        self._rows.clear()
        if line is None:
            return
        self._place = line.place
        self._roll.append(line)
        if self._roll.synced - self._oldest >= PRUNE_AT:
            self._oldest = self._roll.synced
        start = self._roll.missing_from
        if start is not None:
            self.hand_over(start)

    def undone(self) -> None:
        """Nothing of the transaction is on the disk."""
        self._ready = None
        self._rows.clear()

    def prune(self) -> None:
        """Take out of the database what is safely on the roll, all but the last line. Raises DiskTrouble."""
        self._roll.flush(timeout_s=PRUNE_WAIT_S)
        synced = self._roll.synced
        with self._database.writing() as conn:
            conn.execute("DELETE FROM roll_line WHERE n < ?", (synced,))
        self._oldest = synced

    def hand_over(self, start: int) -> None:
        """Give the roll every line from number ``start`` on that the database still has."""
        for (text,) in self._database.rows("SELECT line FROM roll_line WHERE n >= ? ORDER BY n", (start,)):
            self._roll.append(self._read(text))

    def kept(self, n: int) -> Line | None:
        """Line ``n``, if the database still has it."""
        row = self._database.row("SELECT line FROM roll_line WHERE n = ?", (n,))
        return self._read(row[0]) if row else None

    def copy_all(self, *, rows_a_line: int = 200) -> None:
        """Put everything that is in the database on the roll anew: a roll that was lost begins again with this."""
        for table, key in KEYS.items():
            columns = self.columns(table)
            select = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(key)}"  # noqa: S608 - names of ours
            rows = self._database.rows(select)
            for first in range(0, len(rows), rows_a_line):
                with self._database.writing("copied"):
                    self._note_all(table, columns, rows[first : first + rows_a_line])

    def _read(self, text: str) -> Line:
        """A line as the database has it. Raises Damaged."""
        try:
            return read(text)
        except BrokenLine:
            raise Damaged(f"{self._database.path} is damaged. Run: pos-app recover") from None

    def _note_all(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        for row in rows:
            self.note_image(table, dict(zip(columns, row, strict=True)))  # type: ignore[arg-type]
