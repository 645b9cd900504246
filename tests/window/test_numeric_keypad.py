"""A sale with the numeric keypad of a Czech keyboard and nothing else, at the real program: its decimal key is a comma."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.window.server import SOON_S
from tests.window.test_selling import swipe_until_found
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Program
    from tests.window.screen import Screen
    from tests.window.server import Server

PLACES = dict(zip("789-456+1230,\n/*", (79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 104, 106, 63), strict=True))
"""What is printed on a key → its X key code; NumLock decides what it means."""
BY_HAND_MS = 120


@pytest.fixture
def num_lock(screen: Screen) -> Iterator[None]:
    screen.layout("cz")
    screen.key("Num_Lock")
    yield
    screen.key("Num_Lock")
    screen.layout("us")


def strike(screen: Screen, signs: str) -> None:
    screen.xdotool("key", "--delay", str(BY_HAND_MS), "--", *(str(PLACES[sign]) for sign in signs))
    screen.wait_until_still()


@pytest.mark.usefixtures("num_lock")
@pytest.mark.parametrize("till", ["cs"], indirect=True)
def test_a_sale_is_made_and_taken_back_with_the_numeric_keypad_alone(till: Program, screen: Screen, server: Server) -> None:
    before = server.balance_reads()
    strike(screen, "/603551482")
    strike(screen, "\n")
    wait_until(lambda: server.balance_reads() > before, timeout_s=SOON_S, what="the look-up of the phone")
    screen.wait_until_still()
    strike(screen, "64,90")
    screen.screenshot("sale-by-numeric-keypad")
    strike(screen, "\n")
    wait_until(lambda: server.sums() == [Decimal("3.08")], timeout_s=SOON_S, what="the sale in the ledger")
    strike(screen, "--")
    wait_until(lambda: server.sums() == [Decimal("3.08"), Decimal("-3.08")], timeout_s=SOON_S, what="the sale taken back")
    assert "Traceback" not in till.output()


@pytest.mark.parametrize("desktop", ["GNOME"])
def test_enter_presses_no_button_on_a_desktop_where_it_would(till: Program, screen: Screen, server: Server) -> None:
    swipe_until_found(screen, server)
    screen.type_text("100")
    screen.key("Return")
    wait_until(lambda: server.sums() == [Decimal("4.75")], timeout_s=SOON_S, what="the sale in the ledger")
    screen.wait_until_still()
    strike(screen, "-\n")  # Undo has the focus, and Enter is the next customer
    swipe_until_found(screen, server)
    screen.type_text("200")
    screen.key("Return")
    wait_until(lambda: len(server.sums()) > 1, timeout_s=SOON_S, what="the next sale in the ledger")
    assert server.sums() == [Decimal("4.75"), Decimal("9.50")]
    assert "Traceback" not in till.output()
