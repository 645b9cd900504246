"""How this very program is started once more."""

from __future__ import annotations

import sys


def itself() -> tuple[str, ...]:
    """The first words of a command that starts pos-app: an installer's program is one by itself, Python has to be told."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "pos_app")
