"""What the till is told to do, by seed: sales to a dozen customers, whose sums alone tell in the ledger which sale they are of."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Shopper:
    """One of the sandbox's customers. Rates in percent."""

    phone: str
    card: str
    bonus: int = 5
    discount: int = 0
    has_points: bool = True


SHOPPERS = (
    Shopper("+420603551482", "200044717712", discount=5),
    Shopper("+420000000001", "120", bonus=10, discount=25),
    Shopper("+420728904482", "200051032261"),
    Shopper("+420737216482", "200038860915"),
    Shopper("+420605318019", "200040125518"),
    Shopper("+420776240355", "200047236094"),
    Shopper("+421905663770", "200049981045"),
    Shopper("+420774508140", "200052290140"),
    Shopper("+420608417583", "200058165583"),
    Shopper("+420721660427", "200053749034"),
    Shopper("+420604873915", "200056011177", has_points=False),
    Shopper("+420775032268", "200057324410"),
    Shopper("+420792518036", "200059407356", has_points=False),
)


@dataclass(frozen=True, slots=True)
class Order:
    """One command. A sale's ``phone`` and ``sums`` are what it does to the ledger if it is saved; others have neither."""

    words: tuple[str, ...]
    phone: str = ""
    sums: tuple[Decimal, ...] = ()
    forget_customers: bool = False
    """The search cache is deleted before, as anybody may, and the server cannot be reached for a while."""

    @property
    def kind(self) -> str:
        """For what takes how long."""
        return " ".join(word for word in self.words if word in ("sell", "sync", "queue", "--no-wait", "--points-later"))


class Shopping:
    """Orders without end. No two sales of one customer have a sum in common."""

    def __init__(self, rng: random.Random, *, shoppers: Sequence[Shopper] = SHOPPERS) -> None:
        self._rng = rng
        self._shoppers = shoppers
        self._taken: set[tuple[str, Decimal]] = set()
        self._gross = {each.phone: 100 for each in SHOPPERS}
        self._redeemed = {each.phone: 100 for each in SHOPPERS}

    def next(self) -> Order:
        """The next command: mostly a sale."""
        drawn = self._rng.random()
        if drawn < 0.10:
            return Order(("sync", "--json"))
        if drawn < 0.14:
            return Order(("queue", "--json"))
        return self.sale()

    def sale(self, *, plain: bool = False) -> Order:
        """A sale; unless ``plain`` at times with points, saved only, or to a number that cannot be looked up."""
        who = self._rng.choice(self._shoppers)
        later = not plain and not who.discount and self._rng.random() < 0.06
        redeem = Decimal(0)
        if who.has_points and not plain and not later and self._rng.random() < 0.3:
            self._redeemed[who.phone] += 1
            redeem = self._redeemed[who.phone] * CENT
        words = ["sell", who.card if self._rng.random() < 0.25 else who.phone]
        gross, earned = self._price(who, redeem)
        words += ["--amount", str(gross), "--receipt", str(len(self._taken))]
        words += ["--redeem", str(redeem)] if redeem else []
        words += ["--points-later"] if later else []
        words += ["--no-wait"] if self._rng.random() < 0.2 else []
        sums = (-redeem, earned) if redeem else (earned,)
        return Order((*words, "--json"), who.phone, sums, forget_customers=later)

    def _price(self, who: Shopper, redeem: Decimal) -> tuple[int, Decimal]:
        """The next whole amount whose points are nobody else's, and the points."""
        while True:
            self._gross[who.phone] += 1
            gross = self._gross[who.phone]
            net = gross * Decimal(100 - who.discount) / 100 - redeem
            earned = (net * who.bonus / 100).quantize(CENT, rounding=ROUND_FLOOR)
            if (who.phone, earned) not in self._taken:
                self._taken.add((who.phone, earned))
                return gross, earned
