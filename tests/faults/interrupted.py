"""What the next window has to bring back: the sale that was in front of the cashier when the last one was killed."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from pos_app.data_dir import DataDir
from pos_app.loyalty.unfinished import Unfinished
from pos_app.store.unfinished import read_shelf


def interrupted_sale(place: DataDir) -> Unfinished | None:
    """The sale on the counter, unless it was confirmed after all. No program may have the till open."""
    sale = read_shelf(place.unfinished).current
    return None if sale is None or _is_recorded(place, sale.ids.sale_id) else sale


def _is_recorded(place: DataDir, sale_id: str) -> bool:
    """Asked of a copy: the till itself has to find its database as the kill left it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / place.till.name
        for end in ("", "-wal"):
            file = place.till.with_name(place.till.name + end)
            if file.exists():
                shutil.copyfile(file, copy.with_name(copy.name + end))
        with closing(sqlite3.connect(copy)) as database:
            return database.execute("SELECT 1 FROM sale WHERE sale_id = ?", (sale_id,)).fetchone() is not None
