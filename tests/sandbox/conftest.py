"""A running sandbox, and somebody who talks to it over a real socket (``caller.py``)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pos_app.sandbox.server import Sandbox
from tests.sandbox.caller import Caller


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def caller(sandbox: Sandbox) -> Iterator[Caller]:
    caller = Caller(sandbox)
    with caller.http:
        yield caller
