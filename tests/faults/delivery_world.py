"""One till whose every misfortune is chosen: what each request meets, when the process dies, what people edit and decide.

The till and its servers are those of the simulated days; nothing here is drawn but the lengths of single requests.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from random import Random

from pos_app.loyalty.decision import Action, Decision
from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.sale import Attention, Posting, PostingState
from pos_app.store.till_store import TillStore
from tests.faults.sim_clock import SimClock, WallClock
from tests.faults.sim_mode import Mode
from tests.faults.sim_network import Fate, SimTransport, Weather
from tests.faults.sim_server import SimBalances, SimCore, SimLedger
from tests.faults.sim_till import TRUSTED, Crash, Life, SimTill, World

PHONES = tuple(f"+42060100000{number}" for number in range(3))
START = Decimal(100)
IN_DOUBT = (Attention.OUTCOME_UNKNOWN, Attention.BALANCE_MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What the next questions meet, and the next writes, one after the other; and all that come after them."""

    asked: tuple[Fate, ...] = ()
    written: tuple[Fate, ...] = ()
    rest: Fate = Fate.WELL


class Script(Weather):
    """Meets every request with what was said."""

    def __init__(self) -> None:
        self._says = Fates()

    def says(self, fates: Fates) -> None:
        """From now on."""
        self._says = fates

    def fate(self, now_s: float, *, changes: bool) -> Fate:
        """See Weather."""
        says = self._says
        first, *others = (says.written if changes else says.asked) or (says.rest,)
        self._says = replace(says, written=tuple(others)) if changes else replace(says, asked=tuple(others))
        return first


@dataclass
class Fuse(Life):
    """A life that ends after so many steps. None: it does not end."""

    steps: int | None = None

    def step(self) -> None:
        """See Life."""
        if self.steps is not None:
            self.dead = self.dead or self.steps <= 0
            self.steps -= 1
        super().step()


class DeliveryWorld:
    """``folder``: an empty one. ``seed``: of ids and of how long requests take."""

    def __init__(self, mode: Mode, folder: Path, *, seed: int) -> None:
        self.rules = mode.rules
        self.clock = SimClock()
        self.wall = WallClock(self.clock)
        self.balances = SimBalances(self.clock, dict.fromkeys(PHONES, START), lambda: 0.0)
        self.ledger = SimLedger(self.clock, self.balances, memory_s=TRUSTED.total_seconds() if self.rules.trusted else 0.0)
        self.core = SimCore(self.balances)
        self.script = Script()
        self.saved: dict[str, tuple[str, Decimal | None]] = {}
        """transactionId → phone and points of what the till has promised."""
        self.again: Counter[str] = Counter()
        """How often a person had something added that was there."""
        self.believed: set[str] = set()
        """What a person said was there, and was not."""
        self.given_up: set[str] = set()
        """What a person gave up while it was in doubt."""
        self.died = False
        """Whether the last act was the till's death."""
        self._folder = folder
        self._lives = 0
        rng = Random(seed)

        def transport(step: Callable[[], None], sending: Callable[[str], list[str]]) -> SimTransport:
            return SimTransport(self.clock, rng, self.script, core=self.core, ledger=self.ledger, step=step, sending=sending)

        self._world = World(self.clock, self.wall, rng, self.rules, transport)
        self.till = self._born()

    def act(self, do: Callable[[], object], *, steps: int | None = None) -> bool:
        """Do something at the till, which dies after ``steps`` and is started again; whether it was done. BadInput is a no."""
        fuse = self.till.life
        assert isinstance(fuse, Fuse)
        fuse.steps = steps
        try:
            do()
            done = True
        except (Crash, BadInput):
            done = False
        if fuse.dead:
            self.die()
        self.died = fuse.dead
        fuse.steps = None
        return done

    def die(self) -> None:
        """Kill it as it is: what it has not written is gone, and what it left open is found so by the next."""
        before = self._life_folder()
        self._lives += 1
        after = self._life_folder()
        shutil.copytree(before, after, ignore=shutil.ignore_patterns("*-reserve.bin"))
        self.till.close()
        shutil.rmtree(before)
        self.till = self._born()

    def sell(self, phone: str, gross: Decimal, redeem: Decimal) -> None:
        """Somebody buys. Raises Crash."""
        sold = self.till.sell(phone, gross, redeem, lambda _view: None)
        self.saved |= {each.transaction_id: (each.phone, each.sum) for each in sold.postings}

    def send(self) -> None:
        """Try everything at once. Raises Crash."""
        self.till.send_now()
        self.clock.wait(3.0)

    def decide(self, posting: Posting, action: Action, *, phone: str = "", points: Decimal | None = None) -> None:
        """Somebody decides, whatever is true. Raises Crash, and BadInput."""
        there = {transaction_id for transaction_id in self.saved_ids() if self.effects(transaction_id)}
        doubt = posting.attention in IN_DOUBT
        together = {each.transaction_id for each in self.till.open_postings() if posting.batch and each.batch == posting.batch}
        about = {posting.transaction_id} | together
        if action is Action.ADD_NOW:
            self.again.update(about & there)
        elif action is Action.ALREADY_THERE:
            self.believed |= about - there
        elif doubt:
            self.given_up |= about
        self.till.decide(posting.transaction_id, Decision(action=action, who="Eva", reason="looked"), phone=phone, points=points)

    def honest(self, posting: Posting) -> Action:
        """What somebody does who looks at the server's books first."""
        return Action.ALREADY_THERE if self.effects(posting.transaction_id) else Action.WRITE_OFF

    def needy(self) -> list[Posting]:
        """What needs a person."""
        return [each for each in self.till.open_postings() if each.state is PostingState.NEEDS_PERSON]

    def saved_ids(self) -> list[str]:
        """Of every posting."""
        return [each.transaction_id for each in self.till.every_posting()]

    def effects(self, transaction_id: str) -> int:
        """How often its points were really added at the server."""
        if self.rules.replaces:
            return sum(transaction_id in write.ids for write in self.core.written)
        return self.ledger.applied[transaction_id]

    def order(self, phone: str) -> list[str]:
        """The ids of a customer's postings as the server first had them."""
        if not self.rules.replaces:
            return [transaction_id for whose, transaction_id in self.ledger.order if whose == phone]
        return list(dict.fromkeys(each for write in self.core.written if write.phone == phone for each in write.ids))

    def close(self) -> list[str]:
        """The end; what its files and their roll do not agree in."""
        self.till.close()
        with closing(TillStore.open(self._life_folder() / "till.db")) as store:
            return list(store.snapshot(between=lambda: None).verify().findings)

    def _life_folder(self) -> Path:
        return self._folder / str(self._lives)

    def _born(self) -> SimTill:
        folder = self._life_folder()
        folder.mkdir(exist_ok=True)
        return SimTill(self._world, folder, Fuse(self._world.rng, 0.0))
