"""This computer's clock held against the ``Date`` of a server's answers.

A till with a wrong clock still sells: order goes by number and waits by the monotonic clock. But its receipts tell a wrong day, and
once it is years off no certificate holds any more, so it is said while it can still be said.
"""

from __future__ import annotations

import math
from datetime import UTC
from email.utils import parsedate_to_datetime

TOLERATED_SKEW_S = 600.0
"""Servers are some seconds off themselves, and an answer may be on its way for as long as a request's deadline."""


def moment(written: str) -> float | None:
    """Seconds since 1970 of an HTTP date; None if it is none."""
    try:
        read = parsedate_to_datetime(written[:64])
        # Without a zone it is taken for GMT, the only one that HTTP knows, not for this computer's.
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def skew_s(date: str, *, now: float) -> float | None:
    """How far the server's ``Date`` is ahead of ``now`` (behind: negative), in seconds; None if it tells no moment."""
    server = moment(date)
    return None if server is None else server - now


def minutes_off(skew: float) -> int:
    """A skew in seconds that is more than is tolerated, in whole minutes away from 0; else 0."""
    return 0 if abs(skew) <= TOLERATED_SKEW_S else int(math.copysign(math.ceil(abs(skew) / 60), skew))


def wrong_clock(skew: float) -> str:
    """One sentence for a person if a skew in seconds is more than is tolerated, else ""."""
    if abs(skew) <= TOLERATED_SKEW_S:
        return ""
    amount = next(f"{abs(skew) / size:.0f} {unit}" for unit, size in _UNITS if abs(skew) >= 2 * size)
    return f"This computer's clock is {amount} {'behind' if skew > 0 else 'ahead of'} the server's: check this PC's date."


_UNITS = (("years", 365.25 * 86400), ("days", 86400.0), ("hours", 3600.0), ("minutes", 60.0))
