"""What the till is told to do next, by seed, and what is learned from how it answered."""

from __future__ import annotations

import random
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.faults.deciding import Deciding, Ledger, gives_up
from tests.faults.kill_books import Books
from tests.faults.kill_copies import look_at_copy
from tests.faults.shopping import Order, Shopping
from tests.faults.taking_back import TakingBack

BY_ITSELF = {"sell": (0, 1, 2), "sync": (0, 1, 3, 4), "queue": (0, 1), "refund": (0, 1, 2), "settle": (0, 1, 2),
             "forgive": (0, 1, 2), "backup": (0, 1), "verify": (0,)}  # fmt: skip
"""Exit codes of a command that was not killed."""
_COPIES = 2
"""Files that are written over, again and again."""


class Broken(AssertionError):
    """The proof failed: the sentences say how."""


class Acts:
    """Orders without end; :meth:`heard` tells the books. ``copies``: where copies are made."""

    def __init__(self, seed: int, copies: Path) -> None:
        self._rng = random.Random(f"{seed} acts")
        self._shopping = Shopping(random.Random(f"{seed} sales"))
        self._taking_back = TakingBack(random.Random(f"{seed} refunds"), self._shopping)
        self._deciding = Deciding(random.Random(f"{seed} decisions"), self._taking_back)
        self._copies = copies
        self._unanswered: list[Order] = []

    def next(self) -> Order:
        """The next command: mostly a sale."""
        if self._unanswered and self._rng.random() < 0.3:
            return self._unanswered.pop(self._rng.randrange(len(self._unanswered)))
        drawn = self._rng.random()
        if drawn < 0.10:
            return Order(("sync", "--json"))
        if drawn < 0.14:
            return Order(("queue", "--json"))
        if drawn < 0.16:
            file = self._copies / f"till-{self._rng.randrange(_COPIES)}.db"
            return Order(("backup", str(file), "--json"))
        if drawn < 0.17:
            return Order(("verify", "--json"))
        other: Order | None = None
        if drawn < 0.32:
            other = self._taking_back.next()
        elif drawn < 0.33:
            other = self._taking_back.too_much()
        elif drawn < 0.36:
            other = self._deciding.gift()
        return other or self._sale()

    @property
    def has_unanswered(self) -> bool:
        """Whether anything must be ordered again."""
        return bool(self._unanswered)

    def unheard(self) -> set[str]:
        """The sales whose refund or decision was killed before it answered: it may have called their points off."""
        return {each.sale_id for each in self._unanswered if each.sale_id and each.name != "sell"}

    def unanswered(self) -> list[Order]:
        """What must be ordered again, and from now on is on whoever asked."""
        orders, self._unanswered = self._unanswered, []
        return orders

    def debts(self) -> dict[str, Decimal]:
        """See :meth:`Deciding.new_debts`."""
        return self._deciding.new_debts()

    def heard(
        self,
        order: Order,
        answer: Mapping[str, Any] | None,
        code: int,
        errors: str,
        books: Books,
        ledger: Ledger,
    ) -> None:
        """A command has ended, whole ``answer`` or none. Raises Broken."""
        match order.name:
            case "sell":
                self._sold(order, answer, code, books)
            case "refund":
                self._taken_back(order, answer, code, errors, books)
            case "settle":
                self._decided(order, answer is not None or code == 2, errors, books)
            case "forgive":
                self._forgiven(order, answer, code, errors, books)
            case "queue" | "sync" if answer is not None:
                self._unanswered += self._deciding.read(answer["waiting"], books, ledger)
            case "backup":
                sales = None if answer is None else int(answer["sales"])
                _is_empty(look_at_copy(Path(order.words[1]), sales=sales, holds=books.sale_ids()))
            case "verify" if answer is not None:
                _is_empty(answer["findings"])

    def _sale(self) -> Order:
        order = self._shopping.sale()
        self._deciding.ordered(order)
        return order

    def _sold(self, order: Order, answer: Mapping[str, Any] | None, code: int, books: Books) -> None:
        if answer is not None:
            books.promised(order, answer)
            self._taking_back.sold(answer["sale_id"], order)
        elif code == 2:
            books.refused(order)
        elif order.until_answered:
            self._again(order)
        else:
            books.maybe(order)

    def _taken_back(self, order: Order, answer: Mapping[str, Any] | None, code: int, errors: str, books: Books) -> None:
        if not order.sums:
            if answer is not None or code == 0:
                raise Broken(f"more was taken back than there was: {' '.join(order.words)} was answered with {answer}")
        elif code == 2:
            raise Broken(f"what is left could not be taken back: {' '.join(order.words)} ended with {errors}")
        elif answer is None:
            self._again(order)
        elif books.taken_back(order, answer):
            self._taking_back.answered(order)
            if self._rng.random() < 0.2:
                # For want of an answer, as far as somebody else knows.
                self._again(order)

    def _decided(self, order: Order, done: bool, errors: str, books: Books) -> None:
        if not done:
            self._again(order)
            return
        self._deciding.answered(order)
        if gives_up(order):
            books.gave_up(order.transaction_id)
        elif (stranger := self._deciding.stranger(order)) is not None and "move" in order.words:
            books.moved(order.transaction_id)
            # Asked again, the till tells the ids that the points have now.
            self._again(stranger)
        with suppress(ValueError):
            self._unanswered.remove(order)
        if errors and (gives_up(order) or "move" in order.words) and "nothing to decide" not in errors:
            raise Broken(f"{' '.join(order.words)} wrote: {errors}")

    def _forgiven(self, order: Order, answer: Mapping[str, Any] | None, code: int, errors: str, books: Books) -> None:
        if answer is not None:
            books.promised(order, answer)
        elif code == 2 and "owes no points" in errors:
            # An earlier try was killed before it could answer.
            books.shown(order)
        else:
            self._again(order)
            return
        self._deciding.answered(order)

    def _again(self, order: Order) -> None:
        self._unanswered.append(replace(order, forget_customers=False))


def _is_empty(sentences: list[str]) -> None:
    if sentences:
        raise Broken("\n".join(sentences))
