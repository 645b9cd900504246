"""The messenger when its disk, its courier or its owner does not go along: it goes on, or it ends and says so."""

from __future__ import annotations

import threading

import pytest

from pos_app.loyalty.errors import DiskTrouble
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.till.events import MessengerStopped, PostingChanged
from tests.till.conftest import SellTo
from tests.till.desk import PHONES, SOON_S, Desk


def test_each_try_is_told_with_what_is_on_the_disk_and_the_queue_is_said_to_have_changed(desk: Desk, sell_to: SellTo) -> None:
    for phone in PHONES:
        sell_to(phone)
    desk.messenger.start()
    desk.messenger.wait_idle(SOON_S, patient=True)
    assert desk.messenger.stop()
    told = [each.posting for each in desk.events if isinstance(each, PostingChanged)]
    assert sorted(each.phone for each in told) == sorted(desk.hand.tried) == PHONES
    assert {each.state for each in told} == {PostingState.APPLIED}
    assert (desk.changes, desk.messenger.failure, desk.stops()) == (len(PHONES), "", [])


def test_an_answer_that_the_disk_does_not_take_is_tried_again_and_stops_nothing(desk: Desk, sell_to: SellTo) -> None:
    refused: list[str] = []

    def full_once(posting: Posting) -> None:
        if posting.phone not in refused:
            refused.append(posting.phone)
            raise DiskTrouble("The disk is full.")

    desk.hand.first = full_once
    for phone in PHONES:
        sell_to(phone)
    desk.messenger.start()
    desk.messenger.wait_idle(SOON_S, patient=True)
    assert desk.hand.store.call(lambda it: it.open_postings()) == []
    assert sorted(desk.hand.tried) == sorted(PHONES * 2)
    assert (desk.messenger.failure, desk.stops()) == ("", [])


def test_a_bug_ends_it_with_a_name_and_a_place_and_lets_go_of_who_waits(desk: Desk, sell_to: SellTo) -> None:
    def stumble(posting: Posting) -> None:
        raise ZeroDivisionError

    desk.hand.first = stumble
    (mine,) = sell_to(PHONES[0])
    desk.messenger.start()
    desk.waits(mine.customer_key, done=lambda: False)
    desk.idles()
    assert desk.messenger.failure.startswith("ZeroDivisionError at stumble:")
    assert desk.stops() == [MessengerStopped(desk.messenger.failure)]
    assert desk.messenger.outlook([mine.customer_key]).stopped


def test_a_bug_in_its_planning_ends_it_as_visibly(desk: Desk, sell_to: SellTo, monkeypatch: pytest.MonkeyPatch) -> None:
    crashed: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: crashed.append(args.exc_type))

    def stumble() -> None:
        raise ZeroDivisionError

    desk.meanwhile = stumble
    sell_to(PHONES[0])
    desk.messenger.start()
    desk.idles()
    assert desk.messenger.stop()
    assert desk.stops() == [MessengerStopped(desk.messenger.failure)]
    assert (desk.hand.tried, crashed) == ([], [ZeroDivisionError])


def test_a_bug_in_what_follows_a_try_ends_it_too_and_a_count_that_cannot_be_made_does_not(desk: Desk, sell_to: SellTo) -> None:
    def count() -> None:
        raise DiskTrouble("The disk cannot be read.") if desk.changes < len(PHONES) else ZeroDivisionError

    desk.changed = count
    for phone in PHONES:
        sell_to(phone)
    desk.messenger.start()
    desk.idles()
    assert sorted(desk.hand.tried) == PHONES
    assert desk.messenger.stop()
    assert desk.messenger.failure.startswith("ZeroDivisionError at count:")


def test_nothing_goes_out_while_a_person_has_to_look_and_everything_once_they_have(desk: Desk, sell_to: SellTo) -> None:
    desk.blocked = True
    (mine,) = sell_to(PHONES[0])
    desk.messenger.start()
    desk.messenger.wait_idle(SOON_S, patient=True)
    desk.messenger.wait_for({mine.customer_key}, lambda: False, 3_600.0)
    assert desk.hand.tried == []
    assert desk.messenger.outlook([mine.customer_key]).stopped
    desk.blocked = False
    desk.messenger.wake()
    desk.messenger.wait_idle(SOON_S, patient=True)
    assert desk.hand.tried == PHONES[:1]
    assert not desk.messenger.outlook([mine.customer_key]).stopped


def test_what_is_done_already_or_not_given_any_time_is_not_waited_for(desk: Desk, sell_to: SellTo) -> None:
    asked: list[bool] = []

    def done() -> bool:
        asked.append(True)
        return len(asked) > 1

    # It has not even begun.
    desk.messenger.wait_for({PHONES[0]}, lambda: True, 3_600.0)
    desk.messenger.wait_for({PHONES[0]}, done, 0.0)
    desk.messenger.wait_idle(0.0, patient=True)
    assert asked == [True]


def test_stopping_waits_for_the_try_that_is_on_its_way_and_begins_no_other(desk: Desk, sell_to: SellTo) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slow(_posting: Posting) -> None:
        began.set()
        assert go_on.wait(SOON_S)

    desk.hand.first = slow
    sell_to(PHONES[0])
    sell_to(PHONES[0])
    desk.messenger.start()
    assert began.wait(SOON_S)
    ends = threading.Thread(target=desk.messenger.stop)
    ends.start()
    # Whoever waits is let go although nothing is through.
    desk.messenger.wait_idle(3_600.0, patient=True)
    desk.messenger.wait_for({PHONES[0]}, lambda: False, 3_600.0)
    go_on.set()
    ends.join(SOON_S)
    assert not ends.is_alive()
    assert desk.hand.tried == PHONES[:1]
    (left,) = desk.hand.store.call(lambda it: it.open_postings())
    assert left.state is PostingState.WAITING


def test_a_messenger_that_never_began_is_stopped_at_once(desk: Desk) -> None:
    assert desk.messenger.stop(timeout_s=0.0)


def test_it_is_said_when_it_does_not_end_in_time_because_the_disk_does_not_answer(desk: Desk) -> None:
    answer = threading.Event()
    disk = desk.hand.store.run(lambda _store: answer.wait(SOON_S))
    desk.messenger.start()
    ended = desk.messenger.stop(timeout_s=0.05)
    answer.set()
    assert disk.result()
    assert not ended
    assert desk.messenger.stop()


def test_who_waits_for_a_customer_is_told_whether_a_try_is_on_its_way(desk: Desk, sell_to: SellTo) -> None:
    began, go_on = threading.Event(), threading.Event()

    def slow(_posting: Posting) -> None:
        began.set()
        assert go_on.wait(SOON_S)

    desk.hand.first = slow
    (mine,) = sell_to(PHONES[0])
    desk.messenger.start()
    assert began.wait(SOON_S)
    during = (desk.messenger.due_in_s(mine.customer_key), desk.messenger.due_in_s(PHONES[1]))
    go_on.set()
    desk.messenger.wait_idle(SOON_S, patient=True)
    assert during == (None, 0.0)
    assert desk.messenger.due_in_s(mine.customer_key) == 0.0
