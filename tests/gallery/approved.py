"""The pictures that somebody has looked at and found good: which there are, and how they are compared.

Kept small, as each approval stays in the history for ever: half the size, at most 256 colours. Every scene is approved in the
look that most tills have, and the most telling ones in each of the other looks; the command draws all of them in all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QImage

from tests.gallery.draw import drawn
from tests.gallery.few_colours import with_few_colours
from tests.gallery.likeness import Difference, difference, halved, marked
from tests.gallery.view import Scene, View

__all__ = ["APPROVED", "OTHER_LOOKS", "approve", "judged", "views_of"]

APPROVED = Path(__file__).parent / "approved"
OTHER_LOOKS = {
    View(theme="dark", language="cs"): (
        "sale-customer",
        "sale-confirmed",
        "sale-multiple-matches",
        "sale-bank-card-refused",
        "journal-day",
        "sync-centre",
        "settings-appearance",
        "trouble-damaged",
    ),
    View(theme="contrast", screen=(1366, 768)): (
        "sale-customer",
        "sale-suggestions",
        "sale-letters",
        "journal-refund",
        "sync-centre",
        "settings-reader-done",
        "trouble-rebuilt",
    ),
    View(language="cs", screen=(1024, 768)): (
        "sale-customer",
        "sale-offline-stale",
        "sale-too-many-points",
        "sale-confirmed",
        "sale-keys",
        "journal-day",
        "journal-letters-claim",
        "sync-letters",
        "settings-appearance",
    ),
    View(screen=(1920, 1080)): ("sale-idle", "sale-customer", "journal-day", "sync-centre", "settings-numbers"),
    View(theme="dark", language="cs", screen=(1920, 1080), text_percent=140): (
        "sale-customer",
        "journal-refund",
        "sync-forgiving",
        "settings-reader-advice",
    ),
    View(language="de"): ("sale-customer", "journal-day", "sync-centre", "settings-appearance", "trouble-damaged"),
    View(language="ru", screen=(1024, 768)): (
        "sale-customer",
        "journal-day",
        "sync-centre",
        "settings-appearance",
        "trouble-damaged",
    ),
    View(language="cs", screen=(1024, 768), text_percent=90): ("sale-change-of-customer", "journal-void"),
}


def views_of(scene: Scene) -> tuple[View, ...]:
    """The views of a scene that are approved."""
    return (View(), *(view for view, names in OTHER_LOOKS.items() if scene.name in names))


def approve(scenes: Iterable[Scene]) -> list[str]:
    """Take the scenes as they look now. Answers the names of the pictures that changed; what looks the same stays as it is."""
    APPROVED.mkdir(exist_ok=True)
    changed = []
    for scene in scenes:
        for view, picture in drawn(scene, views_of(scene)):
            file = APPROVED / f"{scene.name}-{view}.png"
            small = halved(picture)
            if not file.exists() or difference(small, QImage(str(file))).seen:
                with_few_colours(small).save(str(file), quality=0)
                changed.append(file.stem)
    return changed


def judged(scene: Scene, view: View, picture: QImage, artefacts: Path) -> Difference:
    """How far the picture is from the approved one. One that is seen leaves three pictures in ``artefacts``."""
    name = f"{scene.name}-{view}"
    small, before = halved(picture), QImage(str(APPROVED / f"{name}.png"))
    found = difference(small, before)
    if found.seen:
        artefacts.mkdir(parents=True, exist_ok=True)
        picture.save(str(artefacts / f"{name}.new.png"))
        before.save(str(artefacts / f"{name}.approved.png"))
        marked(small, found.places).save(str(artefacts / f"{name}.difference.png"))
    return found
