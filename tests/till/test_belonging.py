"""Tills that were set up without internet: the second one of an account writes nothing once it learns whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.cli.neighbours import claim
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Mode, Server, Settings, load, save
from pos_app.till.holding import Held, Word
from pos_app.till.selling import Draft
from pos_app.till.till import Till

JANA = "+420603551482"
SOON_S = 20.0


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def keys(sandbox: Sandbox) -> SessionKeys:
    return SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})


def set_up_offline(folder: Path, server: Server) -> DataDir:
    place = DataDir(folder)
    save(place, Settings(server=server, keys=KeyPlace.SESSION, till_id=folder.name))
    return place


def open_and_sell(place: DataDir, keys: SessionKeys) -> tuple[str, int]:
    """Sell once and deliver; why writes are stopped, and how many postings wait."""
    with open_till(load(place), place, keys, claim=lambda server: claim(server, place)) as till:
        sell(till)
        till.start_messenger()
        till.deliver(timeout_s=SOON_S, patient=False)
        return till.holding.writes_stopped(), len(till.queue())


def sell(till: Till) -> None:
    view = till.look_live(till.parse(JANA)).result(SOON_S).customers[0]
    till.confirm(Draft(ids=till.new_sale_ids(), buyer=view, gross=Decimal(100), redeem=Decimal(0))).result(SOON_S)


@pytest.mark.parametrize("mode", [Mode.SOLE, Mode.SHARED])
def test_the_second_till_that_learns_the_account_keeps_its_sales_and_writes_no_balance(
    sandbox: Sandbox, keys: SessionKeys, tmp_path: Path, mode: Mode
) -> None:
    first = set_up_offline(tmp_path / "first", Server(core_url=sandbox.core_url, mode=mode))
    second = set_up_offline(tmp_path / "second", Server(core_url=sandbox.core_url, mode=mode))
    assert open_and_sell(first, keys) == ("", 0)
    written = sandbox.requests()["user_create_or_update"]
    stopped, waiting = open_and_sell(second, keys)
    assert str(first.path) in stopped
    assert (waiting, load(second).server.account) == (1, sandbox.account)
    assert sandbox.requests()["user_create_or_update"] == written
    assert open_and_sell(second, keys) == (stopped, 2)
    assert open_and_sell(first, keys) == ("", 0)


def test_a_copy_of_a_tills_folder_writes_nothing_until_a_person_allows_just_that(
    sandbox: Sandbox, keys: SessionKeys, tmp_path: Path
) -> None:
    first = set_up_offline(tmp_path / "first", Server(core_url=sandbox.core_url, mode=Mode.SOLE))
    assert open_and_sell(first, keys) == ("", 0)
    copy = DataDir(tmp_path / "copy")
    copy.make()
    for name in ("settings.toml", "till.db", "roll.jsonl"):
        (copy.path / name).write_bytes((first.path / name).read_bytes())
    stopped, waiting = open_and_sell(copy, keys)
    assert (str(first.path) in stopped, waiting) == (True, 1)
    with open_till(load(copy), copy, keys, claim=lambda server: claim(server, copy)) as till:
        assert till.holding.allow_writes(who="Eva", reason="the first till is broken")
        assert till.holding.settle(Word.MOVED, who="Eva", reason="the first till is broken").was is Held.ELSEWHERE
    assert open_and_sell(copy, keys) == ("", 0)


def test_tills_that_share_a_crm_have_an_account_together(sandbox: Sandbox, keys: SessionKeys, tmp_path: Path) -> None:
    server = Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url)
    for name in ("first", "second"):
        assert open_and_sell(set_up_offline(tmp_path / name, server), keys) == ("", 0)


def test_while_the_account_cannot_be_noted_nothing_is_sent(sandbox: Sandbox, keys: SessionKeys, tmp_path: Path) -> None:
    place = set_up_offline(tmp_path / "first", Server(core_url=sandbox.core_url, mode=Mode.SOLE))
    full = [True]

    def claim_later(server: Server) -> None:
        if full[0]:
            raise DiskTrouble("the disk is full")
        claim(server, place)

    with open_till(load(place), place, keys, claim=claim_later) as till:
        sell(till)
        till.start_messenger()
        till.deliver(timeout_s=SOON_S, patient=False)
        assert len(till.queue()) == 1
        full[0] = False
        till.deliver(timeout_s=SOON_S, patient=True)
        assert not till.queue()
    second = set_up_offline(tmp_path / "second", Server(core_url=sandbox.core_url, mode=Mode.SOLE))
    assert str(place.path) in open_and_sell(second, keys)[0]
