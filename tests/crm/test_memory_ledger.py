"""The rules of the books: everything once, nobody else's points, a balance that is the sum of its entries."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from pos_app.crm.ledger import CardTrack, Customer, NoSuchCustomer, Refused, Standing
from pos_app.crm.memory import MemoryLedger
from tests.crm.people import EVA, JOE, NOON

STRANGER = "+420777123482"


def balance(ledger: MemoryLedger, customer: Customer = JOE) -> Decimal | None:
    return ledger.find(phone=customer.phone).standing.balance


def test_the_same_id_again_changes_nothing_and_answers_alike(ledger: MemoryLedger) -> None:
    first = ledger.add(phone=JOE.phone, points=Decimal("50.5"), transaction_id="a", lifetime_days=14)
    assert ledger.add(phone=JOE.phone, points=Decimal("50.50"), transaction_id="a") is first
    # Another way to name the same customer is no other customer.
    assert ledger.add(phone="", cards=("120",), points=Decimal("50.5"), transaction_id="a") is first
    assert (first.seq, first.sum, first.balance_after, first.at, first.lifetime_days) == (
        1,
        Decimal("50.5"),
        Decimal("350.5"),
        NOON,
        14,
    )
    assert ledger.entries() == (first,)
    assert balance(ledger) == Decimal("350.5")


@pytest.mark.parametrize(("phone", "points"), [(JOE.phone, "51"), (JOE.phone, "-50"), (EVA.phone, "50")])
def test_the_same_id_for_something_else_is_refused(ledger: MemoryLedger, phone: str, points: str) -> None:
    ledger.add(phone=JOE.phone, points=Decimal(50), transaction_id="a")
    with pytest.raises(Refused, match="another"):
        ledger.add(phone=phone, points=Decimal(points), transaction_id="a")
    assert [balance(ledger), balance(ledger, EVA)] == [350, 5]


def test_points_may_be_owed_unless_the_merchant_forbids_it(ledger: MemoryLedger) -> None:
    assert ledger.add(phone=EVA.phone, points=Decimal("-5.01"), transaction_id="a").balance_after == Decimal("-0.01")
    strict = MemoryLedger(allow_overdraw=False)
    strict.enrol(EVA)
    with pytest.raises(Refused, match="so many points"):
        strict.add(phone=EVA.phone, points=Decimal("-5.01"), transaction_id="a")
    # A refused id is free: it did nothing.
    assert strict.add(phone=EVA.phone, points=Decimal(-5), transaction_id="a").balance_after == 0
    # Who owes already may pay back a part.
    strict.enrol(replace(JOE, standing=Standing(balance=Decimal(-10))))
    assert strict.add(phone=JOE.phone, points=Decimal(4), transaction_id="b").balance_after == -6


def test_a_balance_beyond_all_bounds_is_refused(ledger: MemoryLedger) -> None:
    with pytest.raises(Refused, match="bounds"):
        ledger.add(phone=JOE.phone, points=Decimal("999999999.99"), transaction_id="a")
    assert balance(ledger) == 300


@pytest.mark.parametrize(
    ("phone", "cards", "whose"),
    [
        (JOE.phone, (), JOE),
        ("", ("120",), JOE),
        (JOE.phone, ("120", "no such card"), JOE),
        ("", ("no such card", "200000000017"), EVA),
    ],
)
def test_a_customer_is_known_by_phone_and_by_cards(
    ledger: MemoryLedger, phone: str, cards: tuple[str, ...], whose: Customer
) -> None:
    assert ledger.find(phone=phone, cards=cards).name == whose.name


@pytest.mark.parametrize(
    ("phone", "cards", "error"),
    [
        (STRANGER, (), NoSuchCustomer),
        ("", ("no such card",), NoSuchCustomer),
        (STRANGER, ("no such card",), NoSuchCustomer),
        (STRANGER, ("120",), Refused),
        (EVA.phone, ("120",), Refused),
        ("", ("120", "200000000017"), Refused),
    ],
)
def test_nobody_gets_the_points_of_somebody_else(
    ledger: MemoryLedger, phone: str, cards: tuple[str, ...], error: type[Refused]
) -> None:
    with pytest.raises(Refused) as refused:
        ledger.add(phone=phone, cards=cards, points=Decimal(1), transaction_id="a")
    assert refused.type is error
    assert ledger.entries() == ()


def test_a_new_customer_gets_an_id_and_what_the_house_gives(ledger: MemoryLedger) -> None:
    welcoming = MemoryLedger(welcome=Standing(balance=Decimal(20), bonus=Decimal(5)))
    customer = welcoming.enrol(Customer(phone=STRANGER))
    assert customer.remote_id
    assert customer.standing == Standing(balance=Decimal(20), bonus=Decimal(5), discount=Decimal(0))
    with_own = welcoming.enrol(replace(JOE, remote_id="6326"))
    assert (with_own.remote_id, with_own.standing) == ("6326", JOE.standing)


def test_who_is_known_already_keeps_points_and_gains_what_was_missing(ledger: MemoryLedger) -> None:
    before = ledger.find(phone=JOE.phone)
    again = replace(
        JOE, name="Joseph", surname="Master", birthday=date(1980, 1, 25), cards=("121",), standing=Standing(balance=Decimal(9_999))
    )
    after = ledger.enrol(again)
    assert (after.remote_id, after.standing) == (before.remote_id, before.standing)
    assert (after.name, after.surname, after.birthday) == ("Joe", "Master", date(1980, 1, 25))
    assert (after.cards, after.tracks) == (("120", "121"), JOE.tracks)
    assert len(ledger.customers()) == 2


@pytest.mark.parametrize(
    "customer",
    [
        Customer(phone=""),
        Customer(phone=STRANGER, cards=("120",)),
        replace(EVA, cards=("120",)),
    ],
)
def test_a_card_has_one_owner_and_a_customer_a_phone(ledger: MemoryLedger, customer: Customer) -> None:
    with pytest.raises(Refused):
        ledger.enrol(customer)
    assert len(ledger.customers()) == 2


def test_two_customers_do_not_share_an_id(ledger: MemoryLedger) -> None:
    taken = ledger.find(phone=JOE.phone).remote_id
    with pytest.raises(Refused, match="customerId"):
        ledger.enrol(Customer(phone=STRANGER, remote_id=taken))


def test_a_track_is_overwritten_and_brings_its_card(ledger: MemoryLedger) -> None:
    assert ledger.put_track(phone=JOE.phone, track=CardTrack("120", "1")).tracks == (CardTrack("120", "1"),)
    assert ledger.put_track(phone=JOE.phone, track=CardTrack("121", "2")).cards == ("120", "121")
    assert ledger.find(phone="", cards=("121",)).name == "Joe"
    with pytest.raises(Refused):
        ledger.put_track(phone=EVA.phone, track=CardTrack("120", "3"))


def test_whoever_mirrors_the_books_hears_of_every_change_in_order() -> None:
    heard: list[tuple[str, object]] = []
    ledger = MemoryLedger(changed=lambda customer: heard.append((customer.phone, customer.standing.balance)))
    ledger.enrol(EVA)
    ledger.add(phone=EVA.phone, points=Decimal(10), transaction_id="a")
    ledger.add(phone=EVA.phone, points=Decimal(10), transaction_id="a")
    ledger.add(phone=EVA.phone, points=Decimal(-3), transaction_id="b")
    assert heard == [(EVA.phone, 5), (EVA.phone, 15), (EVA.phone, 12)]


def test_eight_threads_with_the_same_ids_leave_exact_books() -> None:
    mirrored: dict[str, Decimal | None] = {}
    ledger = MemoryLedger(changed=lambda customer: mirrored.__setitem__(customer.phone, customer.standing.balance))
    ledger.enrol(JOE)
    ledger.enrol(EVA)
    begin = threading.Barrier(8)

    def hammer() -> None:
        begin.wait()
        for number in range(300):
            customer = (JOE, EVA)[number % 2]
            ledger.add(phone=customer.phone, points=Decimal(number) / 100, transaction_id=f"id {number}")

    threads = [threading.Thread(target=hammer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(entry.transaction_id for entry in ledger.entries()) == Counter(f"id {number}" for number in range(300))
    assert [entry.seq for entry in ledger.entries()] == list(range(1, 301))
    assert balance(ledger) == 300 + sum(Decimal(number) for number in range(0, 300, 2)) / 100 == mirrored[JOE.phone]
    assert balance(ledger, EVA) == 5 + sum(Decimal(number) for number in range(1, 300, 2)) / 100 == mirrored[EVA.phone]


class Books(RuleBasedStateMachine):
    """Any adding, repeating and mistaking, against a model of three lines."""

    ids: Bundle[str] = Bundle("ids")
    phones = st.sampled_from([JOE.phone, EVA.phone])
    points = st.decimals(-1_000, 1_000, places=2)

    def __init__(self) -> None:
        super().__init__()
        self.ledger = MemoryLedger()
        self.ledger.enrol(JOE)
        self.ledger.enrol(EVA)
        self.done: dict[str, tuple[str, Decimal]] = {}

    @rule(target=ids, transaction_id=st.uuids().map(str), phone=phones, points=points)
    def adds(self, transaction_id: str, phone: str, points: Decimal) -> str:
        self.ledger.add(phone=phone, points=points, transaction_id=transaction_id)
        self.done.setdefault(transaction_id, (phone, points))
        return transaction_id

    @rule(transaction_id=ids)
    def sends_again(self, transaction_id: str) -> None:
        phone, points = self.done[transaction_id]
        self.ledger.add(phone=phone, points=points, transaction_id=transaction_id)

    @rule(transaction_id=ids, phone=phones, points=points)
    def mistakes_an_id(self, transaction_id: str, phone: str, points: Decimal) -> None:
        if (phone, points) != self.done[transaction_id]:
            with pytest.raises(Refused):
                self.ledger.add(phone=phone, points=points, transaction_id=transaction_id)

    @invariant()
    def the_books_are_what_was_done_once(self) -> None:
        assert [(each.transaction_id, (each.phone, each.sum)) for each in self.ledger.entries()] == list(self.done.items())
        for customer, opening in ((JOE, 300), (EVA, 5)):
            added = sum(points for phone, points in self.done.values() if phone == customer.phone)
            assert balance(self.ledger, customer) == opening + added


TestBooks = Books.TestCase
