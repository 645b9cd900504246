"""How far one try took a posting."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.loyalty.sale import Posting


@dataclass(frozen=True, slots=True)
class Step:
    """What the courier answers."""

    posting: Posting
    """As it is on the disk afterwards."""
    rest_s: float | None = None
    """Seconds until this customer's next try; None: by the back-off after an unknown outcome, else at once."""
