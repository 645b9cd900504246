"""Windows as far as wine is one: a prefix of its own, in which installers for Windows are run without a screen.

What wine lacks is mended in the installed copy, never in the installer: ``_wmi.pyd`` asks for what wine has not (Python does
without), Qt asks for Windows's own ICU (a stub takes its place, which does nothing), and wine keeps QT_ variables from programs, so
the platform "offscreen" is chosen in the copy's start file. So this proves packing, imports, files, keyring, delivery, installing
and removing. It proves nothing of Windows's windows, fonts, sizes, printing or virus scanners.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

TOOLS = {
    "wine": "wine",
    "wineserver": "wine",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-objdump": "binutils-mingw-w64-x86-64",
}
_PATIENCE_S = 300


def why_not() -> str:
    """Why there is no wine here; empty: there is."""
    missing = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
    return f"trying an installer for Windows needs {', '.join(missing)}" if missing else ""


@dataclass(frozen=True)
class Wine:
    """One prefix. Its drive ``Z:`` is this machine."""

    prefix: Path

    @property
    def user(self) -> Path:
        """The home of the one who runs it, as Windows has it."""
        (home,) = (each for each in (self.prefix / "drive_c" / "users").iterdir() if each.name != "Public")
        return home

    @property
    def local(self) -> Path:
        return self.user / "AppData" / "Local"

    @property
    def program(self) -> Path:
        """Where the installer puts the till."""
        return self.local / "Programs" / "pos-app"

    def run(self, *words: str | Path, stdin: str = "", code: int = 0) -> str:
        """What it wrote to standard output. Fails unless it ends with ``code``."""
        done = subprocess.run(
            ["wine", *map(str, words)],
            env=self._environment(),
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE_S,
            check=False,
        )
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            ["wine", *map(str, words)], env=self._environment(), stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True
        )

    def stop(self) -> None:
        """End all that runs in it."""
        subprocess.run(["wineserver", "--kill"], env=self._environment(), timeout=60, check=False)
        subprocess.run(["wineserver", "--wait"], env=self._environment(), timeout=60, check=False)

    def mend(self) -> None:
        """See the top."""
        (self.program / "python" / "_wmi.pyd").unlink()
        boot = self.program / "lib" / "pos_app_boot.py"
        text = boot.read_text(encoding="utf-8")
        chosen = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.text.font.db=false"}
        text = f"import os\nos.environ.update({chosen!r})\n{text}"
        boot.write_text(text, encoding="utf-8")
        qt = self.program / "lib" / "PySide6"
        names = {name for library in qt.glob("Qt6*.dll") for name in _wanted_of_icu(library)}
        if names:
            _write_stub(qt / "icuuc.dll", sorted(names))

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.prefix.parent),
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=",
            "LANG": "C.UTF-8",
        }


def _wanted_of_icu(library: Path) -> list[str]:
    told = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", str(library)], capture_output=True, text=True, check=True).stdout
    table = re.search(r"DLL Name: icuuc\.dll\n(.*?)\n\n", told, flags=re.DOTALL | re.IGNORECASE)
    return re.findall(r"\s(u[a-zA-Z]*_\w+)$", table[1], flags=re.MULTILINE) if table else []


def _write_stub(file: Path, names: list[str]) -> None:
    """Every function does nothing, and says so where ICU keeps its error: in the last argument, if that is one."""
    source = file.with_suffix(".c")
    source.write_text("".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in names), encoding="ascii")
    subprocess.run(["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", str(file), str(source)], check=True)
    source.unlink()
