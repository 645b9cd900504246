"""The pulse: asks ``status`` at the start, every 20 s while something is wrong, and now and then while all is well.

It tells the account's balance, whose account the key is, and when the connection is back: then the messenger need not wait out
its pause.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import KeyRefused, KeyringTrouble, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.passquare.core import CoreClient
from pos_app.till.sync.gate import Gate

UNWELL_S = 20.0
WELL_S = 600.0


class Pulse:
    """One thread. ``told`` gets each account read; ``back`` is called when a probe got an answer while something was wrong."""

    def __init__(
        self,
        *,
        core: CoreClient,
        gates: tuple[Gate, ...],
        account: str,
        told: Callable[[Account], None],
        back: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        """``gates``: PassQuare's first. ``account``: the one that the till was set up for; empty: any."""
        self._core = core
        self._gates = gates
        self._account = account
        self._told = told
        self._back = back
        self._changed = changed
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin probing."""
        self._thread = threading.Thread(target=self._run, name="pulse")
        self._thread.start()

    def stop(self) -> None:
        """End; waits for a probe on its way."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def probe(self) -> PosError | None:
        """Ask once; the trouble that came of it, None if all is well. Blocks up to a request's deadline."""
        core_gate = self._gates[0]
        was_unwell = any(gate.unwell for gate in self._gates)
        try:
            account = self._core.status()
        except (NotSent, Unknown, KeyRefused, SlowDown, KeyringTrouble) as error:
            core_gate.failed(error)
            self._changed()
            return error
        except Refused as error:
            core_gate.failed(Unknown(str(error)))
            self._changed()
            return error
        core_gate.passed()
        ours = not self._account or account.name == self._account
        for gate in self._gates:
            gate.of_account(ours=ours)
        if ours:
            self._told(account)
            if was_unwell:
                self._back()
        self._changed()
        return None

    def _run(self) -> None:
        while not self._stop.is_set():
            self.probe()
            unwell = any(gate.unwell for gate in self._gates)
            self._stop.wait(UNWELL_S if unwell else WELL_S)
