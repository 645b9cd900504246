"""What a merchant's CRM keeps: its customers, their points, and every change of them, once.

The rules, for every ledger behind the hook:

- Entries are only added. A customer's balance is the opening balance plus the sum of the entries; it may be negative.
- The same transactionId again, with the same sum for the same customer, changes nothing and is answered like the first time.
  With another sum or for another customer it is refused: that is two different things under one name.
- A customer is known by phone and by card numbers. Those given and known must agree; a phone that is given must be the customer's.
- Every call is one whole: it happens or it does not, whatever thread it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from pos_app.loyalty.customer import CardInstall, CardTrack, Customer, Standing
from pos_app.loyalty.errors import DiskTrouble, NoSuchCustomer, Refused

# The words that a ledger speaks in, for those who deal with one.
__all__ = ["CardInstall", "CardTrack", "Customer", "DiskTrouble", "Entry", "Ledger", "NoSuchCustomer", "Refused", "Standing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change of one customer's points."""

    seq: int
    """The ledger's order, from 1."""
    transaction_id: str
    customer_id: str
    phone: str
    """E.164, the customer's when it was written."""
    sum: Decimal
    """Points, signed, exact to 0.01."""
    balance_after: Decimal
    at: datetime
    """UTC."""
    lifetime_days: int | None = None
    """As it was asked for. Kept for whoever expires points; no ledger here does."""


class Ledger(Protocol):
    """The CRM's books. Raises NoSuchCustomer, Refused, DiskTrouble."""

    def enrol(self, customer: Customer) -> Customer:
        """Take in a customer, with ``standing.balance`` as the opening balance; the answer has the CRM's ``remote_id``.

        A phone that is known already is the same customer: cards and fields that were missing are filled in, points, bonus and
        discount stay. Raises Refused if a card is somebody else's.
        """
        ...

    def find(self, *, phone: str, cards: tuple[str, ...]) -> Customer:
        """The customer with the present standing. ``phone`` (E.164) may be "" where a card is given."""
        ...

    def add(self, *, phone: str, cards: tuple[str, ...], points: Decimal, transaction_id: str, lifetime_days: int | None) -> Entry:
        """Add ``points`` (signed) once for this ``transaction_id``; the entry, of now or of the first time."""
        ...

    def entries(self) -> tuple[Entry, ...]:
        """Everything that was added, in order."""
        ...

    def customers(self) -> tuple[Customer, ...]:
        """Everybody, with the present standing, in the order of enrolling."""
        ...
