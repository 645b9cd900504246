"""Copies that ``pos-app backup`` made or was killed in making: each file that is there is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Set
from contextlib import closing
from pathlib import Path


def look_at_copy(file: Path, *, sales: int | None, holds: Set[str]) -> list[str]:
    """What is wrong, a sentence each. ``sales``: how many the till said are in it (None: it said nothing), ``holds`` among them."""
    if not file.exists():
        return [] if sales is None else [f"{file.name} is not there"]
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True)) as copy:
        said = [text for (text,) in copy.execute("PRAGMA integrity_check")]
        if said != ["ok"]:
            return [f"{file.name}: {each}" for each in said]
        there = {sale_id for (sale_id,) in copy.execute("SELECT sale_id FROM sale")}
    if sales is None:
        return []
    wrong = [] if sales == len(there) else [f"{file.name} has {len(there)} sales, and not {sales}"]
    return wrong + [f"{file.name} lacks the promised sale {each}" for each in sorted(holds - there)]
