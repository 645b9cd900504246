"""What ``customers.db`` holds: the customers this till has read, laid out for finding them while somebody types.

Plain B-trees only, each search one range scan (``speed.md`` §4). Digits are found by their end, through a column that holds them
backwards. Names are found through ``name_key``: one entry per ordered pair of a customer's words, so that any word can come first
and any other second (``novakova jana``, ``jana novakova``). ``pivot`` lists the first names, and the words of surnames of more than
one word: every pair has one of these in it, and there are few of them that begin alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.store.layout import Layout

if TYPE_CHECKING:
    import sqlite_utils

# `extra`: cards, tracks, installs and invites as JSON, to read a customer in one go; `card` and `track` are for finding them.
_TABLES = (
    """
    CREATE TABLE customer (
      id INTEGER PRIMARY KEY,
      phone TEXT NOT NULL UNIQUE,
      backwards TEXT NOT NULL,
      name TEXT NOT NULL,
      surname TEXT NOT NULL,
      middlename TEXT NOT NULL,
      email TEXT NOT NULL,
      birthday TEXT,
      balance_cents INTEGER,
      bonus_percent TEXT,
      discount_percent TEXT,
      template_uuid TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      invited_by TEXT NOT NULL,
      extra TEXT NOT NULL,
      read_at TEXT NOT NULL,
      balance_at TEXT
    ) STRICT
    """,
    "CREATE INDEX customer_backwards ON customer (backwards)",
    "CREATE TABLE card (card TEXT PRIMARY KEY, backwards TEXT NOT NULL, customer INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX card_backwards ON card (backwards)",
    "CREATE TABLE track (track TEXT PRIMARY KEY, card TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX track_card ON track (card)",
    "CREATE TABLE name_key (key TEXT, customer INTEGER, PRIMARY KEY (key, customer)) STRICT, WITHOUT ROWID",
    "CREATE TABLE pivot (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
)


def search_cache(database: sqlite_utils.Database) -> None:
    """Version 1."""
    for statement in _TABLES:
        database.execute(statement)


CUSTOMERS = Layout(name="customers", application_id=0x706F7343, precious=False, steps=(search_cache,))
"""``posC`` in ASCII."""
