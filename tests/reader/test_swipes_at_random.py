"""The swipes of the real keyboards' long run, in no time at all: sixteen kinds, ten rhythms, five layouts."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import pytest

from pos_app.reader import ScanKind, WedgeMachine
from pos_app.reader.policy import ReadPolicy
from tests.window.reader.swipes import swipes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from tests.reader.wedge import Desk, Keyboard
    from tests.window.reader.swipes import Swipe

    Result: TypeAlias = tuple[Swipe, list[tuple[ScanKind, str]], str]

PLACES = ("field", "button")
SWIPES = 320
PAUSE_MS = (130, 249)
"""Longer than any rhythm's, and shorter than the silence that ends a read."""


def made(seed: str, count: int) -> Iterator[Swipe]:
    return islice(swipes(Random(seed), PLACES), count)


def results(new_desk: type[Desk], keyboard: Keyboard, swipes_: Iterator[Swipe]) -> Iterator[Result]:
    """(swipe, what was read, what was left on the screen)."""
    at_ms = 10_000.0
    machine, policy = WedgeMachine(), ReadPolicy()
    for swipe in swipes_:
        desk = new_desk(editing=swipe.focus == "field")
        if swipe.first:
            machine, policy = WedgeMachine(), ReadPolicy()
        desk.machine = machine
        desk.feed(keyboard.wedge(swipe.read.text, at_ms=at_ms, gap_ms=swipe.gaps_ms, dwell_ms=25)).quiet()
        at_ms += sum(swipe.gaps_ms) + 2500
        scans = [scan for read in desk.reads if (scan := policy.understand(read)) is not None]
        yield swipe, [(scan.kind, scan.value) for scan in scans], desk.text


def test_a_swipe_in_any_rhythm_is_read_and_leaves_nothing(new_desk: type[Desk], keyboard: Keyboard) -> None:
    for swipe, read, left in results(new_desk, keyboard, made(keyboard.name, SWIPES)):
        if swipe.supported:
            assert (read, left) == ([(swipe.read.kind, swipe.read.value)], ""), swipe


def paused(swipe: Swipe, random: Random) -> Swipe:
    gaps_ms = list(swipe.gaps_ms)
    gaps_ms[random.randrange(len(gaps_ms))] = random.uniform(*PAUSE_MS)
    return replace(swipe, gaps_ms=tuple(gaps_ms))


@pytest.mark.parametrize("seed", ["one", "two"])
def test_a_reader_that_pauses_in_the_middle_gives_no_other_card(new_desk: type[Desk], keyboard: Keyboard, seed: str) -> None:
    """Its first keys may stay behind as typing; the others are then no card of their own."""
    random = Random(seed)
    stumbling = (paused(swipe, random) for swipe in made(f"{seed} {keyboard.name}", SWIPES))
    for swipe, read, _ in results(new_desk, keyboard, stumbling):
        harmless = {(swipe.read.kind, swipe.read.value), (ScanKind.INCOMPLETE, ""), (ScanKind.READ_ERROR, "")}
        assert {*read} <= harmless, (swipe, read)
