"""Route A: sums that the merchant's CRM adds, a real one of the sandbox, beside a PassQuare that knows some customers better."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import NoSuchCustomer, Unknown
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingKind
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from pos_app.till.sync.route_add import NO_BONUS, NOTHING_EARNED, AddBalanceRoute
from pos_app.till.sync.way import Ready

JANA, JOE, NOBODY = "+420603551482", "+420000000001", "+420777000009"
JANAS_CARD, JOES_CARD, NOBODYS_CARD = "200044717712", "120", "999999"
JANAS = Decimal(1240)
JOES = Decimal(300)


class Taciturn(CrmClient):
    """A CRM that tells the balance alone."""

    def read_balance(self, *, phone: str = "", cards: tuple[str, ...] = ()) -> Standing:
        return Standing(balance=super().read_balance(phone=phone, cards=cards).balance)


def posting(phone: str = "", card: str = "", *, points: str | None = "5", base: str = "0", days: int | None = None) -> Posting:
    return Posting(
        transaction_id="11111111-1111-4111-8111-111111111111",
        sale_id="s",
        kind=PostingKind.EARN,
        phone=phone,
        card=card,
        sum=None if points is None else Decimal(points),
        base=Decimal(base),
        lifetime_days=days,
    )


def later(phone: str = "", card: str = "", *, base: str = "80") -> Posting:
    """Points of a customer whose bonus was not known at the sale."""
    return posting(phone, card, points=None, base=base)


class Make:
    """Routes to one sandbox."""

    def __init__(self, sandbox: Sandbox, transport: Transport, core: CoreClient) -> None:
        self._url = sandbox.crm_url
        self._auth = CrmKey(lambda: Secret(sandbox.crm_key))
        self._transport = transport
        self._core = core

    def __call__(self, *, trusted: bool = True, crm: type[CrmClient] = CrmClient) -> AddBalanceRoute:
        client = crm(self._transport, url=self._url, auth=self._auth)
        return AddBalanceRoute(client, self._core, endpoint="here", trusted=trusted)


@pytest.fixture
def make(sandbox: Sandbox, transport: Transport, core: CoreClient) -> Make:
    return Make(sandbox, transport, core)


def test_a_proved_crm_is_asked_nothing_before_a_known_sum_is_sent(make: Make, sandbox: Sandbox) -> None:
    sold = posting(JANA)
    route = make()
    assert route.prepare(sold) == Ready((sold,))
    assert (route.endpoint, sandbox.requests()) == ("here", {})


def test_of_any_other_crm_the_balance_is_read_and_the_target_fixed_first(make: Make) -> None:
    sold = posting(JANA, points="-7.25")
    assert make(trusted=False).prepare(sold) == Ready((sold,), compared=Compared(JANAS, JANAS - Decimal("7.25")))


def test_a_crm_that_tells_no_balance_leaves_nothing_to_compare(make: Make) -> None:
    class Silent(CrmClient):
        def read_balance(self, *, phone: str = "", cards: tuple[str, ...] = ()) -> Standing:
            return Standing()

    sold = posting(JANA)
    assert make(trusted=False, crm=Silent).prepare(sold) == Ready((sold,))


def test_a_sum_is_added_once_whoever_it_is_known_by_and_as_long_as_it_lives(make: Make, sandbox: Sandbox) -> None:
    sold = posting(JANA, days=30)
    route = make()
    route.write((sold,))
    route.write((sold,))
    assert sandbox.requests() == {"addBalance": 2}
    (entry,) = sandbox.ledger()
    assert (entry.phone, entry.sum, entry.transaction_id, entry.lifetime_days) == (JANA, sold.sum, sold.transaction_id, 30)
    assert route.balance(sold) == JANAS + 5


def test_points_of_a_bonus_not_known_at_the_sale_are_worked_out_with_the_customers_own(make: Make) -> None:
    jana, joe = later(JANA), later(JOE)
    assert make().prepare(jana) == Ready((jana,), points=Decimal("4.00"), bonus=Decimal(5))
    assert make(trusted=False).prepare(joe) == Ready(
        (joe,), points=Decimal("8.00"), bonus=Decimal(10), compared=Compared(JOES, JOES + 8)
    )


@pytest.mark.parametrize(("phone", "card"), [(JOE, ""), ("", JOES_CARD)])
def test_a_bonus_that_the_crm_does_not_tell_is_asked_of_passquare(make: Make, phone: str, card: str) -> None:
    sold = later(phone, card)
    assert make(crm=Taciturn).prepare(sold) == Ready((sold,), points=Decimal("8.00"), bonus=Decimal(10))


def test_a_customer_whom_the_crm_does_not_know_may_be_known_to_passquare(make: Make, core: CoreClient) -> None:
    core.create_or_update(UserUpdate(phone=NOBODY, bonus=Decimal(20)))
    sold = later(NOBODY)
    assert make().prepare(sold) == Ready((sold,), points=Decimal("16.00"), bonus=Decimal(20))


def test_whom_neither_knows_is_nobody(make: Make) -> None:
    with pytest.raises(NoSuchCustomer):
        make().prepare(later(NOBODY))
    with pytest.raises(NoSuchCustomer):
        make().prepare(later(card=NOBODYS_CARD))


def test_a_bonus_that_nobody_tells_is_not_taken_for_none(make: Make, sandbox: Sandbox, transport: Transport) -> None:
    class Reticent(CoreClient):
        def read_customer(self, **asked: Any) -> Customer:
            return replace(super().read_customer(**asked), standing=Standing())

    core = Reticent(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))
    stop = Make(sandbox, transport, core)(crm=Taciturn).prepare(later(JANA))
    assert stop == NO_BONUS
    assert stop.attention is Attention.REFUSED


@pytest.mark.parametrize(("base", "bonus"), [("100", "0"), ("0.19", "5")])
def test_who_earns_less_than_a_hundredth_of_a_point_gets_no_posting(make: Make, core: CoreClient, base: str, bonus: str) -> None:
    core.create_or_update(UserUpdate(phone=NOBODY, bonus=Decimal(bonus)))
    stop = make().prepare(later(NOBODY, base=base))
    assert stop == NOTHING_EARNED
    assert stop.attention is None


def test_a_card_of_somebody_goes_before_the_phone_that_was_given_with_it(make: Make, sandbox: Sandbox) -> None:
    sold = posting(JANA, JOES_CARD)
    route = make(trusted=False)
    assert route.balance(sold) == JOES
    assert route.prepare(sold) == Ready((sold,), compared=Compared(JOES, JOES + 5))
    route.write((sold,))
    assert [entry.phone for entry in sandbox.ledger()] == [JOE]


def test_a_card_of_somebody_is_sent_without_any_phone(make: Make) -> None:
    phones = []

    class Heard(CrmClient):
        def add_balance(self, *, phone: str = "", **what: Any) -> None:
            phones.append(phone)
            super().add_balance(phone=phone, **what)

    make(crm=Heard).write((posting(JANA, JOES_CARD),))
    assert phones == [""]


def test_a_card_of_nobody_leaves_the_phone(make: Make, sandbox: Sandbox) -> None:
    sold = posting(JANA, NOBODYS_CARD)
    route = make()
    assert route.balance(sold) == JANAS
    route.write((sold,))
    assert [entry.phone for entry in sandbox.ledger()] == [JANA]


def test_a_card_alone_is_enough_and_costs_no_question(make: Make, sandbox: Sandbox) -> None:
    make().write((posting(card=JANAS_CARD),))
    assert [entry.phone for entry in sandbox.ledger()] == [JANA]
    assert sandbox.requests() == {"addBalance": 1}


def test_a_crm_in_trouble_is_not_a_crm_that_knows_nobody(make: Make, sandbox: Sandbox) -> None:
    sandbox.add_fault(FaultKind.HTTP_500, "crm")
    for sold in (later(JANA), posting(JANA, JOES_CARD)):
        with pytest.raises(Unknown):
            make(trusted=False).prepare(sold)


def test_customers_of_a_crm_are_served_side_by_side(make: Make) -> None:
    route = make()
    with route.turn() as first, route.turn() as second:
        assert first is second is None
