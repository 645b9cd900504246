"""Files that are saved from the Sync centre: a backup, and what waits as a table. No widgets; GUI thread only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from pos_app.ui import words
from pos_app.ui.journal.exporting import documents
from pos_app.ui.sale.states import Runner
from pos_app.ui.sync.exporting import exporting
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
        self.folder = documents()
        """Where the last one went."""

    def backup_name(self) -> str:
        """A name nobody has to think of."""
        return f"pos-app-{self._today():%Y-%m-%d}.db"

    def back_up(self, file: Path) -> None:
        """Copy the till's data there while sales go on."""
        self._write(partial(self._till.data.back_up, file), Filed(file, backup=True))

    def export(self, *, local: Callable[[datetime], datetime], formats: words.Formats) -> None:
        """Write what is not delivered as a table, where people look for their files."""
        folder, name = self.folder, words.line.export_file(f"{self._today():%Y-%m-%d}")
        work = exporting(self._till.overview, name=name, folder=folder, local=local, formats=formats)
        self._write(work, Filed(folder / f"{name}.csv", backup=False))

    def _write(self, work: Callable[[], object], filed: Filed) -> None:
        if self.busy:
            return
        self.busy, self.said, self.folder = True, None, filed.file.parent
        self._runner.run(
            self._till.overview.later(work),
            # The table's own name may be another one: it replaces nothing.
            lambda written: self._ended(replace(filed, file=written) if isinstance(written, Path) else filed),
            lambda error: self._ended(replace(filed, trouble=str(error))),
        )
        self._changed()

    def _ended(self, filed: Filed) -> None:
        self.busy, self.said = False, filed
        self._changed()
