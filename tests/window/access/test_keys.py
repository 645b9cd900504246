"""Keys while an assistive program listens: Qt then shows it every key first, and delivers a copy later and without a time.

A reader and a person must not notice. ``unheard``: accessibility is on, but nobody listens, and keys come as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, repeat
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.reader.test_vectors import VECTORS
from tests.window.reader.desk import Desk, desk
from tests.window.reader.melody import Melody, swipe, typing, unhurried
from tests.window.reader.test_vectors import HUMAN, faults_at

if TYPE_CHECKING:
    from tests.window.access.atspi import ScreenReader

F2, ONE = 60, 2
HELD_MS = 900


@pytest.fixture(params=["us", "cz"])
def layout(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def heard(
    layout: str, accessible: tuple[dict[str, str], ScreenReader], screen: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """``screen`` is only asked for because it skips where X is not to be had."""
    environment, reader = accessible
    reader.listen()
    with desk(layout, tmp_path_factory.mktemp("desk") / "heard", environment) as at:
        reader.watch(at.bench.process.pid)
        at.tap()
        yield at


@pytest.fixture
def unheard(
    accessible: tuple[dict[str, str], ScreenReader], screen: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    with desk("us", tmp_path_factory.mktemp("desk") / "unheard", accessible[0]) as at:
        at.tap()
        yield at


def pressed(code: int, *, for_ms: float = 80) -> Melody:
    return [(0, code, True), (for_ms, code, False)]


def typed_wrongly(at: Desk) -> list[str]:
    """What did not arrive as it was typed."""
    found = []
    for text in HUMAN[at.layout]:
        outcome = at.at("search").press(typing(f"{text}\r", at.layout, unhurried(Random(text))))
        if outcome.scans or outcome.happened != (f"search entered {text}", "confirm pressed", "confirmed"):
            found.append(f"{text!r} came as {outcome.scans}, traces {outcome.traces}")
    return found


@pytest.mark.timeout(180)
def test_cards_are_read_and_words_are_typed_while_somebody_listens(heard: Desk) -> None:
    assert not typed_wrongly(heard)
    assert not faults_at(heard, list(zip(VECTORS[::5], cycle((4, 12)), strict=False)))


def test_shortcuts_fire_once_for_fingers_and_never_for_a_reader(heard: Desk) -> None:
    assert heard.at("search").press(pressed(F2)).happened == ("shortcut F2",)
    assert heard.at("confirm").press(pressed(ONE)).happened == (("shortcut 1",) if heard.layout == "us" else ())
    outcome = heard.at("confirm").press(swipe("\x0e123456789\r", repeat(8)))
    assert (outcome.read, outcome.traces) == ([("rejected", "")], {})


def test_a_key_may_be_held_while_somebody_listens(heard: Desk) -> None:
    """X begins to repeat after 660 ms, or what the server is set to, by a clock of its own."""
    outcome = heard.at("search").press(pressed(39, for_ms=HELD_MS))
    (sign,) = {*outcome.after["search"]}
    assert (sign in ";ů", outcome.scans) == (True, ())
    assert len(outcome.after["search"]) > 1


@pytest.mark.timeout(180)
def test_nothing_changes_while_nobody_listens(unheard: Desk) -> None:
    assert not typed_wrongly(unheard)
    assert unheard.at("search").press(pressed(F2)).happened == ("shortcut F2",)
    assert unheard.at("confirm").press(pressed(ONE)).happened == ("shortcut 1",)
    assert not faults_at(unheard, [(vector, 12) for vector in VECTORS[::9]])
