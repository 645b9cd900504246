"""A window's till is opened, or a person is told on the screen why not and what can be done: recovery, for one.

The same sentence is on standard error at once, for whoever maintains the computer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from typing import TypeVar

from pos_app.cli.endings import code_of
from pos_app.cli.recover import begin_empty
from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import PosError
from pos_app.settings import load
from pos_app.store.progress import Told
from pos_app.store.recovery import recover
from pos_app.till.opening import Recovered
from pos_app.ui.trouble.start import tell

T = TypeVar("T")


def opened_or_told(stack: ExitStack, opening: Callable[[], AbstractContextManager[T]], place: DataDir, *, language: str = "") -> T:
    """What ``opening`` opens, in ``stack``. Its troubles are shown until one is left: then the program ends."""
    while True:
        try:
            return stack.enter_context(opening())
        except PosError as error:
            print(error, file=sys.stderr, flush=True)
            if not tell(
                error,
                partial(_recover, place),
                start_empty=partial(begin_empty, place),
                language=language or _language(place),
                argv=sys.argv[:1],
            ):
                # Not the error: its sentence has been said.
                raise SystemExit(code_of(error)) from error


def _recover(place: DataDir, told: Told) -> Recovered:
    return recover(place.till, told=told)


def _language(place: DataDir) -> str:
    """The shop's, as far as it is known."""
    try:
        return load(place).shop.language
    except PosError:
        return "en"
