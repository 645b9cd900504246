"""Everything for Linux, from one packed folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import dev
from installer import icons
from installer.linux import deb, elf, run_file
from installer.linux.desktop import write_share
from installer.notices import write_notices
from installer.packages import environment, freeze
from installer.product import HERE
from installer.tools import need, say


def build(*, work: Path, out: Path) -> list[Path]:
    """The ``.deb`` and the ``.run``, in ``out``. Raises dev.Stop. It runs on systems as new as this one: build it on the oldest."""
    need({**elf.TOOLS, **deb.TOOLS, **run_file.TOOLS, **icons.TOOL})
    dev.require(dev.missing_libraries({**dev.QT_LIBRARIES, **dev.WINDOW_LIBRARIES}), purpose="to see what Qt needs of a system")
    python = environment(work / "environment")
    program = freeze(python, HERE / "linux" / "pos-app.spec", work=work / "freeze", out=work / "frozen")
    elf.strip([*(program / "_internal").glob("libpython*"), *(program / "_internal").glob("python3*/lib-dynload/*.so")])
    notices, share = work / "notices", work / "share"
    for folder in (notices, share):
        shutil.rmtree(folder, ignore_errors=True)
    write_notices(notices)
    write_share(share)
    say(f"The program has {sum(each.stat().st_size for each in elf.programs(program)) // 2**20} MB of machine code")
    made = [make(program, notices, share, work=work, out=out) for make in (deb.build_deb, run_file.build_run)]
    shutil.rmtree(work)
    return made
