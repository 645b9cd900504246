"""The Journal of the real program on a real screen: refund what was sent, void what was not, find a sale again."""

from __future__ import annotations

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


@pytest.mark.parametrize("till", ["en", "cs"], indirect=True)
def test_a_part_of_a_sale_is_refunded_with_keys_alone(
    till: Program, screen: Screen, server: Server, request: pytest.FixtureRequest
) -> None:
    swipe_until_found(screen, server)
    screen.type_text("200")
    screen.key("Return")
    wait_until(lambda: server.sums() == [Decimal("9.50")], timeout_s=SOON_S, what="the sale in the ledger")
    screen.key("ctrl+2")
    screen.wait_until_still()
    screen.screenshot(f"journal-{request.node.callspec.params['till']}")
    screen.key("Delete")
    screen.wait_until_still()
    screen.type_text("100")
    screen.screenshot(f"journal-refund-{request.node.callspec.params['till']}")
    screen.key("Return")
    wait_until(lambda: server.sums() == [Decimal("9.50"), Decimal("-4.75")], timeout_s=SOON_S, what="the refund in the ledger")
    screen.type_text("jana")
    screen.wait_until_still()
    screen.screenshot(f"journal-search-{request.node.callspec.params['till']}")
    assert till.process.poll() is None
    assert "Traceback" not in till.output()


def test_a_swipe_in_the_journal_is_the_next_sale(till: Program, screen: Screen, server: Server) -> None:
    screen.key("ctrl+2")
    screen.wait_until_still()
    swipe_until_found(screen, server)
    screen.type_text("100")
    screen.key("Return")
    wait_until(lambda: server.sums() == [Decimal("4.75")], timeout_s=SOON_S, what="the sale in the ledger")
    assert "Traceback" not in till.output()
