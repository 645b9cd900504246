"""What the till is told to sell, by seed: to a dozen customers, with sums that alone tell in the ledger which sale they are of."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from pos_app.sandbox.people import NOBODYS_PHONE

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
_OPTIONS = ("--no-wait", "--points-later")


@dataclass(frozen=True, slots=True)
class Order:
    """One command. ``phone`` and ``sums`` are what it does to the ledger if it is done; those that only look have neither.

    One with an id (``--sale-id``, ``--refund-id``), a decision and a gift are ordered again until the till has answered.
    """

    words: tuple[str, ...]
    phone: str = ""
    sums: tuple[Decimal, ...] = ()
    money: Decimal = Decimal(0)
    """What a sale takes, or a refund hands back."""
    gross: Decimal = Decimal(0)
    bonus: int = 0
    """Of a sale, percent."""
    sale_id: str = ""
    """The sale that a refund takes back; of a sale: the id that it was given."""
    closes: bool = False
    """Nothing is left of the sale after this refund."""
    transaction_id: str = ""
    """What a person decides about."""
    forget_customers: bool = False
    """The search cache is deleted before, as anybody may, and the server cannot be reached for a while."""

    @property
    def name(self) -> str:
        """The command."""
        return self.words[0]

    @property
    def kind(self) -> str:
        """For what takes how long."""
        return " ".join((self.name, *(word for word in self.words if word in _OPTIONS)))

    @property
    def until_answered(self) -> bool:
        """Whether it is ordered again for want of an answer."""
        return self.name in ("refund", "settle", "forgive") or "--sale-id" in self.words

    @property
    def to_a_stranger(self) -> bool:
        """A sale whose points a person moves to ``phone``: nobody has the one that was typed."""
        return self.name == "sell" and self.words[1] == NOBODYS_PHONE


class Shopping:
    """Sales without end. No two sums of one customer are the same, refunds among them."""

    def __init__(self, rng: random.Random, *, shoppers: Sequence[Shopper] = SHOPPERS) -> None:
        self._rng = rng
        self._shoppers = shoppers
        self._taken: set[tuple[str, Decimal]] = set()
        self._gross = {each.phone: 100 for each in SHOPPERS}
        self._redeemed = {each.phone: 100 for each in SHOPPERS}
        self._receipts = 0

    def new_id(self) -> str:
        """As a program makes one up that means to ask again."""
        return str(uuid.UUID(int=self._rng.getrandbits(128), version=4))

    def take(self, phone: str, sums: Sequence[Decimal]) -> bool:
        """Whether no other order of this customer has any of these sums; if so, none will."""
        if any((phone, each) in self._taken for each in sums):
            return False
        self._taken.update((phone, each) for each in sums)
        return True

    def sale(self, *, plain: bool = False) -> Order:
        """A sale; unless ``plain`` at times with points, saved only, or to a number that cannot be looked up."""
        who = self._rng.choice(self._shoppers)
        later = not plain and not who.discount and self._rng.random() < 0.08
        stranger = later and self._rng.random() < 0.4
        redeem = Decimal(0)
        if who.has_points and not plain and not later and self._rng.random() < 0.3:
            redeem = self._points_to_use(who)
        gross, to_pay, earned = self._price(who, redeem)
        self._receipts += 1
        words = ["sell", NOBODYS_PHONE if stranger else who.card if self._rng.random() < 0.25 else who.phone]
        words += ["--amount", str(gross), "--receipt", str(self._receipts)]
        words += ["--redeem", str(redeem)] if redeem else []
        words += ["--points-later"] if later else []
        words += ["--no-wait"] if self._rng.random() < 0.2 else []
        sale_id = self.new_id() if stranger or (not plain and self._rng.random() < 0.2) else ""
        words += ["--sale-id", sale_id] if sale_id else []
        return Order(
            (*words, "--json"),
            who.phone,
            (-redeem, earned) if redeem else (earned,),
            money=to_pay,
            gross=Decimal(gross),
            bonus=who.bonus,
            sale_id=sale_id,
            forget_customers=later and not stranger,
        )

    def _points_to_use(self, who: Shopper) -> Decimal:
        while True:
            self._redeemed[who.phone] += 1
            redeem = self._redeemed[who.phone] * CENT
            if self.take(who.phone, (-redeem,)):
                return redeem

    def _price(self, who: Shopper, redeem: Decimal) -> tuple[int, Decimal, Decimal]:
        """The next whole amount whose points are nobody else's, what is to pay, and the points."""
        while True:
            self._gross[who.phone] += 1
            gross = self._gross[who.phone]
            to_pay = gross * Decimal(100 - who.discount) / 100 - redeem
            earned = (to_pay * who.bonus / 100).quantize(CENT, rounding=ROUND_FLOOR)
            if self.take(who.phone, (earned,)):
                return gross, to_pay, earned


def card_of(phone: str) -> str:
    """A shopper's card."""
    return next(each.card for each in SHOPPERS if each.phone == phone)
