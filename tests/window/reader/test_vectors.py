"""The public vectors of the reader's design as real X events, from a reader that takes every keyboard for a US one."""

from __future__ import annotations

import os
from functools import partial
from itertools import repeat
from random import Random
from typing import TYPE_CHECKING

import pytest

from pos_app.reader import ScanKind
from tests.reader.test_vectors import VECTORS
from tests.window.reader.bench import FOCUSES
from tests.window.reader.desk import LAYOUTS, Desk, at_every
from tests.window.reader.melody import swipe, typing, unhurried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.window.reader.desk import Outcome

LONG = "POS_APP_SWIPES" in os.environ
Vector = tuple[str, ScanKind, str, str]
WITHOUT_END = ("7862374687", ScanKind.CARD, "7862374687", "")
HUMAN = {
    "us": ("+420603123456", "7862374687", "50 %; 3", "%12;34?"),
    "cz": ("+420603123456", "7862374687", "50 %; 3", "12345", "může"),
    "de": ("+420603123456", "7862374687", "50 %; 3"),
    "fr": ("+420603123456", "7862374687", "50 %; 3", "mémé"),
    "ru": ("+420603123456", "7862374687", "50 %; 3"),
}


def attempt(at: Desk, text: str, gap_ms: float, focus: str) -> Outcome:
    at.tap()
    return at.at(focus).press(swipe(text, repeat(gap_ms)))


def faults_at(at: Desk, runs: Sequence[tuple[Vector, float]]) -> list[str]:
    """Every vector at another focus, and on every layout at another again."""
    faults = []
    for place, ((text, kind, value, among), gap_ms) in enumerate(runs):
        focus = FOCUSES[(place + LAYOUTS.index(at.layout)) % len(FOCUSES)]
        outcome = at.punctually(partial(attempt, at, text, gap_ms, focus))
        right = outcome.read == [(kind.value, value)] and (not among or among in outcome.scans[0]["candidates"])
        if not right or not outcome.clean:
            faults.append(f"{at.layout}, {gap_ms} ms, at {focus}: {text!r} came as {outcome.scans}, traces {outcome.traces}")
    return faults


def faults_in(found: dict[Desk, list[str]]) -> str:
    return "\n".join(fault for faults in found.values() for fault in faults)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("gap_ms", [3, 12])
def test_every_vector_is_understood_and_leaves_nothing_behind(five: list[Desk], gap_ms: float) -> None:
    runs = [(vector, gap_ms) for vector in [*VECTORS, WITHOUT_END]]
    assert not faults_in(at_every(five, partial(faults_at, runs=runs)))


@pytest.mark.timeout(300)
def test_marked_tracks_may_come_slowly(five: list[Desk]) -> None:
    """All at 45 and at 60 ms; in the short form the layouts share the work."""
    marked = [(vector, gap_ms) for vector in VECTORS if vector[0][0] in "%;" for gap_ms in (45, 60)]

    def faults(at: Desk) -> list[str]:
        return faults_at(at, marked if LONG else marked[LAYOUTS.index(at.layout) :: len(LAYOUTS)])

    assert not faults_in(at_every(five, faults))


def test_what_people_type_is_left_alone(five: list[Desk]) -> None:
    def faults(at: Desk) -> list[str]:
        found = []
        for text in HUMAN[at.layout]:
            outcome = at.at("search").press(typing(f"{text}\r", at.layout, unhurried(Random(text))))
            if outcome.scans or outcome.after["search"] != text or f"search entered {text}" not in outcome.happened:
                found.append(f"{at.layout}: {text!r} came as {outcome.scans}, traces {outcome.traces}")
        return found

    assert not faults_in(at_every(five, faults))


def test_enter_alone_goes_to_the_window(five: list[Desk]) -> None:
    def happened(at: Desk) -> list[tuple[str, ...]]:
        return [at.at(focus).press(swipe("\r", [8])).happened for focus in ("search", "confirm")]

    for in_the_field, on_the_button in at_every(five, happened).values():
        assert {"search entered ", "confirmed"} <= {*in_the_field}
        assert "confirmed" in on_the_button
