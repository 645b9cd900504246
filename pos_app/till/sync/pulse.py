"""The pulse: asks ``status`` at the start, every 20 s while something is wrong, and now and then while all is well.

It tells the account's balance, whose account the key is, and when the connection is back: then the messenger need not wait out
its pause. A CRM that was in trouble is asked again what it was asked last: with an empty queue nobody else would.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import PosError, Refused, Unknown
from pos_app.till.sync.gate import Gate

UNWELL_S = 20.0
WELL_S = 600.0


class Status(Protocol):
    """What is asked."""

    def status(self) -> Account:
        """The account the key belongs to. Raises the transport's errors."""
        ...


class Pulse:
    """One thread."""

    def __init__(
        self,
        *,
        core: Status,
        gates: Sequence[Gate],
        account: Callable[[], str],
        core_told: Callable[[PosError | None], None],
        account_told: Callable[[Account], None],
        back: Callable[[], None],
        crm_again: Callable[[], bool] = lambda: False,
        crm_told: Callable[[PosError | None], None] = lambda _error: None,
        unwell_s: float = UNWELL_S,
        well_s: float = WELL_S,
    ) -> None:
        """``account``: the one the till belongs to; empty: any. ``core_told`` hears how each question went.

        ``account_told`` gets each account read; ``back`` is called when an answer came while some gate was in trouble.
        ``crm_again`` asks the server behind the last gate what it was asked last (False: nothing), ``crm_told`` hears how it went.
        """
        self._core = core
        self._gates = gates
        self._account = account
        self._core_told = core_told
        self._account_told = account_told
        self._back = back
        self._crm_again = crm_again
        self._crm_told = crm_told
        self._unwell_s = unwell_s
        self._well_s = well_s
        self._stop = threading.Event()
        self._trouble = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin probing."""
        self._thread = threading.Thread(target=self._run, name="pulse")
        self._thread.start()

    def stop(self) -> None:
        """End; waits for a probe on its way."""
        self._stop.set()
        self._trouble.set()
        if self._thread is not None:
            self._thread.join()

    def trouble(self) -> None:
        """Somebody's request met trouble: begin to probe often."""
        self._trouble.set()

    def probe(self) -> None:
        """Ask once. Blocks up to two requests' deadlines."""
        self._ask_core()
        if self._gates[-1].unwell and self._gates[-1].open_in_s() <= 0:
            self._ask_crm()

    def _ask_crm(self) -> None:
        try:
            if not self._crm_again():
                return
        except Refused:
            # A no is an answer.
            pass
        except PosError as error:
            self._crm_told(error)
            return
        self._crm_told(None)
        self._back()

    def _ask_core(self) -> None:
        was_unwell = self._unwell()
        try:
            account = self._core.status()
        except Refused as error:
            self._core_told(Unknown(str(error)))
            return
        except PosError as error:
            self._core_told(error)
            return
        ours = self._account() in ("", account.name)
        for gate in self._gates:
            gate.of_account(ours=ours)
        self._core_told(None)
        if ours:
            self._account_told(account)
            if was_unwell:
                self._back()

    def _run(self) -> None:
        while not self._stop.is_set():
            self.probe()
            if not self._unwell():
                self._trouble.wait(self._well_s)
            if self._unwell():
                self._stop.wait(self._unwell_s)
            self._trouble.clear()

    def _unwell(self) -> bool:
        return any(gate.unwell for gate in self._gates)
