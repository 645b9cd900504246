"""The books of the proof: what was ordered and what was promised, against what the ledger says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.faults.lossy_server import Entry
from tests.faults.shopping import Order


@dataclass
class Ordered:
    """One ordered sale (or gift) with its refunds, and what became of the commands."""

    order: Order
    sale_id: str = ""
    """As promised; empty: it was not, or on a screen, which names nothing."""
    promised: bool = False
    shown: bool = False
    refused: bool = False
    refunding: set[str] = field(default_factory=set)
    """Transactions of its refunds."""
    back: tuple[Decimal, ...] = ()
    """The points of its refunds."""
    undo: Order | None = None
    """In a window: ordered; promised if ``undone``."""
    undone: bool = False
    found: list[Decimal] = field(default_factory=list)
    """What the ledger has under no transaction that was promised."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One entry that the ledger must have once nothing waits."""

    phone: str
    points: Decimal
    owner: Ordered | None


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
    """Knows the ledger from outside only: by transaction ids that were printed, and by sums that only one order has."""

    def __init__(self, *, entries: Iterable[Entry], balances: Mapping[str, Decimal]) -> None:
        """``entries`` and ``balances`` as they were before the first sale."""
        self._before = {each.transaction_id for each in entries}
        self._opening = dict(balances)
        self._sales: list[Ordered] = []
        self._lines: dict[str, _Line] = {}
        self._gone: dict[str, str] = {}
        """Transaction → why it must never be on the server."""
        self._wrong: list[str] = []
        self._answers: dict[str, Mapping[str, Any]] = {}
        self.refunds: Counter[str] = Counter()
        """Parts, the last of a sale, calls answered again."""

    def promised(self, order: Order, answer: Mapping[str, Any]) -> None:
        """The till printed this whole answer to a sale or a gift: from now on it must not get lost. The same again is the same."""
        sale = next((each for each in self._sales if each.sale_id and each.sale_id == answer.get("sale_id")), None)
        if sale is None:
            sale = Ordered(order, sale_id=answer.get("sale_id", ""))
            self._sales.append(sale)
        sale.promised = True
        if order.sale_id and sale.sale_id != order.sale_id:
            self._wrong.append(f"{_name(order)} was answered as {sale.sale_id}")
        if "to_pay" in answer and Decimal(answer["to_pay"]) != order.money:
            self._wrong.append(f"{_name(order)} took {answer['to_pay']} instead of {order.money}")
        self._told(
            sale, order, [each for each in answer["postings"] if each.get("state") != "cancelled" or not order.to_a_stranger]
        )

    def shown(self, order: Order) -> None:
        """The till's window said that the sale is recorded: it must not get lost. One that came back after a kill is the same."""
        self._once(order).shown = True

    def given_up(self, order: Order) -> None:
        """It came back after a kill and the cashier emptied the form: there must be nothing of this sale."""
        self._once(order).refused = True

    def refused(self, order: Order) -> None:
        """The till ended by itself with a sentence: there must be nothing of this sale."""
        self._sales.append(Ordered(order, refused=True))

    def maybe(self, order: Order) -> None:
        """The till was killed before it promised anything: whole or not at all."""
        self._once(order)

    def undone(self, undo: Order, *, shown: bool) -> None:
        """The last sale was taken back in the window, which said so (``shown``) or was killed before."""
        self._sales[-1].undo, self._sales[-1].undone = undo, shown

    def taken_back(self, order: Order, answer: Mapping[str, Any]) -> bool:
        """The till printed this whole answer to a refund: from now on it must not get lost. False: the same was answered before."""
        sale = next(each for each in self._sales if each.sale_id == order.sale_id)
        told = {each["transaction_id"] for each in answer["postings"]}
        if earlier := self._answers.get(answer["refund_id"]):
            self.refunds["answered once more"] += 1
            if told != {each["transaction_id"] for each in earlier["postings"]} or answer["money"] != earlier["money"]:
                self._wrong.append(f"{_name(order)} was answered with {answer} after {earlier}")
            return False
        self._answers[answer["refund_id"]] = answer
        self.refunds["the last part" if order.closes else "a part"] += 1
        if (answer["sale_id"], Decimal(answer["money"])) != (order.sale_id, order.money):
            self._wrong.append(f"{_name(order)} handed back {answer['money']} instead of {order.money}")
        printed = {_earns_back(each): each for each in answer["postings"]}
        sums = {each < 0: each for each in order.sums}
        missing = sums.keys() - printed.keys()
        if printed.keys() - sums.keys() or len(printed) != len(answer["postings"]) or (missing and not order.closes):
            self._wrong.append(f"{_name(order)} was answered with {answer['postings']} instead of {order.sums}")
        for earned in missing:
            self._called_off(sale, earned=earned)
        self._told(sale, order, answer["postings"], [sums[each] for each in printed if each in sums])
        sale.refunding |= told
        sale.back += order.sums
        return True

    def gave_up(self, transaction_id: str) -> None:
        """A person decided that these points never reach the server."""
        self._lines.pop(transaction_id, None)
        self._gone[transaction_id] = "a person gave it up"

    def moved(self, transaction_id: str) -> None:
        """A person decided that these points are somebody else's: under this id they never reach the server."""
        self._lines.pop(transaction_id, None)
        self._gone[transaction_id] = "a person moved its points"

    def by_hand(self, phone: str, points: Decimal, transaction_id: str) -> None:
        """Somebody else changed a balance, and no till has to do with it."""
        self._lines[transaction_id] = _Line(phone, points, None)

    def owner(self, transaction_id: str) -> Ordered | None:
        """The promised sale that this transaction is of; a gift is none."""
        line = self._lines.get(transaction_id)
        return line.owner if line and line.owner and line.owner.order.gross else None

    def sale_ids(self) -> set[str]:
        """Of all sales and refunds that were promised."""
        return {each.sale_id for each in self._sales if each.sale_id} | self._answers.keys()

    def counts(self) -> dict[str, int]:
        """How many sales were promised, refused, and neither; of these, how many are in the ledger, as of the last verdict."""
        promised = sum(each.promised or each.shown for each in self._sales)
        refused = sum(each.refused for each in self._sales)
        found = sum(bool(each.found) and not each.shown for each in self._sales)
        return {"promised": promised, "refused": refused, "found whole": found,
                "not there": len(self._sales) - promised - refused - found,
                "undone in the window": sum(each.undone for each in self._sales),
                **{f"refunded: {name}": count for name, count in sorted(self.refunds.items())}}  # fmt: skip

    def kept(self, entries: Sequence[Entry], queue: Sequence[Mapping[str, Any]], unheard: Collection[str] = frozenset()) -> Verdict:
        """While some wait: whether every promise is in the till's queue or in the ledger, but for the ``unheard`` sales."""
        there = {each.transaction_id for each in entries} | {each["transaction_id"] for each in queue}
        lost = [each for each, line in self._lines.items() if each not in there and _sale_id(line) not in unheard]
        return Verdict(lost=tuple(f"{self._named(each)}, while some waited" for each in lost))

    def settled(self, entries: Sequence[Entry], balances: Mapping[str, Decimal]) -> Verdict:
        """Nothing waits any more: whether every sale is in the ledger as it must be, and the ledger adds up."""
        ours = [each for each in entries if each.transaction_id not in self._before]
        times = Counter(each.transaction_id for each in ours)
        doubled = [f"transaction {each} is there {count} times" for each, count in times.items() if count > 1]
        lost = [self._named(each) for each in self._lines if each not in times]
        wrong = [*self._wrong, *_does_not_add_up(self._opening, ours, balances)]
        unnamed = []
        for entry in ours:
            line = self._lines.get(entry.transaction_id)
            if entry.transaction_id in self._gone:
                wrong.append(f"{self._gone[entry.transaction_id]}, and it is in the ledger: {entry}")
            elif line is None:
                unnamed.append(entry)
            elif (entry.phone, entry.sum) != (line.phone, line.points):
                wrong.append(f"{self._named(entry.transaction_id)} of {line.points} is in the ledger as {entry}")
        more_lost, more_doubled, more_wrong = self._place(unnamed)
        wrong += self._balances_are_ours(balances)
        return Verdict(tuple(lost + more_lost), tuple(doubled + more_doubled), tuple(wrong + more_wrong))

    def _once(self, order: Order) -> Ordered:
        """The order, if it was begun before."""
        sale = next((each for each in self._sales if each.order == order), None)
        if sale is None:
            sale = Ordered(order)
            self._sales.append(sale)
        return sale

    def _told(
        self, sale: Ordered, order: Order, postings: Sequence[Mapping[str, Any]], sums: Sequence[Decimal] | None = None
    ) -> None:
        """The printed postings are those of ``sums`` (all of the order), in this order; points that come later have none yet."""
        expected = order.sums if sums is None else sums
        told = [None if each["sum"] is None else Decimal(each["sum"]) for each in postings]
        if len(told) != len(expected) or any(one not in (None, other) for one, other in zip(told, expected, strict=False)):
            self._wrong.append(f"{_name(order)} was answered with {told} instead of {expected}")
        for posting, points in zip(postings, expected, strict=False):
            self._lines[posting["transaction_id"]] = _Line(order.phone, points, sale)

    def _called_off(self, sale: Ordered, *, earned: bool) -> None:
        """The last part of a refund takes nothing back of this kind: then nothing of the kind was ever sent, nor will be."""
        for each, line in list(self._lines.items()):
            if line.owner is sale and ((line.points > 0) != (each in sale.refunding)) is earned:
                del self._lines[each]
                self._gone[each] = f"all of {_name(sale.order)} was taken back before it was sent"

    def _place(self, entries: Sequence[Entry]) -> tuple[list[str], list[str], list[str]]:
        """Find the order of each entry that nobody promised by id, by its sum: (lost, doubled, wrong)."""
        by_sum = {(sale.order.phone, each): sale for sale in self._sales for each in _all_sums(sale)}
        doubled: list[str] = []
        wrong: list[str] = []
        for sale in self._sales:
            sale.found.clear()
        for entry in entries:
            owner = by_sum.get((entry.phone, entry.sum))
            if owner is None:
                wrong.append(f"{entry} is of no sale")
            elif owner.refused:
                wrong.append(f"{_name(owner.order)} was refused, and is in the ledger as {entry}")
            elif owner.promised or entry.sum in owner.found:
                doubled.append(f"{_name(owner.order)} is once more in the ledger as {entry}")
            else:
                owner.found.append(entry.sum)
        unnamed = [sale for sale in self._sales if not sale.promised]
        lost = [f"{_name(sale.order)}, shown as recorded" for sale in unnamed if sale.shown and not sale.undo and not sale.found]
        torn = [sale for sale in unnamed if sorted(sale.found) not in _whole(sale)]
        wrong += [f"{_name(sale.order)}: only {sale.found} of {_all_sums(sale)}" for sale in torn if sale.found]
        return lost, doubled, wrong

    def _balances_are_ours(self, balances: Mapping[str, Decimal]) -> list[str]:
        """Whether each customer has what the sales less the refunds give: nothing of the ledger is used but what nobody named."""
        points: defaultdict[str, Decimal] = defaultdict(Decimal)
        for line in self._lines.values():
            points[line.phone] += line.points
        for sale in self._sales:
            points[sale.order.phone] += sum(sale.found, Decimal(0))
        return [
            f"the balance of {phone} is {balances[phone]}, sales less refunds make it {self._opening[phone] + change}"
            for phone, change in points.items()
            if balances[phone] != self._opening[phone] + change
        ]

    def _named(self, transaction_id: str) -> str:
        owner = self._lines[transaction_id].owner
        return f"{_name(owner.order) if owner else 'by hand'}, transaction {transaction_id}"


def _sale_id(line: _Line) -> str:
    return line.owner.sale_id if line.owner else ""


def _does_not_add_up(opening: Mapping[str, Decimal], entries: Sequence[Entry], balances: Mapping[str, Decimal]) -> list[str]:
    running = dict(opening)
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


def _earns_back(posting: Mapping[str, Any]) -> bool:
    """Whether a refund's posting takes earned points back: the others give used ones back."""
    return posting["sum"] is None or Decimal(posting["sum"]) < 0


def _all_sums(sale: Ordered) -> tuple[Decimal, ...]:
    return sale.order.sums + sale.back + (sale.undo.sums if sale.undo else ())


def _whole(sale: Ordered) -> list[list[Decimal]]:
    """What the ledger may have of a sale that was not promised by id."""
    once, both = sorted(sale.order.sums), sorted(_all_sums(sale))
    if sale.undo is None:
        return [once]
    # Before anything was sent, nothing of it ever is; otherwise the sale goes out, and what takes it back behind it.
    return [[], both] if sale.undone else [[], once, both]


def _name(order: Order) -> str:
    return f"order {' '.join(order.words)}"
