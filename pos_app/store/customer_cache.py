"""``customers.db``: the customers this till has read, for finding them at once and without a network.

A cache: it may be deleted at any time, and a damaged one is put aside and started over by itself. Used in the one thread that
opened it (:class:`pos_app.store.thread.DatabaseThread`). Every method raises DiskTrouble when the disk does not take or give data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pos_app.loyalty.customer import CardTrack, Customer
from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.customer_rows import CUSTOMER_SELECT, CachedCustomer, entry_from
from pos_app.store.customer_schema import CUSTOMERS
from pos_app.store.customer_search import find
from pos_app.store.customer_writes import forget, learn, put_page
from pos_app.store.database import LOCK_WAIT_S, Database, open_database
from pos_app.store.rows import storable, to_text
from pos_app.store.trouble import Damaged, Newer

__all__ = ["CachedCustomer", "CustomerCache"]

PAGE = 500
"""Customers written in one transaction: a longer one would hold up whoever is typing."""

R = TypeVar("R")


class CustomerCache:
    """Customers by phone, card, track, digits and name."""

    def __init__(self, database: Database, *, lock_wait_s: float = LOCK_WAIT_S) -> None:
        self._database = database
        self._lock_wait_s = lock_wait_s

    @classmethod
    def open(cls, path: Path, *, lock_wait_s: float = LOCK_WAIT_S) -> CustomerCache:
        """Open or make the file; one that is damaged, or of a newer program, is put aside. Raises DiskBusy, DiskTrouble."""
        try:
            database = _open(path, lock_wait_s)
        except (Damaged, Newer):
            _put_aside(path)
            database = _open(path, lock_wait_s)
        return cls(database, lock_wait_s=lock_wait_s)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def put(self, customer: Customer, as_of: datetime) -> None:
        """Remember what a server said of ``customer`` at ``as_of`` (UTC). Needs a phone (ValueError).

        What the server left out (None, an empty text or list) stays as it was; ``CachedCustomer.as_of`` moves on only with a
        balance. The later put wins, whatever the clock says. A card belongs to the customer it was last put with.
        """
        self.put_many([customer], as_of)

    def put_many(self, customers: Iterable[Customer], as_of: datetime) -> None:
        """:meth:`put` for many, in transactions of at most 500."""
        left = iter(customers)
        while page := list(islice(left, PAGE)):
            self._do(lambda database, page=page: put_page(database, page, as_of))  # type: ignore[misc]

    def by_phone(self, phone: str) -> CachedCustomer | None:
        """The customer with exactly this phone (E.164)."""
        return self._one("WHERE c.phone = ?", phone)

    def with_phones(self, phones: Sequence[str]) -> list[Customer]:
        """The customers who have one of these phones (E.164)."""
        which = ", ".join("?" * len(phones))
        rows = self._do(lambda database: database.rows(f"{CUSTOMER_SELECT} WHERE c.phone IN ({which})", phones))
        return [entry_from(row).customer for row in rows]

    def by_card(self, card: str) -> CachedCustomer | None:
        """The customer with exactly this card number."""
        return self._one("WHERE c.id = (SELECT customer FROM card WHERE card = ?)", card)

    def by_track(self, track: str) -> CachedCustomer | None:
        """The customer with the card that reads as ``track``; ``customer.tracks`` says which card that is."""
        return self._one("WHERE c.id = (SELECT k.customer FROM track t JOIN card k ON k.card = t.card WHERE t.track = ?)", track)

    def learn_track(self, card: str, track: str) -> None:
        """Remember that ``card`` reads as ``track``, also of a card whose customer is not known yet."""

        self._do(lambda database: learn(database, CardTrack(storable(card), storable(track))))

    def search(self, text: str, *, limit: int = 20) -> list[CachedCustomer]:
        """At most ``limit`` customers that ``text`` fits.

        Digits: phones, then cards, that end with them; with a leading + phones that begin so. Anything else: people with a word of
        the name beginning with each word of ``text``, in any order, without regard to accents and case; text with digits in it also
        is the end of a card number.
        """
        return self._do(lambda database: [entry.cached for entry in find(database, storable(text), limit=limit)])

    def read_at(self, phone: str) -> datetime | None:
        """When anything was last read of the customer with exactly this phone (UTC); None: not known here."""
        row = self._do(lambda database: database.row(f"{CUSTOMER_SELECT} WHERE c.phone = ?", (storable(phone),)))
        return entry_from(row).read_at if row else None

    def unread_since(self, moment: datetime, *, after: str, limit: int) -> list[Customer]:
        """At most ``limit`` customers of whom nothing was read since ``moment`` (UTC), in the order of phones, beyond ``after``."""
        where = "WHERE c.read_at < ? AND c.phone > ? ORDER BY c.phone LIMIT ?"
        rows = self._do(lambda database: database.rows(f"{CUSTOMER_SELECT} {where}", (to_text(moment), after, limit)))
        return [entry_from(row).customer for row in rows]

    def forget(self, phone: str) -> bool:
        """Erase one customer from the disk, with cards, tracks and what was put aside; False if there is none."""
        return bool(self.forget_all([phone]))

    def forget_all(self, phones: Sequence[str]) -> int:
        """:meth:`forget` for many, in one transaction; how many there were."""
        for copy in _damaged(self._database.path):
            with suppress(FileNotFoundError):
                copy.unlink()
        return self._do(lambda database: forget(database, phones))

    def count(self) -> int:
        """How many customers are known here."""
        return int(self._do(lambda database: database.rows("SELECT count(*) FROM customer"))[0][0])

    def _one(self, where: str, value: str) -> CachedCustomer | None:
        row = self._do(lambda database: database.row(f"{CUSTOMER_SELECT} {where}", (storable(value),)))
        return entry_from(row).cached if row else None

    def _do(self, work: Callable[[Database], R]) -> R:
        """Work on the file; if it turns out to be damaged, start over with an empty one."""
        try:
            return work(self._database)
        except Damaged:
            path = self._database.path
            with suppress(DiskTrouble):
                self._database.close()
            _put_aside(path)
            self._database = _open(path, self._lock_wait_s)
            return work(self._database)


def _open(path: Path, lock_wait_s: float) -> Database:
    database = open_database(path, CUSTOMERS, lock_wait_s=lock_wait_s)
    # Whoever asks to be forgotten is overwritten, not only unlinked; many builds of SQLite do not do that by themselves.
    database.rows("PRAGMA secure_delete = ON")
    return database


def _put_aside(path: Path) -> None:
    """Rename the file and its WAL, so that whoever wants can look at them: the last ones only, they hold people's data."""
    try:
        for each, aside in zip((path, path.with_name(path.name + "-wal")), _damaged(path), strict=True):
            if each.exists():
                each.replace(aside)
    except OSError as error:
        raise DiskTrouble(f"{path} is damaged and cannot be put aside: {error.strerror}.") from error


def _damaged(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + ".damaged"), path.with_name(path.name + "-wal.damaged")
