"""The pulse: rare while all is well, often while something is wrong, and the one that says that it is over."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator

import pytest

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import NoSuchCustomer, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.till.events import Connection
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.pulse import Pulse

SOON_S = 10.0


class Core:
    """Answers with its account, or raises ``trouble`` while there is any; each answer may be waited for."""

    def __init__(self) -> None:
        self.trouble: PosError | None = None
        self.account = Account("ours")
        self.asked = threading.Semaphore(0)

    def status(self) -> Account:
        self.asked.release()
        if self.trouble is not None:
            raise self.trouble
        return self.account


class Body:
    """A pulse with everything it reports to."""

    def __init__(self) -> None:
        self.core = Core()
        backoff = Backoff(random.Random(1), first_s=600)
        self.core_gate = Gate(backoff=backoff, monotonic=time.monotonic)
        self.crm_gate = Gate(backoff=backoff, monotonic=time.monotonic)
        self.back = threading.Event()
        self.accounts: list[Account] = []
        self.crm_asked = 0
        self.crm_says: PosError | bool = True
        self.crm_heard: list[PosError | None] = []
        self.told = threading.Semaphore(0)
        self.pulse = Pulse(
            core=self.core,
            gates=(self.core_gate, self.crm_gate),
            account=lambda: "ours",
            core_told=self._core_told,
            account_told=self.accounts.append,
            back=self.back.set,
            crm_again=self._crm_again,
            crm_told=self._crm_told,
            unwell_s=0.05,
            well_s=600,
        )

    def _crm_again(self) -> bool:
        self.crm_asked += 1
        if isinstance(self.crm_says, PosError):
            raise self.crm_says
        return self.crm_says

    def _crm_told(self, error: PosError | None) -> None:
        self.crm_heard.append(error)

    def _core_told(self, error: PosError | None) -> None:
        if error is None:
            self.core_gate.passed()
        else:
            self.core_gate.failed(error)
        self.told.release()


@pytest.fixture
def body() -> Iterator[Body]:
    made = Body()
    yield made
    made.pulse.stop()


def test_the_first_beat_tells_the_account_and_the_next_is_far_away(body: Body) -> None:
    body.pulse.start()
    assert body.told.acquire(timeout=SOON_S)
    assert not body.told.acquire(timeout=0.3)
    assert body.accounts == [Account("ours")]
    assert not body.back.is_set()


def test_an_outage_that_begins_while_all_is_well_is_probed_until_it_ends(body: Body) -> None:
    body.pulse.start()
    assert body.told.acquire(timeout=SOON_S)
    body.core.trouble = NotSent("no route")
    body.crm_gate.failed(NotSent("no route"))
    body.pulse.trouble()
    for _ in range(3):
        assert body.told.acquire(timeout=SOON_S)
    assert not body.back.is_set()
    body.core.trouble = None
    assert body.back.wait(SOON_S)
    assert body.core_gate.connection is Connection.ONLINE


@pytest.mark.parametrize("says", [True, NoSuchCustomer(), Refused("no")])
def test_a_crm_in_trouble_is_asked_again_and_any_word_of_its_own_is_good_news(body: Body, says: PosError | bool) -> None:
    body.crm_gate.failed(NotSent("no route"))
    body.crm_gate.came_back()
    body.core.trouble, body.crm_says = NotSent("no route"), says
    body.pulse.probe()
    assert (body.crm_asked, body.crm_heard, body.back.is_set()) == (1, [None], True)


def test_a_crm_that_is_still_in_trouble_is_told_of_and_no_news(body: Body) -> None:
    body.crm_gate.failed(NotSent("no route"))
    body.crm_gate.came_back()
    body.core.trouble, body.crm_says = NotSent("no route"), Unknown("cut off")
    body.pulse.probe()
    assert (body.crm_heard, body.back.is_set()) == ([body.crm_says], False)


def test_a_crm_of_which_nothing_was_asked_yet_told_nothing(body: Body) -> None:
    body.crm_gate.failed(NotSent("no route"))
    body.crm_gate.came_back()
    body.core.trouble, body.crm_says = NotSent("no route"), False
    body.pulse.probe()
    assert (body.crm_asked, body.crm_heard, body.back.is_set()) == (1, [], False)


def test_a_crm_that_is_well_or_has_asked_for_a_pause_is_left_alone(body: Body) -> None:
    body.pulse.probe()
    body.crm_gate.failed(SlowDown("later", retry_after_s=60))
    body.pulse.probe()
    assert body.crm_asked == 0


def test_a_key_of_another_account_shuts_every_gate_and_is_not_good_news(body: Body) -> None:
    body.core.account = Account("somebody else")
    body.pulse.probe()
    assert {body.core_gate.connection, body.crm_gate.connection} == {Connection.WRONG_ACCOUNT}
    assert not body.accounts
    body.core.account = Account("ours")
    body.pulse.probe()
    assert body.core_gate.connection is Connection.ONLINE
    assert body.back.is_set()


def test_stopping_does_not_wait_for_the_next_beat(body: Body) -> None:
    body.pulse.start()
    assert body.told.acquire(timeout=SOON_S)
    began = time.monotonic()
    body.pulse.stop()
    assert time.monotonic() - began < SOON_S
