"""A real ext4 disk in a file, whose power can be cut: the kernel stops writing at once, journal included.

Needs Linux, root and loop devices; :func:`why_not` says what is lacking.
"""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType

from tests.faults.opening import in_memory_if_possible

SHUT_DOWN = 0x8004587D
"""``EXT4_IOC_SHUTDOWN``."""
WITHOUT_JOURNAL_FLUSH = 2
MIB = 1024 * 1024


class NoDisk(Exception):
    """Such a disk cannot be made here. ``str()`` says why."""


class LoopDisk:
    """Made empty and mounted at :attr:`folder`; gone at the end of the ``with``."""

    def __init__(self, *, size_mib: int = 32) -> None:
        self._home = tempfile.TemporaryDirectory(dir=in_memory_if_possible(), prefix="pos-app-disk-")
        self._image = Path(self._home.name) / "disk"
        self._size = size_mib * MIB
        self.folder = Path(self._home.name) / "mounted"

    def __enter__(self) -> LoopDisk:
        try:
            self.folder.mkdir()
            self.make_empty()
        except BaseException:
            self._home.cleanup()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(NoDisk):
            run("umount", "--lazy", self.folder)
        self._home.cleanup()

    def make_empty(self) -> None:
        """A new file system. What was mounted must be unmounted."""
        with self._image.open("wb") as image:
            image.truncate(self._size)
        run("mkfs.ext4", "-q", "-F", self._image)
        self.mount()

    def mount(self, *, read_only: bool = False) -> None:
        """As after a start of the computer: ext4 replays its journal."""
        run("mount", "-o", "loop,ro" if read_only else "loop", self._image, self.folder)

    def unmount(self) -> None:
        """Nobody may have a file open on it."""
        run("umount", self.folder)

    def cut_power(self) -> None:
        """From the moment this is called until the next :meth:`mount` nothing more reaches the disk."""
        root = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(root, SHUT_DOWN, struct.pack("I", WITHOUT_JOURNAL_FLUSH))
        finally:
            os.close(root)

    def turn_read_only(self) -> None:
        """As ext4 does by itself when it meets an error: in the middle of things, whoever is writing."""
        run("mount", "-o", "remount,abort", self.folder)


@cache
def why_not() -> str:
    """Why there can be no such disk here; empty if there can."""
    if not sys.platform.startswith("linux"):
        return "ext4 and loop devices are a matter of Linux"
    if os.geteuid() != 0:
        return "only root may mount an ext4 disk"
    try:
        with LoopDisk() as disk:
            disk.cut_power()
    except (NoDisk, OSError) as error:
        return f"no ext4 disk can be mounted here: {error}"
    return ""


def run(*command: str | Path) -> None:
    """Raises NoDisk with what the command says when it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    except OSError as error:
        raise NoDisk(f"{command[0]}: {error.strerror}") from error
    if done.returncode:
        raise NoDisk(f"{command[0]}: {done.stderr.strip()}")
