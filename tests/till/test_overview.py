"""What the Sync centre is told, by a whole till against a real sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.decision import Action
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Server, Settings, Shop
from pos_app.till.events import Connection
from pos_app.till.overview import Condition, Outstanding, Turn
from pos_app.till.till import Till
from tests.till.test_till import JANA, SOON_S, find, sell

PETR = "+420605318019"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def till(sandbox: Sandbox, tmp_path: Path) -> Iterator[Till]:
    settings = Settings(
        shop=Shop(name="Riverside Café", till="Till 2", currency="EUR"),
        server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account),
        keys=KeyPlace.SESSION,
        till_id="test",
    )
    keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
    with open_till(settings, DataDir(tmp_path), keys) as opened:
        opened.start_messenger()
        yield opened


def outstanding(till: Till) -> Outstanding:
    return till.overview.outstanding().result(SOON_S)


def condition(till: Till) -> Condition:
    return till.overview.condition().result(SOON_S)


def stuck_and_behind(till: Till, sandbox: Sandbox) -> None:
    """A sale that the server refused, and one of the same customer behind it."""
    jana = find(till, JANA)
    sandbox.add_fault(method="addBalance", kind="error200", count=1)
    till.deliver_sale(sell(till, jana, "100"), timeout_s=SOON_S)
    sell(till, jana, "50")


def test_what_needs_a_person_comes_with_its_attempts_and_what_waits_for_it(till: Till, sandbox: Sandbox) -> None:
    stuck_and_behind(till, sandbox)
    now = outstanding(till)
    (stuck,) = now.stuck
    assert (now.stuck_count, now.waiting_count, stuck.behind) == (1, 1, 1)
    assert stuck.matter.possible == {Action.RETRY, Action.MOVE, Action.WRITE_OFF}
    assert [each.sent for each in stuck.matter.attempts] == [True]
    assert stuck.record.sale.buyer.name == "Jana Nováková"
    assert [(each.turn, each.sale.quote.to_pay) for each in now.waiting] == [(Turn.BEHIND, Decimal("47.50"))]


def test_a_server_that_is_away_closes_the_way_until_its_next_trial(till: Till, sandbox: Sandbox) -> None:
    petr = find(till, PETR)
    sandbox.unplug()
    till.deliver_sale(sell(till, petr, "100"), timeout_s=SOON_S)
    (waits,) = outstanding(till).waiting
    assert waits.turn is Turn.CLOSED
    assert waits.in_s is not None
    assert waits.in_s > 0
    assert [each.connection for each in condition(till).reaches] == [Connection.ONLINE, Connection.OFFLINE]


def test_the_condition_tells_what_answered_and_what_was_sent_last(till: Till) -> None:
    before = condition(till)
    assert (before.sent_at, before.customers, before.reaches[0].answered_ago_s) == (None, 0, None)
    till.deliver_sale(sell(till, find(till, JANA), "100"), timeout_s=SOON_S)
    after = condition(till)
    assert after.sent_at is not None
    assert after.customers == 1
    assert [each.answered_ago_s is not None for each in after.reaches] == [True, True]
    assert after.reaches[0].took_s is not None
    assert (after.roll_trouble, after.reserve, after.free_bytes > 0) == ("", True, True)
