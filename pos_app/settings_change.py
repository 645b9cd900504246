"""A change of ``settings.toml`` by one of several programs: it reads the newest first, and nobody writes in between."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import DiskTrouble, NotSetUp
from pos_app.settings import Settings, load, save

LOCK = "settings.lock"


def change(place: DataDir, make: Callable[[Settings | None], Settings]) -> Settings:
    """Save what ``make`` makes of the newest settings (None: there are none yet), and return it. Blocks on the disk.

    ``make`` is to be quick: other programs wait for it. Raises what it raises, and BadInput and DiskTrouble as load and save do.
    """
    place.make()
    with locked(place.path / LOCK):
        try:
            newest = load(place)
        except NotSetUp:
            newest = None
        settings = make(newest)
        if settings != newest:
            save(place, settings)
        return settings


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of ``file``, which is made if need be; it is let go when the program dies. Blocks while another has it.

    On a disk that knows no locks it is not held. Raises DiskTrouble if there is no such file to be had.
    """
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise DiskTrouble(f"{file} cannot be opened: {error.strerror}.") from error
    try:
        with suppress(OSError):
            _lock(handle)
        yield
    finally:
        # That lets go of the lock.
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
