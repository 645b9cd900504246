"""The ``.run``: a file that installs the till for one person on any Linux, without root."""

from __future__ import annotations

import shutil
from pathlib import Path

from installer.offer import put_offer
from installer.product import HERE, NAME, RESOURCES, TITLE, VERSION
from installer.tools import run, say

TOOLS = {"makeself": "makeself", "xz": "xz-utils"}


def build_run(program: Path, notices: Path, share: Path, *, work: Path, out: Path) -> Path:
    """``program``: the packed folder. ``share``: menu entry, icons and manual page. The file, in ``out``."""
    say("Building the .run")
    archive = work / "run"
    shutil.rmtree(archive, ignore_errors=True)
    shutil.copytree(program, archive / "program", symlinks=True)
    put_offer(archive / "program" / RESOURCES, "run")
    shutil.copytree(notices, archive / "licences")
    shutil.copytree(share, archive / "share")
    shutil.copy(HERE / "linux" / "install.sh", archive / "install.sh")
    (archive / "install.sh").chmod(0o755)
    file = out / f"{NAME}-{VERSION}-x86_64.run"
    # The same bytes for the same input: no date, no owner of this machine.
    same = ("--tar-extra", "--sort=name --owner=0 --group=0 --numeric-owner --mtime=@0", "--packaging-date", VERSION)
    # --nox11: started by a till that is brought up to date, it opens no terminal of its own.
    run("makeself", "--quiet", "--nox11", "--xz", "--complevel", "6", "--sha256", *same, archive, file, TITLE, "./install.sh")
    shutil.rmtree(archive)
    return file
