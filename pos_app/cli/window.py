"""The till's window."""

from __future__ import annotations

import argparse
import sys

from pos_app.cli.opened import opened
from pos_app.cli.screen import check_screen
from pos_app.ui.app import run


def open_window(arguments: argparse.Namespace) -> int:
    """Open the till of the shop. Without settings: says how to set it up."""
    check_screen()
    with opened(arguments) as till:
        till.start()
        return run(till, argv=sys.argv[:1])
