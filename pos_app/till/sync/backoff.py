"""When to try again: jitter, doubling, bounded; after an outage that many tills shared, not all in the same moment.

All in seconds of the monotonic clock; nothing of it is stored."""

from __future__ import annotations

import random
from dataclasses import dataclass

LONGEST_S = 300.0
FIRST_S = 1.0
SPREAD_S = 30.0


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits between tries: a random part of ``first_s`` doubled with each failure, at most ``longest_s``."""

    rng: random.Random
    first_s: float = FIRST_S
    longest_s: float = LONGEST_S

    def wait_s(self, failures: int) -> float:
        """How long to wait after the ``failures``-th failure in a row (1 or more)."""
        ceiling = min(self.longest_s, self.first_s * 2.0 ** min(failures - 1, 30))
        return self.rng.uniform(ceiling / 2, ceiling)

    def spread_s(self) -> float:
        """How long to wait once an outage is over."""
        return self.rng.uniform(0.0, SPREAD_S)
