"""The Python environment that a program is packed from: exactly what the lock files name, checked by hash."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import dev
from installer.product import ROOT
from installer.tools import run, say

INSTALLER_LOCK = ROOT / "requirements-installer.lock"
_QUIET = {"UV_PYTHON_DOWNLOADS": "never"}


def environment(folder: Path) -> Path:
    """Make an environment of what the till needs and of PyInstaller in ``folder``; its Python. Raises dev.Stop."""
    dev.prepare()
    say(f"Making the environment to pack from, in {folder}")
    shutil.rmtree(folder, ignore_errors=True)
    run(*dev.uv("venv", "--quiet", "--python", sys.executable, folder), environment=_QUIET)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    install = dev.uv("pip", "sync", "--quiet", "--python", python, "--require-hashes", dev.RUNTIME_LOCK, INSTALLER_LOCK)
    run(*install, environment=_QUIET)
    return python


def windows_packages(folder: Path, *, python_version: str) -> None:
    """Put what the till needs on 64-bit Windows into ``folder``, as wheels bring it. Raises dev.Stop."""
    dev.prepare()
    say(f"Fetching the packages for Windows and Python {python_version}")
    platform = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", python_version)
    install = (
        "pip",
        "install",
        "--quiet",
        "--target",
        folder,
        *platform,
        "--only-binary",
        ":all:",
        "--no-deps",
        "--require-hashes",
    )
    run(*dev.uv(*install, "-r", dev.RUNTIME_LOCK), environment=_QUIET)


def freeze(python: Path, spec: Path, *, work: Path, out: Path) -> Path:
    """Pack the program as ``spec`` says; the folder that holds it."""
    say(f"Packing the program ({spec.relative_to(ROOT)})")
    run(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--workpath", work, "--distpath", out, spec, folder=ROOT)
    return out / "pos-app"
