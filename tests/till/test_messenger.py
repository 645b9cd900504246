"""The messenger on a real store: order, fairness, patience, and stopping at any moment."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.errors import NotSent, Refused, Unknown
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import Connection, Event, Events, MessengerStopped, PostingChanged
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.messenger import Messenger
from pos_app.till.sync.plan import CUSTOMERS_AT_ONCE, Plan
from pos_app.till.sync.quarantine import Quarantine
from tests.till.conftest import Clock, ScriptedRoute, SellTo

SOON_S = 10.0
NO_QUARANTINE = Quarantine(monotonic=time.monotonic, length_s=0.0)
PHONES = [f"+42077700000{n}" for n in range(8)]


class Heard:
    """What the messenger told; a test waits until it is what it wants."""

    def __init__(self, events: Events) -> None:
        self._condition = threading.Condition()
        self.events: list[Event] = []
        events.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        with self._condition:
            self.events.append(event)
            self._condition.notify_all()

    def until(self, wanted: Callable[[], bool]) -> None:
        with self._condition:
            assert self._condition.wait_for(wanted, SOON_S), f"heard only {self.events}"

    def states(self) -> list[PostingState]:
        return [each.posting.state for each in self.events if isinstance(each, PostingChanged)]


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def heard(events: Events) -> Heard:
    return Heard(events)


@pytest.fixture
def gate(clock: Clock) -> Gate:
    """Its pauses are real, and as much longer as the test's clock says that time has passed."""
    backoff = Backoff(random.Random(1), first_s=0.05)
    return Gate(backoff=backoff, monotonic=lambda: time.monotonic() + clock.passed_s)


@pytest.fixture
def messenger(
    store: DatabaseThread[TillStore], route: ScriptedRoute, clock: Clock, events: Events, gate: Gate
) -> Iterator[Messenger]:
    def told(error: Exception | None) -> None:
        if isinstance(error, NotSent | Unknown):
            gate.failed(error)
        else:
            gate.passed()

    courier = Courier(
        store=store,
        way=route,
        now=clock,
        quarantine=NO_QUARANTINE,
        dedupe_memory=timedelta(hours=12),
        told=told,
    )
    made = Messenger(
        store=store,
        courier=courier,
        gate=gate,
        events=events,
        backoff=Backoff(random.Random(2), first_s=0.05, longest_s=0.2),
        monotonic=time.monotonic,
        changed=lambda: None,
    )
    yield made
    assert made.stop()


def waiting(store: DatabaseThread[TillStore]) -> list[Posting]:
    return store.call(lambda it: it.open_postings())


def test_what_was_saved_before_the_start_goes_out(
    messenger: Messenger, store: DatabaseThread[TillStore], sell_to: SellTo, route: ScriptedRoute
) -> None:
    for phone in PHONES:
        sell_to(phone)
    messenger.start()
    messenger.wait_idle(SOON_S, patient=True)
    assert not waiting(store)
    assert sorted(each.phone for each in route.arrived) == PHONES


def test_a_sale_saved_later_goes_out_when_the_messenger_is_woken(messenger: Messenger, sell_to: SellTo, heard: Heard) -> None:
    messenger.start()
    messenger.wait_idle(SOON_S, patient=True)
    sell_to(PHONES[0])
    messenger.wake()
    heard.until(lambda: heard.states() == [PostingState.APPLIED])


def test_a_customers_points_go_out_in_the_order_they_were_made(messenger: Messenger, sell_to: SellTo, route: ScriptedRoute) -> None:
    made = [posting for _ in range(4) for posting in sell_to(PHONES[0], redeem="10")]
    route.script[PHONES[0]] = [Unknown("cut off"), Unknown("cut off")]
    messenger.start()
    messenger.wait_idle(SOON_S, patient=True)
    order = list(dict.fromkeys(each.transaction_id for each in route.arrived))
    assert order == [each.transaction_id for each in made]
    assert [each.sum for each in route.arrived[2:4]] == [Decimal(-10), Decimal("4.50")]


def test_one_refused_sale_holds_back_its_own_customer_only(
    messenger: Messenger, store: DatabaseThread[TillStore], sell_to: SellTo, route: ScriptedRoute
) -> None:
    sell_to(PHONES[0])
    sell_to(PHONES[0])
    route.script[PHONES[0]] = [Refused("limit reached")]
    for phone in PHONES[1:]:
        sell_to(phone)
    messenger.start()
    messenger.wait_idle(SOON_S, patient=True)
    left = waiting(store)
    assert [each.state for each in left] == [PostingState.NEEDS_PERSON, PostingState.WAITING]
    assert {each.phone for each in left} == {PHONES[0]}


def test_a_sale_that_always_breaks_the_server_does_not_stop_the_others(
    messenger: Messenger, store: DatabaseThread[TillStore], sell_to: SellTo, route: ScriptedRoute, heard: Heard
) -> None:
    sell_to(PHONES[0])
    route.script[PHONES[0]] = [Unknown("500")] * 1000
    for phone in PHONES[1:]:
        sell_to(phone)
    messenger.start()
    heard.until(lambda: heard.states().count(PostingState.APPLIED) == len(PHONES) - 1)
    assert {each.phone for each in waiting(store)} == {PHONES[0]}


def test_while_there_is_no_connection_one_trial_at_a_time_is_made_and_nothing_is_lost(
    messenger: Messenger, store: DatabaseThread[TillStore], sell_to: SellTo, route: ScriptedRoute, gate: Gate, heard: Heard
) -> None:
    for phone in PHONES:
        sell_to(phone)
        route.script[phone] = [NotSent("no route")] * 3
    messenger.start()
    heard.until(lambda: heard.states().count(PostingState.WAITING) >= 2)
    assert gate.connection is Connection.OFFLINE
    assert len(waiting(store)) == len(PHONES)
    messenger.wait_idle(SOON_S, patient=True)
    assert not waiting(store)


def test_impatient_waiting_ends_as_soon_as_the_server_does_not_answer(
    messenger: Messenger, sell_to: SellTo, route: ScriptedRoute
) -> None:
    sell_to(PHONES[0])
    route.script[PHONES[0]] = [NotSent("no route")] * 1000
    messenger.start()
    began = time.monotonic()
    messenger.wait_idle(60, patient=False)
    assert time.monotonic() - began < SOON_S
    assert 1 <= len(route.arrived) <= 3


def test_never_more_than_three_customers_and_never_one_customer_twice_at_once(
    store: DatabaseThread[TillStore], clock: Clock, events: Events, gate: Gate, sell_to: SellTo
) -> None:
    lock, now, most = threading.Lock(), set[str](), 0
    crowd = threading.Semaphore(0)

    class Watching(ScriptedRoute):
        def write(self, postings: Sequence[Posting]) -> None:
            nonlocal most
            (posting,) = postings
            with lock:
                assert posting.phone not in now
                now.add(posting.phone)
                most = max(most, len(now))
                if len(now) == CUSTOMERS_AT_ONCE:
                    for _ in range(100):
                        crowd.release()
            if gate.connection is Connection.ONLINE:
                crowd.acquire(timeout=0.5)
            with lock:
                now.discard(posting.phone)

    for phone in PHONES:
        sell_to(phone)
        sell_to(phone)
    courier = Courier(
        store=store,
        way=Watching(),
        now=clock,
        quarantine=NO_QUARANTINE,
        dedupe_memory=timedelta(hours=12),
        told=lambda _error: gate.passed(),
    )
    messenger = Messenger(
        store=store,
        courier=courier,
        gate=gate,
        events=events,
        backoff=Backoff(random.Random(2)),
        monotonic=time.monotonic,
        changed=lambda: None,
    )
    messenger.start()
    messenger.wait_idle(SOON_S, patient=True)
    assert messenger.stop()
    assert most == CUSTOMERS_AT_ONCE
    assert not waiting(store)


def test_a_till_that_was_killed_while_sending_asks_again_with_the_same_id(
    tmp_path: Path, clock: Clock, sell_to: SellTo, store: DatabaseThread[TillStore], messenger: Messenger, route: ScriptedRoute
) -> None:
    (posting,) = sell_to(PHONES[0])
    store.call(lambda it: it.begin_sending(posting.transaction_id, at=clock()))
    # What a killed program leaves behind is what recover() finds at the next start.
    assert store.call(lambda it: it.recover()) == 1
    messenger.start()
    messenger.wait_idle(SOON_S, patient=True)
    assert [each.transaction_id for each in route.arrived] == [posting.transaction_id]
    assert not waiting(store)


def test_a_bug_stops_the_messenger_visibly_and_leaves_every_sale_on_the_disk(
    store: DatabaseThread[TillStore],
    clock: Clock,
    events: Events,
    gate: Gate,
    heard: Heard,
    sell_to: SellTo,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Broken(ScriptedRoute):
        def write(self, postings: Sequence[Posting]) -> None:
            raise ZeroDivisionError

    crashed: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: crashed.append(args.exc_type.__name__))
    sell_to(PHONES[0])
    courier = Courier(
        store=store,
        way=Broken(),
        now=clock,
        quarantine=NO_QUARANTINE,
        dedupe_memory=timedelta(hours=12),
        told=lambda _error: None,
    )
    messenger = Messenger(
        store=store,
        courier=courier,
        gate=gate,
        events=events,
        backoff=Backoff(random.Random(2)),
        monotonic=time.monotonic,
        changed=lambda: None,
    )
    messenger.start()
    heard.until(lambda: any(isinstance(each, MessengerStopped) for each in heard.events))
    assert messenger.stop()
    assert "ZeroDivisionError" in messenger.failure
    assert len(waiting(store)) == 1


def test_who_waits_for_a_sale_is_served_before_the_backlog(store: DatabaseThread[TillStore], sell_to: SellTo, gate: Gate) -> None:
    for phone in PHONES:
        sell_to(phone)
    (mine,) = sell_to("+420777000999")
    gate.passed()
    plan = Plan(gate=gate, backoff=Backoff(random.Random(1)))
    plan.hurry({mine.customer_key})
    due = store.call(lambda it: plan.due(it, plan.turn(0.0)))
    assert [each.phone for each in due] == [mine.phone, *PHONES[:2]]
    plan.hurried({mine.customer_key})
    assert mine not in store.call(lambda it: plan.due(it, plan.turn(0.0)))


def test_waiting_for_a_sale_ends_once_it_is_through_and_not_with_the_queue(
    messenger: Messenger, store: DatabaseThread[TillStore], sell_to: SellTo, route: ScriptedRoute
) -> None:
    route.script = {PHONES[0]: [Unknown("cut")] * 10_000}
    sell_to(PHONES[0])
    (mine,) = sell_to(PHONES[1])
    messenger.start()

    def through() -> bool:
        return not store.call(lambda it: it.posting(mine.transaction_id)).state.open

    while not through():
        # The endpoint is in trouble now and then, because of the other one: then it is tried again.
        messenger.wait_for({mine.customer_key}, through, SOON_S)
    assert [each.phone for each in waiting(store)] == [PHONES[0]]


def test_waiting_for_a_sale_ends_as_soon_as_the_endpoint_does_not_answer(
    messenger: Messenger, sell_to: SellTo, route: ScriptedRoute, gate: Gate
) -> None:
    route.script = {PHONES[0]: [NotSent("no network")] * 10_000}
    (mine,) = sell_to(PHONES[0])
    messenger.start()
    messenger.wait_for({mine.customer_key}, lambda: False, 3_600.0)
    assert gate.unwell


def test_after_an_outage_what_waits_goes_out_a_random_while_later_and_at_once_when_somebody_asks(
    messenger: Messenger, gate: Gate, clock: Clock, sell_to: SellTo, store: DatabaseThread[TillStore], heard: Heard
) -> None:
    for phone in PHONES:
        sell_to(phone)
    gate.failed(NotSent("no route"))
    clock.passes(seconds=61)
    gate.passed()
    messenger.start()
    messenger.came_back()
    messenger.wait_idle(SOON_S, patient=False)
    assert len(waiting(store)) == len(PHONES)
    clock.passes(seconds=30)
    messenger.wake()
    heard.until(lambda: heard.states() == [PostingState.APPLIED] * len(PHONES))
    gate.failed(NotSent("no route"))
    clock.passes(seconds=61)
    gate.passed()
    sell_to(PHONES[0])
    messenger.send_now()
    heard.until(lambda: heard.states() == [PostingState.APPLIED] * (len(PHONES) + 1))
