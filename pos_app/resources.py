"""Where the fonts, icons, translations and licences lie. No Qt in here: the command line needs it too.

From a source tree they are in ``resources/`` beside the package; a wheel carries them as ``pos_app/_resources``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["path"]


@cache
def _root() -> Path:
    here = Path(__file__).resolve().parent
    for candidate in (here / "_resources", here.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the program's own files are missing: neither {here / '_resources'} nor ../resources is there")


def path(*parts: str) -> Path:
    """The path of one resource, e.g. ``path("icons", "lock.svg")``.

    It is not checked to exist. Raises FileNotFoundError only if the installation has no resources at all.
    """
    return _root().joinpath(*parts)
