"""The messenger's threads: as many as it was told, and each with a name, for whoever looks what a program is doing."""

from __future__ import annotations

import threading

from pos_app.loyalty.sale import Posting
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from tests.till.conftest import Clock, SellTo
from tests.till.desk import PHONES, SOON_S, Desk, Hand

MORE_THAN_A_POOL_HAS = 33


def test_as_many_customers_as_it_was_told_are_served_at_the_same_time(
    store: DatabaseThread[TillStore], clock: Clock, sell_to: SellTo
) -> None:
    phones = [f"+4207770001{n:02}" for n in range(MORE_THAN_A_POOL_HAS)]
    all_of_them = threading.Barrier(len(phones))

    def meet(_posting: Posting) -> None:
        all_of_them.wait(SOON_S)

    for phone in phones:
        sell_to(phone)
    desk = Desk(Hand(store, clock, first=meet), at_once=len(phones))
    desk.messenger.start()
    desk.idles()
    assert desk.messenger.stop()
    assert (sorted(desk.hand.tried), desk.messenger.failure) == (phones, "")


def test_who_plans_is_called_messenger_and_who_sends_a_sender(desk: Desk, sell_to: SellTo) -> None:
    plans, sends = set[str](), set[str]()
    desk.meanwhile = lambda: plans.add(threading.current_thread().name)
    desk.hand.first = lambda _posting: sends.add(threading.current_thread().name)
    sell_to(PHONES[0])
    desk.messenger.start()
    desk.idles()
    assert (plans, sends) == ({"messenger"}, {"sender_0"})
