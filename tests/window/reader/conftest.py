"""Five desks, one for each keyboard layout, started once; see ``desk.py``.

The tests here come in two sizes. What CI runs is small enough to be run by everybody; how rare a mistake is, only many
swipes tell. Both long forms print a table, and leave it in ``artefacts/``::

    POS_APP_SWIPES=2000 python3 dev.py test tests/window/reader/test_recognition.py -s     (about half an hour)
    POS_APP_KEYS=20000  python3 dev.py test tests/window/reader/test_typing.py -s          (about 20 minutes)

``POS_APP_SWIPES`` is the number of swipes for each layout, ``POS_APP_KEYS`` that of typed keys in all, ``POS_APP_SEED`` the
number that all chance comes from. The same swipes under Wayland, with Debian's ``sway``::

    .venv/bin/python -m tests.window.reader.wayland 64                                    (about four minutes)
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.window.reader.desk import LAYOUTS, Desk, desks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.window.screen import Screen


@pytest.fixture(scope="session")
def seed() -> int:
    return int(os.environ.get("POS_APP_SEED", "1"))


@pytest.fixture(scope="session")
def all_desks(screens: Callable[[tuple[int, int]], Screen], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    """``screens`` is only asked for because it skips where X is not to be had."""
    with desks(LAYOUTS, tmp_path_factory.mktemp("desks")) as running:
        yield running


@pytest.fixture
def five(all_desks: list[Desk]) -> list[Desk]:
    """A desk for each layout, with a tap that has seen nothing."""
    for each, layout in zip(all_desks, LAYOUTS, strict=True):
        if each.layout != layout:
            each.set_layout(layout)
        each.tap()
    return all_desks


@pytest.fixture
def us(five: list[Desk]) -> Desk:
    return five[0]


@pytest.fixture
def cz(five: list[Desk]) -> Desk:
    return five[1]
