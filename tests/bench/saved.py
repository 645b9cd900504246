"""Enter to "Saved": a sale with its posting on the disk, beside one raw insert; and how often the disk is flushed for it.

Ours is what the desk's thread does from the cashier's Enter until it may say "Saved": price, check, one commit in the store's
thread. The store alone (no other thread) is told beside it, and raw inserts of the very same rows: the least for this layout.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import dev
from pos_app.loyalty.programme import Programme
from pos_app.loyalty.sale import Posting, Sale
from pos_app.store.rows import POSTING_COLUMNS, SALE_COLUMNS, posting_row, sale_row
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.selling import Draft, Selling
from pos_app.till.views import CustomerView, Source
from tests.bench.floor import RawQueue
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, Spread, Way, in_turns, row, timed
from tests.bench.places import discs, folder
from tests.bench.shop import JANA, sales

COUNTED = 200
"""Sales that strace looks at."""
GOALS = {"disk": 1.15, "tmpfs": 1.6}
STORE, SAME_ROWS = "store", "same rows"


class SameRows:
    """The rows of our sales, inserted as they are, without anything that makes them the till's."""

    def __init__(self, path: Path) -> None:
        TillStore.open(path).close()
        self._conn = sqlite3.connect(path, isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "locking_mode = EXCLUSIVE"):
            self._conn.execute(f"PRAGMA {setting}")
        self._sale = f"INSERT INTO sale ({SALE_COLUMNS}) VALUES ({', '.join('?' * (SALE_COLUMNS.count(',') + 1))})"  # noqa: S608
        self._posting = (
            f"INSERT INTO posting ({POSTING_COLUMNS}, first_in_line) VALUES ({', '.join('?' * (POSTING_COLUMNS.count(',') + 2))})"  # noqa: S608
        )
        self._sales, self._count = sales(), 0

    def save(self) -> float:
        """One sale, one commit; only SQLite's part is timed."""
        sale, (posting,) = next(self._sales)
        self._count += 1
        first, second = sale_row(sale, None), posting_row(posting, self._count)

        def insert() -> None:
            self._conn.execute("BEGIN IMMEDIATE")
            self._conn.execute(self._sale, first)
            self._conn.execute(self._posting, (*second, 1))
            self._conn.execute("COMMIT")

        return timed(insert)

    def close(self) -> None:
        """Let go."""
        self._conn.close()


def rows(size: Size) -> Iterator[Row]:
    """On the disk and in memory, and the count."""
    for place, in_memory in discs().items():
        with folder(in_memory=in_memory) as path, ExitStack() as stack:
            raw, again = (stack.enter_context(closing(RawQueue(path / name))) for name in ("raw.db", "again.db"))
            same = stack.enter_context(closing(SameRows(path / "same.db")))
            store = stack.enter_context(closing(TillStore.open(path / "store.db")))
            thread = DatabaseThread(lambda path=path: TillStore.open(path / "till.db"), name="till-store")  # type: ignore[misc]
            stack.callback(thread.close)
            selling = Selling(store=thread, programme=Programme, account=lambda: "riverside", now=lambda: datetime.now(UTC))
            made = sales()

            def confirm(selling: Selling = selling) -> float:
                draft = Draft(ids=selling.new_ids(), buyer=view(), gross=Decimal("64.90"), redeem=Decimal(0))
                return timed(lambda: selling.confirm(draft), size.drag)

            def save(store: TillStore = store, made: Iterator[tuple[Sale, list[Posting]]] = made) -> float:
                sale, postings = next(made)
                return timed(lambda: store.save_sale(sale, postings))

            ways: dict[str, Way] = {
                OURS: confirm,
                STORE: save,
                SAME_ROWS: same.save,
                FLOOR: partial(timed, raw.put),
                AGAIN: partial(timed, again.put),
            }
            taken = in_turns(ways, rounds=size.of(3000, 40), warm_up=size.of(100, 5))
        yield row(taken, what=f"Enter → Saved, {place}", against="one raw insert", goal=Goal(GOALS[place]))
        yield row(taken, what=f"  the store alone, {place}", against="one raw insert", ours=STORE)
        yield row(taken, what=f"  the store alone, {place}", against="the same rows, raw", ours=STORE, floor=SAME_ROWS)
    yield flushes()


def view() -> CustomerView:
    """Whom the sale is made to."""
    return CustomerView(
        customer=JANA, balance=JANA.standing.balance, pending=Decimal(0), source=Source.LIVE, as_of=datetime.now(UTC)
    )


def flushes() -> Row:
    """How often the database is flushed for one sale, counted by strace: a figure, not a time."""
    if shutil.which("strace") is None:
        raise FileNotFoundError("strace counts what is flushed: apt-get install strace")
    with folder() as path:
        words = [sys.executable, "-m", "tests.bench.saved", str(path / "till.db")]
        trace = ["strace", "-f", "-y", "-e", "trace=fdatasync,fsync,pwrite64", "-e", "signal=none", "-o", str(path / "trace")]
        subprocess.run([*trace, *words], cwd=dev.ROOT, check=True)
        _, between, _ = re.split(r".*pwrite64\(\d+<[^>]*/mark>.*\n", (path / "trace").read_text(), maxsplit=2)
    flushed = re.findall(r"f(?:data)?sync\(\d+<[^>]*/([\w.-]+)>", between)
    # A checkpoint flushes the WAL, the database, and the WAL once more when it begins anew: upkeep, every thousand pages.
    upkeep = 3 * flushed.count("till.db")
    roll = flushed.count("roll.jsonl")
    each = (flushed.count("till.db-wal") + flushed.count("till.db") - upkeep) / COUNTED
    return Row(
        what="flushes of the database for a sale (strace)",
        against="one",
        ratio=Spread.of([each]),
        again=1.0,
        pairs=COUNTED,
        figure=each,
        unit="fdatasync",
        goal=Goal(1.0),
        note=f"Not counted: {upkeep} of checkpoints, {roll} of the roll, in the background of {COUNTED} sales.",
    )


def watched(path: Path) -> None:
    """Sells between two marks, for strace."""
    made = sales()
    mark = os.open(path.with_name("mark"), os.O_CREAT | os.O_WRONLY)
    with closing(TillStore.open(path)) as store:
        store.save_sale(*next(made))
        os.pwrite(mark, b"begin", 0)
        for _ in range(COUNTED):
            store.save_sale(*next(made))
        os.pwrite(mark, b"end", 0)


if __name__ == "__main__":
    watched(Path(sys.argv[1]))
