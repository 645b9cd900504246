"""A till whose points replace balances at the sandbox's PassQuare (``delivery.md`` §5), one customer at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from pos_app.loyalty.customer import Standing
from pos_app.loyalty.errors import PosError
from pos_app.loyalty.sale import Buyer, Posting, PostingKind, Sale, SaleIds, new_sale_ids
from pos_app.passquare.core import CoreClient
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.sync.courier import Courier
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.route_set import ReplaceBalanceRoute
from tests.till.conftest import QUARANTINE_S, Clock, SellTo

JANA, JOE = "+420603551482", "+420000000001"
JANAS = Decimal(1240)


class Desk:
    """A till of one customer at a time: sells, and delivers until nothing moves any more."""

    def __init__(self, store: DatabaseThread[TillStore], core: CoreClient, clock: Clock, sell_to: SellTo) -> None:
        self.store = store
        self.core = core
        self.clock = clock
        self.sell_to = sell_to
        self.told: list[PosError | None] = []
        self.start()

    def start(self, *, shared: bool = False) -> None:
        """Begin anew, as after a restart."""
        quarantine = Quarantine(monotonic=self.clock.monotonic, length_s=QUARANTINE_S)
        self.route = ReplaceBalanceRoute(self.core, store=self.store, endpoint="here", shared=shared, quarantine=quarantine)
        self.courier = Courier(
            store=self.store,
            way=self.route,
            now=self.clock,
            quarantine=quarantine,
            dedupe_memory=timedelta(),
            told=self.told.append,
        )

    def once(self, posting: Posting) -> Posting:
        """One try; the posting afterwards."""
        self.courier.deliver(posting)
        return self.store.call(lambda it: it.posting(posting.transaction_id))

    def settle(self) -> None:
        """Deliver what is due, resting as long as is asked for."""
        for _ in range(50):
            due = self.store.call(lambda it: it.due(limit=1, excluding=set()))
            if not due:
                return
            step = self.courier.deliver(due[0])
            self.clock.passes(seconds=step.rest_s or 1.0)
        raise AssertionError("it never comes to an end")

    def save(self, buyer: Buyer, points: str, ids: SaleIds | None = None) -> Posting:
        """A sale that is one posting of so many points."""
        like = self.sell_to(JANA)[0]
        sale = self.store.call(lambda it: it.sale(like.sale_id))
        assert sale is not None
        self.store.call(lambda it: it.cancel(like.transaction_id, at=self.clock()))
        made = ids or new_sale_ids()
        posting = Posting(
            transaction_id=made.earn_id,
            sale_id=made.sale_id,
            kind=PostingKind.EARN if Decimal(points) > 0 else PostingKind.REDEEM,
            phone=buyer.phone,
            card=buyer.card,
            sum=Decimal(points),
        )
        fresh: Sale = replace(sale.sale, sale_id=made.sale_id, buyer=buyer)
        return self.store.call(lambda it: it.save_sale(fresh, [posting])).postings[0]

    def sells_after_a_change(self, balance: str, *, standing: Standing | None = None) -> Posting:
        """Sell to Jana once more, after somebody else set the balance that this till had written for her."""
        self.sell_to(JANA)
        self.settle()
        self.core.create_or_update(UserUpdate(phone=JANA, balance=Decimal(balance)))
        (posting,) = self.sell_to(JANA, standing=standing)
        return posting

    def now(self, posting: Posting) -> Posting:
        return self.store.call(lambda it: it.posting(posting.transaction_id))
