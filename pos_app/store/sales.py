"""Sales: saved once, in one commit with their postings; never edited, never deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from pos_app.loyalty.money import from_cents
from pos_app.loyalty.sale import Posting, PostingState, Sale
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.postings import Postings, holes
from pos_app.store.queue_sql import NOT_OF_A_PERSON
from pos_app.store.records import SaleRecord, SavedSale, Visits
from pos_app.store.rows import SALE_COLUMNS, SALE_SELECT, sale_from, sale_row, to_text

_INSERT = f"""
INSERT INTO sale ({SALE_COLUMNS}) VALUES ({", ".join("?" * (SALE_COLUMNS.count(",") + 1))}) ON CONFLICT (sale_id) DO NOTHING
"""  # noqa: S608 - column names
_VISITS = """
FROM sale s WHERE customer IN ({customers}) AND reverses IS NULL
AND s.gross_cents + coalesce((SELECT sum(r.gross_cents) FROM sale r WHERE r.reverses = s.seq), 0) > 0
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
            added = self.insert(conn, sale, postings)
        if added is not None:
            return SavedSale(sale=sale, postings=added, fresh=True)
        record = self.there(sale.sale_id)
        return SavedSale(sale=record.sale, postings=record.postings, fresh=False)

    def record(self, sale_id: str) -> SaleRecord | None:
        """See TillStore."""
        found = self._records("WHERE s.sale_id = ?", (sale_id,))
        return found[0] if found else None

    def recent(self, limit: int, *, before_seq: int | None) -> list[SaleRecord]:
        """See TillStore."""
        if before_seq is None:
            return self._records(f"WHERE {NOT_OF_A_PERSON} ORDER BY s.seq DESC LIMIT ?", (limit,))
        return self._records(f"WHERE s.seq < ? AND {NOT_OF_A_PERSON} ORDER BY s.seq DESC LIMIT ?", (before_seq, limit))

    def named(self, text: str, *, shortest: int) -> list[str]:
        """See TillStore."""
        # A UUID is written with 0-9, a-f and hyphens: nothing in it sorts after "g".
        rows = self._database.rows(
            "SELECT sale_id FROM sale WHERE sale_id = lower(?1) "
            "UNION SELECT sale_id FROM sale WHERE length(?1) >= ?2 "
            "AND sale_id > lower(?1) AND sale_id < lower(?1) || 'g' AND reverses IS NULL "
            "UNION SELECT sale_id FROM sale WHERE receipt = ?1 AND receipt != '' AND reverses IS NULL LIMIT 2",
            (text, shortest),
        )
        return [sale_id for (sale_id,) in rows]

    def visits(self, customers: Sequence[str], *, since: datetime) -> Visits | None:
        """See TillStore."""
        those = _VISITS.format(customers=holes(customers))
        last = self._database.row(f"SELECT made_at, to_pay_cents {those} ORDER BY seq DESC LIMIT 1", customers)
        if last is None:
            return None
        count = self._database.rows(f"SELECT count(*) {those} AND made_at >= ?", (*customers, to_text(since)))[0][0]
        return Visits(count=count, last_at=datetime.fromisoformat(last[0]), last_paid=from_cents(last[1]))

    def there(self, sale_id: str) -> SaleRecord:
        """The sale with this id. Raises LookupError."""
        record = self.record(sale_id)
        if record is None:
            raise LookupError(f"there is no sale {sale_id}")
        return record

    def insert(
        self, conn: sqlite3.Connection, sale: Sale, postings: Sequence[Posting], *, first: bool = False
    ) -> tuple[Posting, ...] | None:
        """The postings with their ``seq``; None if a sale with this id is there already: then nothing was written.

        ``first``: they go in front of all that waits.
        """
        if any(posting.sale_id != sale.sale_id or posting.state is not PostingState.WAITING for posting in postings):
            raise ValueError("a sale is saved with postings of its own that wait")
        reverses = None
        if sale.reverses:
            reverses = self.there(sale.reverses).seq
        written = conn.execute(_INSERT, sale_row(sale, reverses))
        if not written.rowcount:
            return None
        assert written.lastrowid is not None, "an insert has a rowid"  # noqa: S101 - an invariant
        self._journal.note("sale", written.lastrowid)
        if first:
            return tuple(self._postings.put_first(conn, written.lastrowid, each) for each in postings)
        return self._postings.add(conn, written.lastrowid, postings)

    def _records(self, which: str, parameters: Sequence[object]) -> list[SaleRecord]:
        rows = self._database.rows(f"{SALE_SELECT} {which}", parameters)
        if not rows:
            return []
        # All these queries give a run of sales, so two more are enough for what belongs to them.
        first, last = min(row[_SEQ] for row in rows), max(row[_SEQ] for row in rows)
        postings = self._postings.of_sales(first, last)
        reversals: dict[int, list[tuple[str, int]]] = {}
        for seq, *reversing in self._database.rows(
            "SELECT reverses, sale_id, gross_cents FROM sale WHERE reverses BETWEEN ? AND ? ORDER BY seq", (first, last)
        ):
            reversals.setdefault(seq, []).append((reversing[0], reversing[1]))
        return [
            SaleRecord(
                seq=row[_SEQ],
                sale=sale_from(row),
                postings=tuple(postings.get(row[0], ())),
                reversed_by=tuple(reversing_id for reversing_id, _cents in reversals.get(row[_SEQ], ())),
                refunded=from_cents(-sum(cents for _id, cents in reversals.get(row[_SEQ], ()))),
            )
            for row in rows
        ]
