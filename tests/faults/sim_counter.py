"""A till's place on a simulated day: it dies there and is started again, cashiers sell and take back, and somebody decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.programme import RedeemAsk
from pos_app.loyalty.sale import Posting, PostingState
from pos_app.store.till_store import TillStore
from tests.faults.sim_server import HOUR_S
from tests.faults.sim_till import Crash, Life, SimTill

if TYPE_CHECKING:
    from tests.faults.sim_day import Day

OPEN_S = 8 * HOUR_S


class Counter:
    """One of a day's tills, in a folder of its own."""

    def __init__(self, day: Day, folder: Path) -> None:
        folder.mkdir()
        self.name = folder.name
        self._day = day
        self._folder = folder
        self._world = day.world()
        self._rng = self._world.rng
        self._risk = self._rng.choice((0.0, 0.002, 0.01, 0.04))
        self._till = self._started()
        self._saved: dict[str, tuple[str, Decimal | None]] = {}

    def plan_the_day(self) -> None:
        """Customers come when they like."""
        for _sale in range(self._rng.randint(15, 45)):
            self._day.clock.at(self._rng.uniform(0, OPEN_S), self._customer)

    def settle(self) -> bool:
        """Somebody looks at what is left, once the servers are well; whether there was anything."""
        self._risk = 0.0
        self._till.life.risk = 0.0
        self._revive()
        if why := self._till.writes_stopped():
            self._day.evening.asked["allow-writes"] += 1
            if not self._day.rules.edited:
                self._day.evening.wrong.append(why)
            self._till.allow_writes()
        left = self._till.open_postings()
        for posting in left:
            if posting.state is PostingState.NEEDS_PERSON and self._posting(posting).state is PostingState.NEEDS_PERSON:
                away = self._rng.choice((Action.ADD_NOW, Action.WRITE_OFF))
                action = Action.ALREADY_THERE if self._day.is_applied(posting) else away
                self._day.evening.asked[action.value] += 1
                self._decide(posting, Decision(action=action, who="Eva", reason="looked"))
        self._till.send_now()
        return bool(left)

    def promised(self, phone: str) -> Iterator[Posting]:
        """All of a customer's postings that are not cancelled."""
        return (each for each in self.every_posting() if each.phone == phone and each.state is not PostingState.CANCELLED)

    def every_posting(self) -> list[Posting]:
        """All that were ever saved, in their order."""
        return self._till.every_posting()

    def lost(self) -> list[str]:
        """What was called saved and is not there, or not as it was."""
        there = {each.transaction_id: each for each in self.every_posting()}
        return [
            f"{transaction_id} was saved for {phone} and is lost"
            for transaction_id, (phone, points) in self._saved.items()
            if transaction_id not in there or (points is not None and there[transaction_id].sum != points)
        ]

    def refunds_that_keep_something(self) -> list[str]:
        """See SimTill."""
        return self._till.refunds_that_keep_something()

    def close(self) -> None:
        """The day is over."""
        self._till.close()

    def _started(self) -> SimTill:
        return SimTill(self._world, self._folder, Life(self._rng, self._risk, boot=f"boot {self._rng.randrange(2)}"))

    def _revive(self) -> None:
        if self._till.life.dead:
            self._day.evening.crashes += 1
            self._till.close()
            self._till = self._started()

    def _customer(self) -> None:
        self._revive()
        phone = self._rng.choice(self._day.phones)
        gross = Decimal(self._rng.randrange(100, 90_000)) / 100
        redeem = self._rng.choice((Decimal(0), Decimal(0), RedeemAsk.MAX, Decimal(5)))
        try:
            saved = self._till.sell(phone, gross, redeem, self._day.shown)
        except Crash:
            self._day.clock.after(self._rng.uniform(1, 1800), self._revive)
            return
        self._day.evening.sales += 1
        self._saved |= {each.transaction_id: (each.phone, each.sum) for each in saved.postings}
        sale_id = saved.sale.sale_id
        if self._rng.random() < 0.1:
            part = Decimal(self._rng.randint(1, int(gross * 100))) / 100
            self._later(4 * HOUR_S, lambda: self._till.refund(sale_id, part))
        if self._rng.random() < 0.15:
            self._later(self._rng.choice((120.0, 4 * HOUR_S)), lambda: self._till.undo(sale_id))
        if self._day.rules.edited and self._rng.random() < 0.1:
            # At the worst moment: while the points of this very sale go out.
            self._day.clock.after(self._rng.uniform(0, 3), partial(self._day.edit, phone))

    def _later(self, latest_s: float, take_back: Callable[[], None]) -> None:
        self._day.clock.after(self._rng.uniform(0, latest_s), partial(self._take_back, take_back))

    def _take_back(self, take_back: Callable[[], None]) -> None:
        self._revive()
        try:
            take_back()
            self._day.evening.refunds += 1
        except Crash:
            self._day.clock.after(self._rng.uniform(1, 60), self._revive)
        except BadInput:
            # It was taken back already.
            pass

    def _decide(self, posting: Posting, decision: Decision) -> None:
        def decide(store: TillStore) -> None:
            store.decide(posting.transaction_id, decision, at=self._world.wall())

        self._till.store.call(decide)

    def _posting(self, posting: Posting) -> Posting:
        return self._till.store.call(lambda store: store.posting(posting.transaction_id))
