"""At the start: do the database and its roll tell the same story? (``delivery.md`` §2)

What the database has and the roll lacks is appended to the roll. What the roll has and the database lacks means that the database
is empty, an old copy or another one: it is not used. A roll that does not hold is put aside, and begins again with all there is.
"""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from pathlib import Path

from pos_app.loyalty.errors import DiskTrouble
from pos_app.store.database import Database
from pos_app.store.journal import Journal
from pos_app.store.roll import Roll, Tail, lines_of
from pos_app.store.roll_line import BEGINNING, BrokenLine, Line, Place
from pos_app.store.trouble import Behind, NothingLeft


class Found(Enum):
    """How the roll was found. Its text is a promise of ``doctor``."""

    WHOLE = "whole"
    FRESH = "begun"
    """There was none yet."""
    BEHIND = "brought up to date"
    """The program ended before the last lines were on the disk: they are now."""
    REPLACED = "put aside and begun again"
    """It was missing, cut short or broken."""


_ANYTHING = "SELECT EXISTS (SELECT 1 FROM roll_line) OR EXISTS (SELECT 1 FROM sale)"


def begin(database: Database, path: Path) -> tuple[Journal, Roll, Found]:
    """Open the roll of ``database`` and make both agree. Raises Behind and NothingLeft (then nothing was
    changed), and DiskTrouble.
    """
    if database.rows(_ANYTHING) == [(0,)] and _has_bytes(roll_of(database.path)) and not roll_holds(database.path):
        # A till's first line goes to the database first: there was more in it once.
        raise nothing_left(database.path)
    roll = Roll.open(path)
    try:
        journal = Journal(database, roll)
        found = _compare(database, journal, roll.tail)
        if found is Found.REPLACED or (found is Found.FRESH and journal.place == BEGINNING):
            roll.close()
            if found is Found.REPLACED:
                put_aside(path)
            roll = Roll(path, Tail(journal.place, "", torn=False, broken=False))
            journal = Journal(database, roll)
            journal.copy_all()
        elif journal.place.n > roll.tail.last.n:
            journal.hand_over(roll.tail.last.n + 1)
    except BaseException:
        roll.close()
        raise
    return journal, roll, found


def put_aside(path: Path) -> Path:
    """Rename a file so that nothing overwrites it: ``roll.jsonl`` → ``roll-aside-1.jsonl``. Raises DiskTrouble."""
    number = 1
    try:
        while (kept := path.with_name(f"{path.stem}-aside-{number}{path.suffix}")).exists():
            number += 1
        with suppress(FileNotFoundError):
            path.rename(kept)
    except OSError as error:
        raise DiskTrouble(f"{path} cannot be put aside: {error.strerror}.") from error
    return kept


def roll_holds(path: Path) -> bool:
    """Whether any line of the roll of the database at ``path`` can be read. Raises DiskTrouble."""
    return any(isinstance(line, Line) for line in lines_of(roll_of(path)))


def nothing_left(path: Path) -> NothingLeft:
    """What is said where neither the database nor its roll can be read."""
    return NothingLeft(
        f"Neither {path} nor its roll holds anything that can be read. Put a copy of the data back ({path.parent / 'backups'} has "
        "the till's own) or, as the last resort, begin with an empty queue: pos-app recover --start-empty"
    )


def _has_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _compare(database: Database, journal: Journal, tail: Tail) -> Found:
    """How the roll was found. Raises Behind if it has what the database lacks."""
    here, there = journal.place, tail.last
    # A flipped bit in the last line says nothing against the database, a line after its last one does.
    beyond = _reaches_beyond(database.path, here) if tail.broken else there.n > here.n
    if beyond or (there.n == here.n and there.hash != here.hash and not tail.broken):
        raise Behind(
            f"{database.path} is not what it was: its roll ({roll_of(database.path).name}) knows of more. Nothing is lost. "
            "Run: pos-app recover"
        )
    if tail.broken:
        return Found.REPLACED
    if there.n == here.n:
        return Found.FRESH if there == BEGINNING else Found.WHOLE
    following = journal.kept(there.n + 1)
    if following is None or following.prev != there.hash:
        return Found.REPLACED
    return Found.FRESH if there == BEGINNING else Found.BEHIND


def _reaches_beyond(path: Path, here: Place) -> bool:
    return any(not isinstance(line, BrokenLine) and line.place.n > here.n for line in lines_of(roll_of(path)))


def roll_of(path: Path) -> Path:
    """Where the roll of the database at ``path`` is: ``roll.jsonl`` beside ``till.db``."""
    return path.with_name("roll.jsonl" if path.name == "till.db" else f"{path.stem}-roll.jsonl")
