"""A file that is replaced whole or not at all: written anew beside it, and then renamed. Errors are the system's, OSError."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(file: Path, data: bytes, *, durable: bool = True) -> None:
    """Make ``data`` the content of ``file``, for its owner only; what a try that was cut off left beside it is taken away.

    ``durable``: it survives a power cut once this returns, which waits for the disk. Raises OSError; then the file is as it was.
    """
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target:
        target.write(data)
        if durable:
            target.flush()
            os.fsync(target.fileno())
    part.replace(file)
    if durable:
        sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make a new name in ``folder`` survive a power cut. Windows does so by itself and cannot open folders. Raises OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
