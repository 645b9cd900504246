"""No text is cut: neither given up with "…", nor clipped by its widget or by what holds it."""

from __future__ import annotations

import os
import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from pos_app.ui import words
from pos_app.ui.theme import Type
from pos_app.ui.widgets.label import PlainLabel
from tests.gallery.draw import opened
from tests.gallery.reading import Line, cut_from_sight, read
from tests.gallery.scenes import SCENES
from tests.gallery.view import SIZES, Scene, View

LONG = os.environ.get("POS_APP_TEXTS") == "long"
"""Set it and every size is tried with every choice of the shop, not only the tightest ones."""

TIGHT = (((1024, 768), 100), ((1280, 800), 140), ((1920, 1080), 100))
LOOKS = tuple(product(SIZES, (90, 100, 140))) if LONG else TIGHT
VIEWS = [View(language=language, screen=screen, text_percent=text) for language in words.LANGUAGES for screen, text in LOOKS]
FIRST_TO_GIVE_WAY = {"Riverside Café", "Till 2", "Kavárna Letná", "Pokladna 2"}
"""In the top bar: whose till this is may be cut where a warning needs the room."""


def said_in_full() -> frozenset[str]:
    """What ends with "…" because something goes on."""
    catalogues = (Path(__file__).parents[2] / "resources" / "translations").glob("*.ts")
    texts = (catalogue.read_text(encoding="utf-8") for catalogue in catalogues)
    return frozenset(said for text in texts for said in re.findall(r"<(?:source|translation)>([^<]*…)</", text))


def is_cut(line: Line) -> bool:
    text = line.text.rstrip()
    if not text.endswith("…"):
        return cut_from_sight(line)
    if any(said.endswith(text) for said in said_in_full()):
        return False
    return not any(name.startswith(text.rstrip("…")) for name in FIRST_TO_GIVE_WAY)


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
def test_every_text_can_be_read_to_its_end(scene: Scene) -> None:
    cut, lines = [], 0
    for view, shown in opened(scene, VIEWS):
        for line in read(shown.shell):
            lines += 1
            if is_cut(line):
                cut.append(f"{view}: {type(line.widget).__name__} {line.text!r}")
    # Otherwise nothing was looked at: the barest window has a title and a sentence.
    assert lines >= 2 * len(VIEWS)
    assert cut == []


@pytest.mark.parametrize(("width", "height"), [(60, 24), (300, 12)])
def test_a_text_that_is_cut_is_found(width: int, height: int) -> None:
    holder = QWidget()
    label = PlainLabel("Nothing is lost", Type.BODY, elide=True, parent=holder)
    holder.resize(400, 40)
    holder.show()
    label.setGeometry(0, 0, 300, 24)
    assert [is_cut(line) for line in read(holder)] == [False]
    label.setGeometry(0, 0, width, height)
    assert [is_cut(line) for line in read(holder)] == [True]
    label.setGeometry(350, 0, 300, 24)
    assert [is_cut(line) for line in read(holder)] == [True]
