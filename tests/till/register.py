"""A whole till whose waits are over when the test says so: sold at, listened to, and woken by nothing but the next sale."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.sale import Posting
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe, KeyPlace, Mode, Server, Settings
from pos_app.till.events import Event, PostingChanged
from pos_app.till.selling import Draft
from pos_app.till.till import Till
from pos_app.till.views import CustomerView

SOON_S = 20.0


class Register:
    """A till in use."""

    def __init__(self, till: Till, turned: list[float]) -> None:
        self.till = till
        self._turned = turned
        self._changed = threading.Condition()
        self._tries = 0
        self._buyers: dict[str, CustomerView] = {}
        till.subscribe(self._hear)

    def knows(self, *phones: str) -> None:
        """Look these up while the servers answer."""
        for phone in phones:
            (self._buyers[phone],) = self.till.look_live(self.till.parse(phone)).result(SOON_S).customers

    def sell(self, phone: str) -> str:
        """A sale of 100 to somebody who is known."""
        draft = Draft(ids=self.till.new_sale_ids(), buyer=self._buyers[phone], gross=Decimal(100), redeem=Decimal(0))
        return self.till.confirm(draft).result(SOON_S).sale.sale_id

    def passes(self, seconds: float) -> None:
        """Waits are shorter by this. The messenger notices when it is woken, as by a sale."""
        self._turned[0] += seconds

    def tried(self, do: Callable[[], object]) -> None:
        """``do``, and wait until some try after it is over."""
        with self._changed:
            before = self._tries
        do()
        self._until(lambda: self._tries > before)

    def drained(self, sales: Sequence[str] = ()) -> None:
        """Wait until these sales are through; none named: all of them."""
        self._until(lambda: not any(each.state.open for each in (self.postings(*sales) if sales else self.till.queue())))

    def postings(self, *sales: str) -> list[Posting]:
        """Of these sales."""
        return [each for sale in sales for each in self.till.postings(sale)]

    def _hear(self, event: Event) -> None:
        if isinstance(event, PostingChanged):
            with self._changed:
                self._tries += 1
                self._changed.notify_all()

    def _until(self, done: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(done, SOON_S), self.till.queue()


@contextmanager
def register(sandbox: Sandbox, folder: Path, *, dedupe: Dedupe = Dedupe.UNPROVED, core_url: str = "") -> Iterator[Register]:
    """A till of the sandbox's, delivering. ``core_url``: its balances are replaced, by way of this address."""
    settings = Settings(
        server=Server(
            mode=Mode.SOLE if core_url else Mode.CRM,
            core_url=core_url or sandbox.core_url,
            crm_url="" if core_url else sandbox.crm_url,
            account=sandbox.account,
            dedupe=dedupe,
        ),
        keys=KeyPlace.SESSION,
        till_id="test",
    )
    keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
    turned = [0.0]
    with open_till(settings, DataDir(folder), keys, monotonic=lambda: time.monotonic() + turned[0]) as till:
        till.start_messenger()
        yield Register(till, turned)
