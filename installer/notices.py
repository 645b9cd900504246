"""The licences that lie beside an installed program: ours, those of all that it carries, and of the Python that runs it."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path

from installer.product import ROOT


def write_notices(folder: Path, *, python_licence: Path | None = None) -> None:
    """Put them into ``folder``. ``python_licence``: of the Python that is packed; None: it is the one that runs this."""
    shutil.copytree(ROOT / "resources" / "licences", folder)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    shutil.copy(python_licence or _own_python_licence(), folder / "Python.txt")


def _own_python_licence() -> Path:
    beside = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return beside if beside.exists() else Path("/usr/share/doc") / f"python{sysconfig.get_python_version()}" / "copyright"
