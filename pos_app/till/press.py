"""What prints: any slip on any printer, and pictures of slips. A printer that is off, jammed or gone holds nobody up."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TypeVar

from pos_app.devices.printer.job import print_slip
from pos_app.devices.printer.pencil import draw
from pos_app.devices.printer.thread import PrinterThread
from pos_app.loyalty.errors import NotPrinted, PrinterProblem
from pos_app.paper.printer import Printer, PrinterKind
from pos_app.paper.slip import Picture, Slip

R = TypeVar("R")
Way = Callable[[Slip, Printer], None]
"""Has a slip printed; blocks, and raises NotPrinted."""
_GRACE_S = 2.0


class Press:
    """Thread-safe. ``pool``: for slips that are only looked at."""

    def __init__(self, *, pool: Executor) -> None:
        self._pool = pool
        self._ways: dict[PrinterKind, Way] = {
            kind: self._escpos for kind in PrinterKind if kind not in (PrinterKind.NONE, PrinterKind.SYSTEM)
        }
        self._broke_off: Printer | None = None
        """The printer that has a part of the last slip. Of the printer's thread."""
        self._thread = PrinterThread()

    def add_way(self, kind: PrinterKind, way: Way) -> None:
        """Print on printers of this kind so: the computer's own printers are reached by the window's toolkit only."""
        self._ways[kind] = way

    def print(self, slip: Slip, printer: Printer) -> Future[None]:
        """Have any slip printed on any printer: a test page, before that printer is chosen."""
        return self._thread.submit(lambda: self._print(slip, printer))

    def picture(self, slip: Slip, width: int) -> Future[Picture]:
        """The slip as the printer prints it, on paper of ``width`` dots."""
        return self._pool.submit(draw, slip, width)

    def run(self, work: Callable[[], R]) -> Future[R]:
        """Do something long with a slip (write it into a file) in a thread that may wait."""
        return self._pool.submit(work)

    def close(self) -> None:
        """Print nothing more; a slip on its way has a moment to come out."""
        self._thread.close(grace_s=_GRACE_S)

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
