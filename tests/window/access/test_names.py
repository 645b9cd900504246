"""Everything that can be worked has a name and a role, on every page, as a screen reader is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.window.server import JANA_TRACK

if TYPE_CHECKING:
    from tests.window.access.atspi import ScreenReader, Seen
    from tests.window.screen import Screen

ROLES = {"push button", "toggle button", "radio button", "check box", "text", "combo box", "list", "list item", "slider"}
PAGES = 7
SECRETS = re.compile(r"7819283746|200044717712|603\s?551\s?482")
"""Jana's card and number, grouped or not."""


def faults(objects: list[Seen]) -> list[str]:
    """What is wrong with what can be worked."""
    controls = [each for each in objects if each.is_control]
    assert controls, "nothing at all can be worked"
    nameless = [f"{each} at {each.path} has no name" for each in controls if not re.search(r"\w", each.name)]
    return nameless + [f"{each} has a strange role" for each in controls if each.role not in ROLES]


def test_whatever_can_be_worked_on_any_page_has_a_name_and_a_role(reader: ScreenReader, screen: Screen) -> None:
    wrong: list[str] = []
    for page in range(1, PAGES + 1):
        screen.key(f"ctrl+{page}")
        screen.wait_until_still()
        wrong += [f"page {page}: {fault}" for fault in faults(reader.objects())]
    assert not wrong, "\n".join(wrong)


def test_every_step_of_a_sale_can_be_read_and_nothing_secret_is_in_it(reader: ScreenReader, screen: Screen) -> None:
    def look() -> list[str]:
        screen.wait_until_still()
        objects = reader.objects()
        spoken = [each for each in objects if SECRETS.search(each.name + each.description)]
        return faults(objects) + [f"{each} says too much" for each in spoken]

    screen.type_text("novak", gap_ms=80)
    reader.find("Jana Nováková, phone ends in 482, 1,240 points")
    wrong = look()
    screen.key("Escape")
    screen.swipe(JANA_TRACK)
    reader.find("Balance 1,240 points, live")
    screen.type_text("100")
    wrong += look()
    reader.find("To pay 95 crowns")
    screen.key("Return")
    reader.find("Next")
    wrong += look()
    assert not wrong, "\n".join(wrong)
