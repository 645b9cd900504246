"""Swipes at the real till, under five layouts and at every field: each sale is the swiped customer's, and nothing else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import cycle, repeat
from random import Random
from typing import TYPE_CHECKING

import pytest

from pos_app.store.till_store import TillStore
from tests.window.reader.desk import LAYOUTS, Pressing
from tests.window.reader.melody import swipe, typing, unhurried
from tests.window.server import SOON_S
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen
    from tests.window.server import Server

FIELDS = {"search": "F2", "purchase": "F3", "points": "F4", "receipt": "F6"}
GAPS_MS = (2, 8, 12, 20, 45)
JANA, JOE = "+420603551482", "+420000000001"
LONG = "POS_APP_SWIPES" in os.environ
NUMBERS = {JANA: "7819283746", JOE: "7862374687"}


@dataclass
class Cashier:
    """Hands and a reader at the till."""

    screen: Screen
    server: Server
    keyboard: Pressing

    def swipe(self, number: str, gap_ms: float, *, kind: int) -> None:
        both = f"%B{number}^DOE/JOHN^2512101?;{number}=25121010000?\r"
        text = (f";{number}=25121010000?\r", f"{number}\r", both)[kind % 3]
        before = self.server.balance_reads()
        self.keyboard.play(swipe(text, repeat(gap_ms)))
        wait_until(lambda: self.server.balance_reads() > before, timeout_s=SOON_S, what=f"the look-up of {text!r}")
        self.screen.wait_until_still(timeout_s=1)

    def type(self, text: str, layout: str) -> None:
        self.keyboard.play(typing(text, layout, unhurried(Random(text))))

    def sell(self, layout: str) -> None:
        """100 crowns and one more each time (the same again would be asked about), by the keys of this layout, from wherever."""
        sold = len(self.server.sums())
        self.screen.key("F3")
        self.type(f"{100 + sold}\r", layout)
        wait_until(lambda: len(self.server.sums()) > sold, timeout_s=SOON_S, what="the sale in the ledger")


@pytest.fixture
def cashier(till: Program, screen: Screen, server: Server) -> Iterator[Cashier]:
    keyboard = Pressing(screen)
    yield Cashier(screen, server, keyboard)
    keyboard.stop()


@pytest.mark.timeout(300)
def test_a_card_swiped_at_any_field_under_any_layout_is_sold_to(
    till: Program, cashier: Cashier, screen: Screen, program: Launcher
) -> None:
    """Every layout with every field; in the short form with one."""
    phones, gaps = cycle(NUMBERS), cycle(GAPS_MS)
    expected = []
    for place, layout in enumerate(LAYOUTS):
        screen.layout(layout)
        for kind, key in enumerate(FIELDS.values()):
            if not LONG and kind != place % len(FIELDS):
                continue
            phone = next(phones)
            screen.key(key)
            cashier.swipe(NUMBERS[phone], next(gaps), kind=kind)
            cashier.sell(layout)
            expected.append((phone, ""))
    screen.layout("us")
    screen.screenshot("reader-sold-under-five-layouts")
    assert "Traceback" not in till.output()
    till.stop()
    store = TillStore.open(program.data_dir / "till.db")
    records = store.recent_sales(len(expected) + 5)
    store.close()
    assert [(record.sale.buyer.phone, record.sale.receipt) for record in reversed(records)] == expected


def test_what_is_half_typed_when_a_card_is_swiped_stays(till: Program, cashier: Cashier, screen: Screen, program: Launcher) -> None:
    screen.layout("cz")
    screen.key("F6")
    cashier.type("č. 12", "cz")
    cashier.swipe(NUMBERS[JANA], 8, kind=0)
    cashier.sell("cz")
    screen.layout("us")
    till.stop()
    store = TillStore.open(program.data_dir / "till.db")
    (record,) = store.recent_sales(2)
    store.close()
    assert (record.sale.buyer.phone, record.sale.receipt) == (JANA, "č. 12")
