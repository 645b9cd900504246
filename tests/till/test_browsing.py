"""The journal as a screen asks for it: from a till's own disk, names found where they are known, nothing cut in two."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import Programme, price
from pos_app.loyalty.sale import Attention, Buyer, PostingState, Sale, new_sale_ids, postings_of
from pos_app.store.customer_cache import CustomerCache
from pos_app.store.journal_records import EVERYTHING, Wanted
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.browsing import Browsing
from pos_app.till.claiming import Claiming, claimable
from pos_app.till.refunding import preview
from tests.till.conftest import Clock, SellTo

JANA, PETR = "+420777123482", "+420602111222"


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[DatabaseThread[CustomerCache]]:
    thread = DatabaseThread(lambda: CustomerCache.open(tmp_path / "customers.db"), name="cache")
    yield thread
    thread.close()


@pytest.fixture
def browsing(store: DatabaseThread[TillStore], cache: DatabaseThread[CustomerCache]) -> Iterator[Browsing]:
    with ThreadPoolExecutor(1) as pool:
        yield Browsing(store=store, cache=cache, pool=pool, due_in_s=lambda key: 20.0 if key == JANA else None)


@pytest.fixture
def claiming(store: DatabaseThread[TillStore], clock: Clock) -> Claiming:
    return Claiming(store=store, region="CZ", now=clock, zone=clock().tzinfo)


def to_nobody(store: DatabaseThread[TillStore], clock: Clock) -> str:
    """A sale of 100 for a card of nobody."""
    ids = new_sale_ids()
    quote = price(Decimal(100), standing=Standing(), programme=Programme())
    sale = Sale(sale_id=ids.sale_id, made_at=clock(), buyer=Buyer(card="200044718820"), quote=quote)
    postings = postings_of(sale, ids, earn_base=quote.to_pay, lifetime_days=None)
    return store.call(lambda it: it.save_sale(sale, postings)).sale.sale_id


def test_a_search_goes_on_until_its_page_is_full(browsing: Browsing, store: DatabaseThread[TillStore], sell_to: SellTo) -> None:
    (old,) = sell_to(PETR)

    def many(it: TillStore) -> None:
        with it.together():
            for _ in range(6_000):
                ids = new_sale_ids()
                quote = price(Decimal(1), standing=Standing(bonus=Decimal(0)), programme=Programme())
                it.save_sale(Sale(sale_id=ids.sale_id, made_at=old_at, buyer=Buyer(phone=JANA), quote=quote), ())

    old_at = store.call(lambda it: it.sale(old.sale_id).sale.made_at)  # type: ignore[union-attr]
    store.call(many)
    page = browsing.page(Wanted(text="1222")).result()
    assert ([row.sale_id for row in page.rows], page.before) == ([old.sale_id], None)
    assert browsing.totals(Wanted(text="1222")).result().sales == 1
    assert sum(1 for _ in browsing.each(EVERYTHING)) == 6_001


def test_who_was_nobody_at_the_sale_is_named_once_they_are_known(
    browsing: Browsing, store: DatabaseThread[TillStore], cache: DatabaseThread[CustomerCache], clock: Clock, claiming: Claiming
) -> None:
    sale_id = to_nobody(store, clock)
    assert browsing.page(EVERYTHING).result().rows[0].name == ""
    cache.call(lambda it: it.put(Customer(phone=PETR, name="Petr", surname="Svoboda"), clock()))
    claiming.claim(sale_id, phone="602 111 222", who="Eva")
    assert browsing.page(EVERYTHING).result().rows[0].name == "Petr Svoboda"
    assert browsing.story(sale_id).result().row.name == "Petr Svoboda"


def test_a_story_has_every_attempt_and_when_the_next_one_comes(
    browsing: Browsing, store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock
) -> None:
    (posting,) = sell_to(JANA)
    store.call(lambda it: it.begin_sending(posting.transaction_id, at=clock()))
    store.call(lambda it: it.finish(posting.transaction_id, state=PostingState.UNKNOWN, answer="Lost.", at=clock()))
    story = browsing.story(posting.sale_id).result()
    (part,) = story.parts
    assert [attempt.answer for attempt in part.attempts] == ["Lost."]
    assert part.next_try_s == 20.0
    assert not story.unsent
    assert story.can_be_taken_back


def test_a_sale_can_be_voided_while_nothing_of_it_can_be_on_a_server(
    browsing: Browsing, store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock
) -> None:
    (waiting,) = sell_to(JANA)
    (refused,) = sell_to(PETR)
    store.call(lambda it: it.begin_sending(refused.transaction_id, at=clock()))
    no = Attention.REFUSED
    store.call(lambda it: it.finish(refused.transaction_id, state=PostingState.NEEDS_PERSON, answer="", at=clock(), attention=no))
    assert browsing.story(waiting.sale_id).result().unsent
    assert browsing.story(refused.sale_id).result().unsent


def test_sale_and_refund_know_each_other(
    browsing: Browsing, store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock
) -> None:
    (posting,) = sell_to(JANA)
    back = store.call(lambda it: it.refund_sale(posting.sale_id, ids=new_sale_ids(), at=clock(), amount=Decimal(40)))
    story = browsing.story(posting.sale_id).result()
    assert [each.sale.sale_id for each in story.reversals] == [back.sale.sale_id]
    of_refund = browsing.story(back.sale.sale_id).result()
    assert of_refund.original is not None
    assert of_refund.original.sale.sale_id == posting.sale_id
    assert not of_refund.can_be_taken_back


def test_a_sale_that_is_not_there_is_said_so(browsing: Browsing) -> None:
    with pytest.raises(BadInput, match="There is no sale"):
        browsing.story("nothing").result()


def test_a_refund_is_told_before_it_is_made(store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock) -> None:
    _redeem, earn = sell_to(JANA, redeem="40")
    record = store.call(lambda it: it.sale(earn.sale_id))
    assert record is not None
    told = preview(record, Decimal(50))
    made = store.call(lambda it: it.refund_sale(earn.sale_id, ids=new_sale_ids(), at=clock(), amount=Decimal(50)))
    assert (told.money, told.points_back, told.points_taken) == (
        -made.sale.quote.to_pay,
        -made.sale.quote.redeemed,
        -(made.sale.quote.earned or 0),
    )
    with pytest.raises(BadInput) as refused:
        preview(record, Decimal("100.01"))
    assert refused.value.problem is Problem.REFUND_OVER_REST


def test_a_refund_of_points_that_are_not_known_yet_says_later(store: DatabaseThread[TillStore], clock: Clock) -> None:
    sale_id = to_nobody(store, clock)
    record = store.call(lambda it: it.sale(sale_id))
    assert record is not None
    assert preview(record, None).points_taken is None


def test_a_sale_of_yesterday_is_not_given_to_anybody(store: DatabaseThread[TillStore], clock: Clock, claiming: Claiming) -> None:
    sale_id = to_nobody(store, clock)
    record = store.call(lambda it: it.sale(sale_id))
    assert record is not None
    assert claimable(record, now=clock())
    tomorrow = clock() + timedelta(days=1)
    assert not claimable(record, now=tomorrow)
    clock.passes(days=1)
    with pytest.raises(BadInput) as refused:
        claiming.claim(sale_id, phone=PETR, who="Eva")
    assert refused.value.problem is Problem.CLAIM_TOO_LATE


def test_only_a_sale_for_nobody_can_be_claimed(store: DatabaseThread[TillStore], sell_to: SellTo, clock: Clock) -> None:
    (posting,) = sell_to(JANA)
    record = store.call(lambda it: it.sale(posting.sale_id))
    assert record is not None
    assert not claimable(record, now=clock())
