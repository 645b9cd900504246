"""The listed sales as a file in the documents of whoever uses this computer. The words are made here, the writing is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from pos_app.till.export import as_text, cell, write_table
from pos_app.till.records import JournalRow, Stand
from pos_app.ui import words
from pos_app.ui.journal.row_words import stand_words

if TYPE_CHECKING:
    from pos_app.till.records import Wanted
    from pos_app.ui.journal.states import Browser


def documents() -> Path:
    """Where people of this computer look for their files."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


def exporting(
    browser: Browser, wanted: Wanted, *, name: str, folder: Path, local: Callable[[datetime], datetime], czech: bool
) -> Callable[[], Path]:
    """The work of writing them, for a thread that may wait: everything it needs of the window is taken out of it now."""
    states = {stand: stand_words(stand) for stand in Stand}
    header, later = words.journal.columns(), words.checkout.later()
    decimal, separator = (",", ";") if czech else (".", ",")

    def number(amount: Decimal) -> str:
        return str(amount).replace(".", decimal)

    def rows() -> Iterator[Sequence[str]]:
        yield header
        for row in browser.each(wanted):
            yield _cells(row, local(row.made_at), states, later, number)

    return lambda: write_table(folder, name, rows(), separator=separator)


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
