"""Builds installers: python3 -m installer linux [--out DIR] [--work DIR].

The files lie in ``dist/`` afterwards; what was needed to build them is removed again. Needs Debian or Ubuntu:
missing tools are installed as root, and otherwise named.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import dev
from installer.linux import build as linux
from installer.product import ROOT
from installer.tools import say

MOST_BYTES = {".deb": 60_000_000}
"""What may be downloaded for an installation; a larger file is not kept."""


def main() -> int:
    """Build what the command line names; the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m installer", description="Builds installers of pos-app.")
    parser.add_argument("what", choices=["linux"])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the files go (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="for drafts, removed afterwards (default: build)")
    arguments = parser.parse_args()
    out, work = arguments.out.absolute(), arguments.work.absolute() / arguments.what
    out.mkdir(parents=True, exist_ok=True)
    for file in linux.build(work=work, out=out):
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
