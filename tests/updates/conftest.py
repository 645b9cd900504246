"""Who signs the feeds of the tests."""

from __future__ import annotations

import pytest

from tests.updates.vendor import Vendor


@pytest.fixture
def vendor() -> Vendor:
    return Vendor()
