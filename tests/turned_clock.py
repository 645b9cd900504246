"""Real programs on a computer with a wrong clock, by ``faketime``; what is asked of them is of the real present."""

from __future__ import annotations

import os
import shutil
import sys

import pytest


def turned_to(day: str) -> tuple[str, ...]:
    """What to put before a command so that it believes that it is noon of ``day``; its monotonic clock is left alone."""
    if not sys.platform.startswith("linux"):
        pytest.skip("faketime turns the clocks of Linux programs")
    if shutil.which("faketime") is None:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up("a wrong clock needs faketime: python3 dev.py test says how to get it")
    return ("env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", f"{day} 12:00:00")
