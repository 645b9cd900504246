"""Disks on which the promises cannot be kept: a proof that cannot find that out proves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any


class Disk(Enum):
    """What is below the store: the disk as it must be, and others."""

    GOOD = "WAL, synchronous FULL, locking EXCLUSIVE"
    NORMAL = "WAL, synchronous NORMAL"
    ROLLBACK = "rollback journal, synchronous FULL: Python's default"
    LYING = "a disk that says it has flushed, and has not"

    @property
    def instead(self) -> Mapping[str, str]:
        """Statements of the store, and what is done in their place."""
        return _INSTEAD.get(self, {})


_INSTEAD = {
    Disk.NORMAL: {"PRAGMA synchronous = 2": "PRAGMA synchronous = 1"},
    Disk.ROLLBACK: {
        "PRAGMA journal_mode = WAL": "PRAGMA journal_mode = DELETE",
        "PRAGMA locking_mode = EXCLUSIVE": "PRAGMA locking_mode = NORMAL",
    },
}


class Pretence:
    """Does something else than some statements say, and when asked claims to have done as they say: the store would refuse it."""

    def __init__(self, disk: Disk) -> None:
        self._instead = disk.instead
        self._claims: dict[str, int | str] = {}

    def of(self, sql: str, parameters: Sequence[Any]) -> tuple[str, Sequence[Any]]:
        """What is really done."""
        if sql in self._claims:
            return "SELECT ?", (self._claims[sql],)
        if sql in self._instead:
            setting, _is, value = sql.partition(" = ")
            self._claims[setting] = int(value) if value.isdigit() else value.lower()
            return self._instead[sql], parameters
        return sql, parameters
