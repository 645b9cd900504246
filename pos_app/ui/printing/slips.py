"""The slips of the sales at the counter: asked for by hand or printed by themselves, and what became of them. No Qt.

A printer that is off is told of once, not at each sale: again only when somebody asks for a slip, or once it has worked meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import NotPrinted, PosError
from pos_app.paper.printer import PrinterKind

if TYPE_CHECKING:
    from pos_app.ui.printing.compose import Composer
    from pos_app.ui.printing.seam import SlipPrinter
    from pos_app.ui.sale.states import Runner

__all__ = ["SETTLES_S", "SlipState", "Slips"]

SETTLES_S = 2.0
"""So long a slip that prints by itself waits for the server to confirm the balance on it."""


class SlipState(Enum):
    """What became of the slip of one sale."""

    NONE = auto()
    PRINTING = auto()
    PRINTED = auto()
    FAILED = auto()


class Slips:
    """GUI thread. ``changed``: something about a slip is new; ``trouble``: the printer is to be told of, see ``why``;
    ``failed``: it is not the printer's fault.
    """

    def __init__(
        self,
        printing: SlipPrinter,
        runner: Runner,
        composer: Composer,
        *,
        clock: Callable[[], float],
        changed: Callable[[], None],
        trouble: Callable[[], None],
        failed: Callable[[PosError], None],
    ) -> None:
        self._printing, self._runner, self._composer, self._clock = printing, runner, composer, clock
        self._changed, self._trouble, self._failed = changed, trouble, failed
        self._states: dict[str, SlipState] = {}
        self._printed: set[str] = set()
        self._expected: dict[str, float] = {}
        self._told = False
        self.why: NotPrinted | None = None
        """Why the last slip did not come out; None: it did."""

    @property
    def available(self) -> bool:
        """Whether a printer is set up."""
        return self._printing.printer.kind is not PrinterKind.NONE

    def state(self, sale_id: str) -> SlipState:
        """Of this sale's slip."""
        return self._states.get(sale_id, SlipState.NONE)

    def ask(self, sale_id: str) -> None:
        """Somebody wants the slip; while it is being printed, once is enough. After the first one it says that it is a copy."""
        if self.state(sale_id) is not SlipState.PRINTING:
            self._told = False
            self._print(sale_id)

    def saved(self, sale_id: str) -> None:
        """A sale is on the disk: its slip comes by itself, if that was chosen, once ``settled`` or ``SETTLES_S`` later."""
        if self.available and self._printing.printer.auto_print:
            self._expected[sale_id] = self._clock() + SETTLES_S

    def settled(self, sale_id: str) -> None:
        """Its points have arrived, or never will by themselves."""
        if self._expected.pop(sale_id, None) is not None:
            self._print(sale_id)

    def taken_back(self, sale_id: str) -> None:
        """Nobody wants the slip of what never was."""
        self._expected.pop(sale_id, None)

    @property
    def wakes_at(self) -> float | None:
        """When ``wake`` wants to be called, on the clock."""
        return min(self._expected.values(), default=None)

    def wake(self) -> None:
        """Print what has waited long enough."""
        now = self._clock()
        for sale_id in [each for each, due in self._expected.items() if due <= now]:
            self.settled(sale_id)

    def _print(self, sale_id: str) -> None:
        self._expected.pop(sale_id, None)
        self._states[sale_id] = SlipState.PRINTING
        compose = self._composer.copy if sale_id in self._printed else self._composer.first
        job = self._printing.print_sale(sale_id, compose)
        self._runner.run(job, lambda _none: self._came_out(sale_id), lambda error: self._did_not(sale_id, error))
        self._changed()

    def _came_out(self, sale_id: str) -> None:
        self._states[sale_id], self.why, self._told = SlipState.PRINTED, None, False
        self._printed.add(sale_id)
        self._changed()

    def _did_not(self, sale_id: str, error: PosError) -> None:
        self._states[sale_id] = SlipState.FAILED
        self.why = error if isinstance(error, NotPrinted) else None
        if self.why is None:
            self._failed(error)
            return
        # A slip of which a part may be on the paper is always told: somebody may hold it in their hand.
        if self.why.in_part or not self._told:
            self._told = True
            self._trouble()
        self._changed()
