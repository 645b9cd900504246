"""A file that remembers: one JSON object on each line, only ever added to, read again at the next start.

A line is handed to the system before the change it tells is answered for, so it survives the process (``kill -9``), not a power
cut. A last line without its end was never answered for, and is cut off at the next start.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from pos_app.loyalty.errors import DiskTrouble
from pos_app.passquare.wire.strict_json import JsonObject, Malformed, dumps, loads


class Journal:
    """One open journal. Appending is safe from any thread; only one process may have the file."""

    def __init__(self, path: Path) -> None:
        """Open ``path``, made if it is not there. Raises DiskTrouble."""
        self._path = path
        self._lock = threading.Lock()
        try:
            self._file = path.open("a+b", buffering=0)
            self._size = self._whole_lines()
        except OSError as error:
            raise self._trouble(error) from error

    def lines(self) -> Iterator[JsonObject]:
        """What was appended before, in order. Raises DiskTrouble naming a line that cannot be read."""
        try:
            with self._path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    try:
                        yield loads(line)
                    except Malformed as error:
                        raise DiskTrouble(f"{self._path}, line {number}, cannot be read: {error}.") from error
        except OSError as error:
            raise self._trouble(error) from error

    def append(self, line: JsonObject) -> None:
        """Keep ``line``: whole, or not at all. Raises DiskTrouble."""
        data = dumps(line) + b"\n"
        with self._lock:
            try:
                written = self._file.write(data)
                if written != len(data):
                    raise OSError("no space left")  # noqa: TRY301 - the same way back as for the system's own errors
            except OSError as error:
                # Half a line would swallow the next one.
                os.ftruncate(self._file.fileno(), self._size)
                raise self._trouble(error) from error
            self._size += len(data)

    def clear(self) -> None:
        """Forget everything. Raises DiskTrouble."""
        with self._lock:
            try:
                os.ftruncate(self._file.fileno(), 0)
            except OSError as error:
                raise self._trouble(error) from error
            self._size = 0

    def close(self) -> None:
        """Let go of the file. Safe to call again."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _whole_lines(self) -> int:
        """The file's size, after cutting off a last line that was never finished."""
        self._file.seek(0)
        data = self._file.read()
        size = data.rfind(b"\n") + 1
        if size < len(data):
            os.ftruncate(self._file.fileno(), size)
        return size

    def _trouble(self, error: OSError) -> DiskTrouble:
        return DiskTrouble(f"The journal {self._path} cannot be kept: {error.strerror or error}.")
