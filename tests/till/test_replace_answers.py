"""Route B by what PassQuare tells: what a person reads of it, and what is written after the first write and after a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import NotSent
from pos_app.loyalty.sale import Attention, Buyer, Compared, PostingState
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.transport import Transport
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from pos_app.store.ledger import ADOPT
from pos_app.store.records import LastKnown
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.route_add import NO_BONUS, NOTHING_EARNED
from pos_app.till.sync.route_set import FIRST_WRITE, STOPPED_S, WRITES_STOPPED
from pos_app.till.sync.way import Ready
from tests.till.conftest import QUARANTINE_S, Clock, SellTo
from tests.till.replacing import JANA, JANAS, JOE, Desk


class Retold(CoreClient):
    """A PassQuare whose answers a test may change on their way."""

    retell: Callable[[Customer], Customer] = staticmethod(lambda customer: customer)
    reads: int = 0

    def read_customer(self, **who: Any) -> Customer:
        self.reads += 1
        return self.retell(super().read_customer(**who))

    def standing(self, **changed: Decimal | None) -> None:
        """From now on every customer's standing is told with these."""
        self.retell = lambda customer: replace(customer, standing=replace(customer.standing, **changed))

    def as_it_is(self) -> None:
        self.retell = lambda customer: customer


@pytest.fixture
def core(sandbox: Sandbox, transport: Transport) -> Retold:
    return Retold(transport, url=sandbox.core_url, key=lambda: Secret(sandbox.app_key))


@pytest.fixture
def desk(store: DatabaseThread[TillStore], core: Retold, clock: Clock, sell_to: SellTo) -> Desk:
    return Desk(store, core, clock, sell_to)


def facts(desk: Desk) -> tuple[str, str]:
    return desk.store.call(lambda it: (it.fact(FIRST_WRITE), it.fact(WRITES_STOPPED)))


def test_a_card_whose_phone_is_not_told_and_a_balance_that_is_not_told_are_a_persons_to_decide(desk: Desk, core: Retold) -> None:
    core.retell = lambda customer: replace(customer, phone="")
    by_card = desk.once(desk.save(Buyer(card="120"), "7"))
    core.standing(balance=None)
    by_phone = desk.once(desk.save(Buyer(phone=JANA), "7"))
    assert (by_card.attention, by_card.last_answer) == (
        Attention.NO_CUSTOMER,
        "PassQuare tells no phone for this card: its balance cannot be written.",
    )
    assert (by_phone.attention, by_phone.last_answer) == (
        Attention.REFUSED,
        "PassQuare tells no balance for this customer: nothing was written.",
    )


@pytest.mark.parametrize(("shared", "state"), [(False, PostingState.NEEDS_PERSON), (True, PostingState.APPLIED)])
def test_of_a_balance_that_somebody_changed_both_numbers_are_told(desk: Desk, shared: bool, state: PostingState) -> None:
    desk.start(shared=shared)
    posting = desk.sells_after_a_change("3")
    desk.settle()
    after = desk.now(posting)
    assert (after.state, after.last_answer) == (
        state,
        "Done. Somebody changed the balance from 1245.00 to 3.00: taken as it is."
        if shared
        else "PassQuare has 3.00 points, but this till left 1245.00: somebody else changed them.",
    )


def test_a_balance_that_was_taken_over_is_told_of_points_that_came_later_too(desk: Desk) -> None:
    desk.start(shared=True)
    posting = desk.sells_after_a_change("3", standing=Standing())
    desk.settle()
    assert desk.now(posting).last_answer == "Done. Somebody changed the balance from 1245.00 to 3.00: taken as it is."


def test_a_fraction_of_a_cent_that_is_told_is_rounded_wherever_it_is_read(desk: Desk, core: Retold) -> None:
    core.standing(balance=Decimal("120.00000000000001"))
    (posting,) = desk.sell_to(JANA)
    ready = desk.route.prepare(posting)
    assert isinstance(ready, Ready)
    assert ready.compared == Compared(Decimal(120), Decimal(125))
    assert desk.route.balance(posting) == 120
    core.standing(balance=None)
    assert desk.route.balance(posting) is None


def test_all_that_waits_goes_together_unless_one_is_to_go_alone(desk: Desk) -> None:
    first, second = desk.save(Buyer(phone=JANA), "5"), desk.save(Buyer(phone=JANA), "2")
    ready, alone = desk.route.prepare(first), desk.route.prepare(first, alone=True)
    assert isinstance(ready, Ready)
    assert isinstance(alone, Ready)
    assert (ready.postings, alone.postings) == ((first, second), (first,))


def test_what_was_written_is_remembered_and_a_word_to_take_it_as_it_is_holds_once(desk: Desk, clock: Clock) -> None:
    posting = desk.sells_after_a_change("3")
    desk.settle()
    decision = Decision(action=Action.ADD_NOW, who="Eva", reason="the dashboard was right")
    desk.store.call(lambda it: it.decide(posting.transaction_id, decision, at=clock()))
    said = desk.store.call(lambda it: it.fact(ADOPT + JANA))
    assert desk.once(desk.now(posting)).last_answer == "Done."
    known, still = desk.store.call(lambda it: (it.last_known(JANA), it.fact(ADOPT + JANA)))
    assert (bool(said), still) == (True, "")
    assert known == LastKnown(phone=JANA, balance=Decimal(8), known_at=clock(), written_at=clock())


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"balance": Decimal(7)}, "the balance is 7, not 1245.00"),
        ({"balance": None}, "the balance is None, not 1245.00"),
        ({"discount": Decimal(0)}, "the discount went from 5.00 to 0"),
        (
            {"balance": Decimal(7), "discount": None, "bonus": Decimal(1)},
            "the balance is 7, not 1245.00; the discount went from 5.00 to None; the bonus went from 5.00 to 1",
        ),
    ],
)
def test_a_first_write_that_did_something_else_is_told_with_all_that_it_did(
    desk: Desk, core: Retold, changed: dict[str, Decimal | None], wrong: str
) -> None:
    (posting,) = desk.sell_to(JANA)
    write = core.create_or_update

    def written(update: UserUpdate) -> object:
        core.standing(**changed)
        return write(update)

    core.create_or_update = written  # type: ignore[method-assign,assignment]
    assert desk.once(posting).state is PostingState.APPLIED
    assert facts(desk) == ("", f"The first write did something else than it should: {wrong}.")


def test_a_fraction_of_a_cent_in_what_is_read_back_is_nothing_wrong(desk: Desk, core: Retold) -> None:
    (posting,) = desk.sell_to(JANA)
    write = core.create_or_update

    def written(update: UserUpdate) -> object:
        core.standing(balance=Decimal("1245.00000000000001"))
        return write(update)

    core.create_or_update = written  # type: ignore[method-assign,assignment]
    desk.once(posting)
    assert facts(desk) == ("ok", "")


def test_the_others_wait_for_a_first_write_that_is_not_seen_yet_and_a_while_more_if_it_was_wrong(desk: Desk, core: Retold) -> None:
    first, other = desk.sell_to(JANA)[0], desk.sell_to(JOE)[0]
    core.standing(balance=JANAS)
    desk.once(first)
    # To the last moment.
    desk.clock.passes(seconds=QUARANTINE_S - 0.5)
    assert desk.courier.deliver(other).rest_s == 0.5
    core.standing(balance=JANAS, discount=Decimal(1))
    desk.clock.passes(seconds=0.5)
    assert desk.courier.deliver(other).rest_s == STOPPED_S
    assert facts(desk)[1]
    assert desk.now(other).attempts == 0


@pytest.mark.parametrize(
    ("standing", "proved"),
    [
        ({"bonus": None, "discount": Decimal(0)}, ""),
        ({"bonus": Decimal(0), "discount": Decimal(5)}, "ok"),
        ({"bonus": Decimal(5), "discount": None}, "ok"),
    ],
)
def test_only_a_write_to_somebody_who_had_something_to_lose_proves_anything(
    desk: Desk, core: Retold, standing: dict[str, Decimal | None], proved: str
) -> None:
    core.standing(**standing)
    desk.once(desk.sell_to(JANA)[0])
    assert facts(desk) == (proved, "")
    core.as_it_is()
    desk.once(desk.sell_to(JANA)[0])
    assert facts(desk) == ("ok", "")


def test_once_a_write_was_seen_to_do_what_it_should_no_other_is_looked_at(desk: Desk, core: Retold) -> None:
    reads = []
    for _each in range(2):
        desk.once(desk.sell_to(JANA)[0])
        reads.append(core.reads)
    assert reads == [2, 3]


def test_where_the_first_write_cannot_be_read_back_the_next_one_is_the_first(desk: Desk, core: Retold) -> None:
    (first,) = desk.sell_to(JANA)
    write = core.create_or_update

    def lost(_customer: Customer) -> Customer:
        raise NotSent("no route")

    def written(update: UserUpdate) -> object:
        core.retell = lost
        return write(update)

    core.create_or_update = written  # type: ignore[method-assign,assignment]
    assert desk.once(first).state is PostingState.APPLIED
    assert facts(desk) == ("", "")
    core.create_or_update = write  # type: ignore[method-assign]
    core.as_it_is()
    assert desk.once(desk.sell_to(JANA)[0]).state is PostingState.APPLIED
    assert facts(desk) == ("ok", "")


def test_a_first_write_that_is_made_again_is_held_against_what_its_own_customer_had(desk: Desk, sandbox: Sandbox) -> None:
    first, other = desk.sell_to(JANA)[0], desk.sell_to(JOE)[0]
    sandbox.add_fault(FaultKind.DROP_BEFORE, "user_create_or_update", count=2)
    assert [desk.once(each).state for each in (first, other)] == [PostingState.UNKNOWN] * 2
    desk.clock.passes(seconds=QUARANTINE_S)
    assert desk.once(desk.now(first)).state is PostingState.APPLIED
    assert facts(desk) == ("ok", "")


@pytest.mark.parametrize("fault", [FaultKind.DROP_BEFORE, FaultKind.REFUSE])
def test_who_was_to_be_the_first_and_was_not_is_not_held_against_what_they_had_then(
    desk: Desk, core: Retold, sandbox: Sandbox, fault: FaultKind
) -> None:
    first, other = desk.sell_to(JANA)[0], desk.sell_to(JOE)[0]
    sandbox.add_fault(fault, "user_create_or_update", count=1)
    assert desk.once(first).state is not PostingState.APPLIED
    assert desk.once(other).state is PostingState.APPLIED
    assert facts(desk) == ("ok", "")
    core.standing(discount=Decimal(1))
    desk.clock.passes(seconds=QUARANTINE_S)
    assert desk.once(desk.now(first)).state is PostingState.APPLIED
    assert facts(desk) == ("ok", "")


def test_a_first_write_that_cannot_be_looked_at_holds_up_nobody(desk: Desk, core: Retold) -> None:
    first, other = desk.sell_to(JANA)[0], desk.sell_to(JOE)[0]
    core.standing(balance=JANAS)
    desk.once(first)

    def lost(customer: Customer) -> Customer:
        if customer.phone == JANA:
            raise NotSent("no route")
        return customer

    core.retell = lost
    assert desk.once(other).state is PostingState.APPLIED
    assert facts(desk) == ("ok", "")


def test_one_at_a_time_is_written_until_the_first_write_was_seen(desk: Desk) -> None:
    first = desk.route.turn()
    assert first is not None
    with first:
        assert desk.route.turn() is None
    desk.once(desk.sell_to(JANA)[0])
    turns = desk.route.turn(), desk.route.turn()
    assert None not in turns


def test_what_goes_out_together_ends_before_what_may_be_anothers_or_is_not_known(desk: Desk, core: Retold) -> None:
    plain = [desk.save(Buyer(phone=JANA), points) for points in ("5", "2")]
    by_card = desk.save(Buyer(phone=JANA, card="120"), "7")
    behind = desk.save(Buyer(phone=JANA), "1")
    (unknown,) = desk.sell_to(JOE, standing=Standing())
    after_it = desk.save(Buyer(phone=JOE), "3")
    desk.settle()
    batches = {each.transaction_id: desk.now(each).batch for each in (*plain, behind, unknown, after_it)}
    assert {batches[each.transaction_id] for each in plain} == {plain[0].transaction_id}
    assert batches[behind.transaction_id] != plain[0].transaction_id
    assert desk.now(by_card).state is PostingState.CANCELLED
    assert desk.now(plain[0]).compared == Compared(JANAS, JANAS + 7)
    assert desk.now(behind).compared == Compared(JANAS + 7, JANAS + 8)
    assert batches[unknown.transaction_id] != plain[0].transaction_id
    # A tenth of Joe's hundred goes by itself; what his card brought and what was sold to him go together after it.
    assert desk.now(unknown).sum == Decimal(10)
    known = desk.now(unknown).compared
    assert known is not None
    assert known.target - known.read == 10
    assert desk.now(after_it).compared == Compared(known.target, known.target + 10)


def test_a_card_that_is_told_to_be_the_phones_own_holds_nothing_up(desk: Desk) -> None:
    sold = [desk.save(Buyer(phone=JOE, card="120"), "7"), desk.save(Buyer(phone=JOE), "3")]
    desk.once(sold[0])
    assert [desk.now(each).compared for each in sold] == [Compared(Decimal(300), Decimal(310))] * 2


def test_what_may_have_arrived_does_not_go_out_with_what_is_sent_anew(desk: Desk) -> None:
    """Of two that were in doubt together, a person has looked after the first."""
    sold = [desk.sell_to(JANA)[0] for _each in range(2)]
    ids = [each.transaction_id for each in sold]
    target = Compared(JANAS, JANAS + 10)
    decision = Decision(action=Action.ADD_NOW, who="Eva", reason="it is not there")

    def decide(it: TillStore) -> None:
        it.begin_together(ids, at=desk.clock(), endpoint="here", compared=target)
        it.recover()
        it.finish(ids[0], state=PostingState.NEEDS_PERSON, answer="?", at=desk.clock(), attention=Attention.OUTCOME_UNKNOWN)
        it.decide(ids[0], decision, at=desk.clock())

    desk.store.call(decide)
    ready = desk.route.prepare(desk.now(sold[0]))
    assert isinstance(ready, Ready)
    assert [each.transaction_id for each in ready.postings] == ids[:1]
    assert ready.compared == Compared(JANAS, JANAS + 5)


def test_one_that_is_to_go_alone_does(desk: Desk) -> None:
    sold = [desk.sell_to(JANA)[0] for _each in range(2)]
    ready = desk.route.prepare(sold[0], alone=True)
    assert isinstance(ready, Ready)
    assert ready.postings == (sold[0],)
    assert ready.compared == Compared(JANAS, JANAS + 5)


@pytest.mark.parametrize(("bonus", "stop"), [(None, NO_BONUS), (Decimal(0), NOTHING_EARNED)])
def test_points_that_cannot_be_worked_out_are_not_written(desk: Desk, core: Retold, bonus: Decimal | None, stop: object) -> None:
    core.standing(bonus=bonus)
    (posting,) = desk.sell_to(JANA, standing=Standing())
    assert desk.route.prepare(posting) == stop
