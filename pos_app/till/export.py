"""A table as a file that a spreadsheet opens: complete or not at all, and nothing in it a formula (``delivery.md`` §8)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from pos_app.loyalty.errors import DiskTrouble

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(text: str) -> str:
    """``text`` as a spreadsheet may read it: what would begin a formula gets an apostrophe, a plain number stays one."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def as_text(digits: str) -> str:
    """Digits that are no number (a phone, a card): a spreadsheet would round them and drop their first zeros."""
    return f"'{digits}" if digits else ""


def write_table(folder: Path, name: str, rows: Iterable[Sequence[str]], *, separator: str = ",") -> Path:
    """Write ``name.csv`` into ``folder``, or ``name (2).csv`` if that is there already; the file.

    UTF-8 with its mark, so that a spreadsheet knows. Cells are taken as they are: see :func:`cell`. Raises DiskTrouble; then there
    is no file. Blocks while ``rows`` are read.
    """
    part = folder / f".{_safe(name)}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=separator).writerows(rows)
        return part.replace(new_file(folder, name, ".csv"))
    except OSError as error:
        raise DiskTrouble(f"The file could not be written into {folder}: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def new_file(folder: Path, name: str, ending: str) -> Path:
    """An empty file in ``folder``, named as nothing there is yet: ``name (2)`` and so on. Raises OSError."""
    number = 1
    while True:
        file = folder / (f"{_safe(name)}{ending}" if number == 1 else f"{_safe(name)} ({number}){ending}")
        try:
            file.touch(exist_ok=False)
        except FileExistsError:
            number += 1
        else:
            return file


def _safe(name: str) -> str:
    """What any system takes as a file's name."""
    return re.sub(r"[^\w .()-]+", "_", name).strip(" .")[:80] or "table"
