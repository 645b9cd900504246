"""What the simulated days differ in, and what came of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How a till of this mode is set up, and what its servers do to it."""

    tills: int = 1
    trusted: bool = True
    """The CRM knows an id again, and that was proved."""
    replaces: bool = False
    """There is no CRM: balances are replaced at PassQuare."""
    shared: bool = False
    """The till was told that somebody else edits balances."""
    edited: bool = False
    """Somebody does, in the dashboard."""
    stale: bool = False
    """Balances are told as they were up to some minutes ago."""
    naive: bool = False
    """A protocol that must be found out."""

    @property
    def exact(self) -> bool:
        """Whether a till can know what everybody has: nobody else sells or edits, and nothing old is told."""
        return self.tills == 1 and not (self.edited or self.stale)


class Mode(Enum):
    """How the points get to the server. Its text is a word of the command."""

    ADD = "a"
    UNPROVED = "a-unproved"
    """The CRM does not know an id again, and nobody has proved anything: read and compare."""
    UNPROVED_STALE = "a-unproved-stale"
    THREE_TILLS = "three-tills"
    SOLE = "sole"
    """PassQuare alone, one till."""
    SOLE_STALE = "sole-stale"
    SOLE_EDITED = "sole-edited"
    """The same, and somebody edits balances although the till was told that nobody does."""
    SHARED = "shared"
    SHARED_STALE = "shared-stale"
    BLIND = "blind"
    """Naive: an id is sent again to a CRM that does not know it again."""
    SET = "set"
    """Naive: read, add, set, and again from the reading."""

    @property
    def rules(self) -> Rules:
        """What it means."""
        return _RULES[self]


_RULES = {
    Mode.ADD: Rules(),
    Mode.UNPROVED: Rules(trusted=False),
    Mode.UNPROVED_STALE: Rules(trusted=False, stale=True),
    Mode.THREE_TILLS: Rules(tills=3),
    Mode.SOLE: Rules(replaces=True),
    Mode.SOLE_STALE: Rules(replaces=True, stale=True),
    Mode.SOLE_EDITED: Rules(replaces=True, edited=True),
    Mode.SHARED: Rules(replaces=True, shared=True, edited=True),
    Mode.SHARED_STALE: Rules(replaces=True, shared=True, edited=True, stale=True),
    Mode.BLIND: Rules(naive=True),
    Mode.SET: Rules(replaces=True, naive=True),
}


@dataclass(slots=True)
class Evening:
    """What came of one day, or of many."""

    days: int = 0
    customers: int = 0
    sales: int = 0
    refunds: int = 0
    crashes: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    """What a person decided, how often."""
    silent: int = 0
    """Customers with another balance than they should have, and nobody asked about it. They should have what they began with, what
    was applied, and what somebody edited; an edit made between a read and the arrival of the write that was worked out from it is
    counted under ``edits_lost`` instead, one to just what a write was to make, taken for that write, under ``edits_taken``, and
    nothing else is."""
    edits: int = 0
    edits_lost: int = 0
    edits_unseen: int = 0
    """Those among them that put the balance back to just what it was before a write of unknown outcome."""
    edits_taken: int = 0
    """Those that put the balance to just what a write that never came was to make of it, and were taken for it."""
    widest_s: float = 0.0
    """The longest time between such a read and the arrival of its write."""
    wrong: list[str] = field(default_factory=list)
    """A sentence for each thing that must not be."""
    overstated: list[str] = field(default_factory=list)
    """A sentence for each time that a screen promised more than there was (where that can be known: :attr:`Rules.exact`)."""

    def add(self, other: Evening) -> None:
        """Count another day in."""
        self.days += other.days
        self.customers += other.customers
        self.sales += other.sales
        self.refunds += other.refunds
        self.crashes += other.crashes
        self.asked += other.asked
        self.silent += other.silent
        self.edits += other.edits
        self.edits_lost += other.edits_lost
        self.edits_unseen += other.edits_unseen
        self.edits_taken += other.edits_taken
        self.widest_s = max(self.widest_s, other.widest_s)
        self.wrong += other.wrong
        self.overstated += other.overstated
