"""How long customers are remembered: who the server still has is read again, who it has not is forgotten, unless still needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.sale import Buyer, FoundBy
from pos_app.loyalty.secret import Secret
from pos_app.loyalty.unfinished import Shelf, Unfinished
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Data, KeyPlace, Server, Settings
from pos_app.store.customer_cache import CustomerCache
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.till.views import Nobody

NOW = datetime.now(UTC)
LONG_AGO, LATELY = NOW - timedelta(days=31), NOW - timedelta(days=29)
GONE, SOLD, BY_CARD, HELD, OWES, FRESH = (f"+42077700000{n}" for n in range(6))
NEVER = lambda: False  # noqa: E731 - of ``until``


@dataclass
class Desk:
    """What a till is opened with."""

    settings: Settings
    keys: SessionKeys
    place: DataDir

    def work(self, work: Callable[[Till], object], *, days: int = 30) -> None:
        with open_till(replace(self.settings, data=Data(customer_days=days)), self.place, self.keys) as till:
            work(till)


@pytest.fixture
def desk(sandbox: Sandbox, tmp_path: Path) -> Desk:
    settings = Settings(
        server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account),
        keys=KeyPlace.SESSION,
        till_id="test",
    )
    keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
    return Desk(settings, keys, DataDir(tmp_path / "data"))


def remember(place: DataDir, customers: dict[Customer, datetime]) -> None:
    place.make()
    with closing(CustomerCache.open(place.customers)) as cache:
        for customer, read_at in customers.items():
            cache.put(customer, read_at)


def known(place: DataDir) -> set[str]:
    with closing(CustomerCache.open(place.customers)) as cache:
        return {each.phone for each in cache.unread_since(NOW + timedelta(days=1), after="", limit=1000)}


def strangers() -> dict[Customer, datetime]:
    """Customers whom the server does not have."""
    return {
        Customer(phone=GONE, name="Gone"): LONG_AGO,
        Customer(phone=SOLD): LONG_AGO,
        Customer(phone=BY_CARD, cards=("990001",)): LONG_AGO,
        Customer(phone=HELD): LONG_AGO,
        Customer(phone=OWES, standing=Standing(balance=Decimal("-0.01"))): LONG_AGO,
        Customer(phone=FRESH): LATELY,
    }


def busy(till: Till) -> None:
    """Two have points on their way, and somebody is in front of the cashier."""
    for whose in (Nobody(phone=SOLD, checked_online=False), Nobody(card="990001", checked_online=False)):
        till.confirm(Draft(ids=till.new_sale_ids(), buyer=whose, gross=Decimal(100), redeem=Decimal(0))).result(20)
    buyer = Buyer(phone=HELD, found_by=FoundBy.TYPED)
    till.keep_unfinished(Shelf(Unfinished(ids=till.new_sale_ids(), begun_at=NOW, buyer=buyer, amount="5")))


def test_only_who_is_gone_and_not_needed_is_forgotten(sandbox: Sandbox, desk: Desk) -> None:
    place, theirs = desk.place, {each.phone for each in sandbox.customers()}
    remember(place, strangers())
    desk.work(busy)
    desk.work(lambda till: till.fill_cache(until=NEVER))
    assert known(place) - theirs == {SOLD, BY_CARD, HELD, OWES, FRESH}
    assert theirs <= known(place)


def test_whom_the_server_still_has_is_read_again(sandbox: Sandbox, desk: Desk) -> None:
    place, somebody = desk.place, sandbox.customers()[0]
    remember(place, {Customer(phone=somebody.phone, name="As of long ago"): LONG_AGO})
    desk.work(lambda till: till.fill_cache(until=NEVER))
    with closing(CustomerCache.open(place.customers)) as cache:
        found = cache.by_phone(somebody.phone)
    assert found is not None
    assert found.customer.name == somebody.name


def test_nobody_is_forgotten_where_the_shop_does_not_want_it(desk: Desk) -> None:
    place = desk.place
    remember(place, strangers())
    desk.work(lambda till: till.fill_cache(until=NEVER), days=0)
    assert {GONE, SOLD, OWES} <= known(place)


def test_nobody_is_forgotten_while_the_server_cannot_be_asked(sandbox: Sandbox, desk: Desk) -> None:
    place = desk.place
    remember(place, strangers())
    sandbox.unplug()

    def fill(till: Till) -> None:
        with pytest.raises(PosError):
            till.fill_cache(until=NEVER)

    desk.work(fill)
    assert known(place) == {GONE, SOLD, BY_CARD, HELD, OWES, FRESH}
