"""One fault of the disk at every single step that SQLite takes on it, on the disk in memory.

A fixed day (start, migrate, sell, send, answer, decide, refund, forgive, close, start again, sell) is lived once for each step and
each way it can go wrong: an error, a full disk, a power cut just before or just after. A failed flush loses what was written since
the last one and is told once only, as Linux does. After the fault the day goes on, with the call that failed made again or left; at
its end the power is cut or the till is closed, and what is found must be what was acknowledged.

The quick form is in ``test_disk_faults.py``. The long form, which prints what it found and ends with 1 if a promise broke::

    .venv/bin/python -m tests.faults.disk_faults --days 10
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import cast

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Connect
from pos_app.store.till_store import TillStore
from tests.faults.book import Book
from tests.faults.day import next_deed
from tests.faults.model_connection import ModelConnection
from tests.faults.model_disk import Folder
from tests.faults.model_vfs import Fate, Io, ModelVfs, Power, PowerCut
from tests.faults.opening import in_memory_if_possible, leave, open_till, put_on_real_disk
from tests.faults.promises import is_sound, keeps_its_promises

DEEDS = 12
"""Before the till is closed and started again; half as many afterwards."""
_CAN_FILL_UP = (Io.OPEN, Io.WRITE, Io.TRUNCATE, Io.SYNC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong in one day, and how the people there take it."""

    day: int
    step: int
    """The so-manyth of the day; 0: nothing goes wrong."""
    fate: Fate
    again: bool
    """A call that failed is made once more."""
    close: bool
    """The day ends with the till closed, and not with a power cut."""


class FaultyDay:
    """Lives days. ``folder``: an empty one on a real disk."""

    def __init__(self, vfs: ModelVfs, folder: Path) -> None:
        self.refused: Counter[str] = Counter()
        """What a fault made the store refuse."""
        self._vfs = vfs
        self._path = folder / "till.db"
        self._steps: list[Io] = []
        self._owned = ExitStack()

    def faults(self, day: int) -> Iterator[Fault]:
        """Every fault that a day can have."""
        self.live(Fault(day=day, step=0, fate=Fate.PASSES, again=False, close=True))
        for step, io in enumerate(tuple(self._steps), start=1):
            for fate in (Fate.FAILS, Fate.FULL, Fate.CUT_BEFORE, Fate.CUT_AFTER):
                pointless = (fate is Fate.FULL and io not in _CAN_FILL_UP) or (fate.cuts and not io.changes)
                if not pointless:
                    again, close = bool(step & 1), bool(step & 2)
                    yield Fault(day=day, step=step, fate=fate, again=again, close=close)
                    yield Fault(day=day, step=step, fate=fate, again=not again, close=close)

    def live(self, fault: Fault) -> None:
        """One day with one fault, and the start after it. Raises whatever shows that a promise was broken."""
        self._steps.clear()
        random = Random(fault.day)
        folder = Folder()
        power = Power(Random(fault.step), fate=lambda io: self._fate(io, fault))
        self._vfs.start(folder, power)
        with ExitStack() as self._owned:
            self._owned.callback(self._path.unlink, missing_ok=True)
            try:
                may_hold = self._day(random, power, fault)
            finally:
                power.on = False
        put_on_real_disk(folder.after_a_cut(Random(fault.step)), self._path.parent)
        try:
            store = open_till(self._path)
            keeps_its_promises(store, [each.after_restart() for each in may_hold])
            store.close()
            is_sound(self._path)
        finally:
            for each in self._path.parent.iterdir():
                each.unlink()

    def _day(self, random: Random, power: Power, fault: Fault) -> list[Book]:
        may_hold = [Book()]
        for deeds, close in ((DEEDS, True), (DEEDS // 2, fault.close)):
            try:
                store = self._start(power)
            except PowerCut:
                return [*may_hold, *(each.after_restart() for each in may_hold)]
            book = self._look(store, [each.after_restart() for each in may_hold])
            may_hold = self._work(store, random, power, fault, book, deeds)
            if power.on and close:
                self._close(store)
            if not power.on:
                break
        return may_hold

    def _start(self, power: Power) -> TillStore:
        """Again if it failed: only one step of a day does. Raises PowerCut."""
        try:
            store = open_till(self._path, connect=cast("Connect", self._connect))
        except DiskTrouble:
            self.refused["start"] += 1
            store = open_till(self._path, connect=cast("Connect", self._connect))
        self._owned.callback(leave, store)
        power.must_be_on()
        return store

    def _work(self, store: TillStore, random: Random, power: Power, fault: Fault, book: Book, deeds: int) -> list[Book]:
        may_hold = [book]
        for at in range(deeds):
            deed = next_deed(random, book, at)
            try:
                deed.do(store)
            except PowerCut:
                power.on = False
            except DiskTrouble:
                self.refused[deed.what] += 1
                # The store says that nothing of it is there, and holds to that as long as it lives.
                self._look(store, [book])
                if not fault.again:
                    continue
                deed.do(store)
            if not power.on:
                return [book, deed.becomes]
            # What was refused is overwritten at once: no later start finds it.
            if deed.becomes != book:
                book = deed.becomes
                may_hold = [book]
        return may_hold

    def _look(self, store: TillStore, may_hold: list[Book]) -> Book:
        """Again if the fault is met only by looking."""
        try:
            return keeps_its_promises(store, may_hold)
        except DiskTrouble:
            self.refused["look"] += 1
            return keeps_its_promises(store, may_hold)

    def _close(self, store: TillStore) -> None:
        try:
            store.close()
        except PowerCut:
            return
        except DiskTrouble:
            self.refused["close"] += 1

    def _connect(self, path: Path, _lock_wait_s: float) -> ModelConnection:
        connection = ModelConnection(path, checkpoint_pages=20)
        self._owned.callback(leave, connection)
        return connection

    def _fate(self, io: Io, fault: Fault) -> Fate:
        self._steps.append(io)
        return fault.fate if len(self._steps) == fault.step else Fate.PASSES


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, default=10, help="how many different days")
    asked = parser.parse_args()
    began, lived = time.monotonic(), 0
    broken: list[str] = []
    with tempfile.TemporaryDirectory(dir=in_memory_if_possible()) as folder:
        till = FaultyDay(ModelVfs(), Path(folder))
        for day in range(asked.days):
            for fault in till.faults(day):
                lived += 1
                try:
                    till.live(fault)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is what this fault has found
                    broken.append(f"{fault}: {type(error).__name__}: {str(error)[:300]}")
            print(
                f"{day + 1} days, {lived} faults, {len(broken)} broken, {lived / (time.monotonic() - began):.0f}/s; "
                f"refused: {dict(till.refused)}",
                flush=True,
            )
    print(*broken, sep="\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
