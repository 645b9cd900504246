"""The real program on screens of several sizes: everything is drawn as large as the screen and the shop's choice say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Launcher
    from tests.window.screen import Screen


def rail_px(screen: Screen) -> int:
    """How wide the rail is, in pixels of the screen: it is white, the page below the top bar is not."""
    picture = screen.picture()
    y = picture.height() - 12
    return next(x for x in range(picture.width()) if picture.pixelColor(x, y).lightness() < 250)


@pytest.mark.parametrize(
    ("screen", "rail", "factor"),
    [((1024, 768), 72, 1.0), ((1500, 800), 88, 1.0), ((1920, 1080), 88, 1.2)],
    indirect=["screen"],
)
def test_a_large_screen_draws_everything_larger(program: Launcher, screen: Screen, rail: int, factor: float) -> None:
    """The demo's panel takes 256 px of the wider screens; what is left decides how wide the rail is."""
    for _start in range(2):
        # Once asking the screen, once remembering it.
        shown = program("demo")
        wait_until(lambda: abs(rail_px(screen) - rail * factor) <= 2, timeout_s=10, what="a rail of its right width")
        shown.stop()
