"""The evening's comparison: what the till says it did, entry by entry and customer by customer, against the server's ledger."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from pos_app.loyalty.sale import PostingState
from pos_app.store.till_store import TillStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.window.server import Server

ZERO = Decimal(0)
Entry = tuple[str, str, Decimal]
"""Transaction, phone, sum."""


def in_the_ledger(server: Server) -> Counter[Entry]:
    """What the CRM's ledger holds: each entry and how often."""
    entries = server.ask("ledger")["entries"]
    return Counter((each["transactionId"], each["phone"], Decimal(each["sum"])) for each in entries)


def on_the_till(database: Path) -> Counter[Entry]:
    """What the till, closed, says was applied. Everything else in it must be cancelled."""
    store = TillStore.open(database)
    postings = [posting for record in store.recent_sales(10_000) for posting in record.postings]
    store.close()
    assert {each.state for each in postings} <= {PostingState.APPLIED, PostingState.CANCELLED}
    return Counter((each.transaction_id, each.phone, each.sum or ZERO) for each in postings if each.state is PostingState.APPLIED)


def by_customer(entries: Counter[Entry]) -> dict[str, Decimal]:
    """The points of each phone."""
    sums: dict[str, Decimal] = {}
    for (_transaction, phone, points), times in entries.items():
        sums[phone] = sums.get(phone, ZERO) + points * times
    return sums


def in_the_table(table: Path) -> dict[str, Decimal]:
    """The points of each phone in the Journal's English table: earned less used."""
    sums: dict[str, Decimal] = {}
    with table.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            phone = row["Phone"].removeprefix("'")
            sums[phone] = sums.get(phone, ZERO) + Decimal(row["Points earned"]) - Decimal(row["Points used"])
    return sums


def moved(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """By how much balances changed, where they did."""
    return {phone: balance - before[phone] for phone, balance in after.items() if balance != before[phone]}


def balances(server: Server) -> dict[str, Decimal]:
    """What each customer has at the server."""
    return {each["phone"]: Decimal(each["balance"]) for each in server.ask("customers")["customers"]}
