"""The order in which Tab goes through the Sale page, and a sale without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.window.server import JANA_TRACK

if TYPE_CHECKING:
    from tests.window.access.atspi import ScreenReader
    from tests.window.screen import Screen
    from tests.window.server import Server

INPUT = "Find customer, swipe, scan or type"
AROUND = [
    "Account 980 crowns, open sync centre",
    "All sales sent, open sync centre",
    "Online, open sync centre",
    "Sale",
]
"""After the page: the top bar, then the rail, where the tile of the page that is shown stands for all of them."""


def tab_through(reader: ScreenReader, screen: Screen, *, until: str, most: int = 30) -> list[str]:
    """The names of what gets the focus, key by key, up to ``until``."""
    names: list[str] = []
    while not names or names[-1] != until:
        assert len(names) < most, f"Tab never came to {until!r}: {names}"
        screen.key("Tab")
        names.append(reader.wait_for_focus().name)
    return names


def test_tab_goes_from_the_customer_to_the_money_to_the_frame(reader: ScreenReader, screen: Screen, server: Server) -> None:
    screen.swipe(JANA_TRACK)
    reader.find("Balance 1,240 points, live")
    screen.type_text("100")
    reader.find("To pay 95 crowns")
    reader.forget()
    screen.key("F2")
    assert reader.wait_for_focus().name == INPUT
    quick = ["Use 0 points", "Use points so that 1 crown remain to pay"]
    names = tab_through(reader, screen, until=INPUT)
    assert [name for name in names if name not in quick] == [
        "Edit customer",
        "Close the customer",
        "Hold sale",
        "Purchase",
        "Redeem points",
        "Use as many as possible, 95 points",
        "Receipt no. (optional)",
        "Confirm sale, 95 crowns",
        *AROUND,
        INPUT,
    ]
