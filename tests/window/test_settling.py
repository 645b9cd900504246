"""A stuck sale is settled at the real program on a real screen, by keys, and by a finger alone."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.window.server import SOON_S
from tests.window.test_selling import swipe_until_found, waiting_postings
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen
    from tests.window.server import Server


def sell_what_is_refused(screen: Screen, server: Server) -> None:
    """A sale that the CRM says no to, once."""
    swipe_until_found(screen, server)
    server.add_fault(kind="error200", method="addBalance", count=1)
    screen.type_text("100")
    screen.key("Return")
    wait_until(
        lambda: server.ask("requests")["requests"].get("addBalance", 0) == 1, timeout_s=SOON_S, what="the refusal of the sale"
    )
    screen.wait_until_still(still_s=0.6)


def test_a_refused_sale_is_sent_again_by_keys_alone(till: Program, screen: Screen, server: Server, program: Launcher) -> None:
    sell_what_is_refused(screen, server)
    screen.key("ctrl+3")
    screen.wait_until_still(still_s=0.6)
    screen.screenshot("sync-centre-refused")
    screen.key("Return")
    screen.wait_until_still()
    screen.type_text("Eva")
    screen.screenshot("sync-centre-who")
    screen.key("Return")
    wait_until(lambda: server.sums() == [Decimal("4.75")], timeout_s=SOON_S, what="the settled sale in the ledger")
    screen.wait_until_still(still_s=1.2)
    screen.screenshot("sync-centre-settled")
    till.stop()
    assert waiting_postings(program) == []
    assert "Traceback" not in till.output()


def test_a_swipe_in_the_sync_centre_begins_the_next_sale(till: Program, screen: Screen, server: Server) -> None:
    sell_what_is_refused(screen, server)
    screen.key("ctrl+3")
    screen.wait_until_still()
    swipe_until_found(screen, server)
    screen.type_text("200")
    screen.screenshot("sale-after-the-sync-centre")
    screen.key("Return")
    screen.key("ctrl+3")
    screen.wait_until_still(still_s=0.6)
    screen.screenshot("sync-centre-one-behind-another")
    assert server.sums() == []
    assert "Traceback" not in till.output()
