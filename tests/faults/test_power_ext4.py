"""The power goes on a real ext4 disk while a till is selling: everything it had said to be done is there, once.

The long form is in ``power_ext4.py``.
"""

from __future__ import annotations

import pytest

from pos_app.loyalty.errors import DiskTrouble
from tests.faults.loop_disk import LoopDisk
from tests.faults.power_ext4 import PowerExt4
from tests.faults.promises import Broken
from tests.faults.weak import Disk

CUTS = 10


def test_a_power_cut_loses_nothing_that_was_said_to_be_done(ext4: LoopDisk) -> None:
    power = PowerExt4(ext4, seed=0)
    cut_often(power, CUTS)
    assert power.tally.acknowledged > CUTS


def test_the_same_cuts_find_a_till_that_does_not_wait_for_the_disk(ext4: LoopDisk) -> None:
    power = PowerExt4(ext4, seed=0, below=Disk.NORMAL)
    # Either the promises find it out, or the store itself.
    with pytest.raises((Broken, DiskTrouble), match=r"is lost|knows of more"):
        cut_often(power, 5 * CUTS)


def cut_often(power: PowerExt4, times: int) -> None:
    for _each in range(times):
        power.cut()
