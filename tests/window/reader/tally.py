"""Counting a long run of swipes, and the table that says how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.window.reader.bench import FOCUSES
from tests.window.reader.desk import PUNCTUAL_MS
from tests.window.reader.swipes import KINDS, RHYTHMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.window.reader.desk import Outcome
    from tests.window.reader.swipes import Swipe

ORDER = [*(rhythm.name for rhythm in RHYTHMS), *(kind.__name__ for kind in KINDS), *FOCUSES]
MEANINGFUL = frozenset({"card", "ean", "gs1", "url"})
"""Kinds of read whose value something would be done with."""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """One swipe and what came of it."""

    swipe: Swipe
    outcome: Outcome

    @property
    def counts(self) -> bool:
        return self.swipe.supported and self.outcome.late_ms <= PUNCTUAL_MS

    @property
    def exact(self) -> bool:
        return self.outcome.read == [(self.swipe.read.kind.value, self.swipe.read.value)]

    @property
    def wrong(self) -> bool:
        """Something would have been done with another card than the one that was swiped."""
        right = (self.swipe.read.kind.value, self.swipe.read.value)
        return any(kind in MEANINGFUL and (kind, value) != right for kind, value in self.outcome.read)

    def __str__(self) -> str:
        swipe = self.swipe
        gaps = " ".join(f"{gap:.1f}" for gap in swipe.gaps_ms)
        reader = "new reader" if swipe.first else "known reader"
        what = f"{swipe.kind}, {swipe.rhythm}, at {swipe.focus}, {reader}: {swipe.read.text!r}"
        return (
            f"{what} was read as {self.outcome.read}, traces {self.outcome.traces}, late {self.outcome.late_ms:.0f} ms; gaps {gaps}"
        )


@dataclass
class Tally:
    """All swipes of one layout."""

    made: list[Made] = field(default_factory=list)

    def add(self, swipe: Swipe, outcome: Outcome) -> None:
        self.made.append(Made(swipe, outcome))

    @property
    def counted(self) -> list[Made]:
        return [each for each in self.made if each.counts]

    @property
    def bad(self) -> list[Made]:
        return [each for each in self.counted if not (each.exact and each.outcome.clean)]

    @property
    def wrong(self) -> list[Made]:
        return [each for each in self.made if each.wrong]


def share(made: Iterable[Made]) -> str:
    """Exact and clean of those that count."""
    counted = [each for each in made if each.counts]
    good = sum(each.exact and each.outcome.clean for each in counted)
    return f"{good}/{len(counted)}" if counted else "–"


def table(tallies: Mapping[str, Tally]) -> str:
    """Layouts across; totals, rhythms, kinds and focuses down; then every swipe that went wrong."""
    rows: list[tuple[str, ...]] = [("", *tallies, "all")]
    everything = [each for tally in tallies.values() for each in tally.made]
    groups = [tally.made for tally in tallies.values()] + [everything]

    def row(title: str, cells: Iterable[str]) -> None:
        rows.append((title, *cells))

    row("swipes", (f"{len(group)}" for group in groups))
    row("supported, in time", (f"{sum(each.counts for each in group)}" for group in groups))
    row("recognised exactly", (f"{sum(each.counts and each.exact for each in group)}" for group in groups))
    row("clean", (f"{sum(each.counts and each.outcome.clean for each in group)}" for group in groups))
    row("both", (share(group) for group in groups))
    row("wrong card", (f"{sum(each.wrong for each in group)}" for group in groups))
    for what in ("rhythm", "kind", "focus"):
        for name in sorted({getattr(each.swipe, what) for each in everything}, key=ORDER.index):
            row(f"{what} {name}", (share(each for each in group if getattr(each.swipe, what) == name) for group in groups))
    unsupported = [[each for each in group if not each.swipe.supported] for group in groups]
    row("unsupported, yet right", (f"{sum(each.exact for each in group)}/{len(group)}" for group in unsupported))
    row("held up by the machine", (f"{sum(each.outcome.late_ms > PUNCTUAL_MS for each in group)}" for group in groups))
    widths = [max(len(line[place]) for line in rows) for place in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in rows
    ]
    faults = [f"{layout}: {each}" for layout, tally in tallies.items() for each in dict.fromkeys([*tally.bad, *tally.wrong])]
    return "\n".join([*lines, "", *(faults or ["Nothing went wrong."])])
