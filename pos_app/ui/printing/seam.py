"""What the window needs of the till's printing (``pos_app.till.printing.Printing`` has it all)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from pos_app.paper.printer import Printer
    from pos_app.paper.slip import Picture, Slip
    from pos_app.till.records import SaleRecord

__all__ = ["SlipMaker", "SlipPrinter", "TrialPrinter"]

R = TypeVar("R")


class SlipPrinter(Protocol):
    """For who prints the slips of sales."""

    @property
    def printer(self) -> Printer: ...
    def print_sale(self, sale_id: str, compose: Callable[[SaleRecord, str], Slip]) -> Future[None]: ...


class SlipMaker(SlipPrinter, Protocol):
    """For who looks at them first."""

    def slip(self, sale_id: str, compose: Callable[[SaleRecord, str], Slip]) -> Future[Slip]: ...
    def picture(self, slip: Slip, width: int) -> Future[Picture]: ...
    def run(self, work: Callable[[], R]) -> Future[R]: ...


class TrialPrinter(Protocol):
    """For who tries a printer."""

    def print(self, slip: Slip, printer: Printer) -> Future[None]: ...
    def picture(self, slip: Slip, width: int) -> Future[Picture]: ...
    def run(self, work: Callable[[], R]) -> Future[R]: ...
