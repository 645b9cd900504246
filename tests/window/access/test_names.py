"""Everything that can be worked has a name and a role, on every page, as a screen reader is told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pos_app.appearance import Appearance
from pos_app.data_dir import DataDir
from pos_app.settings import load, save
from tests.window.server import JANA_TRACK, KEYS

if TYPE_CHECKING:
    from tests.window.access.atspi import ScreenReader, Seen
    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen

ROLES = {
    "push button",
    "toggle button",
    "radio button",
    "check box",
    "text",
    "combo box",
    "list",
    "list item",
    "slider",
    "alert message",
}
PAGES = 7
SECRETS = re.compile(r"7819283746|200044717712|603\s?551\s?482")
"""Jana's card and number, grouped or not."""


def faults(objects: list[Seen]) -> list[str]:
    """What is wrong with what can be worked."""
    controls = [each for each in objects if each.is_control]
    assert controls, "nothing at all can be worked"
    nameless = [f"{each} at {each.path} has no name" for each in controls if not re.search(r"\w", each.name)]
    strange = [f"{each} has a strange role" for each in controls if each.role not in ROLES]
    named = Counter(map(str, controls))
    return nameless + strange + [f"{name} is there {times} times" for name, times in named.items() if times > 1]


def test_whatever_can_be_worked_on_any_page_has_a_name_and_a_role(reader: ScreenReader, screen: Screen) -> None:
    wrong: list[str] = []
    for page in range(1, PAGES + 1):
        screen.key(f"ctrl+{page}")
        screen.wait_until_still()
        wrong += [f"page {page}: {fault}" for fault in faults(reader.objects())]
    assert not wrong, "\n".join(wrong)


def test_a_till_that_cannot_be_opened_can_be_recovered_by_ear(
    till: Program, program: Launcher, screen: Screen, accessible: tuple[dict[str, str], ScreenReader]
) -> None:
    till.stop()
    database = program.data_dir / "till.db"
    database.write_bytes(b"\xff" * database.stat().st_size)
    broken = program(stdin=KEYS, title="^pos-app$")
    reader = accessible[1]
    reader.watch(broken.process.pid)
    screen.wait_until_still()
    objects = reader.objects()
    assert not faults(objects)
    spoken = " ".join(each.name for each in objects)
    assert "damaged" in spoken, spoken


@pytest.mark.timeout(240)
def test_every_step_of_a_sale_can_be_read_and_nothing_secret_is_in_it(
    till: Program, program: Launcher, screen: Screen, accessible: tuple[dict[str, str], ScreenReader]
) -> None:
    till.stop()
    place = DataDir(program.data_dir)
    save(place, replace(load(place), appearance=Appearance(sale_closes=False)))  # nobody reads a screen in twelve seconds
    reader = accessible[1]
    reader.watch(program(stdin=KEYS, title="pos-app").process.pid)

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
    assert reader.find("Balance 1,240 points, live").role == "label"
    assert reader.objects()[0].role in ("frame", "window")
    assert reader.find("Redeem points").role in ("grouping", "panel")
    screen.type_text("100")
    wrong += look()
    reader.find("To pay 95 crowns")
    screen.key("Return")
    reader.find("Next")
    wrong += look()
    assert not wrong, "\n".join(wrong)
