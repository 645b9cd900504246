"""The command line: a second front over the same use cases as the window, without Qt.

Its names, JSON keys and exit codes are a promise (README): 0 done, 1 trouble, 2 bad input; ``sync`` also 3 (waiting) and 4 (a
person is needed). An expected failure is one sentence on standard error, never a traceback.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pos_app.cli.arguments import parser
from pos_app.cli.endings import INTERRUPTED, ending
from pos_app.cli.private import keep_memory_private


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    keep_memory_private()
    arguments = parser().parse_args(argv)
    try:
        return ending(lambda: arguments.command(arguments), sys.stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
