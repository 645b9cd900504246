"""Menu entry, icons and manual page: the part of a Linux that tells people of the program."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from installer import icons
from installer.product import HERE, ICON, NAME, VERSION


def write_share(share: Path) -> None:
    """Fill a new ``share`` folder."""
    (share / "applications").mkdir(parents=True)
    shutil.copy(HERE / "linux" / "pos-app.desktop", share / "applications")
    for size in icons.LINUX_SIZES:
        icons.draw(size, share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copy(ICON, scalable)
    manual = share / "man" / "man1" / f"{NAME}.1.gz"
    manual.parent.mkdir(parents=True)
    page = (HERE / "linux" / "pos-app.1").read_text(encoding="utf-8").replace("@VERSION@", VERSION)
    manual.write_bytes(gzip.compress(page.encode(), mtime=0))
