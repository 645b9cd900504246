"""Route B: PassQuare alone, whose balance is replaced and not added to (``delivery.md`` §5).

The target of a write is fixed, with the balance it was worked out from, before the first byte leaves, and never worked out again.
Everything of a customer that waits goes out in one write: one message to their phone. Only ``phone`` and ``balance`` are named.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pos_app.loyalty.customer import Customer, Standing
from pos_app.loyalty.errors import NoSuchCustomer, PosError
from pos_app.loyalty.money import CENT
from pos_app.loyalty.programme import accrual
from pos_app.loyalty.sale import Attention, Compared, Posting, PostingState
from pos_app.passquare.core import CoreClient
from pos_app.passquare.wire.core_user import UserUpdate
from pos_app.store.records import LastKnown
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import ADOPT, TillStore
from pos_app.till.sync.quarantine import Quarantine
from pos_app.till.sync.route_add import NO_BONUS, NOTHING_EARNED
from pos_app.till.sync.way import Readdress, Ready, Stop, Wait

WRITES_STOPPED = "writes stopped"
"""The fact that holds why nothing is written any more; empty while all is well."""
FIRST_WRITE = "first write"
"""The fact that says that the first write was read back and had changed the balance alone."""
WRITES_ALLOWED = "writes allowed"
"""The fact that says who let balances be written again last, when and why."""
STOPPED_S = 5.0
"""Until it is looked again whether they may be written."""


@dataclass(frozen=True, slots=True)
class _First:
    """The first write, which is still to be looked at: whose it was, what they had before, and what they are to have."""

    phone: str
    before: Standing
    target: Decimal


class ReplaceBalanceRoute:
    """A :class:`~pos_app.till.sync.way.Way`. ``shared``: somebody else changes balances now and then."""

    trusted = False

    def __init__(
        self,
        core: CoreClient,
        *,
        store: DatabaseThread[TillStore],
        endpoint: str,
        shared: bool,
        quarantine: Quarantine,
    ) -> None:
        self._core = core
        self._store = store
        self._shared = shared
        self._quarantine = quarantine
        self.endpoint = endpoint
        self._first_turn = threading.Lock()
        self._before_first: dict[str, Standing] = {}
        self._first: _First | None = None

    def turn(self) -> AbstractContextManager[object] | None:
        """Until the first write was looked at, there is one at a time."""
        if self._store.call(lambda store: store.fact(FIRST_WRITE)):
            return nullcontext()
        if not self._first_turn.acquire(blocking=False):
            return None
        held = ExitStack()
        held.callback(self._first_turn.release)
        return held

    def prepare(self, posting: Posting, *, alone: bool = False) -> Ready | Stop | Readdress | Wait:
        """See Way."""
        if self._first is not None and (rest_s := self._look_at(self._first)) > 0:
            return Wait(rest_s)
        customer = self._customer(posting)
        if not customer.phone:
            return Stop("PassQuare tells no phone for this card: its balance cannot be written.", Attention.NO_CUSTOMER)
        if customer.phone != posting.phone:
            return Readdress(customer.phone)
        balance = customer.standing.balance
        if balance is None:
            return Stop("PassQuare tells no balance for this customer: nothing was written.", Attention.REFUSED)
        read = balance.quantize(CENT)
        known, adopt, first, line = self._store.call(lambda store: self._memory(store, posting))
        note = ""
        if known is not None and known.balance != read and not adopt:
            if self._shared:
                note = f"Somebody changed the balance from {known.balance} to {read}: taken as it is."
            else:
                return Stop(
                    f"PassQuare has {read} points, but this till left {known.balance}: somebody else changed them.",
                    Attention.BALANCE_MOVED,
                )
        if first:
            self._before_first[posting.phone] = customer.standing
        return self._together(posting, [posting] if alone else line, customer, read, note)

    def balance(self, posting: Posting) -> Decimal | None:
        """See Way."""
        balance = self._core.read_customer(phone=posting.phone).standing.balance
        return None if balance is None else balance.quantize(CENT)

    def write(self, postings: Sequence[Posting]) -> None:
        """See Way."""
        compared = postings[0].compared
        assert compared is not None, "a target is fixed before it is written"  # noqa: S101 - an invariant
        if compared.target == compared.read:
            # These points come to nothing together. A write that changes nothing, held up on its way, would undo the next one.
            self._before_first.pop(postings[0].phone, None)
            return
        self._core.create_or_update(UserUpdate(phone=postings[0].phone, balance=compared.target))

    def applied(self, store: TillStore, postings: Sequence[Posting], *, at: datetime) -> None:
        """See Way."""
        compared = postings[0].compared
        assert compared is not None, "a target is fixed before it is written"  # noqa: S101 - an invariant
        store.know(postings[0].phone, compared.target, at=at, written=True)
        store.state_fact(ADOPT + postings[0].phone, "")

    def check(self, postings: Sequence[Posting]) -> None:
        """After the very first write: it must have changed the balance and nothing else, or no other is made."""
        before = self._before_first.pop(postings[0].phone, None)
        compared = postings[0].compared
        if before is None or compared is None:
            return
        self._first = _First(postings[0].phone, before, compared.target)
        self._look_at(self._first)

    def _look_at(self, first: _First) -> float:
        """See whether it did what it should. Returns for how many seconds nothing may be written yet."""
        before, target = first.before, first.target
        self._first = None
        try:
            after = self._core.read_customer(phone=first.phone).standing
        except PosError:
            # Not looked at yet: the next write is the first one again.
            return 0.0
        old_s = self._quarantine.old_s(first.phone)
        if old_s > 0 and after.balance == before.balance:
            # What is told may be older than the write.
            self._first = first
            return old_s
        wrong = []
        if after.balance is None or after.balance.quantize(CENT) != target:
            wrong.append(f"the balance is {after.balance}, not {target}")
        if after.discount != before.discount:
            wrong.append(f"the discount went from {before.discount} to {after.discount}")
        if after.bonus != before.bonus:
            wrong.append(f"the bonus went from {before.bonus} to {after.bonus}")
        if wrong:
            why = f"The first write did something else than it should: {'; '.join(wrong)}."
            self._store.call(lambda store: store.state_fact(WRITES_STOPPED, why))
            return STOPPED_S
        if before.discount or before.bonus:
            # Of a customer who has neither, nothing could have been lost: the next write is looked at, too.
            self._store.call(lambda store: store.state_fact(FIRST_WRITE, "ok"))
            # What others had when they were to be the first may have been changed by the owner before their turn comes again.
            self._before_first.clear()
        return 0.0

    def _customer(self, posting: Posting) -> Customer:
        """A card's owner comes first; one whom PassQuare does not know by the card may be known by the phone."""
        if posting.card:
            try:
                return self._core.read_customer(card=posting.card)
            except NoSuchCustomer:
                if not posting.phone:
                    raise
        return self._core.read_customer(phone=posting.phone)

    def _together(self, posting: Posting, line: Sequence[Posting], customer: Customer, read: Decimal, note: str) -> Ready | Stop:
        if posting.sum is None:
            bonus = customer.standing.bonus
            if bonus is None:
                return NO_BONUS
            points = accrual(posting.base, bonus)
            if not points:
                return NOTHING_EARNED
            return Ready((posting,), points=points, bonus=bonus, compared=Compared(read, read + points), note=note)
        together, total = [posting], posting.sum
        for each in line[1:]:
            if each.state is not PostingState.WAITING or each.sum is None or each.card or not each.kind.of_points:
                break
            together.append(each)
            total += each.sum
        return Ready(tuple(together), compared=Compared(read, read + total), note=note)

    def _memory(self, store: TillStore, posting: Posting) -> tuple[LastKnown | None, bool, bool, list[Posting]]:
        known = store.last_known(posting.phone)
        adopt = bool(store.fact(ADOPT + posting.phone))
        return known, adopt, not store.fact(FIRST_WRITE), store.line(posting.customer_key)


def allow_writes(store: TillStore, *, who: str, reason: str, at: datetime) -> bool:
    """Let balances be written again; the next one is looked at like the first. Whether they were stopped."""
    stopped = store.fact(WRITES_STOPPED)
    if stopped:
        with store.together():
            store.state_fact(WRITES_ALLOWED, f"{at:%Y-%m-%d %H:%M:%S} UTC, {who}: {reason} (after: {stopped})")
            store.state_fact(FIRST_WRITE, "")
            store.state_fact(WRITES_STOPPED, "")
    return bool(stopped)
