"""The program's icon, drawn in the sizes that desktops ask for."""

from __future__ import annotations

import struct
from pathlib import Path

from installer.product import ICON
from installer.tools import run

TOOL = {"rsvg-convert": "librsvg2-bin"}
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def draw(size: int, file: Path) -> None:
    """A square PNG of ``size`` pixels."""
    file.parent.mkdir(parents=True, exist_ok=True)
    run("rsvg-convert", "--width", str(size), "--height", str(size), "--output", file, ICON)


def write_ico(file: Path, drafts: Path) -> None:
    """Windows's file of all sizes, with PNGs in it."""
    pictures = []
    for size in WINDOWS_SIZES:
        draft = drafts / f"icon-{size}.png"
        draw(size, draft)
        pictures.append(draft.read_bytes())
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(WINDOWS_SIZES, pictures, strict=True):
        # A size of 256 is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    file.write_bytes(struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures))
