"""The last resort: nothing of a till's data can be read, and a person says that it begins with an empty queue.

What was in it is gone for the till, so it is never done by itself, and never where a recovery could save a single row. Nothing is
deleted: the damaged files are moved into a folder beside. Who said so, and why, is the first line of the new roll.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pos_app.files import sync_folder
from pos_app.loyalty.errors import BadInput, DiskTrouble, Problem
from pos_app.store.database import LOCK_WAIT_S, open_database
from pos_app.store.newer import refuse_newer
from pos_app.store.old_database import read_old, refuse_while_open
from pos_app.store.placing import alone, bring_roll_up_to_date, clear, finish_cut_off, part_of, swap
from pos_app.store.reconcile import roll_holds, roll_of
from pos_app.store.roll_line import BEGINNING, written
from pos_app.store.rows import storable
from pos_app.store.schema import TILL

STARTED_EMPTY = "started empty"
"""The fact that tells of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedEmpty:
    """What was done."""

    aside: Path
    """The folder with all that was there."""
    files: tuple[str, ...]
    """Their names in it, which are those they had."""


def start_empty(
    path: Path,
    *,
    who: str,
    reason: str,
    now: datetime,
    begun_sales: Sequence[Path] = (),
    lock_wait_s: float = LOCK_WAIT_S,
) -> StartedEmpty:
    """Put what is damaged aside, and make an empty database at ``path``. ``now`` is UTC.

    ``begun_sales``: files with sales that were begun; they go too, for one that was saved after all must not be sold again under
    its ids. Raises BadInput for no name or reason, for data that holds anything, and where there is none; DiskBusy while a till has
    it, Newer and DiskTrouble. Then nothing was changed, unless it was cut off halfway: it is simply run again.
    """
    if not (who.strip() and reason.strip()):
        raise _refused("Say who decides (--who) and why (--reason).")
    with alone(path, lock_wait_s):
        finish_cut_off(path)
        refuse_while_open(path, lock_wait_s=lock_wait_s)
        refuse_newer(path, TILL, lock_wait_s=lock_wait_s)
        damaged = _there(path)
        if not any(each.stat().st_size for each in damaged):
            raise _refused(f"There is no damaged data in {path.parent}: a till begins there by itself.")
        if read_old(path).holds_anything or roll_holds(path):
            raise _refused(f"Nothing was put aside: the data in {path.parent} can still be read. Run: pos-app recover")
        aside = _dated_folder(path, now)
        part = part_of(path)
        clear(part)
        _make(part, f"{now:%Y-%m-%d %H:%M:%S} UTC, {who.strip()}: {reason.strip()} ({aside.name})", lock_wait_s)
        # The database last: as long as it is there, whoever is cut off begins again.
        moved = [*(each for each in begun_sales if each.exists()), *damaged]
        _move(moved, aside)
        swap(path, part, with_roll=False)
        bring_roll_up_to_date(path, lock_wait_s)
        return StartedEmpty(aside=aside, files=tuple(each.name for each in moved))


def _there(path: Path) -> list[Path]:
    beside = [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]
    return [each for each in (roll_of(path), *beside, path) if each.exists()]


def _dated_folder(path: Path, now: datetime) -> Path:
    name, number = f"set-aside-{now:%Y%m%dT%H%M%SZ}", 1
    while (folder := path.with_name(name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return folder


def _make(part: Path, said: str, lock_wait_s: float) -> None:
    """A database with nothing in it but what was said; it is put on the roll when that is begun."""
    database = open_database(part, TILL, lock_wait_s=lock_wait_s)
    try:
        with database.writing() as conn:
            fact = {"name": STARTED_EMPTY, "value": storable(said)}
            conn.execute("INSERT INTO fact (name, value) VALUES (:name, :value)", fact)
            line = written(BEGINNING, STARTED_EMPTY, {"fact": [dict(fact)]})
            conn.execute("INSERT INTO roll_line (n, line) VALUES (?, ?)", (line.place.n, line.text))
    finally:
        database.close()


def _move(files: Sequence[Path], folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
        for each in files:
            each.rename(folder / each.name)
        sync_folder(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise DiskTrouble(f"The damaged files cannot be moved to {folder}: {error.strerror}.") from error


def _refused(sentence: str) -> BadInput:
    return BadInput(Problem.SETTING, detail=sentence)
