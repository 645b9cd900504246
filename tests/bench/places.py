"""Where the bench writes: a folder on the disk of the checkout, and one in memory (tmpfs), where only the software costs time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dev

MEMORY = Path("/dev/shm")  # noqa: S108 - Linux's own


@contextmanager
def folder(*, in_memory: bool = False) -> Iterator[Path]:
    """A new folder, gone afterwards."""
    artefacts = dev.ROOT / "artefacts"
    artefacts.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY if in_memory else artefacts) as path:
        yield Path(path)


def discs() -> dict[str, bool]:
    """Name → whether it is in memory; where there is no tmpfs, the disk only."""
    return {"disk": False, "tmpfs": True} if MEMORY.is_dir() else {"disk": False}
