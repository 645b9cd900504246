"""Which sales something was done about, by what it answered: so that whoever shows them looks again."""

from __future__ import annotations

from pos_app.loyalty.sale import Posting
from pos_app.store.records import SaleRecord, SavedSale


def touched(done: object) -> frozenset[str]:
    """Their ids: also of what a sale takes back; none for an answer about something else."""
    match done:
        case SavedSale(sale=sale) | SaleRecord(sale=sale):
            return frozenset({sale.sale_id, sale.reverses} - {""})
        case Posting(sale_id=sale_id):
            return frozenset({sale_id})
        case [*several]:
            return frozenset().union(*(touched(each) for each in several))
        case _:
            return frozenset()
