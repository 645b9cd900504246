"""Power cuts on a disk in memory, by seed: each trial is a till that lives, loses its power, and is started again.

The quick form is in ``test_power_model.py``. The long form, which prints what it found and ends with 1 if a promise broke::

    .venv/bin/python -m tests.faults.power_model --seeds 20000

One seed again, with the whole story of how it went wrong: ``--from SEED --seeds 1``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import cast

from pos_app.store.database import Connect
from pos_app.store.reconcile import roll_of
from pos_app.store.till_store import TillStore
from tests.faults.book import Book
from tests.faults.day import next_deed
from tests.faults.model_connection import ModelConnection
from tests.faults.model_disk import Folder
from tests.faults.model_vfs import Fate, Io, ModelVfs, Power, PowerCut
from tests.faults.opening import in_memory_if_possible, leave, open_till, put_on_real_disk
from tests.faults.promises import is_sound, keeps_its_promises
from tests.faults.weak import Disk

FLUSH_SHARE = 14
"""About so many steps that change the disk are in one call of the store."""


@dataclass(slots=True)
class Tally:
    """What all trials came to."""

    trials: int = 0
    cuts: int = 0
    acknowledged: int = 0
    """Calls that had returned before a cut."""
    under_way: Counter[str] = field(default_factory=Counter)
    """What was cut off."""
    broken: dict[int, BaseException] = field(default_factory=dict)
    """Seed → what was found."""


class PowerModel:
    """Runs trials. ``folder``: an empty one, for the last start of each trial, which is on a real disk by the real sqlite3."""

    def __init__(self, vfs: ModelVfs, folder: Path, disk: Disk = Disk.GOOD) -> None:
        self.tally = Tally()
        self._vfs = vfs
        self._path = folder / "till.db"
        self._disk = disk

    def trial(self, seed: int) -> None:
        """One till, from the first life to the last check. Raises whatever shows that a promise was broken."""
        random = Random(seed)
        self.tally.trials += 1
        folder, may_hold = Folder(), [Book()]
        for life in range(random.choice((1, 1, 2, 2, 3, 4))):
            # The first life of most tills is spent selling: without a cut before there is anything to lose.
            safe = 8 * FLUSH_SHARE if life == 0 and random.random() < 0.8 else 0
            deeds = random.randint(1, 25)
            cut_at = safe + random.randint(1, FLUSH_SHARE * deeds)
            power = Power(random, fate=_cut_at(cut_at, random))
            self._vfs.start(folder, power, lies_about_flushing=self._disk is Disk.LYING)
            may_hold = self._live(random, power, deeds, may_hold)
            self.tally.cuts += 1
            folder = folder.after_a_cut(random)
        self._start_for_real(folder, random, may_hold)

    def _live(self, random: Random, power: Power, deeds: int, may_hold: list[Book]) -> list[Book]:
        """Start, sell, and lose the power sooner or later; returns what the disk may hold then."""
        restarted = [each.after_restart() for each in may_hold]
        with ExitStack() as owned:
            # The store makes the file before SQLite opens it: on a disk that this trial does not look at.
            owned.callback(self._path.unlink, missing_ok=True)
            owned.callback(_tear, roll_of(self._path), random)
            try:
                store = open_till(self._path, connect=self._connect(random, owned))
                owned.callback(leave, store)
                book = keeps_its_promises(store, restarted)
                power.must_be_on()
                return self._work(store, random, power, deeds, book)
            except PowerCut:
                self.tally.under_way["start"] += 1
                return may_hold + restarted
            finally:
                power.on = False

    def _work(self, store: TillStore, random: Random, power: Power, deeds: int, book: Book) -> list[Book]:
        for at in range(deeds):
            deed = next_deed(random, book, at)
            try:
                deed.do(store)
                power.must_be_on()
            except PowerCut:
                self.tally.under_way[deed.what] += 1
                return [book, deed.becomes]
            self.tally.acknowledged += 1
            book = deed.becomes
        try:
            if random.random() < 0.5:
                store.close()
        except PowerCut:
            self.tally.under_way["close"] += 1
        return [book]

    def _start_for_real(self, folder: Folder, random: Random, may_hold: list[Book]) -> None:
        put_on_real_disk(folder, self._path.parent)
        try:
            store = open_till(self._path)
            book = keeps_its_promises(store, [each.after_restart() for each in may_hold])
            for at in range(3):
                deed = next_deed(random, book, at)
                deed.do(store)
                book = deed.becomes
            keeps_its_promises(store, [book])
            store.close()
            is_sound(self._path)
        finally:
            for each in self._path.parent.iterdir():
                each.unlink()

    def _connect(self, random: Random, owned: ExitStack) -> Connect:
        pages = random.choice((1000, 100, 25, 8))

        def connect(path: Path, _lock_wait_s: float) -> ModelConnection:
            connection = ModelConnection(path, checkpoint_pages=pages, disk=self._disk)
            owned.callback(leave, connection)
            return connection

        return cast("Connect", connect)

    def try_all(self, seeds: range, *, tell: Callable[[Tally], None] = lambda _tally: None) -> Tally:
        """Every seed, also after one has shown a breach."""
        for seed in seeds:
            try:
                self.trial(seed)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what this seed has found
                self.tally.broken[seed] = error
            tell(self.tally)
        return self.tally


def _tear(roll: Path, random: Random) -> None:
    """The last lines of the roll may not have reached the disk before the power went, or not whole."""
    if roll.exists() and random.random() < 0.5:
        size = roll.stat().st_size
        with roll.open("rb+") as file:
            file.truncate(size - random.randint(0, min(size, 2000)))


def _cut_at(count: int, random: Random) -> Callable[[Io], Fate]:
    """The power goes at the so-manyth step that changes the disk."""
    fate = random.choice((Fate.CUT_BEFORE, Fate.CUT_AFTER))
    steps: Iterator[int] = iter(range(1, sys.maxsize))

    def at(io: Io) -> Fate:
        return fate if io.changes and next(steps) == count else Fate.PASSES

    return at


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20_000, help="how many")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first one")
    parser.add_argument("--disk", choices=[each.name for each in Disk], default=Disk.GOOD.name)
    asked = parser.parse_args()
    began = time.monotonic()

    def tell(tally: Tally) -> None:
        if tally.trials % 500 == 0 or tally.trials == asked.seeds:
            speed = tally.trials / (time.monotonic() - began)
            print(
                f"{tally.trials} trials, {tally.cuts} cuts, {tally.acknowledged} acknowledged, {len(tally.broken)} broken, "
                f"{speed:.0f}/s; cut off: {dict(tally.under_way)}",
                flush=True,
            )

    with tempfile.TemporaryDirectory(dir=in_memory_if_possible()) as folder:
        model = PowerModel(ModelVfs(), Path(folder), Disk[asked.disk])
        tally = model.try_all(range(asked.first, asked.first + asked.seeds), tell=tell)
    for seed, error in tally.broken.items():
        print(f"seed {seed}: {type(error).__name__}: {str(error)[:300]}")
    if asked.seeds == 1 and tally.broken:
        raise next(iter(tally.broken.values()))
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
