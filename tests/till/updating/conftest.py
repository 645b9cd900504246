"""A till beside its vendor's server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.till.updating.stand import Stand
from tests.updates.shelf import Shelf


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with Shelf().open() as shelf:
        yield Stand(tmp_path / "updates", shelf)
