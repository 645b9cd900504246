"""The evening audit: what this till wrote at PassQuare is read again, and a difference waits for a person (``delivery.md`` §5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import BadInput, KeyRefused, NotSent
from pos_app.loyalty.sale import Attention, Posting
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Mode, Server, Settings
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import StatusChanged
from pos_app.till.selling import Draft
from pos_app.till.sync.audit import Audit
from pos_app.till.sync.evening import Evening, is_due
from pos_app.till.sync.route_set import FIRST_WRITE, WRITES_STOPPED, allow_writes
from pos_app.till.till import Till
from tests.till.conftest import Clock, SellTo

JANA = "+420603551482"
JANAS = Decimal(1240)
SOON_S = 20.0


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def core(sandbox: Sandbox) -> Iterator[CoreClient]:
    transport = Transport(deadline_s=5.0)
    yield CoreClient(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
    transport.close()


@pytest.fixture
def audit(store: DatabaseThread[TillStore], core: CoreClient, clock: Clock) -> Audit:
    """Of a till that left Jana what she has, an hour ago."""
    store.call(lambda it: it.know(JANA, JANAS, at=clock(), written=True))
    clock.passes(hours=1)
    return audit_of("demo-account", store, core, clock)


def audit_of(account: str, store: DatabaseThread[TillStore], core: CoreClient, clock: Clock) -> Audit:
    return Audit(
        store=store,
        core=core,
        status=core.status,
        account=lambda: account,
        now=clock,
        told=lambda _error: None,
        changed=lambda: None,
    )


def waiting(store: DatabaseThread[TillStore]) -> list[Posting]:
    return store.call(lambda it: it.open_postings())


def test_balances_that_agree_ask_nobody(audit: Audit, store: DatabaseThread[TillStore], clock: Clock) -> None:
    audited = audit.run()
    assert (audited.looked_at, audited.findings, audited.not_read) == (1, (), 0)
    assert waiting(store) == []
    assert audit.last() == clock()


def test_a_difference_waits_for_a_person_as_a_correction_and_is_found_once(
    audit: Audit, store: DatabaseThread[TillStore], core: CoreClient
) -> None:
    core.create_or_update(UserUpdate(phone=JANA, balance=Decimal(1000)))
    (finding,) = audit.run().findings
    (posting,) = waiting(store)
    assert (finding.left, finding.found, finding.transaction_id) == (JANAS, Decimal(1000), posting.transaction_id)
    assert (posting.sum, posting.attention, posting.attempts) == (Decimal(240), Attention.BALANCE_MOVED, 0)
    audited = audit.run()
    assert (audited.findings, audited.on_the_way) == ((), 1)


def test_nothing_is_compared_with_another_accounts_customers(
    audit: Audit, store: DatabaseThread[TillStore], core: CoreClient, clock: Clock
) -> None:
    core.create_or_update(UserUpdate(phone=JANA, balance=Decimal(1000)))
    with pytest.raises(KeyRefused):
        audit_of("another", store, core, clock).run()
    assert waiting(store) == []
    assert audit.run().findings


def test_who_has_something_on_the_way_is_left_out(
    audit: Audit, store: DatabaseThread[TillStore], core: CoreClient, sell_to: SellTo
) -> None:
    core.create_or_update(UserUpdate(phone=JANA, balance=Decimal(1000)))
    sold = sell_to(JANA)
    assert audit.run().on_the_way == 1
    assert waiting(store) == list(sold)


def test_an_answer_without_sense_leaves_the_audit_to_be_made_again(audit: Audit, sandbox: Sandbox) -> None:
    sandbox.add_fault(FaultKind.GARBAGE, "read_customer", count=1)
    assert audit.run().not_read == 1
    assert audit.last() is None
    assert audit.run().looked_at == 1


def test_a_server_that_is_away_ends_the_audit_and_the_evening_tries_again(audit: Audit, sandbox: Sandbox, clock: Clock) -> None:
    clock.now = datetime.combine(clock.now.date(), datetime.min.time()).replace(hour=21).astimezone()
    evening = Evening(audit=audit, now=clock)
    sandbox.unplug()
    with pytest.raises(NotSent):
        audit.run()
    assert not evening.look()
    sandbox.plug()
    assert evening.look()
    assert not evening.look()


def test_an_audit_is_due_once_each_evening_whatever_a_wrong_clock_left() -> None:
    nine = datetime(2026, 3, 14, 21, 0, tzinfo=UTC)
    assert not is_due(nine - timedelta(minutes=1), None)
    assert is_due(nine, None)
    assert is_due(nine, nine - timedelta(hours=20))
    assert not is_due(nine + timedelta(hours=1), nine)
    assert is_due(nine + timedelta(hours=1), nine + timedelta(days=400))


def test_balances_are_written_again_only_when_somebody_says_so(store: DatabaseThread[TillStore], clock: Clock) -> None:
    store.call(lambda it: it.state_fact(WRITES_STOPPED, "it went wrong"))
    store.call(lambda it: it.state_fact(FIRST_WRITE, "ok"))
    assert store.call(lambda it: allow_writes(it, who="Eva", reason="repaired", at=clock()))
    facts = store.call(lambda it: (it.fact(WRITES_STOPPED), it.fact(FIRST_WRITE), it.fact("writes allowed")))
    assert facts[:2] == ("", "")
    assert "Eva: repaired (after: it went wrong)" in facts[2]
    assert not store.call(lambda it: allow_writes(it, who="Eva", reason="again", at=clock()))


@pytest.fixture
def till(sandbox: Sandbox, tmp_path: Path) -> Iterator[Till]:
    """A till that PassQuare alone serves."""
    server = Server(core_url=sandbox.core_url, account=sandbox.account, mode=Mode.SOLE)
    keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key)})
    with open_till(Settings(server=server, keys=KeyPlace.SESSION), DataDir(tmp_path / "data"), keys) as opened:
        yield opened


def sell(till: Till) -> str:
    buyer = till.look_live(till.parse(JANA)).result(SOON_S).customers[0]
    draft = Draft(ids=till.new_sale_ids(), buyer=buyer, gross=Decimal(200), redeem=Decimal(0))
    return till.confirm(draft).result(SOON_S).sale.sale_id


def test_a_person_who_decides_to_add_puts_the_audited_balance_right(till: Till, sandbox: Sandbox, core: CoreClient) -> None:
    sell(till)
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=True)
    core.create_or_update(UserUpdate(phone=JANA, balance=Decimal(7)))
    (finding,) = till.audit().findings
    assert (finding.left, finding.found) == (JANAS + Decimal("9.5"), Decimal(7))
    assert till.status().needs_person == 1
    decision = Decision(action=Action.ADD_NOW, who="Eva", reason="nobody changed it on purpose")
    at = datetime.now(UTC)
    till._store.call(lambda it: it.decide(finding.transaction_id, decision, at=at))
    till.deliver(timeout_s=SOON_S, patient=True)
    customer = sandbox.core_customer(JANA)
    assert customer is not None
    assert customer.standing.balance == finding.left


def test_a_till_that_stopped_writing_says_so_and_sells_on(till: Till, sandbox: Sandbox) -> None:
    heard: list[str] = []
    till.subscribe(lambda event: heard.append(event.status.writes_stopped) if isinstance(event, StatusChanged) else None)
    till._store.call(lambda it: it.state_fact(WRITES_STOPPED, "it went wrong"))
    sell(till)
    assert heard[-1] == till.status().writes_stopped == till.holding.writes_stopped() == "it went wrong"
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=False)
    assert sandbox.requests().get("user_create_or_update", 0) == 0
    assert till.holding.allow_writes(who="Eva", reason="repaired")
    till.deliver(timeout_s=SOON_S, patient=True)
    assert till.queue() == []


def test_there_is_nothing_to_audit_where_a_crm_keeps_the_balances(sandbox: Sandbox, tmp_path: Path) -> None:
    server = Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account)
    with (
        open_till(Settings(server=server, keys=KeyPlace.SESSION), DataDir(tmp_path / "data"), SessionKeys()) as till,
        pytest.raises(BadInput),
    ):
        till.audit()
