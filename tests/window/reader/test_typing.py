"""People at five keyboards, with the tap and without it: the same keys at the same moments, and the same must come of them.

The long form is described in ``conftest.py``. It also says how much later a key arrives because of the tap; how fast the
machine is that this runs on is not for a test to judge.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from random import Random
from statistics import quantiles
from typing import TYPE_CHECKING

import pytest

from tests.window.reader.desk import LAYOUTS, Desk, at_every
from tests.window.reader.melody import in_a_hurry, typing, unhurried
from tests.window.reader.texts import WORDS, line
from tests.window.screen import ARTEFACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.window.reader.desk import Outcome
    from tests.window.reader.melody import Melody

QUICK = 1_000
LONG = int(os.environ.get("POS_APP_KEYS", "0"))
LATE_MS = 15
"""Later than this, a key was held back for a moment."""


@dataclass
class Typed:
    """What one person typed, with the tap and without."""

    keys: int = 0
    lines: int = 0
    faults: list[str] = field(default_factory=list)
    plain_ms: list[float] = field(default_factory=list)
    tapped_ms: list[float] = field(default_factory=list)

    def compare(self, text: str, plain: Outcome, tapped: Outcome) -> None:
        self.lines += 1
        self.plain_ms += plain.latencies_ms
        self.tapped_ms += tapped.latencies_ms
        if tapped.scans or (plain.after, plain.happened) != (tapped.after, tapped.happened):
            self.faults.append(f"{text!r}: {plain.traces} without the tap, {tapped.traces} and {tapped.read} with it")


def lines(random: Random, layout: str, keys: int) -> Iterator[tuple[str, str, Melody]]:
    """(where, what, how) until so many keys have been pressed, not counting Shift; the hardest texts first."""
    typed = 0
    first = iter([("search", f"{text}\r") for text in WORDS[layout] if ";" in text or len(text) < 8])
    while typed < keys:
        focus, text = next(first, None) or line(random, layout)
        rhythm = random.choice((unhurried, in_a_hurry))(random)
        melody = typing(text, layout, rhythm)
        typed += len(text)
        yield focus, text, melody


def attempt(at: Desk, focus: str, melody: Melody, *, tap: bool) -> Outcome:
    at.tap(on=tap)
    return at.at(focus).press(melody)


def type_everything(at: Desk, *, keys: int, seed: int) -> Typed:
    typed = Typed()
    for focus, text, melody in lines(Random(f"{seed} {at.layout}"), at.layout, keys):
        plain, tapped = (at.punctually(partial(attempt, at, focus, melody, tap=tap)) for tap in (False, True))
        typed.keys += len(text)
        typed.compare(text, plain, tapped)
    return typed


def percentiles(values_ms: list[float]) -> str:
    cuts = quantiles(values_ms, n=100)
    return f"p50 {cuts[49]:.2f}  p95 {cuts[94]:.2f}  p99 {cuts[98]:.2f}  max {max(values_ms):.0f}"


def table(typed: dict[str, Typed]) -> str:
    said = []
    for layout, each in typed.items():
        held = sum(late_ms > LATE_MS for late_ms in each.tapped_ms) / len(each.tapped_ms)
        added = quantiles(each.tapped_ms, n=100)[94] - quantiles(each.plain_ms, n=100)[94]
        said += [
            f"{layout}: {each.lines} lines, {each.keys} keys, {len(each.faults)} wrong",
            f"    ms from the X server to the widget, without the tap: {percentiles(each.plain_ms)}",
            f"    ms from the X server to the widget, with the tap:    {percentiles(each.tapped_ms)}",
            f"    added at p95: {added:+.2f} ms; {held:.1%} of the keys held for more than {LATE_MS} ms",
        ]
    every = list(typed.values())
    said.append(f"all: {sum(each.lines for each in every)} lines, {sum(each.keys for each in every)} keys")
    return "\n".join([*said, *(f"{layout}: {fault}" for layout, each in typed.items() for fault in each.faults)])


@pytest.mark.timeout(0 if LONG else 300)
def test_what_people_type_arrives_as_it_would_without_the_tap_and_is_never_a_scan(five: list[Desk], seed: int) -> None:
    keys = (LONG or QUICK) // len(LAYOUTS)
    typed = {at.layout: each for at, each in at_every(five, partial(type_everything, keys=keys, seed=seed)).items()}
    said = table(typed)
    ARTEFACTS.mkdir(exist_ok=True)
    (ARTEFACTS / "typing.txt").write_text(said + "\n", encoding="utf-8")
    print(said)
    assert not any(each.faults for each in typed.values()), said
