"""What the courier makes of a way that takes a customer's whole line in one write, finds another name for a card, or is in use."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.errors import PosError, Unknown
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState, new_sale_ids
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import OTHERS_TURN_S, Courier
from pos_app.till.sync.step import Step
from pos_app.till.sync.way import Readdress, Ready, Stop
from tests.till.conftest import QUARANTINE_S, Clock, ScriptedRoute, SellTo, courier_of

PHONE, OWNER = "+420777000001", "+420777000002"
START = Decimal("500.00")
NEW_ID = uuid.UUID("22222222-2222-4222-8222-222222222222")


@dataclass
class WholeLine(ScriptedRoute):
    """Replaces a balance: everything of a customer that waits goes out at once. Remembers what it was told."""

    store: DatabaseThread[TillStore] | None = None
    trusted: bool = False
    owner: str = ""
    """Whose card it turns out to be."""
    stop: Stop | None = None
    meanwhile: Callable[[], object] = lambda: None
    balance_now: Decimal = START
    errors: list[PosError] = field(default_factory=list)
    writes: list[tuple[Posting, ...]] = field(default_factory=list)
    noted: list[tuple[list[str], datetime]] = field(default_factory=list)
    checked: list[list[str]] = field(default_factory=list)

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready | Stop | Readdress:  # type: ignore[override]
        self.meanwhile()
        if self.owner and self.owner != posting.phone:
            return Readdress(self.owner)
        if self.stop is not None:
            return self.stop
        assert self.store is not None
        line = [posting] if alone else self.store.call(lambda it: it.line(posting.customer_key))
        points = sum((each.sum or Decimal(0) for each in line), Decimal(0))
        return Ready(tuple(line), compared=Compared(self.balance_now, self.balance_now + points), note="Put right.")

    def balance(self, posting: Posting) -> Decimal | None:
        return self.balance_now

    def write(self, postings: Sequence[Posting]) -> None:
        self.writes.append(tuple(postings))
        compared = postings[0].compared
        assert compared is not None
        if self.errors:
            raise self.errors.pop(0)
        self.balance_now = compared.target

    def applied(self, store: TillStore, postings: Sequence[Posting], *, at: datetime) -> None:
        # In the commit that says so: what it is there by now is what it is on the disk.
        self.noted.append(([store.posting(each.transaction_id).state.value for each in postings], at))

    def check(self, postings: Sequence[Posting]) -> None:
        self.checked.append([each.transaction_id for each in postings])


@pytest.fixture
def route(store: DatabaseThread[TillStore]) -> WholeLine:
    return WholeLine(store=store)


@pytest.fixture
def told() -> list[PosError | None]:
    return []


@pytest.fixture
def courier(store: DatabaseThread[TillStore], route: WholeLine, clock: Clock, told: list[PosError | None]) -> Courier:
    return courier_of(store, route, clock, told=told.append, new_uuid=lambda: NEW_ID)


def states(store: DatabaseThread[TillStore], postings: Sequence[Posting]) -> list[PostingState]:
    return [store.call(lambda it, each=each: it.posting(each.transaction_id)).state for each in postings]  # type: ignore[misc]


def test_a_line_that_goes_out_together_is_through_together_and_noted_in_the_same_commit(
    courier: Courier, route: WholeLine, store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock
) -> None:
    sold = [*sell_to(PHONE, redeem="10"), *sell_to(PHONE)]
    clock.passes(minutes=1)
    after = courier.deliver(sold[0]).posting
    assert (after.transaction_id, after.last_answer) == (sold[0].transaction_id, "Done. Put right.")
    assert states(store, sold) == [PostingState.APPLIED] * 3
    (sent,) = route.writes
    assert [each.batch for each in sent] == [sold[0].transaction_id] * 3
    assert {each.endpoint for each in sent} == {"scripted"}
    assert route.noted == [(["applied"] * 3, clock())]
    assert route.checked == [[each.transaction_id for each in sold]]


def test_an_unknown_outcome_is_unknown_for_all_and_found_out_for_all(
    courier: Courier, route: WholeLine, store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock
) -> None:
    sold = [*sell_to(PHONE), *sell_to(PHONE)]
    behind = sell_to(OWNER)
    route.errors = [Unknown("cut off")]
    unknown = courier.deliver(sold[0]).posting
    later = sell_to(PHONE)
    assert states(store, sold) == [PostingState.UNKNOWN] * 2
    assert route.checked == []
    clock.passes(seconds=QUARANTINE_S)
    # It never arrived: the same two go out again, with the same target, and what was sold since does not.
    assert courier.deliver(unknown).posting.state is PostingState.APPLIED
    assert [[each.transaction_id for each in write] for write in route.writes] == [[each.transaction_id for each in sold]] * 2
    assert route.writes[0][0].compared == route.writes[1][0].compared == Compared(START, START + 10)
    assert states(store, [*sold, *later, *behind]) == [PostingState.APPLIED] * 2 + [PostingState.WAITING] * 2


def test_a_balance_that_shows_them_ends_it_for_all_of_them(
    courier: Courier, route: WholeLine, store: DatabaseThread[TillStore], sell_to: SellTo
) -> None:
    sold = [*sell_to(PHONE), *sell_to(PHONE)]
    route.errors = [Unknown("cut off")]
    unknown = courier.deliver(sold[0]).posting
    route.balance_now = START + 10
    assert courier.deliver(unknown).posting.last_answer == "The balance shows it."
    assert states(store, sold) == [PostingState.APPLIED] * 2
    assert len(route.writes) == 1


def test_a_card_that_is_somebodys_goes_on_in_their_line_at_once(
    courier: Courier, route: WholeLine, sell_to: SellTo, told: list[PosError | None], clock: Clock, store: DatabaseThread[TillStore]
) -> None:
    (posting,) = sell_to(PHONE)
    route.owner = OWNER
    clock.passes(minutes=1)
    step = courier.deliver(posting)
    assert (step.posting.transaction_id, step.posting.phone, step.rest_s) == (str(NEW_ID), OWNER, 0.0)
    assert step.posting.state is PostingState.WAITING
    gone = store.call(lambda it: it.posting(posting.transaction_id))
    assert (gone.state, gone.settled_at) == (PostingState.CANCELLED, clock())
    assert (told, route.writes) == ([None], [])
    assert courier.deliver(step.posting).posting.state is PostingState.APPLIED


def test_a_sale_that_is_taken_back_while_its_cards_owner_is_looked_for_goes_to_nobody(
    courier: Courier, route: WholeLine, sell_to: SellTo, store: DatabaseThread[TillStore], clock: Clock
) -> None:
    (posting,) = sell_to(PHONE)
    route.owner = OWNER
    route.meanwhile = lambda: store.call(lambda it: it.refund_sale(posting.sale_id, ids=new_sale_ids(), at=clock()))
    assert courier.deliver(posting).posting.state is PostingState.CANCELLED
    assert store.call(lambda it: it.open_postings()) == []


@pytest.mark.parametrize(
    ("attention", "state"), [(Attention.BALANCE_MOVED, PostingState.NEEDS_PERSON), (None, PostingState.CANCELLED)]
)
def test_what_the_way_stops_is_not_sent_and_says_why(
    courier: Courier,
    route: WholeLine,
    sell_to: SellTo,
    told: list[PosError | None],
    attention: Attention | None,
    state: PostingState,
) -> None:
    route.stop = Stop("Somebody changed them.", attention)
    after = courier.deliver(sell_to(PHONE)[0]).posting
    assert (after.state, after.attention, after.last_answer) == (state, attention, "Somebody changed them.")
    # It did answer.
    assert (told, route.writes) == ([None], [])


@pytest.mark.parametrize("stop", [None, Stop("Somebody changed them.", Attention.BALANCE_MOVED)])
def test_a_balance_that_is_not_what_this_till_left_may_be_an_old_one_for_a_while(
    courier: Courier,
    route: WholeLine,
    sell_to: SellTo,
    store: DatabaseThread[TillStore],
    clock: Clock,
    told: list[PosError | None],
    stop: Stop | None,
) -> None:
    clock.passes(hours=1)
    courier.deliver(sell_to(PHONE)[0])
    store.call(lambda it: it.know(PHONE, START + 5, at=clock(), written=True))
    route.balance_now, route.stop = START, stop
    posting, other = sell_to(PHONE)[0], sell_to(OWNER)[0]
    clock.passes(seconds=10)
    told.clear()
    assert courier.deliver(posting) == Step(posting, rest_s=QUARANTINE_S - 10)
    assert told == [None]
    # Of somebody whom it never left anything, nothing can be old.
    assert courier.deliver(other).rest_s is None
    clock.passes(seconds=QUARANTINE_S - 10.5)
    route.balance_now = START
    assert courier.deliver(posting).rest_s == 0.5
    clock.passes(seconds=0.5)
    after = courier.deliver(posting).posting
    assert after.state is (PostingState.APPLIED if stop is None else PostingState.NEEDS_PERSON)


def test_what_was_left_and_what_has_no_balance_or_another_trouble_is_not_waited_for(
    courier: Courier, route: WholeLine, sell_to: SellTo, store: DatabaseThread[TillStore], clock: Clock
) -> None:
    courier.deliver(sell_to(PHONE)[0])
    store.call(lambda it: it.know(PHONE, START + 5, at=clock(), written=True))
    assert courier.deliver(sell_to(PHONE)[0]).rest_s is None
    route.stop = Stop("No balance.", Attention.REFUSED)
    assert courier.deliver(sell_to(PHONE)[0]).rest_s is None


def test_while_it_is_somebody_elses_turn_nothing_is_asked_and_a_moment_is_waited(
    courier: Courier, route: WholeLine, sell_to: SellTo
) -> None:
    (posting,) = sell_to(PHONE)
    route.turn = lambda: None  # type: ignore[method-assign,assignment,return-value]
    route.stop = Stop("never asked", None)
    assert courier.deliver(posting) == Step(posting, rest_s=OTHERS_TURN_S)


@pytest.fixture
def edited(tmp_path: Path, store: DatabaseThread[TillStore], sell_to: SellTo) -> Iterator[DatabaseThread[TillStore]]:
    """A till with two sales to a customer, the second of which somebody edited on the disk."""
    sell_to(PHONE)
    (second,) = sell_to(PHONE)
    store.close()
    with closing(sqlite3.connect(tmp_path / "till.db")) as plain:
        plain.execute("UPDATE posting SET sum_cents = 999999 WHERE transaction_id = ?", (second.transaction_id,))
        plain.commit()
    thread = DatabaseThread(lambda: TillStore.open(tmp_path / "till.db"), name="till-store")
    yield thread
    thread.close()


def test_an_entry_that_was_edited_is_not_sent_and_holds_up_only_itself(
    edited: DatabaseThread[TillStore], clock: Clock, told: list[PosError | None]
) -> None:
    route = WholeLine(store=edited)
    courier = courier_of(edited, route, clock, told=told.append)
    first, second = edited.call(lambda it: it.open_postings())
    assert courier.deliver(first).posting.state is PostingState.APPLIED
    assert [[each.transaction_id for each in write] for write in route.writes] == [[first.transaction_id]]
    after = courier.deliver(second).posting
    assert (after.state, after.attention) == (PostingState.NEEDS_PERSON, Attention.DAMAGED)
    assert after.last_answer == f"The entry {second.transaction_id} is not what was written: it is not sent."
    assert route.balance_now == START + 5
