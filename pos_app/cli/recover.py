"""``recover``: rebuild the till's data from its roll, or begin without any. Tells what was found and where the old files are."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from pos_app.cli import show
from pos_app.data_dir import DataDir, data_dir
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.store.going_back import go_back
from pos_app.store.recovery import recover as rebuild
from pos_app.store.start_empty import StartedEmpty, start_empty


def recover(arguments: argparse.Namespace) -> int:
    """Rebuild ``till.db``. Needs no key, no server and no settings."""
    place = data_dir(arguments.data_dir)
    if arguments.start_empty:
        return _told(begin_empty(place, arguments.who, arguments.reason), as_json=arguments.json)
    if arguments.go_back:
        done = go_back(place.till, who=arguments.who, reason=arguments.reason, now=datetime.now(UTC))
    elif arguments.who or arguments.reason:
        raise BadInput(Problem.SETTING, detail="--who and --reason belong to --start-empty and --go-back: a recovery asks nobody.")
    else:
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


def begin_empty(place: DataDir, who: str, reason: str) -> StartedEmpty:
    """What is damaged beyond reading is put aside. Raises BadInput where it is not, and DiskTrouble."""
    return start_empty(place.till, who=who, reason=reason, now=datetime.now(UTC), begun_sales=(place.unfinished,))


def _told(done: StartedEmpty, *, as_json: bool) -> int:
    if as_json:
        show.answer({"aside": str(done.aside), "files": list(done.files)}, sys.stdout)
        return 0
    show.line("The till begins with an empty queue. What had not arrived when the data was damaged is not sent.", sys.stdout)
    show.line(f"Nothing was deleted: {', '.join(done.files)} are in {done.aside}", sys.stdout)
    return 0
