"""How a command waits for what it has just put on its way."""

from __future__ import annotations

from pos_app.loyalty.sale import PostingState
from pos_app.till.events import Connection
from pos_app.till.till import Till

DELIVERY_S = 10.0
"""Seconds that a command waits for its own sale at most, the first time."""
AGAIN = 3
"""How often what may have arrived is asked for again, for a third of that each."""


def deliver(till: Till, sale_id: str) -> None:
    """Deliver a sale, whatever else waits; what may have arrived is asked for again as long as the server answers."""
    till.start_messenger()
    till.deliver_sale(sale_id, timeout_s=DELIVERY_S)
    for _ in range(AGAIN):
        unknown = any(each.state is PostingState.UNKNOWN for each in till.postings(sale_id))
        if not unknown or till.status().connection is Connection.OFFLINE:
            return
        till.deliver_sale(sale_id, timeout_s=DELIVERY_S / AGAIN)
