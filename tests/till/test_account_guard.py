"""Whose key it is, before anything is sent: the whole till against a real sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.errors import KeyRefused
from pos_app.loyalty.sale import Attention, PostingState
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, KeyPlace, Server, Settings, load, save
from pos_app.till.events import Connection
from pos_app.till.selling import Draft
from pos_app.till.till import Till

JANA = "+420603551482"
SOON_S = 20.0


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def settings(sandbox: Sandbox) -> Settings:
    server = Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account, dedupe=Dedupe.PROVED)
    return Settings(server=server, keys=KeyPlace.SESSION, till_id="test")


@pytest.fixture
def keys(sandbox: Sandbox) -> SessionKeys:
    return SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})


@pytest.fixture
def place(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "data")


def sell(till: Till) -> str:
    view = till.look_live(till.parse(JANA)).result(SOON_S).customers[0]
    draft = Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))
    return till.confirm(draft).result(SOON_S).sale.sale_id


def deliver(till: Till) -> None:
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=False)


def test_another_accounts_key_sends_nothing_and_the_right_one_drains(
    sandbox: Sandbox, settings: Settings, keys: SessionKeys, place: DataDir
) -> None:
    other = replace(settings, server=replace(settings.server, account="another-account"))
    with open_till(other, place, keys) as till:
        sell(till)
        deliver(till)
        assert till.status().connection is Connection.WRONG_ACCOUNT
    assert sandbox.requests().get("addBalance", 0) == 0
    with Sandbox(account="another-account") as right:
        server = replace(other.server, core_url=right.core_url, crm_url=right.crm_url)
        with open_till(replace(other, server=server), place, keys) as till:
            deliver(till)
            assert not till.queue()
        assert len(right.ledger()) == 1


def test_a_key_that_was_proved_once_delivers_while_passquare_is_down(
    sandbox: Sandbox, settings: Settings, keys: SessionKeys, place: DataDir
) -> None:
    with open_till(settings, place, keys) as till:
        sandbox.add_fault("500", "core")
        sell(till)
        deliver(till)
        assert not sandbox.ledger()
        sandbox.clear_faults()
        deliver(till)
        assert len(sandbox.ledger()) == 1
    asked = sandbox.requests()["status"]
    sandbox.add_fault("500", "core")
    with open_till(settings, place, keys) as till:
        sell(till)
        deliver(till)
    assert (len(sandbox.ledger()), sandbox.requests()["status"]) == (2, asked)
    for file in place.path.rglob("*"):
        assert file.is_dir() or sandbox.app_key.encode() not in file.read_bytes()


def test_a_sale_of_another_account_than_the_tills_needs_a_person(
    sandbox: Sandbox, settings: Settings, keys: SessionKeys, place: DataDir
) -> None:
    with open_till(replace(settings, server=replace(settings.server, account="another-account")), place, keys) as till:
        sell(till)
    with open_till(settings, place, keys) as till:
        deliver(till)
        (posting,) = till.queue()
        assert (posting.state, posting.attention) == (PostingState.NEEDS_PERSON, Attention.WRONG_ACCOUNT)
    assert not sandbox.ledger()


class ReplacedKeys(SessionKeys):
    """A keyring in which somebody replaces the key once it was read."""

    def get(self, name: KeyName) -> Secret | None:
        read = super().get(name)
        if name is KeyName.APP_KEY:
            self.put(name, Secret("replaced"))
        return read


def test_a_foreign_key_is_looked_for_again_so_that_a_replaced_one_needs_no_restart(
    sandbox: Sandbox, settings: Settings, keys: SessionKeys, place: DataDir
) -> None:
    replaced = ReplacedKeys({name: secret for name in KeyName if (secret := keys.get(name))})
    with open_till(replace(settings, server=replace(settings.server, account="another-account")), place, replaced) as till:
        sell(till)
        deliver(till)
        assert till.status().connection is Connection.WRONG_ACCOUNT
        with pytest.raises(KeyRefused):
            till.fill_cache(until=lambda: False)


def test_a_till_set_up_offline_belongs_to_the_first_account_it_hears_of(
    sandbox: Sandbox, settings: Settings, keys: SessionKeys, place: DataDir
) -> None:
    unbound = replace(settings, server=replace(settings.server, account=""))
    save(place, unbound)
    with open_till(unbound, place, keys) as till:
        sell(till)
        deliver(till)
        record = till.sale(sell(till))
    assert record is not None
    assert record.sale.account == load(place).server.account == sandbox.account
