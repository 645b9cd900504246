"""Whoever waits for the messenger is let go at the right moment: not before, and never later."""

from __future__ import annotations

import threading
import time

from pos_app.loyalty.errors import NotSent
from pos_app.loyalty.sale import Posting
from tests.till.conftest import SellTo
from tests.till.desk import PHONES, SOON_S, Desk


class Hold:
    """A courier's hand, held until the test lets it go on."""

    def __init__(self) -> None:
        self.began, self.go_on = threading.Event(), threading.Event()

    def __call__(self, _posting: Posting) -> None:
        self.began.set()
        assert self.go_on.wait(SOON_S)


def one_trial_at_a_time(desk: Desk) -> None:
    desk.gate.failed(NotSent("no route"))
    desk.gate.ajar()


def test_what_is_let_go_on_in_the_very_moment_of_a_look_is_looked_at_again(desk: Desk, sell_to: SellTo) -> None:
    sent = threading.Event()

    def let_go() -> None:
        if desk.blocked:
            desk.blocked = False
            desk.messenger.wake()

    desk.blocked, desk.meanwhile = True, let_go
    desk.hand.first = lambda _posting: sent.set()
    sell_to(PHONES[0])
    desk.messenger.start()
    assert sent.wait(SOON_S)


def test_one_whose_rest_ends_in_the_very_moment_of_a_look_is_looked_at_again(desk: Desk, sell_to: SellTo) -> None:
    now, again = 0.0, threading.Event()

    def time_goes_by() -> None:
        nonlocal now
        if desk.hand.tried:
            now = 1.0

    def try_it(_posting: Posting) -> None:
        if len(desk.hand.tried) > 1:
            desk.hand.rests_s.clear()
            again.set()

    desk.monotonic, desk.meanwhile = lambda: now, time_goes_by
    desk.hand.rests_s, desk.hand.first = {PHONES[0]: 0.05}, try_it
    sell_to(PHONES[0])
    desk.messenger.start()
    assert again.wait(SOON_S)


def test_who_waits_for_one_that_rests_after_a_try_is_let_go_and_told_for_how_long(desk: Desk, sell_to: SellTo) -> None:
    desk.hand.rests_s = {PHONES[0]: 600.0}
    (mine,) = sell_to(PHONES[0])
    desk.messenger.start()
    desk.idles(patient=False)
    desk.waits(mine.customer_key, done=lambda: False)
    assert desk.hand.tried == [mine.phone] * 2
    due_in_s = desk.messenger.due_in_s(mine.customer_key)
    assert due_in_s is not None
    assert 0 < due_in_s <= 600.0
    outlook = desk.messenger.outlook([mine.customer_key, PHONES[1]])
    assert list(outlook.rests_s) == [mine.customer_key]
    assert not outlook.stopped


def test_one_that_rests_does_not_end_the_waiting_for_another_that_is_on_its_way(desk: Desk, sell_to: SellTo) -> None:
    hold, looks = Hold(), 0
    desk.hand.rests_s = {PHONES[0]: 600.0}
    desk.hand.first = lambda posting: hold(posting) if posting.phone == PHONES[1] else None
    rests, mine = sell_to(PHONES[0])[0], sell_to(PHONES[1])[0]

    def through() -> bool:
        nonlocal looks
        if desk.messenger.due_in_s(rests.customer_key):
            looks += 1
            if looks > 1:
                hold.go_on.set()
            else:
                # One more look at the queue, while one rests and the other is being served.
                desk.messenger.wake()
        return not desk.hand.store.call(lambda it: it.posting(mine.transaction_id)).state.open

    desk.messenger.start()
    desk.waits(rests.customer_key, mine.customer_key, done=through)
    assert through()


def test_the_time_is_over_before_one_that_is_on_its_way_is_given_up_for_another_that_rests(desk: Desk, sell_to: SellTo) -> None:
    hold = Hold()
    desk.hand.rests_s = {PHONES[0]: 600.0}
    desk.hand.first = lambda posting: hold(posting) if posting.phone == PHONES[1] else None
    rests, mine = sell_to(PHONES[0])[0], sell_to(PHONES[1])[0]
    desk.messenger.start()
    assert hold.began.wait(SOON_S)
    since = time.monotonic()
    desk.waits(rests.customer_key, mine.customer_key, done=lambda: False, timeout_s=0.5)
    lasted_s = time.monotonic() - since
    hold.go_on.set()
    assert lasted_s >= 0.5


def test_others_who_are_served_first_do_not_end_the_waiting(desk: Desk, sell_to: SellTo) -> None:
    hold, asked = Hold(), 0
    desk.hand.first = hold
    sell_to(PHONES[0])
    one_trial_at_a_time(desk)
    desk.messenger.start()
    assert hold.began.wait(SOON_S)
    (mine,) = sell_to(PHONES[1])

    def through() -> bool:
        nonlocal asked
        asked += 1
        if asked > 1:
            # The messenger has looked, and found no hand free.
            hold.go_on.set()
        return mine.phone in desk.hand.tried

    desk.waits(mine.customer_key, done=through)
    assert desk.hand.tried == PHONES[:2]


def test_who_was_waited_for_once_has_the_turn_of_everybody_afterwards(desk: Desk, sell_to: SellTo) -> None:
    one_trial_at_a_time(desk)
    desk.blocked = True
    sold = [sell_to(phone)[0] for phone in PHONES]
    desk.messenger.start()
    desk.waits(sold[-1].customer_key, done=lambda: False)
    desk.blocked = False
    desk.idles()
    assert desk.hand.tried == PHONES


def test_while_nothing_changes_nobody_is_asked_again_and_the_time_goes_by(desk: Desk, sell_to: SellTo) -> None:
    hold, asked = Hold(), 0
    desk.hand.first = hold
    (mine,) = sell_to(PHONES[0])
    desk.messenger.start()
    assert hold.began.wait(SOON_S)

    def through() -> bool:
        nonlocal asked
        asked += 1
        return False

    desk.waits(mine.customer_key, done=through, timeout_s=0.1)
    desk.idles(timeout_s=0.1)
    hold.go_on.set()
    # At first, and after the looks of the beginning.
    assert asked <= 3


def test_what_changes_while_it_is_asked_whether_it_is_through_is_not_missed(desk: Desk, sell_to: SellTo) -> None:
    hold, asked = Hold(), 0
    desk.hand.first = hold
    (mine,) = sell_to(PHONES[0])
    desk.messenger.start()

    def through() -> bool:
        nonlocal asked
        asked += 1
        done = not desk.hand.store.call(lambda it: it.open_postings())
        hold.go_on.set()
        desk.messenger.wait_idle(SOON_S, patient=True)
        return done

    desk.waits(mine.customer_key, done=through)
    assert asked == 2


def test_the_same_customer_does_not_rest_after_what_came_through(desk: Desk, sell_to: SellTo) -> None:
    sold = [sell_to(PHONES[0])[0] for _each in range(3)]
    desk.messenger.start()
    desk.idles(patient=False)
    assert desk.hand.tried == [sold[0].phone] * 3
    assert desk.messenger.due_in_s(sold[0].customer_key) == 0.0
