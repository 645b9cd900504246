"""How far each till has come, noted outside its folder: who puts an old copy of the folder back does not put this back too.

A mark is written in the background, at most once a second and when the till is closed, without waiting for the disk: it may be a
moment behind the database, never ahead of it. One that is lost says nothing.
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

EVERY_S = 1.0
_TILL_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What was noted of one till."""

    life: str
    """Which history of the till: another one begins with each recovery."""
    n: int
    """The last line that was committed, and its hash."""
    hash: str
    folder: str
    """Where the till was."""


class Marks:
    """The marks of this user's tills on this computer, a file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, till: str) -> Mark | None:
        """The mark of a till; None if there is none, or none that can be read."""
        try:
            mark = Mark(**json.loads(self._file(till).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return mark if type(mark.n) is int else None

    def write(self, till: str, mark: Mark) -> None:
        """Note it, whole or not at all. A disk that does not take it is left alone: a mark is no promise."""
        with suppress(OSError, ValueError):
            file = self._file(till)
            fresh = file.with_suffix(f".{os.getpid()}")
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh.write_text(json.dumps(asdict(mark)), encoding="utf-8")
            fresh.replace(file)

    def _file(self, till: str) -> Path:
        if not _TILL_ID.fullmatch(till):
            raise ValueError(till)
        return self._folder / f"{till}.json"


class Marker:
    """Writes the mark of one open till as it goes on. A daemon thread of its own; :meth:`close` writes the last one."""

    def __init__(self, marks: Marks, now: Callable[[], tuple[str, Mark] | None]) -> None:
        """``now``: the till and its mark, as they are; None: nothing is to be noted. Called in the thread, and by ``close``."""
        self._marks = marks
        self._now = now
        self._written: tuple[str, Mark] | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="marker", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Write how far the till came."""
        self._over.set()
        self._thread.join()
        self._write()

    def _run(self) -> None:
        while not self._over.wait(EVERY_S):
            self._write()

    def _write(self) -> None:
        found = self._now()
        if found is not None and found != self._written:
            self._marks.write(*found)
            self._written = found
