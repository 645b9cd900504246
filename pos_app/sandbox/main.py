"""The sandbox as a process of its own: ``pos-app sandbox``."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.people import NOBODYS_CARD, NOBODYS_PHONE
from pos_app.sandbox.server import Sandbox


def run(port: int, control_port: int | None, journal: Path | None) -> int:
    """Serve until Ctrl-C or SIGTERM; 0 then, 1 if a port is taken or the servers broke. Main thread only. Raises DiskTrouble.

    ``control_port`` None: the one after ``port``, or any free one if ``port`` is 0.
    """
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    if control_port is None:
        control_port = port + 1 if port else 0
    try:
        sandbox = Sandbox(port=port, control_port=control_port, journal=journal)
    except OSError as error:
        sys.stderr.write(f"The ports {port} and {control_port} cannot be used: {error.strerror}.\n")
        return 1
    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with sandbox:
            sys.stdout.write(_greeting(sandbox, journal))
            sys.stdout.flush()
            # Waits in slices: on Windows a wait without an end does not hear Ctrl-C.
            while sandbox.running and not ended.wait(1.0):
                pass
            return 0 if sandbox.running else 1
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _greeting(sandbox: Sandbox, journal: Path | None) -> str:
    cards = "".join(f"  {card.name:<15} {card.phone}  card {card.card:<12}  swipe {card.swipe}\n" for card in DEMO_CARDS)
    kept = f"The ledger is kept in {journal}." if journal else "Nothing is kept: the next start begins anew."
    return (
        f"A make-believe PassQuare and CRM, for trying and testing. {kept}\n\n"
        f"  core URL     {sandbox.core_url}\n"
        f"  CRM URL      {sandbox.crm_url}\n"
        f"  switchboard  {sandbox.control_url}\n"
        f"  app_key={sandbox.app_key}\n"
        f"  crm_key={sandbox.crm_key}   or   crm_user={sandbox.crm_user}  crm_password={sandbox.crm_password}\n\n"
        f"Customers to try:\n{cards}"
        f"  Nobody has the phone {NOBODYS_PHONE} or the card {NOBODYS_CARD}.\n\n"
        "Ctrl-C ends it.\n"
    )
