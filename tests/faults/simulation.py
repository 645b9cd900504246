"""Simulated days by seed: the production classes on real files, with servers, network, clocks, people and deaths made up.

The quick form is in ``test_simulation.py``. The long form, which prints what it found and ends with 1 if anything was wrong::

    .venv/bin/python -m tests.faults.simulation --mode a --days 2000

One day again: ``--seed SEED --days 1``. The modes ``blind`` and ``set`` are naive protocols that must be found out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.faults.opening import in_memory_if_possible
from tests.faults.sim_day import Day, Ordeal
from tests.faults.sim_mode import Evening, Mode


def simulate(mode: Mode, seeds: Iterable[int], *, ordeal: Ordeal | None = None, tell: bool = False) -> Evening:
    """What all these days came to."""
    total = Evening()
    for seed in seeds:
        with tempfile.TemporaryDirectory(dir=in_memory_if_possible()) as folder:
            day = Day(seed, mode, Path(folder), ordeal)
            try:
                evening = day.run()
            except Exception as error:  # noqa: BLE001 - the messenger would have stopped: one more finding, and the next day
                evening = day.evening
                evening.wrong.append(f"the till was stopped by a bug: {type(error).__name__}: {error}")
        if tell and not mode.rules.naive:
            for sentence in evening.wrong + evening.overstated:
                print(f"seed {seed}: {sentence}")
        total.add(evening)
    return total


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description="Simulated days at the till")
    parser.add_argument("--mode", choices=[mode.value for mode in Mode], default=Mode.ADD.value)
    parser.add_argument("--days", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1, help="of the first day")
    asked = parser.parse_args()
    begun = time.monotonic()
    found = simulate(Mode(asked.mode), range(asked.seed, asked.seed + asked.days), tell=True)
    took_s = time.monotonic() - begun
    people = ", ".join(f"{count} {action}" for action, count in sorted(found.asked.items())) or "nothing"
    acts = f"{found.sales} sales, {found.refunds} refunds, {found.crashes} deaths"
    print(f"{asked.mode}: {found.days} days ({found.days / took_s:.1f} a second), {acts}")
    print(f"  silently wrong          {found.silent} of {found.customers} customers")
    print(f"  other broken promises   {len(found.wrong) - found.silent}")
    print(f"  screens that overstated {len(found.overstated)}")
    print(f"  a person decided        {people}")
    if found.edits:
        print(f"  edits in the dashboard  {found.edits}, of which lost")
        print(f"    while a write was on its way      {found.edits_lost - found.edits_unseen} (at most {found.widest_s:.0f} s)")
        print(f"    to just what was before the write {found.edits_unseen}")
        print(f"    to just what the write was to make {found.edits_taken}: taken for it")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
