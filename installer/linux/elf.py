"""What the programs and libraries in a folder need of the system that they will run on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import dev
from installer.tools import run

TOOLS = {"objdump": "binutils", "strip": "binutils", "dpkg-query": "dpkg"}
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libcups2": "libcups2t64"}
"""Packages that have a second name since Debian 13 and Ubuntu 24.04."""


def programs(folder: Path) -> list[Path]:
    """Every file of machine code, once."""
    return [each for each in sorted(folder.rglob("*")) if each.is_file() and not each.is_symlink() and _is_elf(each)]


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def packages_needed(folder: Path) -> list[str]:
    """The Debian packages, as they stand under ``Depends``. Raises dev.Stop for a library that is nowhere on this machine."""
    files = programs(folder)
    brought = {each.name for each in folder.rglob("*.so*")}
    needed: set[str] = set()
    newest = (2, 0)
    for file in files:
        told = run("objdump", "-p", file)
        needed |= set(re.findall(r"^\s+NEEDED\s+(\S+)", told, flags=re.MULTILINE))
        newest = max([newest, *((int(a), int(b)) for a, b in re.findall(r"\bGLIBC_(\d+)\.(\d+)", told))])
    names = {_package(library) for library in sorted(needed - brought)} - {"libc6"}
    both = [f"{name} | {_RENAMED[name]}" if name in _RENAMED else name for name in sorted(names)]
    return [f"libc6 (>= {newest[0]}.{newest[1]})", *both]


def _package(library: str) -> str:
    places = [Path("/lib/x86_64-linux-gnu"), Path("/usr/lib/x86_64-linux-gnu"), Path("/lib64"), Path("/usr/lib")]
    for place in places:
        if (place / library).exists():
            for path in (place / library, Path(str(place / library).replace("/usr/lib", "/lib")), (place / library).resolve()):
                try:
                    return run("dpkg-query", "--search", path).split(":")[0]
                except dev.Stop:
                    continue
    raise dev.Stop(f"{library} is needed by the program, but it is neither in its folder nor in a package of this machine.")


def strip(files: Iterable[Path]) -> None:
    """Take the debug symbols out."""
    for file in files:
        run("strip", "--strip-unneeded", file)
