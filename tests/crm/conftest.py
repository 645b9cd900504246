"""A ledger with two people in it."""

from __future__ import annotations

import pytest

from pos_app.crm.memory import MemoryLedger
from tests.crm.people import EVA, JOE, NOON


@pytest.fixture
def ledger() -> MemoryLedger:
    ledger = MemoryLedger(now=lambda: NOON)
    ledger.enrol(JOE)
    ledger.enrol(EVA)
    return ledger
