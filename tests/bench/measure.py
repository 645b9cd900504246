"""How two ways of doing one thing are compared: in turns, in one run, at the smallest unit, with one of them there twice.

The speed of a machine wavers by half and more; what two ways take in the same moment wavers together. So what is told is the ratio
of a pair, its median and the middle half of all pairs, and beside it the same of the floor against itself (A/A): what that is off 1
is noise.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

OURS, FLOOR, AGAIN = "ours", "floor", "floor again"
"""The ways that every comparison has; a comparison may have more of its own."""
SEED = 7
NOISE = 0.03
"""Beyond this much off 1 in its A/A, a row is too noisy to be judged."""

Way = Callable[[], float]
"""Does the thing once; how many seconds of it count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is measured: all of it, or (``quick``) so little that only its working is proved."""

    quick: bool = False
    drag_s: float = 0.0
    """Seconds that are wasted beside each thing of ours, to see whether the bench notices."""

    def of(self, full: int, quick: int) -> int:
        """How often, how many."""
        return quick if self.quick else full

    def drag(self) -> None:
        """Waste the time."""
        end = time.perf_counter() + self.drag_s
        while time.perf_counter() < end:
            pass


@dataclass(frozen=True, slots=True)
class Spread:
    """Many figures in short."""

    median: float
    low: float
    high: float
    """The middle half lies between these."""

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """Raises StatisticsError for none."""
        if len(figures) < 2:
            return cls(*(median(figures),) * 3)
        low, _, high = quantiles(figures, n=4, method="inclusive")
        return cls(median(figures), low, high)


@dataclass(frozen=True, slots=True)
class Goal:
    """What the issue asks for. ``of_figure``: of our own figure in its unit, not of the ratio."""

    limit: float
    at_least: bool = False
    of_figure: bool = False

    def met(self, row: Row) -> bool:
        """Whether the row reaches it."""
        found = row.figure if self.of_figure else row.ratio.median
        return found >= self.limit if self.at_least else found <= self.limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    what: str
    against: str
    ratio: Spread
    """Ours ÷ the floor or peer, pair by pair."""
    again: float
    """The same of the floor against itself, the median: the A/A row."""
    pairs: int
    figure: float
    """What ours took, by itself, in ``unit``: the median, unless ``what`` says otherwise."""
    unit: str
    goal: Goal | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is met, or cannot be told."""
        if self.goal is None:
            return ""
        said = "met" if self.goal.met(self) else "missed"
        return said if self.goal.of_figure or abs(self.again - 1) <= NOISE else f"{said}?"


def timed(*works: Callable[[], object]) -> float:
    """Seconds that these took, one after the other."""
    began = time.perf_counter()
    for work in works:
        work()
    return time.perf_counter() - began


def in_turns(ways: Mapping[str, Way], *, rounds: int, warm_up: int = 0) -> dict[str, list[float]]:
    """Each way once a round, in an order that is another one each time; seconds by way, in the order of the rounds."""
    order, shuffle = list(ways), random.Random(SEED)
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(-warm_up, rounds):
        shuffle.shuffle(order)
        for name in order:
            seconds = ways[name]()
            if turn >= 0:
                taken[name].append(seconds)
    return taken


def ratios(mine: Sequence[float], floor: Sequence[float]) -> list[float]:
    """Pair by pair."""
    return [one / other for one, other in zip(mine, floor, strict=True)]


def row(
    taken: Mapping[str, Sequence[float]],
    *,
    what: str,
    against: str,
    goal: Goal | None = None,
    ours: str = OURS,
    floor: str = FLOOR,
    again: tuple[str, str] = (AGAIN, FLOOR),
    upside_down: bool = False,
    unit: str = "µs",
    note: str = "",
) -> Row:
    """A row of what :func:`in_turns` found. ``upside_down``: of speeds, not of times."""
    mine, theirs = taken[ours], taken[floor]
    pairs = ratios(theirs, mine) if upside_down else ratios(mine, theirs)
    figure = median(mine) * {"s": 1, "ms": 1e3, "µs": 1e6}[unit]
    same = median(ratios(taken[again[0]], taken[again[1]]))
    spread = Spread.of(pairs)
    return Row(
        what=what, against=against, ratio=spread, again=same, pairs=len(pairs), figure=figure, unit=unit, goal=goal, note=note
    )
