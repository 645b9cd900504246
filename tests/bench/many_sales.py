"""A till's database with very many sales in it, written faster than a till would sell."""

from __future__ import annotations

import random
import sqlite3
import uuid
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.programme import EarnOn, Programme, price
from pos_app.loyalty.sale import Buyer, FoundBy, PostingState, Sale, new_sale_ids, postings_of
from pos_app.store.rows import POSTING_COLUMNS, SALE_COLUMNS, posting_row, sale_row, to_text
from pos_app.store.till_store import TillStore

A_DAY = 250
"""Sales."""
NAMES = ("Jana Nováková", "Petr Svoboda", "Lucie Horáková", "Tomáš Dvořák", "Marie Kučerová", "Ondřej Procházka", "Eliška Veselá")
PROGRAMME = Programme(point_value=Decimal("0.01"), earn_on=EarnOn.PAID)


def fill(path: Path, count: int, *, until: datetime, seed: int = 5, waiting: int = 2) -> None:
    """So many sales, ``A_DAY`` a day, the last one a minute before ``until`` (UTC); all sent but the last ``waiting``."""
    TillStore.open(path).close()
    random_ = random.Random(seed)
    quotes = [
        price(
            Decimal(random_.randrange(100, 30_000)).scaleb(-2),
            standing=Standing(balance=Decimal(500), bonus=Decimal(5), discount=Decimal(random_.choice((0, 0, 5)))),
            programme=PROGRAMME,
            redeem=Decimal(random_.choice((0, 0, 0, 200))),
        )
        for _ in range(200)
    ]
    sales, postings, attempts = [], [], []
    posting_seq = 0
    for seq in range(1, count + 1):
        made_at = until - timedelta(minutes=1 + (count - seq) % A_DAY * 3, days=(count - seq) // A_DAY)
        waits = seq > count - waiting
        # Nobody among those who wait is there twice: each is the first in line.
        number = 20_000 + seq if waits else random_.randrange(20_000)
        quote = random_.choice(quotes)
        ids = new_sale_ids(lambda: uuid.UUID(int=random_.getrandbits(128), version=4))
        buyer = Buyer(phone=f"+4206{number:08d}", card=f"2000{number:08d}", name=random_.choice(NAMES), found_by=FoundBy.CARD_READ)
        sale = Sale(sale_id=ids.sale_id, made_at=made_at, buyer=buyer, quote=quote, receipt=str(seq), account="riverside")
        sales.append((seq, *sale_row(sale, None)))
        for place, posting in enumerate(postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None)):
            posting_seq += 1
            row = list(posting_row(posting, seq))
            if not waits:
                row[9], row[14] = PostingState.APPLIED.value, to_text(made_at)
                attempts.append((posting_seq, 1, 1, 1, to_text(made_at), to_text(made_at), PostingState.APPLIED.value, "Done."))
            postings.append((posting_seq, *row, int(waits and not place)))
    with closing(sqlite3.connect(path)) as conn, conn:
        _insert(conn, f"sale (seq, {SALE_COLUMNS})", sales)
        _insert(conn, f"posting (seq, {POSTING_COLUMNS}, first_in_line)", postings)
        if attempts:
            _insert(conn, "attempt", attempts)


def _insert(conn: sqlite3.Connection, into: str, rows: Sequence[tuple[object, ...]]) -> None:
    conn.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608 - names of ours


NOON = datetime(2026, 3, 14, 13, 32, tzinfo=UTC)
