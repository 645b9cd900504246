"""One command as somebody wants it done on a till that is open: the same code whichever program has the till.

A command on the till is a function of a :class:`Call` that returns the exit code. It reads nothing but the call, and tells
everything through it: who called may be another process, so ``print``, ``sys.stdin`` and the working folder are not its own.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from pos_app.cli import show
from pos_app.cli.endings import ending
from pos_app.cli.registry import TillCommand
from pos_app.data_dir import DataDir
from pos_app.keys import ReplaceableKeys
from pos_app.till.till import Till


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a command has to work with."""

    arguments: argparse.Namespace
    till: Till
    keys: ReplaceableKeys
    """Those the open till works with."""
    place: DataDir
    new_uuid: Callable[[], uuid.UUID]
    """Ids for what this call makes. The same call again gets the same ones, so it makes nothing twice."""
    out: TextIO
    err: TextIO

    def answer(self, value: Mapping[str, object]) -> None:
        """Answer one JSON object."""
        show.answer(value, self.out)

    def line(self, text: str) -> None:
        """Answer a line for people."""
        show.line(text, self.out)

    def trouble(self, text: str) -> None:
        """Say on standard error what is wrong."""
        show.line(text, self.err)


class CallIds:
    """The ids of one call, drawn from its first one: whoever repeats the call with that id gets all the others again."""

    def __init__(self, call_id: uuid.UUID) -> None:
        """``call_id``: a random UUIDv4; it is the first id given out."""
        self._call_id = call_id
        self._given = 0

    def __call__(self) -> uuid.UUID:
        """The next id; a UUIDv4 in form."""
        number, self._given = self._given, self._given + 1
        if number == 0:
            return self._call_id
        return uuid.UUID(bytes=hashlib.sha256(self._call_id.bytes + number.to_bytes(4, "big")).digest()[:16], version=4)


def perform(command: TillCommand, call: Call) -> int:
    """Run the command; the exit code. What was expected to go wrong is a sentence on ``call.err``."""
    function: Callable[[Call], int] = getattr(importlib.import_module(f"pos_app.cli.{command.module}"), command.function)
    return ending(lambda: function(call), call.err)
