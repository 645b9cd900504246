"""How large everything is drawn, by the screen and by choice."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pos_app.ui.scale import remember_screen, scale_for, set_scale


@pytest.mark.parametrize(
    ("percent", "screen", "factor"),
    [
        (100, (1024, 768), 1.0),
        (140, (1024, 768), 1.0),
        (100, (1280, 800), 1.0),
        (140, (1280, 800), 1.11),
        (90, (1280, 800), 0.9),
        (140, (1366, 768), 1.07),
        (100, (1920, 1080), 1.2),
        (140, (1920, 1080), 1.4),
        (90, (1920, 1080), 1.08),
        (100, (800, 600), 0.9),
    ],
)
def test_a_screen_gets_as_much_as_leaves_the_till_its_room(percent: int, screen: tuple[int, int], factor: float) -> None:
    assert scale_for(percent, *screen) == factor


def test_the_screens_size_is_written_when_it_is_another_one(tmp_path: Path) -> None:
    memory = tmp_path / "screen.txt"
    remember_screen((1920, 1080), memory)
    assert memory.read_text(encoding="ascii") == "1920x1080\n"
    before = memory.stat().st_mtime_ns
    remember_screen((1920, 1080), memory)
    assert memory.stat().st_mtime_ns == before


def test_a_folder_that_takes_nothing_does_not_matter(tmp_path: Path) -> None:
    remember_screen((1920, 1080), tmp_path / "nowhere" / "screen.txt")


def test_a_size_that_the_environment_asks_for_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.5")
    memory = tmp_path / "screen.txt"
    memory.write_text("1920x1080\n", encoding="ascii")
    set_scale(140, ["pos-app"], memory)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
