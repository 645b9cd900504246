"""The commands that work on an open till, whichever program has it open. A new one is a line here, and its words in ``arguments``.

What a command's arguments are parsed into crosses to another process as JSON: texts, numbers, booleans and lists. A file's path
is made absolute while it is parsed: the other process stands in another folder.
"""

from __future__ import annotations

import argparse
import importlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TillCommand:
    """A function in ``pos_app/cli/<module>.py`` that takes a :class:`pos_app.cli.call.Call`; imported when it is run."""

    name: str
    module: str
    function: str
    asks_servers: bool = True
    """Whether it needs keys: a till that was opened without any leaves it to another."""
    speaks: bool = False
    """Whether it needs the window's words: a program without a window leaves it to the one that was started for it."""
    of_newer: str = ""
    """A function of the arguments and the ``Newer``, which answers where the data is a newer program's; empty: it is refused."""

    def __call__(self, arguments: argparse.Namespace) -> int:
        """Have it done as the command line wants it; the exit code."""
        # All that opening a till takes is imported now, not for ``--version``.
        code: int = importlib.import_module("pos_app.cli.reach").on_the_till(self, arguments)
        return code


_COMMANDS = (
    TillCommand(name="find", module="sales", function="find"),
    TillCommand(name="sell", module="sales", function="sell"),
    TillCommand(name="refund", module="refunds", function="refund"),
    TillCommand(name="register", module="registering", function="register"),
    TillCommand(name="edit", module="registering", function="edit"),
    TillCommand(name="claim", module="claims", function="claim"),
    TillCommand(name="forgive", module="forgive", function="forgive"),
    TillCommand(name="print", module="slips", function="print_slip", asks_servers=False, speaks=True),
    TillCommand(name="printer", module="slips", function="printer", asks_servers=False, speaks=True),
    TillCommand(name="queue", module="queue", function="show_queue", asks_servers=False, of_newer="count_queue"),
    TillCommand(name="sync", module="queue", function="sync"),
    TillCommand(name="settle", module="settle", function="settle", asks_servers=False),
    TillCommand(name="audit", module="audit", function="audit"),
    TillCommand(name="allow-writes", module="audit", function="allow_writes", asks_servers=False),
    TillCommand(name="home", module="home", function="home", asks_servers=False),
    TillCommand(name="doctor", module="doctor", function="examine"),
    TillCommand(name="backup", module="backup", function="back_up", asks_servers=False),
    TillCommand(name="update", module="update", function="update", asks_servers=False),
    TillCommand(name="verify", module="verify", function="verify", asks_servers=False),
)
RAISE_WINDOW = "window"
"""Not a command that is typed: what a second start of the window asks of the first."""
ON_THE_TILL = {each.name: each for each in _COMMANDS}
