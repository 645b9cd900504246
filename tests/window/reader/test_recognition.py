"""Random swipes of sixteen kinds, in ten rhythms, into eight focuses, on five layouts, as real X events.

The long form, and what it must reach, is described in ``conftest.py``. A small run cannot show that 999 of 1,000 are right,
so here all must be: the seed is fixed.
"""

from __future__ import annotations

import os
from functools import partial
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.window.reader.bench import FOCUSES
from tests.window.reader.desk import Desk, at_every
from tests.window.reader.melody import swipe as keys_of
from tests.window.reader.swipes import swipes
from tests.window.reader.tally import Tally, table
from tests.window.screen import ARTEFACTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.window.reader.desk import Outcome
    from tests.window.reader.swipes import Swipe

QUICK = 64
LONG = int(os.environ.get("POS_APP_SWIPES", "0"))
AIM = 0.999


def swiped(at: Desk, made: Iterable[Swipe]) -> Tally:
    tally = Tally()
    for swipe in made:
        tally.add(swipe, at.punctually(partial(attempt, at, swipe)))
    return tally


def attempt(at: Desk, swipe: Swipe) -> Outcome:
    if swipe.first:
        at.tap()
    return at.at(swipe.focus).press(keys_of(swipe.read.text, swipe.gaps_ms))


@pytest.mark.timeout(0 if LONG else 300)
def test_a_swipe_is_read_whatever_has_the_focus_and_leaves_nothing_behind(five: list[Desk], seed: int) -> None:
    def work(at: Desk) -> Tally:
        return swiped(at, islice(swipes(Random(f"{seed} {at.layout}"), FOCUSES), LONG or QUICK))

    tallies = {at.layout: tally for at, tally in at_every(five, work).items()}
    said = table(tallies)
    ARTEFACTS.mkdir(exist_ok=True)
    (ARTEFACTS / "swipes.txt").write_text(said + "\n", encoding="utf-8")
    print(said)
    assert not any(tally.wrong for tally in tallies.values()), said
    for tally in tallies.values():
        if LONG:
            assert len(tally.bad) <= len(tally.counted) * (1 - AIM), said
        else:
            assert not [each for each in tally.bad if not each.swipe.stumbles], said
