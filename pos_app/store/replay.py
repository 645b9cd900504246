"""Rows of the roll and of an old database, put into a fresh one: by their numbers where they agree, by their ids where not."""

from __future__ import annotations

import sqlite3

from pos_app.store.journal import KEYS
from pos_app.store.roll_line import RowImage, Rows, Value
from pos_app.store.trouble import Newer

_IDS = {"sale": "sale_id", "posting": "transaction_id"}
"""What names a row whatever its number: two histories may have given one number to two sales."""
_OF_A_POSTING = ("attempt", "decision", "profile_change")


class Replay:
    """Fills one database, inside its caller's transaction.

    ``of_newer``: the lines may be a newer program's. What they have more than this one knows is left out; otherwise such a line
    raises Newer. A damaged database may have any names: what is not known in it is always left out.
    """

    def __init__(self, conn: sqlite3.Connection, *, of_newer: bool = False) -> None:
        self._conn = conn
        self._of_newer = of_newer
        self._columns = {table: {name for _id, name, *_ in conn.execute(f"PRAGMA table_info({table})")} for table in KEYS}
        self.rewritten = False
        """Some row is not any more as the roll has it: a number of it is another."""

    def put(self, rows: Rows) -> None:
        """The rows of one line: as they were after its commit. A row of another history under the same number gets a new one."""
        if any(table not in KEYS or not self._columns[table].issuperset(image) for table in rows for image in rows[table]):
            if not self._of_newer:
                raise Newer("The roll was written by a newer version of this program. Nothing was changed. Update this program.")
            self.rewritten = True
        moved: dict[tuple[str, object], Value] = {}
        for table in KEYS:
            for image in rows.get(table, ()):
                self._put(table, self._placed(table, image, moved))

    def unite(self, rows: Rows) -> Rows:
        """Sales and postings whose ids are nowhere yet, with what belongs to them, and facts; returns them as they were put."""
        moved: dict[tuple[str, object], Value] = {}
        new: set[object] = set()
        added: Rows = {}
        for table in KEYS:
            for image in rows.get(table, ()):
                if table in _IDS:
                    is_new = self._number(table, image[_IDS[table]]) is None
                elif table in _OF_A_POSTING:
                    is_new = image["posting"] in new
                else:
                    (key,) = KEYS[table]
                    found = self._conn.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (image[key],))  # noqa: S608
                    is_new = found.fetchone() is None
                placed = self._placed(table, image, moved)
                if is_new and self._taken(table, placed):
                    if table == "posting":
                        new.add(image["seq"])
                    added.setdefault(table, []).append(placed)
        return added

    def _taken(self, table: str, image: RowImage) -> bool:
        """Put a row of a database that may be damaged; False for one that the layout does not take."""
        try:
            self._put(table, image)
        except sqlite3.IntegrityError:
            return False
        return True

    def drop_orphans(self) -> int:
        """Take out what belongs to a sale that is nowhere any more; how many rows. They stay on the roll."""
        conn = self._conn
        gone = conn.execute("DELETE FROM posting WHERE sale NOT IN (SELECT seq FROM sale)").rowcount
        for table in _OF_A_POSTING:
            gone += conn.execute(f"DELETE FROM {table} WHERE posting NOT IN (SELECT seq FROM posting)").rowcount  # noqa: S608
        cut = conn.execute("UPDATE sale SET reverses = NULL, mark = NULL WHERE reverses NOT IN (SELECT seq FROM sale)").rowcount
        self.rewritten = self.rewritten or bool(gone or cut)
        return gone

    def _placed(self, table: str, image: RowImage, moved: dict[tuple[str, object], Value]) -> RowImage:
        """The row with the numbers that it and what it names have here."""
        image = {name: value for name, value in image.items() if name in self._columns[table]}
        placed = dict(image)
        for column, of in (("sale", "sale"), ("reverses", "sale"), ("posting", "posting")):
            if column in placed and not (table == "posting" and column == "reverses"):
                placed[column] = moved.get((of, placed[column]), placed[column])
        if table in _IDS:
            here = self._number(table, image[_IDS[table]])
            number = here if here is not None else self._free(table, image["seq"])
            if number != image["seq"]:
                moved[table, image["seq"]] = number
                placed["seq"] = number
        elif table == "decision":
            placed["seq"] = self._free_decision(placed)
        self.rewritten = self.rewritten or placed != image
        return placed

    def _number(self, table: str, row_id: object) -> int | None:
        row = self._conn.execute(f"SELECT seq FROM {table} WHERE {_IDS[table]} = ?", (row_id,)).fetchone()  # noqa: S608
        return int(row[0]) if row else None

    def _free(self, table: str, wanted: Value) -> Value:
        taken = self._conn.execute(f"SELECT 1 FROM {table} WHERE seq = ?", (wanted,)).fetchone()  # noqa: S608
        if not taken:
            return wanted
        if isinstance(wanted, int) and wanted < 0:
            # A registration stays in front of what waits for its phone.
            return int(self._conn.execute(f"SELECT min(seq) - 1 FROM {table}").fetchone()[0])  # noqa: S608
        return self._next(table)

    def _free_decision(self, image: RowImage) -> int:
        same = self._conn.execute("SELECT posting, made_at, action FROM decision WHERE seq = ?", (image["seq"],)).fetchone()
        if same is None or same == (image["posting"], image["made_at"], image["action"]):
            return int(image["seq"] or 0)
        return self._next("decision")

    def _next(self, table: str) -> int:
        return int(self._conn.execute(f"SELECT max(coalesce(max(seq), 0), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608

    def _put(self, table: str, image: RowImage) -> None:
        names = ", ".join(image)
        holes = ", ".join("?" * len(image))
        self._conn.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({holes})", tuple(image.values()))  # noqa: S608
