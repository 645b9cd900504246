"""What is not delivered yet, as people look at it: who waits, oldest first and a page at most, and all that needs a person.

Each query reads indexes alone and then the rows it shows: 50,000 that wait cost no more than a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pos_app.loyalty.sale import Posting, Sale
from pos_app.store.database import Database
from pos_app.store.postings import Postings, holes
from pos_app.store.rows import SALE_SELECT, sale_from

_PART = 1_000
"""Sales asked for in one statement."""
_STUCK = "SELECT seq FROM posting INDEXED BY posting_person WHERE attention IS NOT NULL ORDER BY seq LIMIT ?"
_WAITING_IN_LINE = """
SELECT seq FROM posting INDEXED BY posting_waiting
WHERE first_in_line = {place} AND settled_at IS NULL AND attention IS NULL ORDER BY seq LIMIT ?1
"""
_WAITING = f"""
SELECT seq FROM (
  SELECT * FROM ({_WAITING_IN_LINE.format(place=1)}) UNION ALL SELECT * FROM ({_WAITING_IN_LINE.format(place=0)})
) ORDER BY seq LIMIT ?1
"""  # noqa: S608 - statements of ours
_LAST_APPLIED = "SELECT settled_at FROM posting WHERE state = 'applied' ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Entry:
    """A posting with the sale it belongs to."""

    posting: Posting
    sale: Sale


class Backlog:
    """In one open ``till.db``; used in its thread. Raises DiskTrouble."""

    def __init__(self, database: Database, postings: Postings) -> None:
        self._database = database
        self._postings = postings

    def stuck(self, *, limit: int) -> list[Entry]:
        """What needs a person, oldest first."""
        return self._entries(self._database.rows(_STUCK, (limit,)))

    def waiting(self, *, limit: int) -> list[Entry]:
        """What is on its way by itself, oldest first."""
        return self._entries(self._database.rows(_WAITING, (limit,)))

    def open(self) -> list[Entry]:
        """All of it, oldest first."""
        postings = self._postings.open(limit=None)
        return [entry for first in range(0, len(postings), _PART) for entry in self._with_sales(postings[first : first + _PART])]

    def last_applied_at(self) -> datetime | None:
        """When the youngest posting that arrived was known to have; None: none has."""
        row = self._database.row(_LAST_APPLIED)
        return datetime.fromisoformat(row[0]) if row else None

    def _entries(self, rows: Sequence[tuple[int]]) -> list[Entry]:
        return self._with_sales(self._postings.these([seq for (seq,) in rows]))

    def _with_sales(self, postings: Sequence[Posting]) -> list[Entry]:
        ids = sorted({each.sale_id for each in postings})
        found = self._database.rows(f"{SALE_SELECT} WHERE s.sale_id IN ({holes(ids)})", ids)
        sales = {sale.sale_id: sale for sale in map(sale_from, found)}
        return [Entry(each, sales[each.sale_id]) for each in postings]
