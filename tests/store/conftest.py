"""Real files, in a folder of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos_app.store.customer_cache import CustomerCache
from pos_app.store.till_store import TillStore


@pytest.fixture
def till_db(tmp_path: Path) -> Path:
    return tmp_path / "till.db"


@pytest.fixture
def store(till_db: Path) -> Iterator[TillStore]:
    opened = TillStore.open(till_db)
    yield opened
    opened.close()


@pytest.fixture
def customers_db(tmp_path: Path) -> Path:
    return tmp_path / "customers.db"


@pytest.fixture
def cache(customers_db: Path) -> Iterator[CustomerCache]:
    opened = CustomerCache.open(customers_db)
    yield opened
    opened.close()
