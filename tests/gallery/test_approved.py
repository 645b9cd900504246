"""Every screen looks as somebody approved it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from pos_app.ui import words
from tests.gallery.approved import APPROVED, judged, views_of
from tests.gallery.draw import drawn
from tests.gallery.likeness import difference, halved
from tests.gallery.scenes import SCENES
from tests.gallery.shown_off import PICTURES, SHOWN_OFF, draw_shown_off
from tests.gallery.view import SIZES, THEMES, Scene, View

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "artefacts" / "gallery"
MOST_BYTES, MOST_BYTES_EACH = 4_000_000, 120_000


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES.keys())
def test_it_looks_as_approved(scene: Scene) -> None:
    other = [
        f"{view} ({found.worst:.1f})"
        for view, picture in drawn(scene, views_of(scene))
        if (found := judged(scene, view, picture, ARTEFACTS)).seen
    ]
    assert not other, (
        f"{scene.name} looks different: {', '.join(other)}. Look at artefacts/gallery/{scene.name}-*.png; "
        f"if it is meant: .venv/bin/python -m tests.gallery --approve {scene.name}"
    )


def test_each_screen_is_approved_in_each_language_and_colours_and_the_window_in_each_size() -> None:
    approved = [(scene, view) for scene in SCENES.values() for view in views_of(scene)]
    for screen in ("sale", "journal", "sync", "settings", "trouble"):
        views = [view for scene, view in approved if scene.name.startswith(screen)]
        assert {view.language for view in views} == set(words.LANGUAGES), screen
        assert {view.theme for view in views} == set(THEMES), screen
    assert {view.screen for _, view in approved} == set(SIZES)
    assert {90, 100, 140} <= {view.text_percent for _, view in approved}


def test_there_is_an_approved_picture_for_each_view_and_no_other_and_all_are_small() -> None:
    wanted = {f"{scene.name}-{view}" for scene in SCENES.values() for view in views_of(scene)}
    assert {file.stem for file in APPROVED.iterdir()} == wanted
    sizes = [file.stat().st_size for folder in (APPROVED, PICTURES) for file in folder.iterdir()]
    assert max(sizes) <= MOST_BYTES_EACH
    assert sum(sizes) <= MOST_BYTES


def test_the_readme_shows_the_screens_of_today() -> None:
    assert {file.stem for file in PICTURES.iterdir()} == set(SHOWN_OFF)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, picture in draw_shown_off():
        assert f"resources/pictures/{name}.png" in readme
        shown = QImage(str(PICTURES / f"{name}.png"))
        assert not difference(halved(picture), halved(shown)).seen, f"{name}: .venv/bin/python -m tests.gallery --readme"


@pytest.mark.parametrize("name", ["sale-customer", "sync-many"])
def test_a_look_is_the_same_in_whatever_order_the_looks_come(name: str) -> None:
    views = [View(), View(theme="contrast", screen=(1024, 768)), View(language="cs", theme="dark")]
    first, second = dict(drawn(SCENES[name], views)), dict(drawn(SCENES[name], reversed(views)))
    assert not any(difference(halved(first[view]), halved(second[view])).seen for view in views)


def test_a_wrong_word_of_the_command_is_answered_with_the_names_there_are() -> None:
    command = [sys.executable, "-m", "tests.gallery", "--approve", "nobody"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "sale-customer" in done.stderr
