"""What this till last knew of each customer's balance, for servers that only take absolute ones (``delivery.md`` §5), and facts
about the till itself that must be as safe as its sales."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.money import from_cents, to_cents
from pos_app.loyalty.sale import PostingState
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.records import LastKnown
from pos_app.store.rows import storable, to_text

ADOPT = "adopt "
"""Followed by a phone, a fact: a person looked at this customer's balance, whatever the server has now counts."""
_PUT = """
INSERT INTO standing (phone, balance_cents, known_at, written_at) VALUES (?, ?, ?, ?)
ON CONFLICT (phone) DO UPDATE SET balance_cents = excluded.balance_cents, known_at = excluded.known_at,
  written_at = coalesce(excluded.written_at, written_at)
"""


class Ledger:
    """Balances by phone, and facts by name, in one open ``till.db``."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def last_known(self, phone: str) -> LastKnown | None:
        """See TillStore."""
        row = self._database.row("SELECT phone, balance_cents, known_at, written_at FROM standing WHERE phone = ?", (phone,))
        return None if row is None else _known(row)

    def know(self, phone: str, balance: Decimal, *, at: datetime, written: bool) -> None:
        """See TillStore."""
        with self._database.writing("standing") as conn:
            conn.execute(_PUT, (phone, to_cents(balance), to_text(at), to_text(at) if written else None))
            self._journal.note("standing", phone)

    def written_since(self, since: datetime) -> list[LastKnown]:
        """See TillStore."""
        rows = self._database.rows(
            "SELECT phone, balance_cents, known_at, written_at FROM standing WHERE written_at >= ? ORDER BY written_at",
            (to_text(since),),
        )
        return [_known(row) for row in rows]

    def left(self, customer: str) -> Decimal | None:
        """See TillStore."""
        known = self.last_known(customer)
        if known is not None:
            return known.balance
        row = self._database.row(
            "SELECT target_cents FROM posting WHERE settled_at IS NOT NULL AND customer = ? AND state = ? "
            "ORDER BY seq DESC LIMIT 1",
            (customer, PostingState.APPLIED.value),
        )
        return None if row is None or row[0] is None else from_cents(row[0])

    def fact(self, name: str) -> str:
        """See TillStore."""
        row = self._database.row("SELECT value FROM fact WHERE name = ?", (name,))
        return str(row[0]) if row else ""

    def state_fact(self, name: str, value: str) -> None:
        """See TillStore."""
        if self.fact(name) == value:
            return
        with self._database.writing("fact") as conn:
            conn.execute(
                "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, storable(value)),
            )
            self._journal.note("fact", name)


def _known(row: tuple[str, int, str, str | None]) -> LastKnown:
    phone, cents, known_at, written_at = row
    return LastKnown(
        phone=phone,
        balance=from_cents(cents),
        known_at=datetime.fromisoformat(known_at),
        written_at=None if written_at is None else datetime.fromisoformat(written_at),
    )
