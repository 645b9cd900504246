"""A cashier's work at the real program on a real screen, against a sandbox in a process of its own."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from pos_app.store.till_store import TillStore
from tests.window.server import JANA_TRACK, JOE_TRACK, KEYS, SOON_S
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen
    from tests.window.server import Server


def swipe_until_found(screen: Screen, server: Server, track: str = JANA_TRACK) -> None:
    """Swipe, and wait until the servers were asked and the screen rests."""
    before = server.balance_reads()
    screen.swipe(track)
    wait_until(lambda: server.balance_reads() > before, timeout_s=SOON_S, what="the look-up of the swiped card")
    screen.wait_until_still()


def waiting_postings(program: Launcher) -> list[Any]:
    """What ``pos-app queue`` says, once the window is closed."""
    asked = program("queue", "--json", window=False, stdin=KEYS)
    assert asked.wait_for_end(timeout_s=SOON_S) == 0, asked.output()
    answer = json.loads(asked.output())["waiting"]
    assert isinstance(answer, list)
    return answer


@pytest.mark.parametrize("till", ["en", "cs"], indirect=True)
def test_swipe_amount_enter_is_a_sale_in_the_ledger(
    till: Program, screen: Screen, server: Server, request: pytest.FixtureRequest
) -> None:
    language = request.node.callspec.params["till"]
    screen.screenshot(f"sale-idle-{language}")
    swipe_until_found(screen, server)
    screen.type_text("1250" if language == "cs" else "64.90")
    screen.screenshot(f"sale-customer-{language}")
    screen.key("Return")
    earned = Decimal("59.37") if language == "cs" else Decimal("3.08")
    wait_until(lambda: server.sums() == [earned], timeout_s=SOON_S, what="the sale in the ledger")
    screen.screenshot(f"sale-confirmed-{language}")
    assert till.process.poll() is None
    assert "Traceback" not in till.output()


def test_the_next_customer_is_just_a_swipe_and_all_points_are_two_keys_more(till: Program, screen: Screen, server: Server) -> None:
    # Another amount each time: the same one again would be asked about.
    for amount in ("100", "200"):
        swipe_until_found(screen, server)
        screen.type_text(amount)
        screen.key("F4", "F4", "Return")
        screen.wait_until_still()
    wait_until(lambda: server.sums() == [Decimal(-95), Decimal(-190)], timeout_s=SOON_S, what="both sales in the ledger")
    assert "Traceback" not in till.output()


def test_enter_held_down_confirms_once(till: Program, screen: Screen, server: Server) -> None:
    swipe_until_found(screen, server)
    screen.type_text("100")
    screen.xdotool("keydown", "Return")
    screen.wait_until_still()
    wait_until(lambda: len(server.sums()) == 1, timeout_s=SOON_S, what="the sale in the ledger")
    screen.xdotool("keyup", "Return")
    screen.wait_until_still()
    assert len(server.sums()) == 1
    assert "Traceback" not in till.output()


def test_a_swipe_on_a_czech_keyboard_leaves_nothing_in_the_field_it_met(
    till: Program, screen: Screen, server: Server, program: Launcher
) -> None:
    screen.layout("cz")
    screen.key("F6")
    swipe_until_found(screen, server)
    screen.screenshot("sale-swiped-into-the-receipt-field")
    screen.type_text("100")
    screen.key("Return")
    screen.layout("us")
    wait_until(lambda: server.sums() == [Decimal("4.75")], timeout_s=SOON_S, what="the sale in the ledger")
    till.stop()
    store = TillStore.open(program.data_dir / "till.db")
    (record,) = store.recent_sales(2)
    store.close()
    assert (record.sale.buyer.phone, record.sale.receipt) == ("+420603551482", "")
    assert "Traceback" not in till.output()


def test_a_sale_while_the_server_is_stopped_arrives_once_it_runs_again(
    till: Program, screen: Screen, server: Server, program: Launcher
) -> None:
    swipe_until_found(screen, server)
    screen.type_text("100")
    screen.key("Return")
    wait_until(lambda: len(server.sums()) == 1, timeout_s=SOON_S, what="the first sale in the ledger")
    server.stop()
    for track, amount in ((JOE_TRACK, "200"), (JANA_TRACK, "300")):
        screen.swipe(track)
        screen.wait_until_still(still_s=1)
        screen.type_text(amount)
        screen.screenshot(f"sale-offline-{amount}")
        screen.key("Return")
        screen.wait_until_still()
    screen.screenshot("sale-offline-saved")
    server.start()
    everything = [Decimal("4.75"), Decimal("15"), Decimal("14.25")]
    wait_until(lambda: server.sums() == everything, timeout_s=60, what="all sales in the ledger, once, in order")
    screen.screenshot("sale-back-online")
    till.stop()
    assert waiting_postings(program) == []
    assert "Traceback" not in till.output()


def test_a_till_killed_while_offline_delivers_after_it_is_started_again(
    till: Program, screen: Screen, server: Server, program: Launcher
) -> None:
    swipe_until_found(screen, server)
    server.stop()
    screen.type_text("100")
    screen.key("Return")
    screen.wait_until_still()
    screen.screenshot("sale-saved-before-the-kill")
    till.kill()
    server.start()
    program(stdin=KEYS, title="pos-app")
    wait_until(lambda: server.sums() == [Decimal("4.75")], timeout_s=60, what="the sale in the ledger")


@pytest.mark.parametrize("screen", [(1024, 768)], indirect=True)
def test_the_small_screen_sells_too(till: Program, screen: Screen, server: Server) -> None:
    swipe_until_found(screen, server)
    screen.type_text("64.90")
    screen.screenshot("sale-customer-1024x768")
    screen.key("Return")
    wait_until(lambda: server.sums() == [Decimal("3.08")], timeout_s=SOON_S, what="the sale in the ledger")
    assert "Traceback" not in till.output()


def test_the_demo_sells_without_any_set_up(program: Launcher, screen: Screen) -> None:
    demo = program("demo", title="pos-app")
    screen.type_text("120", gap_ms=80)
    screen.wait_until_still(still_s=0.6)
    screen.key("Return")
    screen.wait_until_still(still_s=0.6)
    screen.type_text("64.90", gap_ms=80)
    screen.screenshot("demo")
    screen.key("Return")
    ledger = program.data_dir / "demo" / "sandbox-ledger.jsonl"
    wait_until(
        lambda: ledger.exists() and re.search(r'"sum": 4\.86', ledger.read_text(encoding="utf-8")) is not None,
        timeout_s=SOON_S,
        what="the sale in the demo's ledger",
    )
    assert "Traceback" not in demo.output()
