"""The whole till below the window, against a real sandbox: look up, sell, take back, go offline and come back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.errors import BadInput, Trouble
from pos_app.loyalty.sale import FoundBy, PostingState, SaleState
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Server, Settings, Shop
from pos_app.till.events import Connection, Event, PostingChanged, StatusChanged
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.till.views import CustomerView, Nobody, Source

JANA = "+420603551482"
JOE_TRACK = "7862374687"
SOON_S = 20.0


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def settings(sandbox: Sandbox) -> Settings:
    return Settings(
        shop=Shop(name="Riverside Café", till="Till 2", currency="EUR"),
        server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url, account=sandbox.account),
        keys=KeyPlace.SESSION,
        till_id="test",
    )


@pytest.fixture
def keys(sandbox: Sandbox) -> SessionKeys:
    return SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})


@pytest.fixture
def till(settings: Settings, keys: SessionKeys, tmp_path: Path) -> Iterator[Till]:
    with open_till(settings, DataDir(tmp_path / "data"), keys) as opened:
        yield opened


class Listener:
    """Waits for an event."""

    def __init__(self, till: Till) -> None:
        self._condition = threading.Condition()
        self._heard: list[Event] = []
        till.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        with self._condition:
            self._heard.append(event)
            self._condition.notify_all()

    def until(self, wanted: Callable[[Event], bool]) -> None:
        with self._condition:
            assert self._condition.wait_for(lambda: any(map(wanted, self._heard)), SOON_S), self._heard


def find(till: Till, text: str) -> CustomerView:
    (view, *_) = till.look_live(till.parse(text)).result(SOON_S).customers
    return view


def sell(till: Till, buyer: CustomerView | Nobody, amount: str, redeem: str = "0") -> str:
    draft = Draft(ids=till.new_sale_ids(), buyer=buyer, gross=Decimal(amount), redeem=Decimal(redeem))
    return till.confirm(draft).result(SOON_S).sale.sale_id


def test_here_answers_from_this_till_and_live_from_the_servers(till: Till) -> None:
    query = till.parse(JANA)
    first = till.look_here(query).result(SOON_S)
    assert not first.customers
    assert not first.complete
    assert first.nobody is not None
    live = till.look_live(query).result(SOON_S)
    assert live.complete
    assert live.customers[0].source is Source.LIVE
    assert live.customers[0].customer.in_phone
    again = till.look_here(query).result(SOON_S)
    assert again.customers[0].source is Source.CACHE
    assert again.customers[0].balance == 1240


def test_a_swipe_finds_the_card_by_its_track_once_the_customer_is_known(till: Till) -> None:
    swipe = till.parse_scan([JOE_TRACK, f"{JOE_TRACK}=2512"])
    assert till.look_live(swipe).result(SOON_S).nobody is not None
    find(till, "120")
    (joe,) = till.look_live(swipe).result(SOON_S).customers
    assert joe.customer.full_name == "Joe Master"
    assert joe.card == "120"
    assert joe.found_by is FoundBy.CARD_READ


def test_a_track_that_is_known_goes_before_a_card_number(till: Till) -> None:
    jana = find(till, JANA)
    find(till, "120")
    (joe,) = till.look_here(till.parse_scan([jana.customer.cards[0], JOE_TRACK])).result(SOON_S).customers
    assert joe.customer.full_name == "Joe Master"


def test_a_swipe_that_reads_a_card_number_teaches_the_till_its_tracks(till: Till, sandbox: Sandbox) -> None:
    till.look_live(till.parse_scan(["120", "120=2512101"])).result(SOON_S)
    sandbox.unplug()
    (joe,) = till.look_here(till.parse_scan(["120=2512101"])).result(SOON_S).customers
    assert joe.customer.full_name == "Joe Master"


def test_nobody_online_and_nobody_offline_are_told_apart(till: Till, sandbox: Sandbox) -> None:
    query = till.parse("+420777123482")
    answer = till.look_live(query).result(SOON_S)
    assert answer.nobody == Nobody(phone="+420777123482", checked_online=True)
    sandbox.unplug()
    answer = till.look_live(query).result(SOON_S)
    assert answer.nobody == Nobody(phone="+420777123482", checked_online=False)
    assert answer.trouble is Trouble.OFFLINE


def test_a_double_enter_is_one_sale(till: Till, sandbox: Sandbox) -> None:
    draft = Draft(ids=till.new_sale_ids(), buyer=find(till, JANA), gross=Decimal(100), redeem=Decimal(0))
    first, second = till.confirm(draft), till.confirm(draft)
    assert {first.result(SOON_S).fresh, second.result(SOON_S).fresh} == {True, False}
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=True)
    assert len(sandbox.ledger()) == 1


def test_too_many_points_are_refused_and_nothing_is_saved(till: Till) -> None:
    draft = Draft(ids=till.new_sale_ids(), buyer=find(till, JANA), gross=Decimal(100), redeem=Decimal(96))
    with pytest.raises(BadInput):
        till.confirm(draft).result(SOON_S)
    assert not till.recent_sales().result(SOON_S)


def test_what_is_shown_is_the_servers_balance_and_what_is_on_its_way(till: Till, sandbox: Sandbox) -> None:
    jana = find(till, JANA)
    sandbox.unplug()
    sell(till, jana, "100")
    offline = till.refresh(jana).result(SOON_S)
    assert (offline.balance, offline.pending, offline.source) == (Decimal("1244.75"), Decimal("4.75"), Source.CACHE)
    assert offline.last_visit is not None
    assert (offline.last_visit.paid, offline.last_visit.visits_this_year) == (Decimal(95), 1)
    sandbox.plug()
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=True)
    # Applied since the balance was read: counted though no longer on its way.
    here = till.look_here(till.parse(JANA)).result(SOON_S).customers[0]
    assert (here.balance, here.pending) == (Decimal("1244.75"), Decimal(0))
    assert till.refresh(jana).result(SOON_S).balance == Decimal("1244.75")


def test_a_sale_saved_while_the_servers_are_asked_in_vain_is_in_the_answer(till: Till, sandbox: Sandbox) -> None:
    jana = find(till, JANA)
    asked = sandbox.requests()["read_customer"]
    sandbox.add_fault(FaultKind.SLOW, seconds=60)
    looking = till.look_live(till.parse(JANA))
    sandbox.wait_for_requests("read_customer", asked + 1)
    sell(till, jana, "100")
    sandbox.unplug()
    (view, *_) = looking.result(SOON_S).customers
    assert (view.balance, view.pending, view.source) == (Decimal("1244.75"), Decimal("4.75"), Source.CACHE)


def test_undoing_a_sale_that_never_left_sends_nothing(till: Till, sandbox: Sandbox) -> None:
    sale_id = sell(till, find(till, JANA), "100", "10")
    till.undo(sale_id).result(SOON_S)
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=True)
    assert not sandbox.ledger()
    assert {each.state for each in till.postings(sale_id)} == {PostingState.CANCELLED}


def test_undoing_a_delivered_sale_gives_everything_back_once(till: Till, sandbox: Sandbox) -> None:
    sale_id = sell(till, find(till, JANA), "100", "10")
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=True)
    record = till.undo(sale_id).result(SOON_S)
    assert till.undo(sale_id).result(SOON_S).sale.sale_id == record.sale.sale_id
    till.deliver(timeout_s=SOON_S, patient=True)
    assert [entry.sum for entry in sandbox.ledger()] == [-10, Decimal("4.25"), 10, Decimal("-4.25")]
    assert find(till, JANA).balance == 1240
    newest = till.recent_sales(1).result(SOON_S)[0]
    assert newest.state is SaleState.APPLIED


def test_an_open_till_notices_that_the_internet_is_back_and_delivers(till: Till, sandbox: Sandbox) -> None:
    jana = find(till, JANA)
    listener = Listener(till)
    sandbox.unplug()
    sell(till, jana, "100")
    till.start()
    listener.until(lambda it: isinstance(it, StatusChanged) and it.status.connection is Connection.OFFLINE)
    sandbox.plug()
    till.send_now()
    listener.until(lambda it: isinstance(it, PostingChanged) and it.posting.state is PostingState.APPLIED)
    listener.until(lambda it: isinstance(it, StatusChanged) and it.status.waiting == 0)


def test_a_till_tells_when_it_tries_again(till: Till, sandbox: Sandbox) -> None:
    sell(till, find(till, JANA), "100")
    assert till.next_try_s() is None
    sandbox.add_fault("429", "addBalance", retry_after_s=600)
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=False)
    left_s = till.next_try_s()
    assert left_s is not None
    assert 600 - SOON_S < left_s <= 600
    assert till.status().connection is Connection.SLOW
    sandbox.clear_faults()
    till.deliver(timeout_s=SOON_S, patient=False)
    assert (till.next_try_s(), till.queue()) == (None, [])


def test_an_open_till_tells_the_account_and_reads_customers_for_searching(till: Till) -> None:
    listener = Listener(till)
    till.start()
    listener.until(lambda it: isinstance(it, StatusChanged) and it.status.account is not None)
    assert till.status().connection is Connection.ONLINE


def test_a_key_of_another_account_sends_nothing(settings: Settings, keys: SessionKeys, tmp_path: Path, sandbox: Sandbox) -> None:
    other = replace(settings, server=replace(settings.server, account="somebody-else"))
    with open_till(other, DataDir(tmp_path / "data"), keys) as till:
        listener = Listener(till)
        sell(till, find(till, JANA), "100")
        till.start()
        listener.until(lambda it: isinstance(it, StatusChanged) and it.status.connection is Connection.WRONG_ACCOUNT)
        sell(till, find(till, JANA), "100")
        till.send_now()
        assert till.status().waiting >= 1


def test_a_till_without_a_key_keeps_selling(settings: Settings, tmp_path: Path) -> None:
    with open_till(settings, DataDir(tmp_path / "data"), SessionKeys()) as till:
        answer = till.look_live(till.parse("200044718820")).result(SOON_S)
        assert answer.trouble is Trouble.KEY
        assert answer.nobody is not None
        sale_id = sell(till, answer.nobody, "100")
        till.start_messenger()
        till.deliver(timeout_s=SOON_S, patient=False)
        assert [each.state for each in till.postings(sale_id)] == [PostingState.WAITING]
        assert till.status().connection is Connection.NO_KEY


@pytest.mark.parametrize(("card", "owner"), [("120", "+420000000001"), ("200044718820", JANA)])
def test_an_unknown_card_with_a_phone_goes_to_the_cards_owner_else_to_the_phones(
    till: Till, sandbox: Sandbox, card: str, owner: str
) -> None:
    sell(till, Nobody(card=card, phone=JANA, checked_online=False), "400")
    till.start_messenger()
    till.deliver(timeout_s=SOON_S, patient=True)
    assert [entry.phone for entry in sandbox.ledger()] == [owner]


def test_a_window_that_is_open_all_day_makes_the_days_copy(till: Till) -> None:
    till.start()
    assert "daily-backup" in {each.name for each in threading.enumerate()}
    till.close()
    assert "daily-backup" not in {each.name for each in threading.enumerate()}
