"""The four pictures at the head of README.md, of the same scenes as everything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from tests.gallery.draw import drawn
from tests.gallery.few_colours import with_few_colours
from tests.gallery.scenes import SCENES
from tests.gallery.view import View

__all__ = ["PICTURES", "SHOWN_OFF", "draw_shown_off", "save_shown_off"]

PICTURES = Path(__file__).parents[2] / "resources" / "pictures"
SHOWN_OFF = {
    "sale": ("sale-customer", View()),
    "recorded": ("sale-slip-printed", View(theme="dark")),
    "journal": ("journal-day", View()),
    "sync": ("sync-centre", View()),
}


def draw_shown_off() -> Iterator[tuple[str, QImage]]:
    """As they look now, by the names of their files."""
    for name, (scene, view) in SHOWN_OFF.items():
        for _, picture in drawn(SCENES[scene], (view,)):
            yield name, picture


def save_shown_off() -> list[str]:
    """Write them anew. Answers the files."""
    files = []
    for name, picture in draw_shown_off():
        file = PICTURES / f"{name}.png"
        with_few_colours(picture).save(str(file), quality=0)
        files.append(str(file))
    return files
