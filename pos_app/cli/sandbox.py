"""``sandbox``: the stand-in servers as a process of their own."""

from __future__ import annotations

import argparse
from pathlib import Path

from pos_app.sandbox.main import run


def serve(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    state = Path(arguments.state) if arguments.state else None
    return run(port=arguments.port, control_port=arguments.control_port, journal=state)
