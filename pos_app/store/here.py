"""Where the program runs: this computer and this folder, as far as they can be told apart from others.

A name that changes without anything being copied (a folder that is renamed) must not look like another place, and one that says
nothing (the machine id inside a container) must not say anything.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MACHINE_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")
_IN_A_CONTAINER = ("/.dockerenv", "/run/.containerenv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Empty where it cannot be told."""

    machine: str
    """This installation of an operating system."""
    path: str
    """The folder's name."""
    folder: str
    """The folder itself, on its disk: it stays when the folder gets another name, and a copy has another."""


def here(folder: Path, *, machine: str | None = None) -> Here:
    """The place of ``folder``; ``machine``: in the place of this computer's own. Asks nobody, and raises nothing."""
    with suppress(OSError):
        folder = folder.resolve()
    itself = ""
    with suppress(OSError):
        found = folder.stat()
        # Some file systems number nothing.
        itself = f"{found.st_dev}:{found.st_ino}" if found.st_ino else ""
    return Here(machine=_machine() if machine is None else machine, path=os.path.normcase(str(folder)), folder=itself)


def _machine() -> str:
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        return _of_macos()
    if any(Path(each).exists() for each in _IN_A_CONTAINER):
        # It is the image's, or another one at every start.
        return ""
    for each in _MACHINE_IDS:
        with suppress(OSError, UnicodeError):
            text = Path(each).read_text(encoding="ascii").strip()
            if text and text != "uninitialized":
                return text
    return ""


def _of_windows() -> str:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - only there

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    return ""


def _of_macos() -> str:
    class _Wait(ctypes.Structure):
        _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))

    with suppress(OSError, AttributeError):
        found = (ctypes.c_ubyte * 16)()
        if ctypes.CDLL(None).gethostuuid(found, ctypes.byref(_Wait(1, 0))) == 0:
            return bytes(found).hex()
    return ""
