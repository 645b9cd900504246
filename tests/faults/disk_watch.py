"""Hears from the kernel (inotify) that a file of the till's data folder was written: the moments around a commit."""

from __future__ import annotations

import asyncio
import ctypes
import os
import struct
from collections.abc import Callable
from pathlib import Path

_MODIFIED = 0x2
_EVENT = struct.Struct("iIII")
_LIBC = ctypes.CDLL(None, use_errno=True)


class DiskWatch:
    """Only in its event loop."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError."""
        self.watcher: Callable[[str], None] | None = None
        """Called with a file's name soon after each write to it; writes in one breath are told once."""
        self._watch = _LIBC.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._watch < 0 or _LIBC.inotify_add_watch(self._watch, os.fsencode(folder), _MODIFIED) < 0:
            raise OSError(ctypes.get_errno(), f"{folder} cannot be watched")
        asyncio.get_running_loop().add_reader(self._watch, self._hear)

    def close(self) -> None:
        """Hear nothing more."""
        asyncio.get_running_loop().remove_reader(self._watch)
        os.close(self._watch)

    def _hear(self) -> None:
        heard, place = os.read(self._watch, 65_536), 0
        while place < len(heard):
            _watch, _mask, _cookie, length = _EVENT.unpack_from(heard, place)
            place += _EVENT.size
            name = heard[place : place + length].rstrip(b"\0").decode()
            place += length
            if self.watcher is not None:
                self.watcher(name)
