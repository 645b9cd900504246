"""What people decide about the till's queue, and which debts they forgive, by seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from tests.faults.kill_books import Books
from tests.faults.shopping import Order, card_of
from tests.faults.taking_back import TakingBack

DEBTORS = ("+420725286058", "+420775675667", "+420724253763", "+420774518581", "+421948489660")
"""The sandbox's customers who buy nothing, but whose points somebody else takes."""
WRITE_OFF, GIVE, IN_DOUBT = "write-off", "forgive", "outcome_unknown"
Ledger: TypeAlias = Callable[[], Collection[str] | None]
"""The transactions that are on the server; None: nobody can look now."""


class Deciding:
    """Reads the queue as a person does."""

    def __init__(self, rng: random.Random, taking_back: TakingBack) -> None:
        self._rng, self._taking_back = rng, taking_back
        self._strangers: dict[str, Order] = {}
        self._open: set[str] = set()
        self._debts: dict[str, Decimal] = {}
        self._asked: set[str] = set()
        self._debts_made = 0

    def ordered(self, order: Order) -> None:
        """A sale was ordered; whose points those of a stranger's are is known from now on."""
        if order.to_a_stranger:
            self._strangers[order.sale_id] = order

    def stranger(self, order: Order) -> Order | None:
        """The sale whose points were moved by ``order``."""
        return self._strangers.get(order.sale_id) if order.name == "settle" else None

    def read(self, queue: Sequence[Mapping[str, Any]], books: Books, ledger: Ledger) -> list[Order]:
        """A decision for each entry that needs one and has none, unless somebody has to look at the server first and cannot."""
        needy = [each for each in queue if each["state"] == "needs_person" and each["transaction_id"] not in self._open]
        there = ledger() if any(each["attention"] == IN_DOUBT for each in needy) else frozenset()
        if there is None:
            needy = [each for each in needy if each["attention"] != IN_DOUBT]
        orders = [self._decide(each, books, there or ()) for each in needy]
        self._open |= {each.transaction_id for each in orders}
        return orders

    def answered(self, order: Order) -> None:
        """A decision was heard, or a debt forgiven."""
        self._open.discard(order.transaction_id)
        self._asked.discard(order.phone)
        if order.name == "forgive":
            self._debts.pop(order.phone, None)

    def new_debts(self) -> dict[str, Decimal]:
        """Phone → points that it owes from now on: those who owe nothing, with sums that nobody owed before."""
        made = {}
        for phone in DEBTORS:
            if phone not in self._debts:
                self._debts_made += 1
                made[phone] = Decimal(1000 + self._debts_made) / 100
        self._debts |= made
        return made

    def gift(self) -> Order | None:
        """What a debtor owes is given to them; None if nobody owes anything that was not given yet."""
        able = [phone for phone in self._debts if phone not in self._asked]
        if not able:
            return None
        phone = self._rng.choice(able)
        self._asked.add(phone)
        words = ("forgive", phone, "--reason", "A mistake of the shop", "--json")
        return Order((*words, *(["--no-wait"] if self._rng.random() < 0.3 else [])), phone, (self._debts[phone],))

    def _decide(self, entry: Mapping[str, Any], books: Books, there: Collection[str]) -> Order:
        transaction, stranger = entry["transaction_id"], self._strangers.get(entry["sale_id"])
        words: tuple[str, ...]
        if entry["attention"] == IN_DOUBT:
            words = ("already-there" if transaction in there else "add-now",)
        elif entry["attention"] == "no_customer" and stranger is not None:
            to_card = self._rng.random() < 0.3
            words = ("move", *(("--card", card_of(stranger.phone)) if to_card else ("--phone", stranger.phone)))
        elif self._may_be_given_up(transaction, books):
            taken = entry["sum"] is not None and Decimal(entry["sum"]) < 0
            words = (GIVE if taken and self._rng.random() < 0.7 else WRITE_OFF, "--reason", "Not worth the trouble")
        else:
            words = ("retry",)
        whole = ("settle", transaction, *words, "--who", "Jana", "--json")
        return Order(whole, sale_id=entry["sale_id"], transaction_id=transaction)

    def _may_be_given_up(self, transaction: str, books: Books) -> bool:
        owner = books.owner(transaction)
        if owner is None or self._rng.random() < 0.5:
            return False
        return self._taking_back.leave_alone(owner.sale_id, refund=transaction in owner.refunding)


def gives_up(order: Order) -> bool:
    """Whether the points that this decision is about never reach the server."""
    return order.name == "settle" and order.words[2] in (GIVE, WRITE_OFF)
