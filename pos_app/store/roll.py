"""The roll: ``roll.jsonl`` beside ``till.db``, append-only, like the paper roll of a till (``delivery.md`` §2).

A line is handed over right after its commit and reaches the disk in the background within a second, so that a sale costs one flush
and the roll is never ahead of the truth. What is not on it yet stays in the database (``roll_line``), so nothing hurries.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pos_app.files import sync_folder
from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.roll_line import BEGINNING, BrokenLine, Line, Place, read

FLUSH_S = 0.5
"""How long a line may wait for others that go to the disk with it."""
RETRY_S = 2.0
"""Between two tries on a disk that does not take the roll."""
MOST_KEPT = 5_000
"""Lines kept in memory while the disk does not take them; more are fetched from the database once it does."""
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a roll as it was found."""

    last: Place
    prev: str
    """What the last line names as the one before it."""
    torn: bool
    """Its last line was cut off in the middle (a power cut): that much was removed."""
    broken: bool
    """Its last whole line does not hold."""


class Roll:
    """An open roll and the thread that writes it. Lines are appended by one thread (the database's)."""

    def __init__(self, path: Path, tail: Tail) -> None:
        self.path = path
        self.tail = tail
        self._condition = threading.Condition()
        self._lines: list[Line] = []
        self._synced = tail.last.n
        self._taken = tail.last.n
        self._dropped = False
        self._closing = False
        self._trouble = ""
        self._file: int | None = None
        # A daemon: what is not written yet waits in the database, for the next start.
        self._thread = threading.Thread(target=self._run, name="roll", daemon=True)
        self._thread.start()

    @classmethod
    def open(cls, path: Path) -> Roll:
        """Open or begin the roll; a torn last line is removed. Raises DiskTrouble if it cannot be read."""
        try:
            return cls(path, _mend(path))
        except OSError as error:
            raise DiskTrouble(f"{path} cannot be read: {error.strerror}.") from error

    @property
    def synced(self) -> int:
        """The number of the last line that is on the disk."""
        with self._condition:
            return self._synced

    @property
    def trouble(self) -> str:
        """Why the disk does not take the roll; empty while it does."""
        with self._condition:
            return self._trouble

    @property
    def missing_from(self) -> int | None:
        """The number of the first line that must be handed over again, because too many waited for the disk; None: none."""
        with self._condition:
            return self._taken + 1 if self._dropped and not self._trouble else None

    def append(self, line: Line) -> None:
        """Take a line; returns at once."""
        with self._condition:
            if self._dropped and line.place.n != self._taken + 1:
                return
            if len(self._lines) >= MOST_KEPT:
                self._dropped = True
                return
            self._dropped = False
            self._lines.append(line)
            self._taken = line.place.n
            self._condition.notify_all()

    def flush(self, *, timeout_s: float) -> bool:
        """Wait until everything that was taken is on the disk; False if it is not after ``timeout_s``."""
        with self._condition:
            wanted = self._taken
            return self._condition.wait_for(lambda: self._synced >= wanted, timeout_s)

    def close(self) -> None:
        """Write what waits, as far as the disk takes it, and end. What is left waits in the database."""
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._lines or self._closing)
                if not self._lines:
                    break
                if not self._closing:
                    # Others may come along: they go to the disk together.
                    self._condition.wait_for(lambda: self._closing, RETRY_S if self._trouble else FLUSH_S)
                lines = list(self._lines)
            trouble = self._write(lines)
            with self._condition:
                self._trouble = trouble
                if not trouble:
                    del self._lines[: len(lines)]
                    self._synced = lines[-1].place.n
                elif self._closing:
                    break
                self._condition.notify_all()
        if self._file is not None:
            os.close(self._file)

    def _write(self, lines: list[Line]) -> str:
        """Append the lines whole or not at all; the disk's words if it did not take them."""
        data = "".join(f"{line.text}\n" for line in lines).encode()
        try:
            if self._file is None:
                self._file = os.open(self.path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
                sync_folder(self.path.parent)
            size = os.fstat(self._file).st_size
            try:
                view = memoryview(data)
                while view:
                    view = view[os.write(self._file, view) :]
                flush_file(self._file)
            except OSError:
                os.ftruncate(self._file, size)
                raise
        except OSError as error:
            return f"{self.path} cannot be written: {error.strerror}."
        return ""


def lines_of(path: Path) -> Iterator[Line | BrokenLine]:
    """Every line from the first on; a broken one in its place. A last line without its end is left out. Raises DiskTrouble."""
    try:
        with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
            for text in file:
                if not text.endswith("\n"):
                    return
                try:
                    yield read(text[:-1])
                except BrokenLine as broken:
                    yield broken
    except FileNotFoundError:
        return
    except OSError as error:
        raise DiskTrouble(f"{path} cannot be read: {error.strerror}.") from error


def flush_file(file: int) -> None:
    """Bring what was written to an open file to the disk. Raises OSError."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(file)
    else:
        os.fsync(file)


def _mend(path: Path) -> Tail:
    """Look at the end of the roll, and cut off a line that was never finished. Raises OSError."""
    try:
        with path.open("rb+") as file:
            size = file.seek(0, os.SEEK_END)
            end = _line_start(file, size)
            if end < size:
                file.truncate(end)
                os.fsync(file.fileno())
            start = _line_start(file, end - 1) if end else 0
            file.seek(start)
            text = file.read(max(0, end - 1 - start)).decode("utf-8", "replace")
    except FileNotFoundError:
        return Tail(BEGINNING, BEGINNING.hash, torn=False, broken=False)
    torn = end < size
    if not end:
        return Tail(BEGINNING, BEGINNING.hash, torn=torn, broken=False)
    try:
        line = read(text)
    except BrokenLine:
        return Tail(BEGINNING, BEGINNING.hash, torn=torn, broken=True)
    return Tail(line.place, line.prev, torn=torn, broken=False)


def _line_start(file: BinaryIO, before: int) -> int:
    """The place after the last line break in the first ``before`` bytes; 0 if there is none."""
    end = before
    while end > 0:
        start = max(0, end - _CHUNK)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
