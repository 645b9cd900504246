"""A till that cannot be opened says why on the screen, and rebuilds its data there: the real program on a damaged file."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.window.server import KEYS, SOON_S
from tests.window.test_two_fronts import JANA, answered
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen
    from tests.window.server import Server


def test_a_damaged_till_is_recovered_from_the_keyboard_opens_and_delivers_what_waited(
    till: Program, program: Launcher, screen: Screen, server: Server
) -> None:
    # Only a server that is proved to know an id again is asked by it; anything else waits for a person.
    proved = program("setup", "--probe", JANA, "--session-keys", window=False, stdin=KEYS)
    assert proved.wait_for_end(timeout_s=30) == 0, proved.output()
    there = server.sums()
    till.stop()
    server.stop()
    answered(program, "sell", JANA, "--amount", "100", "--no-wait", stdin=KEYS)
    database = program.data_dir / "till.db"
    database.write_bytes(b"\xff" * database.stat().st_size)
    server.start()

    broken = program(stdin=KEYS, title="^pos-app$")
    screen.wait_until_still()
    screen.screenshot("trouble-damaged")
    # What a scanner types, with its Enter, presses nothing.
    screen.type_text("4006381333931")
    screen.key("Return")
    assert not list(program.data_dir.glob("till-aside-*"))
    screen.key("Tab", "Tab", "space")
    wait_until(lambda: list(program.data_dir.glob("till-aside-*")), timeout_s=SOON_S, what="the old file put aside")
    screen.wait_until_still()
    screen.screenshot("trouble-rebuilt")
    screen.key("Tab", "Tab", "space")
    broken.wait_for_window(screen, title="pos-app —")
    wait_until(lambda: server.sums() == [*there, Decimal("4.75")], timeout_s=60, what="the sale in the ledger")
    assert "Traceback" not in broken.output()


def test_closing_it_ends_the_program_with_the_sentence_and_leaves_every_file_as_it_was(
    till: Program, program: Launcher, screen: Screen
) -> None:
    till.stop()
    database = program.data_dir / "till.db"
    database.write_bytes(b"\xff" * database.stat().st_size)
    broken = program(stdin=KEYS, title="^pos-app$")
    screen.wait_until_still()
    screen.key("Tab", "space")
    assert broken.wait_for_end(timeout_s=SOON_S) == 1
    assert "pos-app recover" in broken.output()
    assert "Traceback" not in broken.output()
    assert set(database.read_bytes()) == {0xFF}
