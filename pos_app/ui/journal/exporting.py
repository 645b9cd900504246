"""The listed sales as a file in the documents of whoever uses this computer. The words are made here, the writing is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from pos_app.loyalty.errors import PosError
from pos_app.till.export import as_text, cell, write_table
from pos_app.till.records import JournalRow, Stand
from pos_app.ui import words
from pos_app.ui.journal.row_words import stand_words
from pos_app.ui.journal.states import Tab

if TYPE_CHECKING:
    from pos_app.till.records import Wanted
    from pos_app.ui.journal.presenter import JournalPresenter
    from pos_app.ui.journal.states import JournalTill
    from pos_app.ui.sale.phrases import Phrases
    from pos_app.ui.sale.states import Runner


def documents() -> Path:
    """Where people of this computer look for their files."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


class Exporter:
    """``say`` and ``warn`` get a sentence about what became of it."""

    def __init__(
        self,
        till: JournalTill,
        runner: Runner,
        phrases: Phrases,
        *,
        folder: Callable[[], Path],
        say: Callable[[str], None],
        warn: Callable[[str], None],
    ) -> None:
        self._till, self._runner, self._phrases, self._folder = till, runner, phrases, folder
        self._say, self._warn = say, warn

    def start(self, state: JournalPresenter) -> None:
        """Write everything that is listed, also what was not scrolled to, while the window goes on."""
        what = (
            state.text
            or {
                Tab.ALL: f"{state.day:%Y-%m-%d}",
                Tab.WAITING: words.sync.waiting(),
                Tab.ATTENTION: words.sync.attention(),
            }[state.tab]
        )
        self._runner.run(self._till.browsing.run(self._work(state.wanted, what)), self._exported, self._failed)

    def _work(self, wanted: Wanted, what: str) -> Callable[[], Path]:
        """For a thread that may wait: everything it needs of the window is taken out of it now."""
        browser, folder, local = self._till.browsing, self._folder(), self._phrases.local
        name, header, later = words.journal.file_name(what), words.journal.columns(), words.checkout.later()
        states = {stand: stand_words(stand) for stand in Stand}
        formats = self._phrases.formats

        def number(amount: Decimal) -> str:
            return str(amount).replace(".", formats.separator)

        def rows() -> Iterator[Sequence[str]]:
            yield header
            for row in browser.each(wanted):
                yield _cells(row, local(row.made_at), states, later, number)

        return lambda: write_table(folder, name, rows(), separator=formats.columns)

    def _exported(self, file: object) -> None:
        if isinstance(file, Path):
            self._say(words.journal.exported(file.name, file.parent.name))

    def _failed(self, _error: PosError) -> None:
        self._warn(words.journal.not_exported())


def _cells(row: JournalRow, at: datetime, states: dict[Stand, str], later: str, number: Callable[[Decimal], str]) -> Sequence[str]:
    return (
        f"{at:%Y-%m-%d}",
        f"{at:%H:%M:%S}",
        cell(row.receipt),
        cell(row.name),
        as_text(row.phone),
        as_text(row.card),
        number(row.gross),
        number(-row.discount if row.discount else row.discount),
        number(row.used),
        later if row.earned is None else number(row.earned),
        number(row.paid),
        states[row.stand],
        row.sale_id,
        row.reverses,
    )
