"""A process that sends one ``addBalance`` after the other, as the till does, and tells what came of each and what it took.

``python -m tests.passquare.outcomes.sender`` reads one JSON object per line (see :class:`Errand`) and answers with one.
"""

from __future__ import annotations

import ctypes
import gc
import json
import ssl
import sys
import time
from contextlib import closing, suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

from pos_app.loyalty.errors import KeyRefused, NotSent, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from tests.passquare.outcomes.case import Outcome

KEY = "f3a1-the-key-itself"
_CLASSES: tuple[tuple[type[PosError], Outcome], ...] = (
    (NotSent, Outcome.NOT_SENT),
    (Refused, Outcome.REJECTED),
    (KeyRefused, Outcome.AUTH),
    (SlowDown, Outcome.SLOW_DOWN),
    (Unknown, Outcome.UNKNOWN),
)


def outcome_of(crm: CrmClient) -> tuple[Outcome, PosError | None]:
    """Send once."""
    try:
        crm.add_balance(phone="+420000000001", sum=Decimal("2.50"), transaction_id="id")
    except PosError as error:
        return next(outcome for kind, outcome in _CLASSES if isinstance(error, kind)), error
    return Outcome.APPLIED, None


def resident_kb(name: str) -> int:
    """Of this process: ``VmRSS`` now, ``VmHWM`` at most since :func:`forget_peak`; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
    return 0


def forget_peak() -> None:
    """Give back what is free, so that it does not hide what comes, and count the highest resident memory anew from here."""
    gc.collect()
    if sys.platform.startswith("linux"):
        with suppress(AttributeError):  # a C library that has no such function
            ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")


def run(errand: dict[str, Any]) -> dict[str, Any]:
    """Send to where the errand says."""
    tls = ssl.create_default_context(cafile=errand["ca"])
    limits = {"deadline_s": errand["deadline_s"], "connect_s": errand["connect_s"]}
    skews: dict[str, float] = {}
    with closing(Transport(make_tls=lambda: tls, proxy=errand["proxy"], clock_seen=skews.__setitem__, **limits)) as transport:
        crm = CrmClient(transport, url=errand["url"], auth=CrmKey(lambda: Secret(KEY)))
        forget_peak()
        before_kb = resident_kb("VmRSS")
        ballast = b"\x01" * (errand["ballast_kb"] * 1024)
        began = time.monotonic()
        outcome, error = outcome_of(crm)
        seconds = time.monotonic() - began
        grown_kb = resident_kb("VmHWM") - before_kb
        del ballast
    trouble = getattr(error, "trouble", None)
    return {
        "outcome": outcome.name,
        "trouble": trouble and trouble.name,
        "said": str(error or ""),
        "seconds": seconds,
        "grown_kb": grown_kb,
        "skew_s": next(iter(skews.values()), None),
    }


def main() -> None:
    """Until the input ends."""
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
