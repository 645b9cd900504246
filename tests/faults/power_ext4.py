"""Power cuts on a real ext4 disk: a till in a process of its own sells, the kernel shuts the disk down under it, it starts again.

Only what was said to be done before the cut must be there; what was said after it, and the one thing more that was under way, may.
The quick form is in ``test_power_ext4.py``. The long form prints what it found and ends with 1 if a promise broke; it needs root::

    .venv/bin/python -m tests.faults.power_ext4 --cuts 2000
"""

from __future__ import annotations

import argparse
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random

from pos_app.store.database import connect_sqlite
from tests.faults.book import Book
from tests.faults.day import next_deed
from tests.faults.loop_disk import LoopDisk, why_not
from tests.faults.opening import in_memory_if_possible, open_till
from tests.faults.power_worker import connect_weakly, deeds_from
from tests.faults.promises import is_sound, keeps_its_promises
from tests.faults.weak import Disk

ROOT = Path(__file__).parents[2]
CUTS_PER_DISK = 25
"""Then an empty disk is taken: with each cut there is more to check."""
START_WAIT_S = 60.0


@dataclass(slots=True)
class Tally:
    """What all cuts came to."""

    cuts: int = 0
    acknowledged: int = 0
    unfinished: int = 0
    """Cuts after which the call that was under way was found to be done."""
    under_way: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)


class PowerExt4:
    """Cuts the power of one disk, again and again."""

    def __init__(self, disk: LoopDisk, seed: int, below: Disk = Disk.GOOD) -> None:
        self.tally = Tally()
        self._disk = disk
        self._random = Random(seed)
        self._below = below
        self._connect = connect_sqlite if below is Disk.GOOD else connect_weakly(below)
        self._path = disk.folder / "till.db"
        self._book = Book()

    def cut(self) -> None:
        """One life of a till and the start after it. Raises whatever shows that a promise was broken."""
        seed = self._random.getrandbits(32)
        before, after = self._live(seed)
        self._disk.unmount()
        self._disk.mount()
        self.tally.cuts += 1
        may_hold = self._may_hold(seed, before, after)
        if self._random.random() < 0.5:
            self._book = self._check(self._path, may_hold)
            return
        # Of a copy, so that the till itself goes on with the WAL that it has.
        with tempfile.TemporaryDirectory(dir=in_memory_if_possible()) as other:
            copy = Path(other) / "copy"
            shutil.copytree(self._disk.folder, copy, ignore=shutil.ignore_patterns("lost+found"))
            self._book = self._check(copy / self._path.name, may_hold, works_on=False)
            self._check(copy / self._path.name, [self._book])

    def take_an_empty_disk(self) -> None:
        """Nothing was ever sold on it."""
        self._disk.unmount()
        self._disk.make_empty()
        self._book = Book()

    def _live(self, seed: int) -> tuple[int, int]:
        """How often the till said "done" before the cut, and how often after it."""
        command = (sys.executable, "-m", "tests.faults.power_worker", self._path, str(seed), self._below.name)
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as till:
            assert till.stdout is not None
            said = till.stdout.fileno()
            wanted = self._random.choice((0, 1, 2, 5, 10, 20, 40))
            # With 0 the power goes before or during the start.
            spread_s = 0.15 if wanted == 0 else 0.004
            before = self._said(said, wanted) + self._said_within(said, self._random.random() * spread_s)
            self._disk.cut_power()
            till.kill()
            return before, len(till.stdout.read())

    def _said(self, pipe: int, wanted: int) -> int:
        """Wait until the till has said "done" so often; its end, too, is an end."""
        heard = 0
        while heard < wanted:
            ready, _, _ = select.select([pipe], [], [], START_WAIT_S)
            more = len(os.read(pipe, wanted)) if ready else 0
            if not more:
                raise RuntimeError("the till fell silent before its power was cut")
            heard += more
        return heard

    def _said_within(self, pipe: int, seconds: float) -> int:
        """What it says in this time, and what else has arrived by then."""
        heard, until = 0, time.monotonic() + seconds
        while True:
            left = until - time.monotonic()
            if select.select([pipe], [], [], max(0.0, left))[0]:
                heard += len(os.read(pipe, 4096))
            elif left <= 0:
                return heard

    def _may_hold(self, seed: int, before: int, after: int) -> list[Book]:
        books = [self._book.after_restart()]
        deeds = list(islice(deeds_from(seed, books[0]), before + after))
        self.tally.under_way[deeds[before - 1].what if before else "start"] += 1
        self.tally.acknowledged += before
        books += [deed.becomes for deed in deeds]
        # The first "done" is that of the start.
        return [book.after_restart() for book in books[max(0, before - 1) :]]

    def _check(self, path: Path, may_hold: list[Book], *, works_on: bool = True) -> Book:
        store = open_till(path, connect=self._connect)
        try:
            book = keeps_its_promises(store, may_hold)
            self.tally.unfinished += works_on and book != may_hold[0]
            for at in range(3 if works_on else 0):
                deed = next_deed(self._random, book, at)
                deed.do(store)
                book = deed.becomes
            keeps_its_promises(store, [book])
        finally:
            store.close()
        is_sound(path)
        return book


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=2_000, help="how many")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--disk", choices=[Disk.GOOD.name, Disk.NORMAL.name, Disk.ROLLBACK.name], default=Disk.GOOD.name)
    asked = parser.parse_args()
    if reason := why_not():
        print(reason)
        return 2
    began = time.monotonic()
    with LoopDisk() as disk:
        power = PowerExt4(disk, asked.seed, Disk[asked.disk])
        tally = power.tally
        for number in range(1, asked.cuts + 1):
            try:
                power.cut()
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what this cut has found
                tally.broken.append(f"cut {number}: {type(error).__name__}: {str(error)[:300]}")
                power.take_an_empty_disk()
            if number % CUTS_PER_DISK == 0:
                power.take_an_empty_disk()
                speed = tally.cuts / (time.monotonic() - began) * 60
                print(
                    f"{tally.cuts} cuts, {tally.acknowledged} acknowledged, {len(tally.broken)} broken, {speed:.0f}/min; "
                    f"cut off: {dict(tally.under_way)}, of which {tally.unfinished} were done",
                    flush=True,
                )
    print(*tally.broken, sep="\n")
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
