"""Registrations and edits on their way to a real CRM and PassQuare that lose requests and answers: once, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import ClassVar

import pytest

from pos_app.crm.ledger import Customer, Standing
from pos_app.crm.memory import MemoryLedger
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.profile import Profile, ProfileChange, change_as_sale
from pos_app.loyalty.sale import Attention, Posting, PostingKind, PostingState, new_sale_ids
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.sandbox.server import Sandbox
from pos_app.store.profiles import SavedChange
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.registrar import Registrar
from tests.till.conftest import QUARANTINE_S, Clock

BARBORA, JANA = "+420777123482", "+420603551482"
TOLD = Profile(name="Barbora", surname="Šimků", email="b@example.org", birthday=date(1980, 1, 25))


class Naive(MemoryLedger):
    """A CRM that would make another customer each time it is told to make one: what it made is counted."""

    made: ClassVar[list[str]] = []

    def enrol(self, customer: Customer) -> Customer:
        self.made.append(customer.phone)
        return super().enrol(customer)


@dataclass
class Desk:
    """A registrar of a program that starts now, and its store."""

    store: DatabaseThread[TillStore]
    sandbox: Sandbox
    transport: Transport
    clock: Clock
    with_crm: bool
    heard: list[tuple[str, PosError | None]] = field(default_factory=list)
    registrar: Registrar = field(init=False)

    def __post_init__(self) -> None:
        self.starts()

    def starts(self) -> None:
        """The program begins anew."""
        crm = CrmClient(self.transport, url=self.sandbox.crm_url, auth=CrmKey(lambda: Secret(self.sandbox.crm_key)))
        self.registrar = Registrar(
            store=self.store,
            core=CoreClient(self.transport, url=self.sandbox.core_url, key=lambda: Secret(self.sandbox.app_key)),
            crm=crm if self.with_crm else None,
            now=self.clock,
            quarantine=Quarantine(monotonic=self.clock.monotonic, length_s=QUARANTINE_S),
            core_told=lambda error: self.heard.append(("core", error)),
            crm_told=lambda error: self.heard.append(("crm", error)),
        )

    def saves(
        self, phone: str = BARBORA, told: Profile = TOLD, *, kind: PostingKind = PostingKind.REGISTER, promo: str = ""
    ) -> SavedChange:
        ids = new_sale_ids()
        change = ProfileChange(transaction_id=ids.earn_id, phone=phone, profile=told, promo=promo, rules_agreed_at=self.clock())
        sale, (posting,) = change_as_sale(change, sale_id=ids.sale_id, kind=kind, at=self.clock(), account="demo-account")
        return self.store.call(lambda store: store.profiles.save(sale, posting, change))

    def tries(self, saved: SavedChange) -> Posting:
        """One try."""
        now = self.store.call(lambda store: store.posting(saved.posting.transaction_id))
        return self.registrar.deliver(now).posting

    def is_through(self, saved: SavedChange, *, at_most: int = 10) -> Posting:
        """Try, with all the time between tries that may be asked for."""
        for _ in range(at_most):
            posting = self.tries(saved)
            if posting.state in (PostingState.APPLIED, PostingState.NEEDS_PERSON):
                return posting
            self.clock.passes(seconds=QUARANTINE_S)
        raise AssertionError(self.store.call(lambda store: store.attempts(saved.posting.transaction_id)))

    def change(self, saved: SavedChange) -> ProfileChange:
        return self.store.call(lambda store: store.profiles.of(saved.posting.transaction_id)).change

    def decides(self, saved: SavedChange, action: Action) -> None:
        decision = Decision(action=action, who="Eva", reason="asked her")
        self.store.call(lambda store: store.decide(saved.posting.transaction_id, decision, at=self.clock()))


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    Naive.made = []
    with Sandbox(ledger=Naive) as running:
        Naive.made.clear()
        yield running


@pytest.fixture(params=[True, False], ids=["with a CRM", "PassQuare alone"])
def with_crm(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def desk(store: DatabaseThread[TillStore], sandbox: Sandbox, transport: Transport, clock: Clock, *, with_crm: bool) -> Desk:
    return Desk(store, sandbox, transport, clock, with_crm)


@pytest.fixture
def crm_desk(store: DatabaseThread[TillStore], sandbox: Sandbox, transport: Transport, clock: Clock) -> Desk:
    return Desk(store, sandbox, transport, clock, with_crm=True)


def test_a_new_customer_is_known_to_both_sides_with_a_link_to_the_card(desk: Desk) -> None:
    saved = desk.saves()
    assert desk.is_through(saved).state is PostingState.APPLIED
    there = desk.sandbox.core_customer(BARBORA)
    assert there is not None
    assert (there.name, there.surname, there.email, there.birthday) == ("Barbora", "Šimků", "b@example.org", date(1980, 1, 25))
    assert there.cards
    change = desk.change(saved)
    assert change.links.best.startswith("https://")
    if desk.with_crm:
        assert change.customer_id == there.remote_id
    assert Naive.made == [BARBORA]


def test_no_points_rate_or_balance_is_ever_named(desk: Desk) -> None:
    """The documented default of each is 0: who names one takes it away."""
    desk.is_through(desk.saves())
    there = desk.sandbox.core_customer(BARBORA)
    assert there is not None
    if desk.with_crm:
        assert there.standing == Standing(balance=Decimal(0), bonus=Decimal(5), discount=Decimal(0))


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "truncate", "500", "502", "garbage", "portal", "redirect"])
@pytest.mark.parametrize("applied", [False, True])
@pytest.mark.parametrize("method", ["createCustomer", "user_create_or_update"])
def test_an_answer_that_is_lost_makes_no_second_customer(crm_desk: Desk, kind: str, method: str, *, applied: bool) -> None:
    fixed = {"drop_before": False, "drop_after": True, "truncate": True}
    if kind in fixed and fixed[kind] is not applied:
        kind, applied = "500", not applied
    crm_desk.sandbox.add_fault(method=method, kind=kind, count=1, applied=None if kind in fixed else applied)
    saved = crm_desk.saves()
    assert crm_desk.tries(saved).state is PostingState.UNKNOWN
    assert crm_desk.is_through(saved).state is PostingState.APPLIED
    assert Naive.made == [BARBORA]
    assert crm_desk.change(saved).links.best


def test_a_customer_who_may_still_arrive_is_not_made_again(crm_desk: Desk) -> None:
    crm_desk.sandbox.add_fault(method="createCustomer", kind="drop_before", count=1)
    saved = crm_desk.saves()
    crm_desk.tries(saved)
    step = crm_desk.registrar.deliver(crm_desk.store.call(lambda store: store.posting(saved.posting.transaction_id)))
    assert (step.posting.state, Naive.made) == (PostingState.UNKNOWN, [])
    assert step.rest_s == pytest.approx(QUARANTINE_S)


def test_killed_while_it_was_sent_it_is_asked_about_after_the_restart(crm_desk: Desk) -> None:
    saved = crm_desk.saves()
    crm_desk.store.call(lambda store: store.begin_sending(saved.posting.transaction_id, at=crm_desk.clock()))
    crm_desk.sandbox.add_fault(method="readBalance", kind="500", count=1)
    crm_desk.store.call(lambda store: store.recover())
    crm_desk.starts()
    assert crm_desk.tries(saved).state is PostingState.UNKNOWN
    assert crm_desk.is_through(saved).state is PostingState.APPLIED
    assert Naive.made == [BARBORA]


def test_what_the_crm_has_is_not_made_there_again_when_passquare_is_down(crm_desk: Desk) -> None:
    crm_desk.sandbox.add_fault(method="user_create_or_update", kind="429", count=2)
    saved = crm_desk.saves()
    assert crm_desk.tries(saved).state is PostingState.WAITING
    assert crm_desk.change(saved).crm_at is not None
    assert crm_desk.is_through(saved).state is PostingState.APPLIED
    assert Naive.made == [BARBORA]


def test_a_server_that_cannot_be_asked_first_is_not_told_anything(desk: Desk) -> None:
    desk.sandbox.add_fault(method="read_customer", kind="500", count=3)
    saved = desk.saves()
    for _ in range(3):
        assert desk.tries(saved).state is PostingState.WAITING
    assert desk.sandbox.requests().get("createCustomer", 0) == desk.sandbox.requests().get("user_create_or_update", 0) == 0
    assert desk.is_through(saved).state is PostingState.APPLIED


def test_somebody_with_the_same_name_is_the_same_and_only_gaps_are_filled(desk: Desk) -> None:
    jana = desk.sandbox.core_customer(JANA)
    assert jana is not None
    saved = desk.saves(JANA, Profile(name=jana.name.upper(), email=jana.email or "jana@example.org"))
    assert desk.is_through(saved).state is PostingState.APPLIED
    after = desk.sandbox.core_customer(JANA)
    assert after is not None
    assert (after.name, after.surname, after.birthday, after.standing) == (jana.name, jana.surname, jana.birthday, jana.standing)
    assert Naive.made == []


def test_somebody_with_another_name_is_a_persons_decision(desk: Desk) -> None:
    jana = desk.sandbox.core_customer(JANA)
    saved = desk.saves(JANA)
    stopped = desk.tries(saved)
    assert (stopped.state, stopped.attention) == (PostingState.NEEDS_PERSON, Attention.REGISTERED)
    assert "name" in stopped.last_answer
    assert desk.sandbox.core_customer(JANA) == jana
    desk.decides(saved, Action.ADD_NOW)
    assert desk.is_through(saved).state is PostingState.APPLIED
    after = desk.sandbox.core_customer(JANA)
    assert after is not None
    assert (after.name, after.standing) == ("Barbora", jana.standing if jana else None)
    assert Naive.made == []


def test_a_refusal_needs_a_person_and_goes_through_once_it_was_put_right(crm_desk: Desk) -> None:
    crm_desk.sandbox.add_fault(method="createCustomer", kind="error200", count=1)
    saved = crm_desk.saves()
    stopped = crm_desk.tries(saved)
    assert (stopped.state, stopped.attention) == (PostingState.NEEDS_PERSON, Attention.REFUSED)
    crm_desk.decides(saved, Action.RETRY)
    assert crm_desk.is_through(saved).state is PostingState.APPLIED
    assert Naive.made == [BARBORA]


def test_a_refusal_of_somebody_who_is_there_is_success(crm_desk: Desk) -> None:
    """The answer was lost, and what came of the second try says "already exists"."""
    crm_desk.sandbox.add_fault(method="createCustomer", kind="error200", count=1, applied=True)
    saved = crm_desk.saves()
    assert crm_desk.is_through(saved, at_most=1).state is PostingState.APPLIED
    assert Naive.made == [BARBORA]


def test_an_edit_changes_what_it_names_and_nothing_else(desk: Desk) -> None:
    before = desk.sandbox.core_customer(JANA)
    saved = desk.saves(JANA, Profile(surname="Nová"), kind=PostingKind.EDIT)
    assert desk.is_through(saved).state is PostingState.APPLIED
    after = desk.sandbox.core_customer(JANA)
    assert before is not None
    assert after is not None
    assert after.surname == "Nová"
    assert (after.name, after.email, after.birthday, after.tracks, after.standing) == (
        before.name,
        before.email,
        before.birthday,
        before.tracks,
        before.standing,
    )


def test_an_edit_that_arrives_late_once_more_does_not_undo_the_next_one(desk: Desk) -> None:
    desk.sandbox.add_fault(method="user_create_or_update", kind="drop_before", count=1)
    first = desk.saves(JANA, Profile(surname="Nová"), kind=PostingKind.EDIT)
    assert desk.is_through(first).state is PostingState.APPLIED
    second = desk.saves(JANA, Profile(surname="Malá"), kind=PostingKind.EDIT)
    step = desk.registrar.deliver(second.posting)
    assert (step.posting.state, step.rest_s) == (PostingState.WAITING, QUARANTINE_S)
    # The request that was given up was only slow.
    core = CoreClient(desk.transport, url=desk.sandbox.core_url, key=lambda: Secret(desk.sandbox.app_key))
    core.create_or_update(UserUpdate(phone=JANA, surname="Nová"))
    desk.clock.passes(seconds=QUARANTINE_S)
    assert desk.is_through(second).state is PostingState.APPLIED
    after = desk.sandbox.core_customer(JANA)
    assert after is not None
    assert after.surname == "Malá"


def test_where_every_answer_came_an_edit_waits_for_nothing(desk: Desk) -> None:
    for surname in ("Nová", "Malá"):
        saved = desk.saves(JANA, Profile(surname=surname), kind=PostingKind.EDIT)
        assert desk.tries(saved).state is PostingState.APPLIED


def test_an_edit_of_somebody_who_is_nowhere_makes_nobody(desk: Desk) -> None:
    saved = desk.saves(kind=PostingKind.EDIT)
    assert desk.tries(saved).attention is Attention.NO_CUSTOMER
    assert desk.sandbox.core_customer(BARBORA) is None


def test_a_new_track_overwrites_the_card_and_is_told_as_it_was_read(desk: Desk) -> None:
    saved = desk.saves(JANA, Profile(card_track="7800000001"), kind=PostingKind.EDIT)
    assert desk.is_through(saved).state is PostingState.APPLIED
    after = desk.sandbox.core_customer(JANA)
    assert after is not None
    assert "7800000001" in {each.track for each in after.tracks}


def test_a_row_that_is_not_what_was_written_is_not_sent(desk: Desk) -> None:
    saved = desk.saves()

    def flip(store: TillStore) -> None:
        with store._database.writing() as conn:
            conn.execute("UPDATE profile_change SET name = 'Barbara'")

    desk.store.call(flip)
    assert desk.tries(saved).attention is Attention.DAMAGED
    assert desk.sandbox.core_customer(BARBORA) is None
