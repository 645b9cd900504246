"""The till: every use case of the shop behind one object, for the window and the command line alike.

Methods that may wait for a disk or a network return a Future and do their work in the till's own threads; the GUI thread never
waits. Built and taken apart by ``pos_app.assemble``.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import TypeVar

from pos_app.loyalty.decision import Decision
from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.programme import Programme, Quote, RedeemAsk
from pos_app.loyalty.sale import Posting, SaleIds
from pos_app.loyalty.unfinished import Shelf
from pos_app.settings import Settings
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import SaleRecord, SavedSale, TillStore
from pos_app.till.board import Board
from pos_app.till.browsing import Browsing
from pos_app.till.choices import Choices
from pos_app.till.claiming import Claiming
from pos_app.till.counter import Counter
from pos_app.till.events import Connection, Event, Events, SalesChanged, Status, StatusChanged, WindowWanted
from pos_app.till.holding import Holding
from pos_app.till.lookup import Answer, Lookup
from pos_app.till.overview import Overview
from pos_app.till.own_data import OwnData
from pos_app.till.printing import Printing
from pos_app.till.query import Query, parse_query, read_query
from pos_app.till.refunding import Refunding
from pos_app.till.registering import Registering
from pos_app.till.rekeying import Rekeying
from pos_app.till.selling import Draft, Selling
from pos_app.till.settling import Matter, Settling
from pos_app.till.sync.audit import Audit, Audited
from pos_app.till.sync.evening import Evening
from pos_app.till.sync.messenger import Messenger
from pos_app.till.sync.plan import lines_of
from pos_app.till.sync.pulse import Pulse
from pos_app.till.sync.refresher import Refresher
from pos_app.till.touched import touched
from pos_app.till.updating.updating import Updating
from pos_app.till.views import CustomerView, Nobody
from pos_app.till.wallet_sms import WalletSms

R = TypeVar("R")


class Till:
    """Thread-safe."""

    def __init__(
        self,
        *,
        settings: Settings,
        store: DatabaseThread[TillStore],
        lookup: Lookup,
        selling: Selling,
        settling: Settling,
        messenger: Messenger | None,
        audit: Audit | None,
        pulse: Pulse,
        refresher: Refresher,
        board: Board,
        events: Events,
        desk: Executor,
        reads: Executor,
        choices: Choices,
        now: Callable[[], datetime],
        refunding: Refunding,
        counter: Counter,
        data: OwnData,
        browsing: Browsing,
        claiming: Claiming,
        registering: Registering,
        sms: WalletSms,
        overview: Overview,
        rekeying: Rekeying,
        holding: Holding,
        printing: Printing,
        updating: Updating,
    ) -> None:
        """``messenger`` is None where points have no way to go: they wait. ``audit`` is None where a CRM keeps the balances."""
        self.settings, self.browsing, self.choices = settings, browsing, choices
        self._store = store
        self._lookup, self._selling, self._settling = lookup, selling, settling
        self._messenger = messenger
        self._audit = audit
        self._evening = None if audit is None else Evening(audit=audit, now=now)
        self._pulse = pulse
        self._refresher = refresher
        self._board = board
        self._events = events
        self._desk, self._reads, self._now = desk, reads, now
        self._refunding = refunding
        self._counter = counter
        self.data = data
        self._claiming = claiming
        self.registering, self.sms = registering, sms
        self.overview, self.rekeying = overview, rekeying
        self.holding = holding
        """Why nothing is sent, and what a person says about it."""
        self.printing, self.updating = printing, updating
        self._starting = threading.Lock()
        self._delivers = False
        self._unhear: Callable[[], None] = _nothing
        self._connection = Connection.UNTRIED

    def start(self) -> None:
        """Begin delivering, probing, refreshing and backing up: what an open window does all day."""
        self._unhear = self._events.subscribe(self._on_event)
        self.start_messenger()
        self._pulse.start()
        self._refresher.start()
        if self._evening is not None:
            self._evening.start()
        self.data.start()
        self.updating.start()
        self._board.queue_changed()

    def start_messenger(self) -> None:
        """Begin delivering only: what a single command does. Twice is once; nothing begins once the till closes."""
        with self._starting:
            if self._messenger is not None and not self._delivers:
                self._messenger.start()
            self._delivers = True

    def close(self) -> None:
        """Stop the till's own threads, waiting for requests on their way (each has a deadline)."""
        self._unhear()
        with self._starting:
            self._delivers = True
        self.updating.stop()
        self.data.stop()
        if self._evening is not None:
            self._evening.stop()
        self._counter.close()
        self.printing.close()
        self._refresher.stop()
        self._pulse.stop()
        if self._messenger is not None:
            self._messenger.stop()

    # Looking up

    def parse(self, text: str) -> Query:
        """What typed text may mean. Pure; raises BadInput."""
        return parse_query(text, region=self.settings.shop.region)

    def parse_scan(self, candidates: Sequence[str]) -> Query:
        """What a reader read. Pure; raises BadInput."""
        return read_query(candidates)

    def look_here(self, query: Query) -> Future[Answer]:
        """What this till knows by itself: milliseconds."""
        return self._desk.submit(self._lookup.here, query)

    def look_live(self, query: Query) -> Future[Answer]:
        """What the servers know too: up to some seconds."""
        return self._reads.submit(self._lookup.live, query)

    def refresh(self, view: CustomerView) -> Future[CustomerView]:
        """The same customer as of now."""
        return self._reads.submit(self._lookup.refresh, view)

    def fill_cache(self, *, until: Callable[[], bool]) -> int:
        """Read customers for searching until ``until()``; how many. Blocks; raises the transport's errors."""
        return self._refresher.fill(until=until)

    # Selling

    def new_sale_ids(self) -> SaleIds:
        """Ids for a sale form that opens."""
        return self._selling.new_ids()

    def quote(
        self, gross: Decimal, buyer: CustomerView | Nobody, redeem: Decimal | RedeemAsk, programme: Programme | None = None
    ) -> Quote:
        """The price of the sale as it stands, by the rules it was begun under (None: those in force). Pure."""
        return self._selling.quote(gross, buyer, redeem, programme)

    def confirm(self, draft: Draft) -> Future[SavedSale]:
        """Save the sale; raises BadInput or DiskTrouble through the Future. The messenger is woken once it is on the disk."""
        return self._desk.submit(self._then_on_the_way, partial(self._selling.confirm, draft))

    def undo(self, sale_id: str) -> Future[SaleRecord]:
        """Take all that is left of a sale back; the Future holds the reversing sale. Twice is once."""
        return self._desk.submit(self._then_on_the_way, partial(self._refunding.undo, sale_id))

    def unfinished(self) -> Future[Shelf]:
        """Sales that an earlier run of the program, or an earlier window, left begun: put aside, or interrupted."""
        return self._desk.submit(self._counter.found)

    def keep_unfinished(self, shelf: Shelf) -> None:
        """Have these sales come back after a crash. Does not block; nothing of them is confirmed."""
        self._counter.keep(shelf)

    # What needs a person

    def matter(self, transaction_id: str) -> Future[Matter]:
        """Everything that somebody needs to know who decides about a posting. BadInput through the Future if there is none."""
        return self._desk.submit(self._settling.matter, transaction_id)

    def settle(
        self,
        transaction_id: str,
        decision: Decision,
        *,
        phone: str = "",
        card: str = "",
        points: Decimal | None = None,
        new_uuid: Callable[[], uuid.UUID] = uuid.uuid4,
    ) -> Future[list[Posting]]:
        """Do what a person decided; the postings it was about. BadInput through the Future for what is not possible."""
        decide = self._settling.decide
        work = partial(decide, transaction_id, decision, phone=phone, card=card, points=points, new_uuid=new_uuid)
        return self._desk.submit(self._then_sent_now, work)

    def recent_sales(self, limit: int = 3) -> Future[list[SaleRecord]]:
        """The newest sales first."""
        return self._desk.submit(self._selling.recent, limit)

    def sale_named(self, text: str) -> Future[SaleRecord]:
        """The sale with this id, this beginning of an id, or this receipt number; raises BadInput through the Future."""
        return self._desk.submit(self._refunding.sale_named, text)

    def refund(self, sale_id: str, *, amount: Decimal | None, ids: SaleIds) -> Future[SaleRecord]:
        """Take ``amount`` of a sale back (None: all that is left); the reversing sale. Raises BadInput through the Future."""
        return self._desk.submit(self._then_on_the_way, partial(self._refunding.refund, sale_id, amount=amount, ids=ids))

    def claim(
        self, sale_id: str, *, phone: str, who: str, reason: str = "", new_uuid: Callable[[], uuid.UUID] = uuid.uuid4
    ) -> Future[Posting]:
        """Give the points of a sale of today to a customer who forgot their card. Raises BadInput through the Future."""
        work = partial(self._claiming.claim, sale_id, phone=phone, who=who, reason=reason, new_uuid=new_uuid)
        return self._desk.submit(self._then_on_the_way, work)

    def forgive_debt(self, phone: str, *, who: str, reason: str, ids: SaleIds) -> Future[tuple[SavedSale, Decimal]]:
        """Give a customer the points they owe; the correction, and how many. Raises BadInput through the Future."""
        work = partial(self._settling.forgive_debt, phone, who=who, reason=reason, ids=ids)
        return self._reads.submit(self._then_on_the_way, work)

    # Delivering

    def status(self) -> Status:
        """The till at a glance, as last known."""
        return self._board.status

    def next_try_s(self) -> float | None:
        """Seconds until the closed way to the server is tried again by itself; None: it is open, or nobody knows."""
        at = self._board.status.next_try_at
        left = None if at is None else at - time.monotonic()
        return None if left is None or left <= 0 else left

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Hear of changes, in other threads; call what is returned to end that."""
        return self._events.subscribe(listener)

    def want_window(self) -> None:
        """Have whoever shows this till bring its window to the front."""
        self._events.emit(WindowWanted())

    def send_now(self) -> None:
        """Try everything that waits at once."""
        if self._messenger is not None:
            self._messenger.send_now()

    def queue(self) -> list[Posting]:
        """All postings that are neither applied nor cancelled, oldest first. Blocks on the disk."""
        return self._store.call(lambda store: store.open_postings())

    def deliver(self, *, timeout_s: float, patient: bool) -> None:
        """Deliver what is due now; blocks. ``patient``: keep trying until ``timeout_s``, even when the server does not answer."""
        if self._messenger is not None:
            self._messenger.send_now()
            self._messenger.wait_idle(timeout_s, patient=patient)

    def audit(self) -> Audited:
        """Compare the balances that this till wrote lately with the server's; blocks. A difference waits for a person.

        Raises BadInput where a CRM keeps the balances, the transport's errors, and DiskTrouble.
        """
        if self._audit is None:
            raise BadInput(Problem.SETTING, detail="The CRM keeps the balances of this till: there is nothing to compare.")
        return self._audit.run()

    def deliver_sale(self, sale_id: str, *, timeout_s: float) -> None:
        """Deliver a sale before all others; blocks until it is through, or stuck, or the server does not answer."""
        if self._messenger is None:
            return
        waited: frozenset[str] = frozenset()
        while (lines := self._store.call(partial(lines_of, sale_id))) - waited:
            # A card may turn out to be somebody's: then its points go on in the line of a phone.
            waited = lines
            self._messenger.wait_for(lines, partial(self._left, sale_id, lines), timeout_s)

    def sale(self, sale_id: str) -> SaleRecord | None:
        """One sale, or None. Blocks on the disk."""
        return self._store.call(lambda store: store.sale(sale_id))

    def postings(self, sale_id: str) -> list[Posting]:
        """A sale's postings as they are now. Blocks on the disk."""
        return self._store.call(lambda store: store.postings_of_sale(sale_id))

    def _left(self, sale_id: str, lines: frozenset[str]) -> bool:
        return lines.isdisjoint(self._store.call(partial(lines_of, sale_id)))

    def _then_on_the_way(self, work: Callable[[], R]) -> R:
        done = work()
        self._on_the_way()
        self._events.emit(SalesChanged(touched(done)))
        return done

    def _then_sent_now(self, work: Callable[[], R]) -> R:
        """Somebody who decides wants to see what comes of it."""
        done = self._then_on_the_way(work)
        self.send_now()
        return done

    def _on_the_way(self) -> None:
        self._board.queue_changed()
        if self._messenger is not None:
            self._messenger.wake()

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, StatusChanged):
            return
        connection = event.status.connection
        if connection is self._connection:
            # Only the queue was counted anew, as after every sale and every answer.
            return
        self._connection = connection
        if connection is Connection.ONLINE:
            if self._messenger is not None:
                self._messenger.wake()
        elif connection is not Connection.UNTRIED:
            self._pulse.trouble()


def _nothing() -> None:
    """Nobody listens before the till is started."""
