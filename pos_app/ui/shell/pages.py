"""The pages of the till, in the order of the rail."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pos_app.ui import words

__all__ = ["PageKey", "RailItem", "rail_items"]


class PageKey(Enum):
    """A page. A page that is not built yet is not here: a tile that leads nowhere is a lie."""

    SALE = "sale"
    JOURNAL = "journal"
    SYNC = "sync"
    SETTINGS = "settings"
    REGISTER = "register"
    """Opened from the sale."""

    @property
    def tile(self) -> PageKey:
        """Under which tile of the rail it is."""
        return PageKey.SALE if self is PageKey.REGISTER else self


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """One tile of the rail."""

    key: PageKey
    icon: str
    words: str


def rail_items() -> tuple[RailItem, ...]:
    """The rail in the language in force, from the top."""
    said = words.shell
    return (
        RailItem(key=PageKey.SALE, icon="shopping-bag", words=said.sale()),
        RailItem(key=PageKey.JOURNAL, icon="receipt-text", words=said.journal()),
        RailItem(key=PageKey.SYNC, icon="refresh-cw", words=said.sync()),
        RailItem(key=PageKey.SETTINGS, icon="settings", words=said.settings()),
    )
