"""Slips of this till's sales, out of its printer."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Executor, Future

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.paper.printer import Printer
from pos_app.paper.slip import Slip
from pos_app.store.records import SaleRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.press import Press
from pos_app.till.settings_keeper import SettingsKeeper

Compose = Callable[[SaleRecord, str], Slip]
"""What is on the slip of a sale, in words, with the link to the customer's wallet card (empty: not known). In other threads."""
_REMEMBERED = 64


class Printing(Press):
    """Thread-safe. Every slip is made from the sale's own record, so that a reprint says the same."""

    def __init__(self, *, keeper: SettingsKeeper, store: DatabaseThread[TillStore], pool: Executor) -> None:
        """``pool``: for slips that are only looked at."""
        super().__init__(pool=pool)
        self._keeper, self._store = keeper, store
        self._asking = threading.Lock()
        self._jobs: OrderedDict[str, Future[None]] = OrderedDict()

    @property
    def printer(self) -> Printer:
        """As it is set up now."""
        return self._keeper.settings.printer

    def print_sale(self, sale_id: str, compose: Compose, *, job_id: str = "") -> Future[None]:
        """Have the slip of a sale printed; done when it is on the paper, as far as the printer can tell.

        NotPrinted through the Future, BadInput if there is no such sale. Cancelled when the till is closed meanwhile. Asked for
        again under the same ``job_id``, it is not printed again.
        """
        with self._asking:
            known = self._jobs.get(job_id)
            if known is not None:
                return known
            job = self._thread.submit(lambda: self._print(self._compose(sale_id, compose), self.printer))
            if job_id:
                self._jobs[job_id] = job
                while len(self._jobs) > _REMEMBERED:
                    self._jobs.popitem(last=False)
            return job

    def slip(self, sale_id: str, compose: Compose) -> Future[Slip]:
        """The slip of a sale; BadInput through the Future if there is no such sale."""
        return self._pool.submit(self._compose, sale_id, compose)

    def _compose(self, sale_id: str, compose: Compose) -> Slip:
        found = self._store.call(lambda store: _record_and_link(store, sale_id))
        if found is None:
            raise BadInput(Problem.SETTING, detail=f"There is no sale {sale_id} on this till.")
        return compose(*found)


def _record_and_link(store: TillStore, sale_id: str) -> tuple[SaleRecord, str] | None:
    record = store.sale(sale_id)
    if record is None:
        return None
    # Only who was registered here has told this till their link.
    registered = store.profiles.latest(record.sale.buyer.phone) if record.sale.buyer.phone else None
    return record, "" if registered is None else registered.change.links.best
