"""The two programs of an installation on Windows: ``pos-app.exe`` for the window, ``pos-app-cli.exe`` for commands."""

from __future__ import annotations

import shutil
from pathlib import Path

from installer.icons import write_ico
from installer.product import HERE, NAME, PUBLISHER, TITLE, VERSION
from installer.tools import run

COMPILER = "x86_64-w64-mingw32-gcc"
RESOURCES = "x86_64-w64-mingw32-windres"
TOOLS = {COMPILER: "gcc-mingw-w64-x86-64-win32", RESOURCES: "binutils-mingw-w64-x86-64"}
NUMBERS = ".".join([*VERSION.split("."), "0"][:4])
"""The version as Windows compares it: four numbers."""


def build_launchers(folder: Path, *, python_dll: str, work: Path) -> Path:
    """Put both into ``folder``; the icon that they carry."""
    work.mkdir(parents=True, exist_ok=True)
    icon = work / "pos-app.ico"
    write_ico(icon, work)
    shutil.copy(HERE / "windows" / "launcher.manifest", work)
    for name, kind in ((f"{NAME}.exe", ("-mwindows",)), (f"{NAME}-cli.exe", ("-mconsole", "-DCONSOLE"))):
        _write_resources(work / "launcher.rc", name)
        compiled = work / "launcher.o"
        run(RESOURCES, "-c", "65001", "launcher.rc", compiled, folder=work)
        source = HERE / "windows" / "launcher.c"
        flags = (
            "-O2",
            "-s",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-municode",
            f'-DPYTHON_DLL=L"{python_dll}"',
            "-Wl,--no-insert-timestamp",
        )
        run(COMPILER, *flags, *kind, source, compiled, "-lshell32", "-o", folder / name)
    return icon


def _write_resources(file: Path, program: str) -> None:
    text = (HERE / "windows" / "launcher.rc").read_text(encoding="utf-8")
    values = {"PUBLISHER": PUBLISHER, "TITLE": TITLE, "VERSION": VERSION, "NAME": NAME, "FILE": program}
    for name, value in {**values, "NUMBERS": NUMBERS.replace(".", ",")}.items():
        text = text.replace(f"@{name}@", value)
    file.write_text(text, encoding="utf-8")
