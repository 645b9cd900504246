"""Keyboards and desks for the tests of the reader; see wedge.py."""

from __future__ import annotations

import pytest

from tests.reader.wedge import LAYOUTS, Desk, Keyboard


@pytest.fixture(scope="session")
def new_desk() -> type[Desk]:
    return Desk


@pytest.fixture(scope="session")
def keyboards() -> dict[str, Keyboard]:
    return {name: Keyboard(name) for name in LAYOUTS}


@pytest.fixture(params=LAYOUTS)
def keyboard(request: pytest.FixtureRequest) -> Keyboard:
    return Keyboard(request.param)
