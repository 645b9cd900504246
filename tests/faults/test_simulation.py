"""Whole days with losses, late arrivals, dead processes and turned clocks end with every customer's points right.

The long form is in ``simulation.py``.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta

import pytest

from tests.faults.sim_day import Ordeal
from tests.faults.sim_mode import Mode
from tests.faults.sim_network import Fate, Spell
from tests.faults.sim_server import HOUR_S
from tests.faults.simulation import simulate


@pytest.mark.parametrize("mode", [mode for mode in Mode if not mode.rules.naive])
def test_no_customer_is_silently_wrong_in_the_evening(mode: Mode) -> None:
    found = simulate(mode, range(3))
    assert found.wrong == []
    assert found.overstated == []
    # Otherwise nothing was proved.
    assert found.sales > 12 * found.days
    assert found.refunds > found.days
    assert found.crashes > found.days
    assert bool(found.edits > found.days) is mode.rules.edited


@pytest.mark.parametrize("mode", [Mode.BLIND, Mode.SET])
def test_the_same_days_find_out_the_naive_protocols(mode: Mode) -> None:
    found = simulate(mode, range(3))
    assert found.silent > found.customers / 8


def test_a_clock_that_is_turned_back_during_a_night_of_lost_answers_doubles_nothing() -> None:
    lost = Spell(6 * HOUR_S, 18.5 * HOUR_S, Fate.LOST_AFTER)
    ordeal = Ordeal((lost,), turned_at_s=7.5 * HOUR_S, wrong_by=timedelta(days=-400))
    assert simulate(Mode.ADD, range(20, 23), ordeal=ordeal).wrong == []


def test_a_seed_is_always_the_same_day() -> None:
    once, again = (asdict(simulate(Mode.ADD, [7])) for _each in range(2))
    assert once == again
