"""The folder of the till's own copies, ``backups/`` beside ``till.db``: how they are named, and which of them stay.

Of the days that have one the seven newest keep theirs, and of the weeks before those the four newest. Days and weeks are counted
where there are copies, not by the calendar: a till that was closed for a month, or whose clock is wrong, loses none by that.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.backup import remove
from pos_app.store.room import RESERVE_BYTES

DAYS = 7
WEEKS = 4
AGE_DUE = timedelta(hours=20)
"""Less than a day: a shop that opens a little earlier than yesterday has its copy too."""
ROOM = 3
"""So many times the data must be free on the disk, and the reserve: a copy never takes a sale's room."""
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"till-(\d{8}T\d{6}Z)\.db")
_LEFTOVER = re.compile(_NAME.pattern + r"\.part(-journal)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A copy that is there."""

    file: Path
    made_at: datetime


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class Backups:
    """One folder. One thread at a time; it holds no file open. Every method raises DiskTrouble."""

    def __init__(self, folder: Path, *, free_bytes: Callable[[Path], int] = _free_bytes) -> None:
        """``folder`` is made when there is something to put there."""
        self._folder = folder
        self._free_bytes = free_bytes

    def kept(self) -> list[Kept]:
        """Those that are there, the newest first. What else lies in the folder is nobody's business."""
        made = [Kept(file=each, made_at=at) for each in self._files() if (at := _made_at(each)) is not None]
        return sorted(made, key=lambda each: each.made_at, reverse=True)

    def is_due(self, now: datetime) -> bool:
        """Whether the newest is old enough. One from the future was made by a clock that was wrong, and does not count."""
        return all(not timedelta(0) <= now - each.made_at < AGE_DUE for each in self.kept())

    def place_for(self, now: datetime, *, data_bytes: int) -> Path:
        """Where the copy of ``now`` goes; what a copy that was cut off left is taken away. DiskTrouble without enough room."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            free = self._free_bytes(self._folder)
        except OSError as error:
            raise DiskTrouble(f"{self._folder} cannot be used: {error.strerror}.") from error
        for each in self._files():
            if _LEFTOVER.fullmatch(each.name):
                remove(each)
        if free <= ROOM * data_bytes + RESERVE_BYTES:
            raise DiskTrouble(f"No copy of the data is made: the disk has only {free >> 20} MB left. Make room on it.")
        return self._folder / f"till-{now.astimezone(UTC).strftime(_STAMP)}.db"

    def thin(self, *, keep: Path) -> None:
        """Delete the copies that are neither a day's nor a week's any more; never ``keep``, which was just made."""
        kept = self.kept()
        staying = {each.file for each in _newest_of(kept, lambda made: made.date(), DAYS)}
        older = [each for each in kept if each.file not in staying]
        staying |= {keep, *(each.file for each in _newest_of(older, lambda made: made.isocalendar()[:2], WEEKS))}
        # Only once a day's own copy is out of the newest days does it count for its week.
        for each in older:
            if each.file not in staying:
                remove(each.file)

    def _files(self) -> list[Path]:
        try:
            return [each for each in self._folder.iterdir() if each.is_file() and not each.is_symlink()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise DiskTrouble(f"{self._folder} cannot be read: {error.strerror}.") from error


def _newest_of(kept: Iterable[Kept], group: Callable[[datetime], Hashable], most: int) -> list[Kept]:
    """Of ``kept``, the newest first, the first of each of the first ``most`` groups."""
    found: dict[Hashable, Kept] = {}
    for each in kept:
        found.setdefault(group(each.made_at), each)
    return list(found.values())[:most]


def _made_at(file: Path) -> datetime | None:
    name = _NAME.fullmatch(file.name)
    try:
        return datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC) if name else None
    except ValueError:
        return None
