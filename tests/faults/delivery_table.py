"""Every step of a delivery, by every outcome of every request in it, by a death before and after every step.

A step is a call of the store or a stage of a request; the till may die at each. The quick form is in ``test_delivery_table.py``;
the whole table, which ends with 1 if anything was wrong::

    .venv/bin/python -m tests.faults.delivery_table
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import product
from pathlib import Path

from tests.faults.delivery_end import drain, settle
from tests.faults.delivery_promises import broken
from tests.faults.delivery_world import PHONES, DeliveryWorld, Fates
from tests.faults.opening import in_memory_if_possible
from tests.faults.sim_mode import Mode
from tests.faults.sim_network import Fate

MODES = (Mode.ADD, Mode.UNPROVED, Mode.SOLE)
MOST_STEPS = 80
"""No delivery has so many."""


class What(Enum):
    """What is delivered."""

    EARN = "points earned"
    REDEEM = "points used and points earned"
    REVERSAL = "a sale that was delivered, taken back"


class Request(Enum):
    """Which request meets its fate."""

    FIRST_QUESTION = "the first question"
    SECOND_QUESTION = "the second question"
    THIRD_QUESTION = "the third question"
    FIRST_WRITE = "the first write"
    SECOND_WRITE = "the second write"

    def meets(self, fate: Fate) -> Fates:
        """That one, and all others are well."""
        before = {Request.SECOND_QUESTION: 1, Request.THIRD_QUESTION: 2, Request.SECOND_WRITE: 1}.get(self, 0)
        fates = (*[Fate.WELL] * before, fate)
        return Fates(written=fates) if self in (Request.FIRST_WRITE, Request.SECOND_WRITE) else Fates(asked=fates)


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table. ``steps``: after how many of them the till dies; None: it lives."""

    mode: Mode
    what: What
    request: Request
    fate: Fate
    steps: int | None

    def __str__(self) -> str:
        end = "lives" if self.steps is None else f"dies after step {self.steps}"
        return f"{self.mode.value}, {self.what.value}: {self.request.value} meets {self.fate.name}, the till {end}"


def cases() -> Iterator[Case]:
    """All of them, and some whose delivery ends before the death."""
    deaths = (None, *range(1, MOST_STEPS))
    yield from (Case(*each) for each in product(MODES, What, Request, Fate, deaths))


def try_out(case: Case, folder: Path) -> tuple[list[str], bool]:
    """A sentence for each thing that must not be; and whether the till came to its death, if there was one to come to."""
    world = DeliveryWorld(case.mode, folder, seed=1)
    try:
        world.act(lambda: world.sell(PHONES[0], Decimal(100), Decimal(0 if case.what is What.EARN else 5)))
        if case.what is What.REVERSAL:
            drain(world)
            (sold,) = world.till.every_sale()
            world.act(lambda: world.till.undo(sold.sale.sale_id))
        world.script.says(case.request.meets(case.fate))
        world.act(world.send, steps=case.steps)
        if case.steps is not None and not world.died:
            return [], False
        found = [*broken(world), *drain(world), *broken(world), *settle(world), *broken(world)]
        return [f"{case}: {sentence}" for sentence in found], True
    finally:
        world.till.close()


def try_all(every: int, first: int = 0) -> tuple[list[str], int]:
    """One case in ``every``, from ``first`` on; what was wrong, and how many came to what they are about."""
    found, reached = [], 0
    for number, case in enumerate(cases()):
        if number % every == first:
            with tempfile.TemporaryDirectory(dir=in_memory_if_possible()) as folder:
                wrong, there = try_out(case, Path(folder))
            found += wrong
            reached += there
    return found, reached


if __name__ == "__main__":
    wrong, tried = try_all(1)
    print("\n".join([*wrong, f"{tried} cases, {len(wrong)} broken promises"]))
    sys.exit(1 if wrong else 0)
