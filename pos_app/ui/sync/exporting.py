"""What is not delivered as a file that a spreadsheet opens. The words are made here, the writing is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from pos_app.loyalty.sale import Attention, PostingKind, PostingState
from pos_app.till.export import as_text, cell, write_table
from pos_app.till.records import Entry
from pos_app.ui import words

__all__ = ["Everything", "exporting"]


class Everything(Protocol):
    """``pos_app.till.overview.Overview``."""

    def everything(self) -> list[Entry]: ...


def exporting(
    overview: Everything, *, name: str, folder: Path, local: Callable[[datetime], datetime], formats: words.Formats
) -> Callable[[], Path]:
    """The work of writing it, for a thread that may wait: everything it needs of the window is taken out of it now."""
    states = {state: words.attempts.posting(state) for state in PostingState}
    reasons = {reason: words.attempts.attention(reason) for reason in Attention}
    told = {PostingKind.REGISTER: words.told.new_customer(), PostingKind.EDIT: words.told.changed_data()}
    header, later = words.line.columns(), words.checkout.later()

    def number(amount: Decimal) -> str:
        return str(amount).replace(".", formats.separator)

    def rows() -> Iterator[Sequence[str]]:
        yield header
        for entry in overview.everything():
            posting, sale = entry.posting, entry.sale
            at = local(sale.made_at)
            yield (
                f"{at:%Y-%m-%d}",
                f"{at:%H:%M:%S}",
                cell(sale.receipt),
                cell(sale.buyer.name),
                as_text(posting.phone),
                as_text(posting.card),
                number(sale.quote.to_pay),
                told.get(posting.kind, later if posting.sum is None else number(posting.sum)),
                states[posting.state],
                reasons[posting.attention] if posting.attention is not None else "",
                str(posting.attempts),
                cell(posting.last_answer),
                sale.sale_id,
                posting.transaction_id,
            )

    return lambda: write_table(folder, name, rows(), separator=formats.columns)
