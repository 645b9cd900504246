"""Searching as somebody types, among 1,000,000 customers, beside SQLite's own least: ``select 1`` and reading a row by its number.

Each kind of question is asked 1,000 times, of a seeded choice of customers who are there. Warm: asked once before; cold: with the
kernel's cache of the file dropped before each (``posix_fadvise``) and a connection of its own. The built caches stay in
``artefacts/bench-customers`` for the next time.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median

import dev
from pos_app.loyalty.customer import Customer, fold
from pos_app.store.customer_cache import CustomerCache
from tests.bench.many_customers import build, customers
from tests.bench.measure import AGAIN, FLOOR, OURS, Goal, Row, Size, Spread, in_turns, ratios, timed

KEPT = dev.ROOT / "artefacts" / "bench-customers"
ROWID = "rowid"
SUGGESTIONS = 20
P50_US, P99_US, COLD_MS = 150.0, 1000.0, 10.0

KINDS: dict[str, Callable[[CustomerCache, Customer], object]] = {
    "whole phone": lambda cache, it: cache.by_phone(it.phone),
    "card": lambda cache, it: cache.by_card(it.cards[0]),
    "last 3 digits": lambda cache, it: cache.search(it.phone[-3:], limit=SUGGESTIONS),
    "last 4 digits": lambda cache, it: cache.search(it.phone[-4:], limit=SUGGESTIONS),
    "last 6 digits": lambda cache, it: cache.search(it.phone[-6:], limit=SUGGESTIONS),
    "2 letters": lambda cache, it: cache.search(fold(it.surname)[:2], limit=SUGGESTIONS),
    "3 letters": lambda cache, it: cache.search(fold(it.surname)[:3], limit=SUGGESTIONS),
    "5 letters": lambda cache, it: cache.search(it.surname[:5], limit=SUGGESTIONS),
    "two words": lambda cache, it: cache.search(f"{it.name[:3]} {it.surname[:3]}", limit=SUGGESTIONS),
    "two whole words": lambda cache, it: cache.search(f"{it.surname} {it.name}", limit=SUGGESTIONS),
    "nobody": lambda cache, it: cache.search(f"{it.surname}xq {it.name}", limit=SUGGESTIONS),
}


def kept(count: int) -> Path:
    """The file of a cache of so many customers."""
    KEPT.mkdir(parents=True, exist_ok=True)
    path = KEPT / f"{count}.db"
    build(path, count)
    return path


def rows(size: Size) -> Iterator[Row]:
    """Each kind alone, and all together: warm, cold, and how flat."""
    many, few = size.of(1_000_000, 3_000), size.of(10_000, 300)
    asked = size.of(1000, 20)
    whom = random.Random(3).sample(range(1, few), k=min(asked, few - 1))
    people = list(islice(customers(few), few))
    all_ours: list[float] = []
    taken: dict[str, list[float]] = {}
    large, small = kept(many), kept(few)
    # EXCLUSIVE keeps others away from a file: the floors are asked of another of the same shape.
    with (
        closing(CustomerCache.open(large)) as cache,
        closing(CustomerCache.open(small)) as little,
        closing(sqlite3.connect(kept(few + 1))) as conn,
    ):
        for kind, ask in KINDS.items():
            taken = _asked(cache, little, conn, kind, ask, [people[each] for each in whom], size)
            all_ours += taken[OURS]
            yield _row(taken, f"search, {kind}, {many:,}", goal=None)
            yield Row(
                what=f"  the same among {few:,}",
                against="(flatness)",
                ratio=Spread.of(ratios(taken[OURS], taken["little"])),
                again=median(ratios(taken[AGAIN], taken[FLOOR])),
                pairs=len(taken[OURS]),
                figure=median(taken["little"]) * 1e6,
                unit="µs",
            )
    floor = {FLOOR: taken[FLOOR], AGAIN: taken[AGAIN]}
    base = median(floor[FLOOR])
    for name, value, limit in (
        ("p50", median(all_ours), P50_US),
        ("p99", sorted(all_ours)[int(len(all_ours) * 0.99)], P99_US),
    ):
        yield Row(
            what=f"any search, {many:,}, warm, {name}",
            against="select 1",
            ratio=Spread.of([value / base]),
            again=median(ratios(floor[AGAIN], floor[FLOOR])),
            pairs=len(all_ours),
            figure=value * 1e6,
            unit="µs",
            goal=Goal(limit, of_figure=True),
        )
    yield _cold(large, many, [people[each] for each in whom[: size.of(200, 6)]], base)


def _asked(
    cache: CustomerCache,
    little: CustomerCache,
    conn: sqlite3.Connection,
    kind: str,
    ask: Callable[[CustomerCache, Customer], object],
    people: list[Customer],
    size: Size,
) -> dict[str, list[float]]:
    at = {"n": -1}

    def of(where: CustomerCache) -> float:
        it = people[at["n"] % len(people)]
        ask(where, it)
        return timed(lambda: ask(where, it), size.drag)

    def one() -> float:
        return timed(lambda: conn.execute("SELECT 1").fetchall())

    def by_rowid() -> float:
        at["n"] += 1
        return timed(lambda: conn.execute("SELECT * FROM customer WHERE id = ?", (at["n"] + 1,)).fetchall())

    ways = {ROWID: by_rowid, OURS: lambda: of(cache), "little": lambda: of(little), FLOOR: one, AGAIN: one}
    return in_turns(ways, rounds=len(people), warm_up=2)


def _row(taken: dict[str, list[float]], what: str, goal: Goal | None) -> Row:
    return Row(
        what=what,
        against=f"a rowid get ({median(taken[ROWID]) * 1e6:.0f} µs)",
        ratio=Spread.of(ratios(taken[OURS], taken[ROWID])),
        again=median(ratios(taken[AGAIN], taken[FLOOR])),
        pairs=len(taken[OURS]),
        figure=median(taken[OURS]) * 1e6,
        unit="µs",
        goal=goal,
        note=f"p99 {sorted(taken[OURS])[int(len(taken[OURS]) * 0.99)] * 1e6:,.0f} µs",
    )


def _cold(path: Path, many: int, people: list[Customer], base: float) -> Row:
    took = []
    kinds = list(KINDS.values())
    for number, it in enumerate(people):
        file = os.open(path, os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
        with closing(CustomerCache.open(path)) as cache:
            took.append(timed(lambda: kinds[number % len(kinds)](cache, it)))  # noqa: B023 - called at once
    worst = sorted(took)[int(len(took) * 0.99)]
    return Row(
        what=f"any search, {many:,}, cold, p99",
        against="select 1",
        ratio=Spread.of([each / base for each in took]),
        again=1.0,
        pairs=len(took),
        figure=worst * 1e3,
        unit="ms",
        goal=Goal(COLD_MS, of_figure=True),
    )
