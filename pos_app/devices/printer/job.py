"""One slip on its way to an ESC/POS printer, from the first byte to the printer's word that all of it is on the paper."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import IntFlag

from pos_app.devices.printer.encode import ASK_DONE, ASK_STATE, encode, white
from pos_app.devices.printer.pencil import draw
from pos_app.devices.printer.wire import Wire, open_wire
from pos_app.loyalty.errors import NotPrinted, PrinterProblem
from pos_app.paper.printer import Printer
from pos_app.paper.slip import Slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a printer is waited for, in seconds."""

    connect_s: float = 3.0
    answer_s: float = 0.7
    """To a question that is answered at once."""
    stall_s: float = 5.0
    """Without taking a single byte."""
    done_s: float = 6.0
    """From the last byte to the word that everything is printed."""
    whole_s: float = 120.0
    """For all of it: a serial line takes a minute."""


class _State(IntFlag):
    """Bits of the answer to ``ASK_STATE``."""

    COVER_OPEN = 0x04
    NO_PAPER = 0x20
    STOPPED = 0x40


def print_slip(slip: Slip, printer: Printer, *, broke_off: bool = False, limits: Limits | None = None) -> None:
    """Have it printed. Blocks, each step at most as long as ``limits`` say; raises NotPrinted.

    ``broke_off``: the last job did, so that the printer may still wait for the rest of a picture. It gets white first.
    """
    limits = limits or Limits()
    data = (white(printer) if broke_off else b"") + encode(draw(slip, printer.width), printer)
    with closing(open_wire(printer, timeout_s=limits.connect_s)) as wire:
        _Sending(wire, limits).send(data, asks=printer.ask_status)


class _Sending:
    def __init__(self, wire: Wire, limits: Limits) -> None:
        self._wire, self._limits = wire, limits
        self._begun = False
        self._end = time.monotonic() + limits.whole_s

    def send(self, data: bytes, *, asks: bool) -> None:
        try:
            talks = asks and self._is_ready()
            self._push(data)
            if not self._wire.drain(self._limits.stall_s):
                raise self._trouble(PrinterProblem.NO_ANSWER)
            if talks:
                self._await_done()
        except (OSError, EOFError):
            raise self._trouble(PrinterProblem.NO_ANSWER) from None

    def _is_ready(self) -> bool:
        """Whether the printer answers questions; raises NotPrinted if it says that it cannot print."""
        try:
            self._push(ASK_STATE, part_of_slip=False)
            state = self._hear(_is_state, self._limits.answer_s)
        except EOFError:
            return False
        if state is None:
            return False
        self._check(state)
        return True

    def _await_done(self) -> None:
        self._push(ASK_DONE)
        if self._hear(_is_done, self._limits.done_s) is not None:
            return
        # It may know that question only: then it is enough that it is there and has not stopped.
        self._push(ASK_STATE)
        state = self._hear(_is_state, self._limits.answer_s)
        if state is None:
            raise self._trouble(PrinterProblem.NO_ANSWER)
        self._check(state)

    def _check(self, state: int) -> None:
        for bit, why in (
            (_State.NO_PAPER, PrinterProblem.NO_PAPER),
            (_State.COVER_OPEN, PrinterProblem.COVER_OPEN),
            (_State.STOPPED, PrinterProblem.STOPPED),
        ):
            if state & bit:
                raise self._trouble(why)

    def _push(self, data: bytes, *, part_of_slip: bool = True) -> None:
        while data:
            left = min(self._limits.stall_s, self._end - time.monotonic())
            taken = self._wire.write(data, left) if left > 0 else 0
            if not taken:
                raise self._trouble(PrinterProblem.NO_ANSWER)
            self._begun = self._begun or part_of_slip
            data = data[taken:]

    def _hear(self, wanted: Callable[[int], bool], timeout_s: float) -> int | None:
        """The first byte of that kind; None: it did not come in time."""
        until = time.monotonic() + timeout_s
        while (left := until - time.monotonic()) > 0:
            for byte in self._wire.read(left):
                if wanted(byte):
                    return byte
        return None

    def _trouble(self, why: PrinterProblem) -> NotPrinted:
        return NotPrinted(why, in_part=self._begun)


def _is_state(byte: int) -> bool:
    """The bits that are the same in every answer to ``ASK_STATE``."""
    return byte & 0x93 == 0x12


def _is_done(byte: int) -> bool:
    return byte & 0x90 == 0
