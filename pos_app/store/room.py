"""Room on a full disk: a reserve that is given up so that what is on its way can still be noted (``delivery.md`` §2).

A new sale never uses it: that is refused while nothing has been promised. An answer that came must be written down.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pos_app.files import write_whole
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.trouble import Full

RESERVE_BYTES = 2 << 20
R = TypeVar("R")


class Room:
    """The reserve of one open ``till.db``. Used in its thread."""

    def __init__(self, database: Database, journal: Journal, path: Path) -> None:
        self._database = database
        self._journal = journal
        self._path = path

    @property
    def kept(self) -> bool:
        """Whether the reserve is there."""
        return self._path.exists()

    def keep(self) -> None:
        """Make the reserve if it is not there and the disk has the room."""
        if self.kept:
            return
        try:
            # Real bytes: a file with holes keeps no room.
            write_whole(self._path, os.urandom(RESERVE_BYTES // 32) * 32)
        except OSError:
            with suppress(OSError):
                self._path.with_name(f"{self._path.name}.part").unlink(missing_ok=True)

    def resolutely(self, work: Callable[[], R]) -> R:
        """What ``work`` returns; when the disk is full the reserve is given up, and it is done once more. Raises DiskTrouble."""
        try:
            return work()
        except Full:
            self._give_up()
            return work()

    def _give_up(self) -> None:
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        with suppress(Full):
            self._journal.prune()
