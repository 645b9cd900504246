"""Slips of this till's sales, out of its printer. A printer that is off, jammed or gone holds nobody up."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TypeVar

from pos_app.devices.printer.job import print_slip
from pos_app.devices.printer.pencil import draw
from pos_app.devices.printer.thread import PrinterThread
from pos_app.loyalty.errors import BadInput, NotPrinted, PrinterProblem, Problem
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.paper.slip import Picture, Slip
from pos_app.store.records import SaleRecord
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.settings_keeper import SettingsKeeper

R = TypeVar("R")
Compose = Callable[[SaleRecord, str], Slip]
"""What is on the slip of a sale, in words, with the link to the customer's wallet card (empty: not known). In other threads."""
Way = Callable[[Slip, Printer], None]
"""Has a slip printed; blocks, and raises NotPrinted."""
_GRACE_S = 2.0
_REMEMBERED = 64


class Printing:
    """Thread-safe. Every slip is made from the sale's own record, so that a reprint says the same."""

    def __init__(self, *, keeper: SettingsKeeper, store: DatabaseThread[TillStore], pool: Executor) -> None:
        """``pool``: for slips that are only looked at."""
        self._keeper, self._store, self._pool = keeper, store, pool
        self._ways: dict[PrinterKind, Way] = {
            kind: self._escpos for kind in PrinterKind if kind not in (PrinterKind.NONE, PrinterKind.SYSTEM)
        }
        self._broke_off: Printer | None = None
        """The printer that has a part of the last slip. Of the printer's thread."""
        self._thread = PrinterThread()
        self._asking = threading.Lock()
        self._jobs: OrderedDict[str, Future[None]] = OrderedDict()

    @property
    def printer(self) -> Printer:
        """As it is set up now."""
        return self._keeper.settings.printer

    def add_way(self, kind: PrinterKind, way: Way) -> None:
        """Print on printers of this kind so: the computer's own printers are reached by the window's toolkit only."""
        self._ways[kind] = way

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

    def print(self, slip: Slip, printer: Printer) -> Future[None]:
        """Have any slip printed on any printer: a test page, before that printer is chosen."""
        return self._thread.submit(lambda: self._print(slip, printer))

    def slip(self, sale_id: str, compose: Compose) -> Future[Slip]:
        """The slip of a sale; BadInput through the Future if there is no such sale."""
        return self._pool.submit(self._compose, sale_id, compose)

    def picture(self, slip: Slip, width: int) -> Future[Picture]:
        """The slip as the printer prints it, on paper of ``width`` dots."""
        return self._pool.submit(draw, slip, width)

    def run(self, work: Callable[[], R]) -> Future[R]:
        """Do something long with a slip (write it into a file) in a thread that may wait."""
        return self._pool.submit(work)

    def close(self) -> None:
        """Print nothing more; a slip on its way has a moment to come out."""
        self._thread.close(grace_s=_GRACE_S)

    def _compose(self, sale_id: str, compose: Compose) -> Slip:
        found = self._store.call(lambda store: _record_and_link(store, sale_id))
        if found is None:
            raise BadInput(Problem.SETTING, detail=f"There is no sale {sale_id} on this till.")
        return compose(*found)

    def _escpos(self, slip: Slip, printer: Printer) -> None:
        try:
            print_slip(slip, printer, broke_off=printer == self._broke_off)
        except NotPrinted as error:
            if error.in_part:
                self._broke_off = printer
            raise
        self._broke_off = None

    def _print(self, slip: Slip, printer: Printer) -> None:
        way = self._ways.get(printer.kind)
        if way is None:
            none = printer.kind is PrinterKind.NONE
            raise NotPrinted(PrinterProblem.NOT_SET_UP if none else PrinterProblem.NOT_HERE)
        way(slip, printer)


def _record_and_link(store: TillStore, sale_id: str) -> tuple[SaleRecord, str] | None:
    record = store.sale(sale_id)
    if record is None:
        return None
    # Only who was registered here has told this till their link.
    registered = store.profiles.latest(record.sale.buyer.phone) if record.sale.buyer.phone else None
    return record, "" if registered is None else registered.change.links.best
