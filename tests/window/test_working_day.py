"""A working day at the real program, by keys, swipes and taps alone; in the evening the server's ledger equals the journal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from pos_app.data_dir import DataDir
from pos_app.loyalty.programme import RedeemAsk
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.people import NOBODYS_CARD, NOBODYS_PHONE
from tests.window.cashier import Cashier
from tests.window.evening import balances, by_customer, in_the_ledger, in_the_table, moved, on_the_till
from tests.window.server import KEYS, SOON_S
from tests.window.test_two_fronts import answered

if TYPE_CHECKING:
    from pathlib import Path

    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen
    from tests.window.server import Server

REGULARS = tuple((f"{each.swipe}\n", each.phone) for each in DEMO_CARDS)
JANA, PETR, JOE = REGULARS
BANK_CARD = "%B4111111111111111^DOE/JOHN^2512101000?;4111111111111111=2512101000?\n"
NOBODYS_SWIPE = f";{NOBODYS_CARD}?\n"
ANNA, TOMAS = "+420776240355", "+420728904482"
ONLINE, OFFLINE = 30, 10
EXPORT_BUTTON, STORY_LEFT = (1068, 102), 880
DRAIN_S = 90
"""After an outage the first ones wait a random while, of 30 s at the most: many tills come back at once."""


class Day:
    """What the parts of the day share."""

    def __init__(self, screen: Screen, server: Server, program: Launcher) -> None:
        self.screen, self.server, self.program = screen, server, program
        self.cashier = Cashier(screen, program)

    def arrived(self, count: int, what: str, *, timeout_s: float = SOON_S) -> None:
        self.cashier.wait(lambda: len(self.server.sums()) == count, what, timeout_s=timeout_s)

    def waiting(self) -> list[str]:
        """The states of what is not delivered, as the open window tells another program."""
        return [each["state"] for each in answered(self.program, "queue")["waiting"]]


def sell_online(day: Day) -> None:
    """Thirty sales; the last one is paid with points, as far as they go."""
    for number in range(ONLINE - 1):
        day.cashier.serve(*REGULARS[number % len(REGULARS)])
        day.cashier.sell(str(101 + number))
    before = day.server.balance_reads()
    day.cashier.serve(*JOE)
    day.cashier.type_amount("900")
    day.cashier.wait(lambda: day.server.balance_reads() > before, "the balance of now")
    day.screen.wait_until_still()
    day.screen.key("F4", "F4")
    day.cashier.wait(lambda: _asked(day.cashier) is RedeemAsk.MAX, "all points")
    day.screen.screenshot("day-1-points")
    day.cashier.tap_main_button()
    day.arrived(ONLINE + 1, "the sales of the morning")


def sell_offline(day: Day) -> None:
    """Ten more while the server is gone: two of them to a number that nobody has."""
    day.server.stop()
    for number in range(OFFLINE - 2):
        day.cashier.serve(*REGULARS[number % len(REGULARS)])
        day.cashier.sell(str(201 + number))
    day.cashier.serve_nobody(NOBODYS_PHONE.removeprefix("+420"), NOBODYS_PHONE)
    day.cashier.sell("300")
    day.cashier.serve(NOBODYS_SWIPE, NOBODYS_CARD)
    day.screen.screenshot("day-2-nobody")
    day.cashier.sell("400")
    assert len(day.waiting()) == OFFLINE
    day.screen.screenshot("day-3-offline", patience_s=1)
    day.screen.swipe(BANK_CARD)
    day.screen.screenshot("day-4-bank-card")
    day.screen.key("Escape")


def come_back_online(day: Day) -> None:
    """All is delivered but what belongs to nobody."""
    day.server.start()
    day.arrived(ONLINE + 1 + OFFLINE - 2, "the sales of the outage", timeout_s=DRAIN_S)
    day.cashier.wait(lambda: day.waiting() == ["needs_person"] * 2, "two for a person", every_s=0.5)
    day.screen.screenshot("day-5-online")


def refund_a_part(day: Day) -> None:
    """Half of the purchase that was paid with points: some come back, some are taken."""
    there = len(day.server.sums())
    day.screen.key("ctrl+2")
    day.screen.wait_until_still()
    day.screen.type_text("900")
    day.screen.wait_until_still(still_s=0.4)
    day.screen.screenshot("day-6-search")
    day.screen.key("Delete")
    day.screen.wait_until_still()
    day.screen.type_text("450")
    day.screen.screenshot("day-7-refund")
    day.cashier.tap_main_button()
    day.arrived(there + 2, "the refund")
    day.screen.screenshot("day-8-refunded")


def claim_late(day: Day) -> None:
    """Anna comes back with her card: the last sale was hers."""
    there = len(day.server.sums())
    day.screen.key("Escape")
    day.screen.wait_until_still(still_s=0.4)
    day.screen.key("Home", "Down")
    day.screen.wait_until_still()
    day.screen.screenshot("day-9-nobodys")
    day.cashier.tap_tinted_button(right_of=STORY_LEFT)
    day.screen.wait_until_still()
    day.cashier.type_slowly("novackova")
    day.screen.screenshot("day-10-claim")
    day.cashier.tap_main_button()
    day.arrived(there + 1, "the claimed points")
    day.screen.screenshot("day-11-claimed")


def settle_what_is_stuck(day: Day) -> None:
    """The phone was mistyped: it was Tomáš."""
    there = len(day.server.sums())
    day.screen.key("ctrl+3")
    day.screen.wait_until_still(still_s=0.4)
    day.screen.screenshot("day-12-stuck")
    day.screen.key("Return")
    day.screen.wait_until_still(still_s=0.4)
    day.cashier.type_slowly(TOMAS.removeprefix("+420"))
    day.screen.wait_until_still(still_s=0.4)
    day.screen.screenshot("day-13-whose")
    day.screen.key("Return")
    day.screen.wait_until_still()
    day.screen.type_text("Eva")
    day.screen.screenshot("day-14-who")
    day.screen.key("Return")
    day.arrived(there + 1, "the settled points")
    day.screen.screenshot("day-15-settled")


def die_and_come_back(day: Day, till: Program) -> Program:
    """kill -9 in the middle of a sale, while another waits; the new window has both."""
    there = len(day.server.sums())
    day.server.stop()
    day.screen.key("ctrl+1")
    # Nobody swipes a hundredth of a second after a key: that reads as one run of keys, and asks for another swipe.
    day.screen.wait_until_still()
    day.cashier.serve(*JANA)
    day.cashier.sell("500")
    day.cashier.serve(*PETR)
    day.cashier.type_amount("600")
    till.kill()
    day.server.start()
    again = day.program(stdin=KEYS, title="pos-app")
    day.cashier.wait_to_confirm()
    day.screen.screenshot("day-16-back")
    day.cashier.press_until("Return", done=lambda: day.cashier.counter is None, what="the sale that came back")
    day.arrived(there + 2, "what was sold around the kill", timeout_s=DRAIN_S)
    return again


def export(day: Day) -> Path:
    """The day as a table."""
    day.screen.key("ctrl+2")
    day.screen.wait_until_still()
    day.screen.click(*EXPORT_BUTTON)

    def written() -> list[Path]:
        return [each for each in day.program.home.rglob("[!.]*.csv") if each.stat().st_size]

    (table,) = day.cashier.wait(written, "the table of the day")
    day.screen.screenshot("day-17-evening")
    return table


def _asked(cashier: Cashier) -> Decimal | RedeemAsk | None:
    sale = cashier.counter
    return None if sale is None else sale.redeem


@pytest.mark.timeout(600)
def test_a_working_day_ends_with_a_ledger_that_equals_the_journal(
    till: Program, screen: Screen, server: Server, program: Launcher
) -> None:
    day = Day(screen, server, program)
    opening = balances(server)
    for part in (sell_online, sell_offline, come_back_online, refund_a_part, claim_late, settle_what_is_stuck):
        part(day)
    again = die_and_come_back(day, till)
    table = export(day)
    assert day.waiting() == []
    assert answered(program, "verify")["ok"]
    again.stop()
    assert "Traceback" not in till.output() + again.output()

    ledger = in_the_ledger(server)
    assert set(ledger.values()) == {1}
    assert ledger == on_the_till(DataDir(program.data_dir).till)
    assert len(ledger) == ONLINE + 1 + OFFLINE + 2 + 2
    points = by_customer(ledger)
    assert in_the_table(table) == points
    assert moved(opening, balances(server)) == points
    assert set(points) == {JANA[1], PETR[1], JOE[1], ANNA, TOMAS}
