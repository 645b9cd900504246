"""Every screen looks as somebody approved it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gallery.approved import APPROVED, judged, views_of
from tests.gallery.draw import drawn
from tests.gallery.scenes import SCENES
from tests.gallery.view import SIZES, THEMES, Scene, View

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "artefacts" / "gallery"
MOST_BYTES = 6_000_000


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


def test_every_scene_is_approved_in_each_colours_and_in_each_size() -> None:
    for scene in SCENES.values():
        views = views_of(scene)
        assert {view.theme for view in views} == set(THEMES)
        assert scene.own_size or {view.screen for view in views} == set(SIZES)
        assert {view.language for view in views} == {"en", "cs"}


def test_there_is_an_approved_picture_for_each_view_and_no_other_and_all_are_small() -> None:
    wanted = {f"{scene.name}-{view}" for scene in SCENES.values() for view in views_of(scene)}
    assert {file.stem for file in APPROVED.iterdir()} == wanted
    assert sum(file.stat().st_size for file in APPROVED.iterdir()) <= MOST_BYTES


@pytest.mark.parametrize("name", ["sale-customer", "sync-many"])
def test_the_same_pixels_every_time_in_whatever_order_the_views_come(name: str) -> None:
    views = [View(), View(theme="contrast", screen=(1024, 768)), View(language="cs", theme="dark")]
    first, second = dict(drawn(SCENES[name], views)), dict(drawn(SCENES[name], reversed(views)))
    assert all(first[view] == second[view] for view in views)


def test_a_wrong_word_of_the_command_is_answered_with_the_names_there_are() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gallery", "--approve", "nobody"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "sale-customer" in done.stderr
