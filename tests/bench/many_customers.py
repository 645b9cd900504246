"""A search cache with very many customers in it: made-up Czech names, drawn by Zipf's law as real ones are."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from itertools import accumulate, islice, product
from pathlib import Path

from pos_app.loyalty.customer import Customer, Standing
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.customer_rows import CUSTOMER_COLUMNS, backwards, customer_row
from pos_app.store.name_keys import keys_of, pivots_of

FIRST_NAMES = (
    "Jana Marie Eva Hana Anna Lenka Kateřina Lucie Věra Alena Petra Veronika Jaroslava Tereza Martina Michaela Jitka Helena Olga "
    "Zdeňka Ivana Monika Eliška Zuzana Markéta Jiří Jan Petr Pavel Jaroslav Martin Tomáš Miroslav František Zdeněk Václav Josef "
    "Milan Lukáš Jakub David Vladimír Ladislav Ondřej Roman Stanislav Marek Radek Daniel Vojtěch Filip Adam Matěj Dominik"
)
BEGINNINGS = "Nov Svob Dvoř Čern Procház Kuč Vesel Horá Něm Pokor Král Růž Beneš Fial Sedl Dolež Zem Kolář Navrát Čerm Šim"
MIDDLES = "a ák ač an at e ek el en er i ik il in ir o ok ol on or u uch ul um y ych"
ENDINGS = "ová ský ek ka ík áček ný el a ák ec ina ovský ička ovec man ter čík oň ura aš eš"
SURNAMES = ["".join(parts) for parts in product(BEGINNINGS.split(), MIDDLES.split(), ("", "l", "t", "n"), ENDINGS.split())]
READ_AT = datetime(2026, 11, 27, 9, tzinfo=UTC)
SEED = 11
_LOT = 20_000


def customers(count: int) -> Iterator[Customer]:
    """So many, always the same ones; nobody's phone is there twice."""
    random_ = random.Random(SEED)
    first_names, surnames = FIRST_NAMES.split(), SURNAMES.copy()
    random_.shuffle(surnames)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(surnames))))
    for number in range(count):
        # A prime stride: the last digits are spread as in a shop.
        digits = number * 7_368_787 % 100_000_000
        yield Customer(
            phone=f"+4206{digits:08}",
            name=random_.choice(first_names),
            surname=random_.choices(surnames, cum_weights=weights)[0],
            cards=(f"2000{number:08}",),
            standing=Standing(balance=Decimal(random_.randrange(3000)), bonus=Decimal(5), discount=Decimal(0)),
        )


def build(path: Path, count: int) -> None:
    """The cache at ``path``, filled faster than a till fills it; one that is there already is left as it is."""
    if path.exists():
        return
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    CustomerCache.open(part).close()
    with closing(sqlite3.connect(part)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        made, number = customers(count), 0
        while lot := list(islice(made, _LOT)):
            numbered = list(enumerate(lot, number + 1))
            with conn:
                insert(conn, [(each, number) for number, each in numbered])
            number += len(lot)
    part.replace(path)


def insert(conn: sqlite3.Connection, lot: list[tuple[Customer, int]]) -> None:
    """The very rows of the cache, by ``executemany``."""
    for sql, rows in statements(lot).items():
        conn.executemany(sql, rows)


def statements(lot: list[tuple[Customer, int]]) -> dict[str, list[tuple[object, ...]]]:
    """Statement → its rows, for customers with these numbers."""
    holes = ", ".join("?" * (CUSTOMER_COLUMNS.count(",") + 2))
    return {
        f"INSERT INTO customer (id, {CUSTOMER_COLUMNS}) VALUES ({holes})": [  # noqa: S608 - column names
            (number, *customer_row(each, read_at=READ_AT, balance_at=READ_AT)) for each, number in lot
        ],
        "INSERT INTO card VALUES (?, ?, ?)": [(card, backwards(card), number) for each, number in lot for card in each.cards],
        "INSERT INTO name_key VALUES (?, ?)": [(key, number) for each, number in lot for key in keys_of(each)],
        "INSERT OR IGNORE INTO pivot VALUES (?)": [(word,) for word in {word for each, _ in lot for word in pivots_of(each)}],
    }
