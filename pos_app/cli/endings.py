"""How a command ends: its exit code, and one sentence where something expected went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from pos_app.loyalty.errors import BadInput, PosError

TROUBLE = 1
BAD_INPUT = 2
INTERRUPTED = 130


def ending(run: Callable[[], int], err: TextIO) -> int:
    """What ``run`` returns; for an error of the tree its sentence goes to ``err``, and the code says which kind it was."""
    try:
        return run()
    except PosError as error:
        print(error, file=err)
        return code_of(error)


def code_of(error: PosError) -> int:
    """The exit code of a program that ends with it."""
    return BAD_INPUT if isinstance(error, BadInput) else TROUBLE
