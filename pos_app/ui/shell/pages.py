"""The pages of the till, in the order of the rail."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pos_app.ui import words

__all__ = ["PageKey", "RailItem", "rail_items"]


class PageKey(Enum):
    """A page; the value is its digit in Ctrl+1…7."""

    SALE = 1
    JOURNAL = 2
    CUSTOMERS = 3
    MESSAGES = 4
    SHIFT = 5
    SYNC = 6
    SETTINGS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """One tile of the rail. ``coming`` is the sentence that its page says until it is built; empty for a built page."""

    key: PageKey
    icon: str
    words: str
    coming: str = ""


def rail_items() -> tuple[RailItem, ...]:
    """The rail in the language in force. Lock joins it with its own issue: a tile that does nothing is a lie."""
    said = words.shell
    return (
        RailItem(key=PageKey.SALE, icon="shopping-bag", words=said.sale()),
        RailItem(key=PageKey.JOURNAL, icon="receipt-text", words=said.journal()),
        RailItem(key=PageKey.CUSTOMERS, icon="users", words=said.customers(), coming=said.customers_coming()),
        RailItem(key=PageKey.MESSAGES, icon="send", words=said.messages(), coming=said.messages_coming()),
        RailItem(key=PageKey.SHIFT, icon="chart-column", words=said.shift(), coming=said.shift_coming()),
        RailItem(key=PageKey.SYNC, icon="refresh-cw", words=said.sync()),
        RailItem(key=PageKey.SETTINGS, icon="settings", words=said.settings()),
    )
