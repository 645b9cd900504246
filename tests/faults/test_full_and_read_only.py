"""A real disk that is full, or that turns read-only while the till is open: refused loudly, and nothing saved is harmed."""

from __future__ import annotations

import os
from io import RawIOBase
from pathlib import Path
from random import Random

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.till_store import TillStore
from tests.faults.book import Book
from tests.faults.day import next_deed
from tests.faults.loop_disk import MIB, LoopDisk
from tests.faults.opening import open_till
from tests.faults.promises import is_sound, keeps_its_promises

DEEDS = 2_000
"""More than fit on what is left of a full disk."""


def work(store: TillStore, random: Random, book: Book, deeds: int) -> tuple[Book, DiskTrouble | None]:
    """What must be on the disk after so many deeds, or after those before the first one that was refused."""
    for at in range(deeds):
        deed = next_deed(random, book, at)
        try:
            deed.do(store)
        except DiskTrouble as trouble:
            return book, trouble
        book = deed.becomes
    return book, None


def fill(folder: Path) -> Path:
    """Take all that is left of the disk."""
    filler = folder / "somebody else's film"
    with filler.open("wb", buffering=0) as file:
        for size in (MIB, 4096):
            with pytest.raises(OSError, match="No space left"):
                write_for_ever(file, bytes(size))
        os.fsync(file.fileno())
    return filler


def write_for_ever(file: RawIOBase, data: bytes) -> None:
    while True:
        file.write(data)


def test_a_full_disk_refuses_what_is_new_and_takes_it_again_once_there_is_room(ext4: LoopDisk) -> None:
    path, random = ext4.folder / "till.db", Random(0)
    store = open_till(path)
    book, trouble = work(store, random, Book(), 20)
    assert trouble is None
    filler = fill(ext4.folder)
    for _again in range(3):
        book, trouble = work(store, random, book, DEEDS)
        assert "The disk is full" in str(trouble)
        keeps_its_promises(store, [book])
    filler.unlink()
    book, trouble = work(store, random, book, 20)
    assert trouble is None
    store.close()
    is_sound(path)
    store = open_till(path)
    keeps_its_promises(store, [book.after_restart()])
    store.close()


def test_a_power_cut_on_a_full_disk_loses_nothing_either(ext4: LoopDisk) -> None:
    path = ext4.folder / "till.db"
    store = open_till(path)
    book, _none = work(store, Random(1), Book(), 20)
    filler = fill(ext4.folder)
    book, trouble = work(store, Random(2), book, DEEDS)
    assert trouble is not None
    ext4.cut_power()
    store.close()
    ext4.unmount()
    ext4.mount()
    filler.unlink()
    store = open_till(path)
    keeps_its_promises(store, [book.after_restart()])
    store.close()
    is_sound(path)


def test_a_disk_that_turns_read_only_refuses_what_is_new_and_keeps_the_rest(ext4: LoopDisk) -> None:
    path, random = ext4.folder / "till.db", Random(3)
    store = open_till(path)
    book, _none = work(store, random, Book(), 20)
    ext4.turn_read_only()
    for _again in range(3):
        _same, trouble = work(store, random, book, DEEDS)
        assert trouble is not None
        keeps_its_promises(store, [book])
    store.close()
    with pytest.raises(DiskTrouble):
        open_till(path)
    ext4.unmount()
    ext4.mount()
    store = open_till(path)
    book = keeps_its_promises(store, [book.after_restart()])
    book, trouble = work(store, random, book, 20)
    assert trouble is None
    store.close()
    is_sound(path)


def test_a_till_on_a_read_only_disk_does_not_start_and_says_why(ext4: LoopDisk) -> None:
    path = ext4.folder / "till.db"
    store = open_till(path)
    book, _none = work(store, Random(4), Book(), 20)
    store.close()
    ext4.unmount()
    ext4.mount(read_only=True)
    with pytest.raises(DiskTrouble, match="is read-only: nothing can be saved"):
        open_till(path)
    ext4.unmount()
    ext4.mount()
    store = open_till(path)
    keeps_its_promises(store, [book.after_restart()])
    store.close()
