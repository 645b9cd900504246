"""Writing to ``customers.db``: whose a card is and what a name is found by are kept true by every write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from pos_app.loyalty.customer import CardTrack, Customer
from pos_app.store.customer_rows import (
    CUSTOMER_COLUMNS,
    CUSTOMER_SELECT,
    Entry,
    backwards,
    customer_row,
    entry_from,
    over,
    with_track,
    without_card,
    without_track,
)
from pos_app.store.database import Database
from pos_app.store.name_keys import keys_of, pivots_of

_INSERT = f"INSERT INTO customer ({CUSTOMER_COLUMNS}) VALUES ({', '.join('?' * (CUSTOMER_COLUMNS.count(',') + 1))})"  # noqa: S608
_UPDATE = f"UPDATE customer SET ({CUSTOMER_COLUMNS}) = ({', '.join('?' * (CUSTOMER_COLUMNS.count(',') + 1))}) WHERE id = ?"  # noqa: S608
_OWNER = CUSTOMER_SELECT.replace("FROM customer c", "FROM card k JOIN customer c ON c.id = k.customer")


def put_page(database: Database, page: Iterable[Customer], as_of: datetime) -> None:
    """Remember ``page`` in one transaction: see CustomerCache.put."""
    with database.writing() as conn:
        for customer in page:
            _put(database, conn, customer, as_of)


def _put(database: Database, conn: sqlite3.Connection, customer: Customer, as_of: datetime) -> None:
    if not customer.phone:
        raise ValueError("a customer without a phone is not kept")
    row = database.row(f"{CUSTOMER_SELECT} WHERE c.phone = ?", (customer.phone,))
    old = entry_from(row) if row else None
    known = old.customer if old else Customer(phone=customer.phone)
    fresh = over(customer, known)
    balance_at = old.balance_at if old else None
    if customer.standing.balance is not None:
        balance_at = as_of
    # What moves here from somebody else is taken from them first.
    new_cards = [card for card in fresh.cards if card not in known.cards]
    for card in new_cards:
        _disown_card(database, conn, card)
        for (track,) in database.rows("SELECT track FROM track WHERE card = ?", (card,)):
            if track not in {each.track for each in fresh.tracks}:
                fresh = with_track(fresh, CardTrack(card, track))
    new_tracks = [each for each in fresh.tracks if each not in known.tracks]
    for each in new_tracks:
        _disown_track(database, conn, each.track, but=fresh.phone)
        conn.execute("INSERT OR REPLACE INTO track VALUES (?, ?)", (each.track, each.card))
    values = customer_row(fresh, read_at=as_of, balance_at=balance_at)
    if old is None:
        owner = conn.execute(_INSERT, values).lastrowid
    else:
        owner = old.id
        conn.execute(_UPDATE, (*values, owner))
    if known.cards != fresh.cards:
        conn.executemany("DELETE FROM card WHERE card = ?", [(card,) for card in known.cards if card not in fresh.cards])
    conn.executemany("INSERT OR REPLACE INTO card VALUES (?, ?, ?)", [(card, backwards(card), owner) for card in new_cards])
    if (fresh.name, fresh.surname, fresh.middlename) != (known.name, known.surname, known.middlename):
        _rename(conn, owner, known, fresh)


def _rename(conn: sqlite3.Connection, owner: int | None, known: Customer, fresh: Customer) -> None:
    before, after = keys_of(known), keys_of(fresh)
    conn.executemany("DELETE FROM name_key WHERE key = ? AND customer = ?", [(key, owner) for key in before - after])
    conn.executemany("INSERT OR IGNORE INTO name_key VALUES (?, ?)", [(key, owner) for key in after - before])
    conn.executemany("INSERT OR IGNORE INTO pivot VALUES (?)", [(word,) for word in pivots_of(fresh) - pivots_of(known)])


def learn(database: Database, learned: CardTrack) -> None:
    """Remember what a card reads as: see CustomerCache.learn_track."""
    with database.writing() as conn:
        _disown_track(database, conn, learned.track, but="")
        conn.execute("INSERT OR REPLACE INTO track VALUES (?, ?)", (learned.track, learned.card))
        row = database.row(f"{_OWNER} WHERE k.card = ?", (learned.card,))
        if row:
            entry = entry_from(row)
            _rewrite(conn, entry, with_track(entry.customer, learned))


def _disown_card(database: Database, conn: sqlite3.Connection, card: str) -> None:
    row = database.row(f"{_OWNER} WHERE k.card = ?", (card,))
    if row:
        entry = entry_from(row)
        _rewrite(conn, entry, without_card(entry.customer, card))


def _disown_track(database: Database, conn: sqlite3.Connection, track: str, *, but: str) -> None:
    row = database.row(f"{_OWNER} JOIN track t ON t.card = k.card WHERE t.track = ?", (track,))
    if row and row[1] != but:
        entry = entry_from(row)
        _rewrite(conn, entry, without_track(entry.customer, track))


def _rewrite(conn: sqlite3.Connection, entry: Entry, customer: Customer) -> None:
    """Write what is not searched by: cards and tracks of a customer as they are listed."""
    conn.execute(_UPDATE, (*customer_row(customer, read_at=entry.read_at, balance_at=entry.balance_at), entry.id))


def forget(database: Database, phones: Iterable[str]) -> int:
    """Erase customers: see CustomerCache.forget_all."""
    rows = [database.row(f"{CUSTOMER_SELECT} WHERE c.phone = ?", (phone,)) for phone in phones]
    entries = [entry_from(row) for row in rows if row is not None]
    if not entries:
        return 0
    with database.writing() as conn:
        for entry in entries:
            _erase(conn, entry)
    # Older copies of the pages are still in the WAL.
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(entries)


def _erase(conn: sqlite3.Connection, entry: Entry) -> None:
    cards = [(card,) for card in entry.customer.cards]
    keys = [(key, entry.id) for key in keys_of(entry.customer)]
    conn.executemany("DELETE FROM name_key WHERE key = ? AND customer = ?", keys)
    conn.executemany("DELETE FROM track WHERE card = ?", cards)
    conn.executemany("DELETE FROM card WHERE card = ?", cards)
    conn.execute("DELETE FROM customer WHERE id = ?", (entry.id,))
