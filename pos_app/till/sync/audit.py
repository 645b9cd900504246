"""The audit: every customer whose balance this till replaced is read again, and compared (``delivery.md`` §5).

A difference becomes a correction that waits for a person, in the customer's own line: *add now* puts the balance right, *write off*
leaves the server's. Nobody is asked about what is still on its way: that is compared by its own write.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from pos_app.loyalty.account import Account
from pos_app.loyalty.correction import correction
from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NoSuchCustomer, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.sale import Attention, Buyer, PostingState, new_sale_ids
from pos_app.passquare.core import CoreClient
from pos_app.store.records import LastKnown
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore

AUDITED = "audited at"
"""The fact that says when the last audit that read everybody began (UTC)."""
OF_THE_ENDPOINT = (NotSent, Unknown, KeyRefused, SlowDown, KeyringTrouble)
AT_LEAST = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A balance that is not what this till left."""

    phone: str
    left: Decimal
    found: Decimal | None
    """None: PassQuare knows no such customer any more, or tells no balance."""
    transaction_id: str = ""
    """The correction that waits for a person; empty where there is nothing to put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What came of an audit."""

    looked_at: int
    findings: tuple[Finding, ...]
    not_read: int
    """Customers about whom nothing readable was answered."""
    on_the_way: int
    """Customers who were left out because something of theirs is on its way."""


class Audit:
    """Blocks on the disk and the network: for a thread of the till, not for the GUI's."""

    def __init__(
        self,
        *,
        store: DatabaseThread[TillStore],
        core: CoreClient,
        status: Callable[[], Account],
        account: Callable[[], str],
        now: Callable[[], datetime],
        told: Callable[[PosError | None], None],
        changed: Callable[[], None],
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> None:
        """``status`` asks whose the key is, ``account`` whose the till's sales are ("": anybody's).

        ``told``: what an answer says of the endpoint. ``changed`` is called after a change of the queue.
        """
        self._store = store
        self._core = core
        self._status = status
        self._account = account
        self._now = now
        self._told = told
        self._changed = changed
        self._new_uuid = new_uuid

    def last(self) -> datetime | None:
        """When the last audit that read everybody began; None: never."""
        text = self._store.call(lambda store: store.fact(AUDITED))
        return datetime.fromisoformat(text) if text else None

    def run(self, since: datetime | None = None) -> Audited:
        """Compare everybody written to at ``since`` or later; None: since the last audit, and for a day at least.

        Raises what concerns the whole endpoint (NotSent, KeyRefused, SlowDown, KeyringTrouble) and DiskTrouble: what was found
        before stays found.
        """
        began = self._now()
        self._check_account()
        looked_at = not_read = on_the_way = 0
        findings: list[Finding] = []
        start = since or self._since(began)
        for known in self._store.call(lambda store: store.written_since(start)):
            if self._store.call(lambda store, it=known: store.line(it.phone)):  # type: ignore[misc]
                on_the_way += 1
                continue
            try:
                found = self._core.read_customer(phone=known.phone).standing.balance
            except NoSuchCustomer:
                found = None
            except (Unknown, Refused):
                not_read += 1
                continue
            except OF_THE_ENDPOINT as error:
                self._told(error)
                raise
            self._told(None)
            looked_at += 1
            if found != known.balance:
                finding = self._store.call(lambda store, it=known, has=found: self._note(store, it, has))  # type: ignore[misc]
                findings += [finding] if finding else []
        if not not_read:
            self._store.call(lambda store: store.state_fact(AUDITED, began.isoformat()))
        if findings:
            self._changed()
        return Audited(looked_at=looked_at, findings=tuple(findings), not_read=not_read, on_the_way=on_the_way)

    def _check_account(self) -> None:
        """Another account's customers may have the same phones: nothing is compared with theirs."""
        try:
            theirs = self._status().name
        except OF_THE_ENDPOINT as error:
            self._told(error)
            raise
        self._told(None)
        if self._account() not in ("", theirs):
            raise KeyRefused(f"The key is of the account {theirs}, and this till's sales belong to {self._account()}.")

    def _since(self, now: datetime) -> datetime:
        last = self.last()
        a_day = now - AT_LEAST
        return a_day if last is None else min(last, a_day)

    def _note(self, store: TillStore, known: LastKnown, found: Decimal | None) -> Finding | None:
        """One commit; None: something went out meanwhile, and what was read was old already."""
        if store.line(known.phone) or store.last_known(known.phone) != known:
            return None
        finding = Finding(phone=known.phone, left=known.balance, found=found)
        if found is None:
            return finding
        at, ids = self._now(), new_sale_ids(self._new_uuid)
        sale, postings = correction(Buyer(phone=known.phone), known.balance - found, ids=ids, at=at, account=self._account())
        (posting,) = postings
        answer = f"PassQuare has {found} points, and this till left {known.balance}."
        with store.together():
            store.save_sale(sale, postings)
            store.finish(
                posting.transaction_id,
                state=PostingState.NEEDS_PERSON,
                answer=answer,
                at=at,
                attention=Attention.BALANCE_MOVED,
            )
            store.know(known.phone, found, at=at, written=False)
        return Finding(phone=known.phone, left=known.balance, found=found, transaction_id=posting.transaction_id)
