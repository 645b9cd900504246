"""The books of the proof: what was ordered and what was promised, against what the ledger says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.faults.lossy_server import Entry
from tests.faults.shopping import Order


@dataclass
class _Sale:
    """One ordered sale and what became of its command."""

    order: Order
    postings: dict[str, Decimal | None] = field(default_factory=dict)
    """Transaction id → sum, as promised; None: worked out later."""
    shown: bool = False
    """Promised on a screen, which names no transactions."""
    refused: bool = False
    found: list[Decimal] = field(default_factory=list)
    """What the ledger has of a sale that was not promised."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Sentences for a person; all empty: nothing is wrong."""

    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    """Torn, of another sum or customer, of a refused sale, of nobody, or sums that do not add up."""

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(
            f"{name}: {each}" for name in ("lost", "doubled", "wrong") for each in getattr(self, name)
        )  # fmt: skip


class Books:
    """Knows the ledger from outside only: by transaction ids that were printed, and by sums that only one sale has."""

    def __init__(self, *, entries: Iterable[Entry], balances: Mapping[str, Decimal]) -> None:
        """``entries`` and ``balances`` as they were before the first sale."""
        self._before = {each.transaction_id for each in entries}
        self._opening = dict(balances)
        self._sales: list[_Sale] = []

    def promised(self, order: Order, answer: Mapping[str, Any]) -> None:
        """The till printed this whole answer: from now on the sale must not get lost."""
        told = {each["transaction_id"]: None if each["sum"] is None else Decimal(each["sum"]) for each in answer["postings"]}
        self._sales.append(_Sale(order, postings=told))

    def shown(self, order: Order) -> None:
        """The till's window said that the sale is recorded: it must not get lost."""
        self._sales.append(_Sale(order, shown=True))

    def refused(self, order: Order) -> None:
        """The till ended by itself with a sentence: there must be nothing of this sale."""
        self._sales.append(_Sale(order, refused=True))

    def maybe(self, order: Order) -> None:
        """The till was killed before it promised anything: whole or not at all."""
        self._sales.append(_Sale(order))

    def counts(self) -> dict[str, int]:
        """How many sales were promised, refused, and neither; of these, how many are in the ledger, as of the last verdict."""
        promised = sum(bool(each.postings) or each.shown for each in self._sales)
        refused = sum(each.refused for each in self._sales)
        found = sum(bool(each.found) and not each.shown for each in self._sales)
        return {"promised": promised, "refused": refused, "found whole": found,
                "not there": len(self._sales) - promised - refused - found}  # fmt: skip

    def kept(self, entries: Sequence[Entry], queue: Sequence[Mapping[str, Any]]) -> Verdict:
        """While some wait: whether every promise is in the till's queue or in the ledger."""
        there = {each.transaction_id for each in entries} | {each["transaction_id"] for each in queue}
        return Verdict(lost=tuple(_name(sale) for sale in self._sales if not sale.postings.keys() <= there))

    def settled(self, entries: Sequence[Entry], balances: Mapping[str, Decimal]) -> Verdict:
        """Nothing waits any more: whether every sale is in the ledger as it must be, and the ledger adds up."""
        ours = [each for each in entries if each.transaction_id not in self._before]
        times = Counter(each.transaction_id for each in ours)
        doubled = [f"transaction {each} is there {count} times" for each, count in times.items() if count > 1]
        by_id = {each.transaction_id: each for each in ours}
        lost: list[str] = []
        wrong = self._adds_up(ours, balances)
        for sale in self._sales:
            missing = [each for each in sale.postings if each not in by_id]
            lost += [f"{_name(sale)}, transaction {each}" for each in missing]
            there = [by_id[each] for each in sale.postings if each in by_id]
            if not missing and sale.postings and not _fits(sale, there):
                wrong.append(f"{_name(sale)} is in the ledger as {there}")
        promised = {each for sale in self._sales for each in sale.postings}
        more_doubled, more_wrong = self._place([each for each in ours if each.transaction_id not in promised])
        lost += [f"{_name(sale)}, shown as recorded" for sale in self._sales if sale.shown and not sale.found]
        return Verdict(tuple(lost), tuple(doubled + more_doubled), tuple(wrong + more_wrong))

    def _place(self, entries: Sequence[Entry]) -> tuple[list[str], list[str]]:
        """Find the sale of each entry that nobody promised, by its sum: (doubled, wrong)."""
        by_sum = {(sale.order.phone, each): sale for sale in self._sales for each in sale.order.sums}
        doubled: list[str] = []
        wrong: list[str] = []
        for sale in self._sales:
            sale.found.clear()
        for entry in entries:
            owner = by_sum.get((entry.phone, entry.sum))
            if owner is None:
                wrong.append(f"{entry} is of no sale")
            elif owner.refused:
                wrong.append(f"{_name(owner)} was refused, and is in the ledger as {entry}")
            elif owner.postings or entry.sum in owner.found:
                doubled.append(f"{_name(owner)} is once more in the ledger as {entry}")
            else:
                owner.found.append(entry.sum)
        torn = [sale for sale in self._sales if sale.found and sorted(sale.found) != sorted(sale.order.sums)]
        return doubled, wrong + [f"{_name(sale)}: only {sale.found} of {sale.order.sums}" for sale in torn]

    def _adds_up(self, entries: Sequence[Entry], balances: Mapping[str, Decimal]) -> list[str]:
        running = dict(self._opening)
        wrong: list[str] = []
        for entry in entries:
            running[entry.phone] += entry.sum
            if running[entry.phone] != entry.balance:
                wrong.append(f"after {entry} the balance should be {running[entry.phone]}")
        return wrong + [
            f"the balance of {phone} is {balances[phone]}, its entries say {points}"
            for phone, points in running.items()
            if balances[phone] != points
        ]


def _fits(sale: _Sale, entries: Sequence[Entry]) -> bool:
    """The promised sums, which are those that were to be expected, at the right customer."""
    promised = list(sale.postings.values())
    sums = [each.sum for each in entries]
    told = all(one in (None, other) for one, other in zip(promised, sums, strict=True))
    return told and sorted(sums) == sorted(sale.order.sums) and {each.phone for each in entries} == {sale.order.phone}


def _name(sale: _Sale) -> str:
    return f"sale {' '.join(sale.order.words)}"
