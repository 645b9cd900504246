"""Refunds of what was sold, by seed, and what each must come to."""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal

from tests.faults.kept import Kept, kept_of
from tests.faults.shopping import Order, Shopping

_TRIES = 10
_MOST_SALES = 40
"""Older ones are left alone."""


@dataclass(slots=True)
class _Sold:
    sale_id: str
    order: Order
    receipt: str
    refunded: Decimal = Decimal(0)
    asked: bool = False
    """A refund of it was not answered yet: no other one is ordered."""


class TakingBack:
    """Draws refunds, in parts and whole, of sales that the till has promised."""

    def __init__(self, rng: random.Random, shopping: Shopping) -> None:
        self._rng, self._shopping = rng, shopping
        self._sold: dict[str, _Sold] = {}
        self._gone: list[_Sold] = []

    def sold(self, sale_id: str, order: Order) -> None:
        """The till has promised this sale: it may be taken back."""
        if not order.to_a_stranger:
            self._sold.setdefault(sale_id, _Sold(sale_id, order, order.words[order.words.index("--receipt") + 1]))
            if len(self._sold) > _MOST_SALES:
                oldest = next((each.sale_id for each in self._sold.values() if not each.asked), "")
                self._sold.pop(oldest, None)

    def leave_alone(self, sale_id: str, *, refund: bool) -> bool:
        """Whether points of the sale, or of a ``refund`` of it, may be given up; if so, nothing more of it is taken back."""
        there = self._sold.get(sale_id)
        if there is None:
            return refund and any(each.sale_id == sale_id for each in self._gone)
        if there.asked or (there.refunded and not refund):
            return False
        del self._sold[sale_id]
        return True

    def answered(self, order: Order) -> None:
        """The till has answered a refund: the next one of its sale may be ordered."""
        there = self._sold.get(order.sale_id)
        if there is not None and there.asked:
            there.asked = False
            there.refunded += order.gross
            if order.closes:
                self._gone = [*self._gone[-20:], self._sold.pop(order.sale_id)]

    def next(self) -> Order | None:
        """A refund; None if nothing can be taken back now."""
        able = [each for each in self._sold.values() if not each.asked]
        if not able:
            return None
        sold = self._rng.choice(able)
        for _ in range(_TRIES):
            rest = sold.order.gross - sold.refunded
            whole = self._rng.random() < 0.4
            amount = rest if whole else Decimal(self._rng.randrange(1, int(rest * 100))) / 100
            order = self._refund(sold, amount, whole=whole)
            if order is not None:
                sold.asked = True
                return order
        return None

    def too_much(self) -> Order | None:
        """A refund of a sale of which nothing is left: the till must refuse it."""
        if not self._gone:
            return None
        sold = self._rng.choice(self._gone)
        return Order(("refund", sold.sale_id, "--json"), sale_id=sold.sale_id)

    def _refund(self, sold: _Sold, amount: Decimal, *, whole: bool) -> Order | None:
        before, after = (_kept(sold.order, refunded) for refunded in (sold.refunded, sold.refunded + amount))
        back = [(before.used, after.used, 1), (before.earned, after.earned, -1)]
        # Points that are left to the very end make it plain whether the last part called them off.
        if any(old and (old == new or (not new and not whole)) for old, new, _sign in back):
            return None
        sums = tuple(sign * (old - new) for old, new, sign in back if old)
        if not self._shopping.take(sold.order.phone, sums):
            return None
        name = self._rng.choice((sold.sale_id, sold.sale_id[:8], sold.receipt))
        words = ["refund", name, "--refund-id", self._shopping.new_id(), "--json"]
        words += [] if whole else ["--amount", str(amount)]
        words += ["--no-wait"] if self._rng.random() < 0.3 else []
        return Order(
            tuple(words),
            sold.order.phone,
            sums,
            money=before.paid - after.paid,
            gross=amount,
            sale_id=sold.sale_id,
            closes=whole,
        )


def _kept(sale: Order, refunded: Decimal) -> Kept:
    used = sum((-each for each in sale.sums if each < 0), Decimal(0))
    whole = Kept(paid=sale.money, used=used, earned=max(sale.sums))
    return kept_of(whole, bonus=Decimal(sale.bonus), gross=sale.gross, refunded=refunded)
