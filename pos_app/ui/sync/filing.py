"""Files that are saved from the Sync centre: a backup, and what waits as a table. No widgets; GUI thread only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from pos_app.loyalty.errors import PosError
from pos_app.ui.sale.states import Runner
from pos_app.ui.sync.watching import SyncTill

__all__ = ["Filed", "Filing", "FilingTill"]


class OwnFiles(Protocol):
    """``pos_app.till.own_data.OwnData``."""

    def back_up(self, file: Path) -> object: ...


class FilingTill(SyncTill, Protocol):
    """What the page needs of the till, with what it saves."""

    @property
    def data(self) -> OwnFiles: ...


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of the last file."""

    file: Path
    backup: bool
    trouble: str = ""
    """Why it could not be written; empty: it was."""


class Filing:
    """``said``: what became of the last file; ``busy``: one is being written."""

    def __init__(self, till: FilingTill, runner: Runner, *, changed: Callable[[], None], today: Callable[[], date]) -> None:
        self._till, self._runner, self._changed, self._today = till, runner, changed, today
        self.busy = False
        self.said: Filed | None = None
        self.folder = Path.home()
        """Where the last one went."""

    def backup_name(self) -> str:
        """A name nobody has to think of."""
        return f"pos-app-{self._today():%Y-%m-%d}.db"

    def back_up(self, file: Path) -> None:
        """Copy the till's data there while sales go on."""
        self._write(partial(self._till.data.back_up, file), Filed(file, backup=True))

    def _write(self, work: Callable[[], object], filed: Filed) -> None:
        if self.busy:
            return
        self.busy, self.said, self.folder = True, None, filed.file.parent
        self._runner.run(
            self._till.overview.later(work),
            lambda _done: self._ended(filed),
            lambda error: self._failed(filed, error),
        )
        self._changed()

    def _failed(self, filed: Filed, error: PosError) -> None:
        self._ended(Filed(filed.file, filed.backup, str(error)))

    def _ended(self, filed: Filed) -> None:
        self.busy, self.said = False, filed
        self._changed()
