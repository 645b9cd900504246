"""No power cut at any step loses what the store said it had saved, on a disk that tears and reorders what was not flushed.

The long form is in ``power_model.py``.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.trouble import Damaged
from tests.faults.model_vfs import ModelVfs
from tests.faults.power_model import PowerModel
from tests.faults.promises import Broken
from tests.faults.weak import Disk

SEEDS = range(300)


def test_no_cut_at_any_step_breaks_a_promise(vfs: ModelVfs, quick_folder: Path) -> None:
    tally = PowerModel(vfs, quick_folder).try_all(SEEDS)
    assert tally.broken == {}
    # Otherwise nothing was proved: all kinds of calls were cut off, and there was something to lose.
    assert {"start", "sell", "send", "answer", "cancel", "void", "refund", "decide", "forgive", "close"} <= tally.under_way.keys()
    assert tally.acknowledged > 5 * len(SEEDS)


@pytest.mark.parametrize("disk", [Disk.NORMAL, Disk.ROLLBACK, Disk.LYING])
def test_the_same_cuts_find_every_disk_on_which_the_promises_cannot_be_kept(vfs: ModelVfs, quick_folder: Path, disk: Disk) -> None:
    tally = PowerModel(vfs, quick_folder, disk).try_all(range(40))
    # Either the store finds out by itself, or the promises do. (Torn as only a disk can that lies, it may also stumble.)
    found_out = [error for error in tally.broken.values() if isinstance(error, Broken | DiskTrouble)]
    assert len(found_out) > 4
    if disk in (Disk.NORMAL, Disk.ROLLBACK):
        # They lose sales, but the file stays whole: as was measured on real disks.
        assert len(found_out) == len(tally.broken)
        assert Damaged not in {type(error) for error in found_out}


def test_a_seed_is_always_the_same_till_and_the_same_cut(vfs: ModelVfs, quick_folder: Path) -> None:
    once, again = (asdict(PowerModel(vfs, quick_folder).try_all(range(20))) for _each in range(2))
    assert once == again
