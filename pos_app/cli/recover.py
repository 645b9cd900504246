"""``recover``: rebuild the till's data from its roll. Asks nothing, and tells what it found and where the old files are."""

from __future__ import annotations

import argparse
import sys

from pos_app.cli import show
from pos_app.data_dir import data_dir
from pos_app.store.recovery import recover as rebuild


def recover(arguments: argparse.Namespace) -> int:
    """Rebuild ``till.db``. Needs no key, no server and no settings."""
    place = data_dir(arguments.data_dir)
    done = rebuild(place.till)
    if arguments.json:
        show.answer(
            {
                "lines": done.lines,
                "broken_lines": done.broken_lines,
                "from_database": done.from_database,
                "sales": done.sales,
                "open": done.open_postings,
                "orphans": done.orphans,
                "aside": [str(each) for each in done.aside],
            },
            sys.stdout,
        )
        return 0
    show.line(f"Rebuilt from {done.lines} lines of the roll ({done.broken_lines} broken): {done.sales} sales.", sys.stdout)
    show.line(f"{done.from_database} rows were only in the old database; {done.orphans} belong to no sale any more.", sys.stdout)
    show.line(f"{done.open_postings} entries are in doubt: none is sent before it was compared, or a person decided.", sys.stdout)
    for each in done.aside:
        show.line(f"The old file is kept: {each}", sys.stdout)
    return 0
