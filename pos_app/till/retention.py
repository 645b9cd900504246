"""Forgetting customers whom the server has not told of for longer than the shop wants to remember them.

Nobody is forgotten whom PassQuare still has (they are read again), who has points on their way or owes some, or whose sale lies on
the counter.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from pos_app.loyalty.customer import Customer
from pos_app.loyalty.unfinished import Shelf
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore

PAGE = 100
"""Customers looked at and erased at once: a longer page would hold up whoever is typing."""


class Retention:
    """Blocks on the disk and raises DiskTrouble: for the refresher's thread. ``days``: how long, as chosen now; 0: for ever."""

    def __init__(
        self,
        *,
        cache: DatabaseThread[CustomerCache],
        store: DatabaseThread[TillStore],
        shelf: Callable[[], Shelf],
        days: Callable[[], int],
        now: Callable[[], datetime],
    ) -> None:
        """``shelf``: the sales that were begun."""
        self._cache, self._store, self._shelf, self._days, self._now = cache, store, shelf, days, now

    def oldest(self) -> datetime | None:
        """What was read before this is too old; None: nothing is."""
        days = self._days()
        return self._now() - timedelta(days=days) if days else None

    def forget_old(self) -> int:
        """Erase all who are too old now; how many. Only after everybody was read whom the server has."""
        oldest, after, erased = self.oldest(), "", 0
        if oldest is None:
            return 0
        while old := self._cache.call(lambda cache, it=after: cache.unread_since(oldest, after=it, limit=PAGE)):  # type: ignore[misc]
            after = old[-1].phone
            shelf = self._shelf()
            begun = {each.buyer for each in (shelf.current, *shelf.held) if each is not None and each.buyer is not None}
            on_counter = {buyer.phone for buyer in begun} | {buyer.card for buyer in begun} - {""}
            gone = [each.phone for each in old if not self._is_needed(each, on_counter)]
            if gone:
                erased += self._cache.call(lambda cache, these=gone: cache.forget_all(these))  # type: ignore[misc]
        return erased

    def _is_needed(self, customer: Customer, on_counter: set[str]) -> bool:
        balance = customer.standing.balance
        if balance is not None and balance < 0:
            return True
        if not on_counter.isdisjoint((customer.phone, *customer.cards)):
            return True
        return bool(self._store.call(lambda it: it.moving_points(phone=customer.phone, cards=customer.cards, since=None)))
