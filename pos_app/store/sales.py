"""Sales: saved once, in one commit with their postings; never edited, never deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from pos_app.loyalty.money import from_cents
from pos_app.loyalty.sale import Posting, PostingState, Sale, SaleIds
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.postings import Postings, holes
from pos_app.store.records import SaleRecord, SavedSale, Visits
from pos_app.store.rows import SALE_COLUMNS, SALE_SELECT, sale_from, sale_row, to_text
from pos_app.store.voids import reversing_posting, reversing_sale

_INSERT = f"""
INSERT INTO sale ({SALE_COLUMNS}) VALUES ({", ".join("?" * (SALE_COLUMNS.count(",") + 1))}) ON CONFLICT (sale_id) DO NOTHING
"""  # noqa: S608 - column names
_VISITS = """
FROM sale s WHERE customer IN ({customers}) AND reverses IS NULL AND gross_cents > 0
AND NOT EXISTS (SELECT 1 FROM sale r WHERE r.reverses = s.seq AND r.gross_cents = -s.gross_cents)
"""
_SEQ = 25
"""Where SALE_SELECT has the ``seq``."""


class Sales:
    """The sales in one open ``till.db``. :class:`pos_app.store.till_store.TillStore` states the contracts."""

    def __init__(self, database: Database, journal: Journal, postings: Postings) -> None:
        self._database = database
        self._journal = journal
        self._postings = postings

    def save(self, sale: Sale, postings: Sequence[Posting]) -> SavedSale:
        """See TillStore."""
        with self._database.writing("sale") as conn:
            added = self._insert(conn, sale, postings)
        if added is not None:
            return SavedSale(sale=sale, postings=added, fresh=True)
        record = self._there(sale.sale_id)
        return SavedSale(sale=record.sale, postings=record.postings, fresh=False)

    def void(self, sale_id: str, *, ids: SaleIds, at: datetime) -> SaleRecord:
        """See TillStore."""
        with self._database.writing("void") as conn:
            original = self._there(sale_id)
            if original.sale.reverses:
                raise ValueError("what takes a sale back is not taken back itself")
            if original.reversed_by:
                reversing_id = original.reversed_by[0]
            else:
                reversing_id = ids.sale_id
                self._reverse(conn, original, ids, at)
            return self._there(reversing_id)

    def record(self, sale_id: str) -> SaleRecord | None:
        """See TillStore."""
        found = self._records("WHERE s.sale_id = ?", (sale_id,))
        return found[0] if found else None

    def recent(self, limit: int, *, before_seq: int | None) -> list[SaleRecord]:
        """See TillStore."""
        if before_seq is None:
            return self._records("ORDER BY s.seq DESC LIMIT ?", (limit,))
        return self._records("WHERE s.seq < ? ORDER BY s.seq DESC LIMIT ?", (before_seq, limit))

    def visits(self, customers: Sequence[str], *, since: datetime) -> Visits | None:
        """See TillStore."""
        those = _VISITS.format(customers=holes(customers))
        last = self._database.row(f"SELECT made_at, to_pay_cents {those} ORDER BY seq DESC LIMIT 1", customers)
        if last is None:
            return None
        count = self._database.rows(f"SELECT count(*) {those} AND made_at >= ?", (*customers, to_text(since)))[0][0]
        return Visits(count=count, last_at=datetime.fromisoformat(last[0]), last_paid=from_cents(last[1]))

    def _there(self, sale_id: str) -> SaleRecord:
        record = self.record(sale_id)
        if record is None:
            raise LookupError(f"there is no sale {sale_id}")
        return record

    def _insert(self, conn: sqlite3.Connection, sale: Sale, postings: Sequence[Posting]) -> tuple[Posting, ...] | None:
        """The postings with their ``seq``; None if a sale with this id is there already: then nothing was written."""
        if any(posting.sale_id != sale.sale_id or posting.state is not PostingState.WAITING for posting in postings):
            raise ValueError("a sale is saved with postings of its own that wait")
        reverses = None
        if sale.reverses:
            reverses = self._there(sale.reverses).seq
        written = conn.execute(_INSERT, sale_row(sale, reverses))
        if not written.rowcount:
            return None
        assert written.lastrowid is not None, "an insert has a rowid"  # noqa: S101 - an invariant
        self._journal.note("sale", written.lastrowid)
        return self._postings.add(conn, written.lastrowid, postings)

    def _reverse(self, conn: sqlite3.Connection, original: SaleRecord, ids: SaleIds, at: datetime) -> None:
        left = [
            posting
            for posting in original.postings
            if posting.state is not PostingState.CANCELLED and not self._postings.take_back(conn, posting.transaction_id, at=at)
        ]
        reversing = reversing_sale(original.sale, sale_id=ids.sale_id, at=at)
        if self._insert(conn, reversing, [reversing_posting(posting, ids) for posting in left]) is None:
            raise ValueError("the ids of a reversal are its own")

    def _records(self, which: str, parameters: Sequence[object]) -> list[SaleRecord]:
        rows = self._database.rows(f"{SALE_SELECT} {which}", parameters)
        if not rows:
            return []
        # All these queries give a run of sales without gaps, so two more are enough for what belongs to them.
        first, last = min(row[_SEQ] for row in rows), max(row[_SEQ] for row in rows)
        postings = self._postings.of_sales(first, last)
        reversals: dict[int, list[str]] = {}
        for seq, reversing_id in self._database.rows(
            "SELECT reverses, sale_id FROM sale WHERE reverses BETWEEN ? AND ? ORDER BY seq", (first, last)
        ):
            reversals.setdefault(seq, []).append(reversing_id)
        return [
            SaleRecord(
                seq=row[_SEQ],
                sale=sale_from(row),
                postings=tuple(postings.get(row[0], ())),
                reversed_by=tuple(reversals.get(row[_SEQ], ())),
            )
            for row in rows
        ]
