"""Builds installers: python3 -m installer linux|windows|macos|papers [options]; --help tells them.

The files lie in ``dist/`` afterwards; what was needed to build them is removed again. Linux and Windows need Debian or Ubuntu:
missing tools are installed as root, and otherwise named. macOS needs a Mac. ``papers`` writes what lies beside them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import dev
from installer.linux import build as linux
from installer.macos import build as macos
from installer.papers import write_papers
from installer.product import ROOT
from installer.tools import say
from installer.windows import build as windows
from installer.windows.python import OFFICIAL

MOST_BYTES = {".deb": 60_000_000, ".exe": 30_000_000}
"""What may be downloaded for an installation; a larger file is not kept."""


def main() -> int:
    """Build what the command line names; the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m installer", description="Builds installers of pos-app.")
    parser.add_argument("what", choices=["linux", "windows", "macos", "papers"])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the files go (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="for drafts, removed afterwards (default: build)")
    parser.add_argument("--python", type=Path, metavar="FILE", help=f"windows: the Python project's {OFFICIAL}, for a release")
    parser.add_argument("--url", default="", help="papers: the address under which the files will be downloaded, for winget")
    arguments = parser.parse_args()
    out, work = arguments.out.absolute(), arguments.work.absolute() / arguments.what
    out.mkdir(parents=True, exist_ok=True)
    match arguments.what:
        case "linux":
            made = linux.build(work=work, out=out)
        case "windows":
            made = windows.build(work=work, out=out, official=arguments.python)
        case "macos":
            made = macos.build(work=work, out=out)
        case _:
            made = write_papers(out, url=arguments.url)
    for file in made:
        _check_size(file)
        say(f"{file} ({file.stat().st_size / 1e6:.1f} MB)")
    return 0


def _check_size(file: Path) -> None:
    size = file.stat().st_size
    if size > MOST_BYTES.get(file.suffix, size):
        file.unlink()
        raise dev.Stop(f"{file.name} has {size} bytes, more than the {MOST_BYTES[file.suffix]} that it may have.")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except dev.Stop as stop:
        say(str(stop))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
