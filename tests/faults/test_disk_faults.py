"""One fault at one step of the disk, whichever: what was acknowledged stays, what was refused is whole or not there.

The long form, with every fault of many days, is in ``disk_faults.py``.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.faults.disk_faults import FaultyDay
from tests.faults.model_vfs import Fate, ModelVfs

EVERY = 9
"""One fault in so many is tried here."""


@pytest.mark.parametrize("fate", [Fate.FAILS, Fate.FULL, Fate.CUT_BEFORE, Fate.CUT_AFTER])
def test_a_fault_at_any_step_breaks_no_promise(vfs: ModelVfs, quick_folder: Path, fate: Fate) -> None:
    till = FaultyDay(vfs, quick_folder)
    faults = [fault for fault in till.faults(day=0) if fault.fate is fate]
    for fault in islice(faults, 0, None, EVERY):
        till.live(fault)
    # The store was asked to live with it, at the start and in the middle of the day.
    assert fate.cuts or {"start", "sell"} <= till.refused.keys()
    if fate is Fate.FULL:
        # There is a reserve for what is on its way.
        assert not {"send", "answer"} & till.refused.keys()


def test_what_was_refused_as_the_last_of_a_day_is_not_there_the_next_day(vfs: ModelVfs, quick_folder: Path) -> None:
    till = FaultyDay(vfs, quick_folder)
    # The fifth day ends with a flush that fails and takes nothing back from the disk.
    failing = [fault for fault in till.faults(day=5) if fault.fate is Fate.FAILS and not fault.again and not fault.close]
    for fault in failing[-30:]:
        till.live(fault)
