"""One fault at one step of the disk, whichever: what was acknowledged stays, what was refused is whole or not there.

The long form, with every fault of many days, is in ``disk_faults.py``.
"""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random
from typing import cast

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Connect
from tests.faults.disk_faults import FaultyDay
from tests.faults.model_connection import ModelConnection
from tests.faults.model_disk import Folder
from tests.faults.model_vfs import Fate, Io, ModelVfs, Power
from tests.faults.opening import leave, open_till, put_on_real_disk
from tests.store.shop import ALL, sale

EVERY = 19
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


@pytest.mark.parametrize("seed", [291, 368])
def test_what_was_refused_as_the_last_of_a_day_is_not_there_the_next_day(vfs: ModelVfs, quick_folder: Path, seed: int) -> None:
    path, folder, refuses = quick_folder / "till.db", Folder(), [False]
    # A flush fails once, and with these seeds all that it should have flushed is on the disk all the same.
    power = Power(Random(seed), fate=lambda io: Fate.FAILS if io is Io.SYNC and refuses.pop() else Fate.PASSES)
    vfs.start(folder, power)
    refuses[:] = [False] * 100
    store = open_till(path, connect=cast("Connect", lambda path, _lock_wait_s: ModelConnection(path)))
    store.save_sale(*sale())
    refuses.append(True)
    with pytest.raises(DiskTrouble):
        store.save_sale(*sale())
    power.on = False
    leave(store)
    path.unlink()
    put_on_real_disk(folder.after_a_cut(Random(seed)), quick_folder)
    with closing(open_till(path)) as again:
        assert len(again.recent_sales(ALL)) == 1
