"""The first fill of the search cache, beside ``executemany`` of the very same rows into the same tables, 500 at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from itertools import count, islice
from pathlib import Path

from pos_app.store.customer_cache import PAGE, CustomerCache
from tests.bench.many_customers import READ_AT, customers, statements
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, in_turns, row, timed
from tests.bench.places import folder


class RawFill:
    """Rows that are made up beforehand; only SQLite's part is timed."""

    def __init__(self, path: Path) -> None:
        CustomerCache.open(path).close()
        self._conn = sqlite3.connect(path, isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = NORMAL", "locking_mode = EXCLUSIVE", "secure_delete = ON"):
            self._conn.execute(f"PRAGMA {setting}")
        self._people, self._numbers = customers(10**7), count(1)

    def page(self) -> float:
        """One page of customers."""
        lot = [(each, next(self._numbers)) for each in islice(self._people, PAGE)]
        made = statements(lot)

        def insert() -> None:
            self._conn.execute("BEGIN IMMEDIATE")
            for sql, rows_ in made.items():
                self._conn.executemany(sql, rows_)
            self._conn.execute("COMMIT")

        return timed(insert)

    def close(self) -> None:
        """Let go."""
        self._conn.close()


def rows(size: Size) -> Iterator[Row]:
    """Speeds, not times: the goal is at least so much of the raw one."""
    pages = size.of(100_000, 2_000) // PAGE
    with folder() as path, ExitStack() as stack:
        raw, again = (stack.enter_context(closing(RawFill(path / name))) for name in ("raw.db", "again.db"))
        cache = stack.enter_context(closing(CustomerCache.open(path / "customers.db")))
        people = customers(10**7)

        def put() -> float:
            page = list(islice(people, PAGE))
            return timed(lambda: cache.put_many(page, READ_AT), size.drag)

        taken = in_turns({OURS: put, FLOOR: raw.page, AGAIN: again.page}, rounds=pages)
    yield row(
        taken,
        what=f"first fill, {pages * PAGE:,} customers, {PAGE} at a time: speed",
        against="executemany of the same rows",
        goal=Goal(0.75, at_least=True),
        upside_down=True,
        unit="ms",
    )
