"""What is asked on a card between the choice of a way out and its being done: who, why, whom to. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput

if TYPE_CHECKING:
    from pos_app.till.holding import Word
    from pos_app.till.views import CustomerView
    from pos_app.ui.sale.finder import Finder
    from pos_app.ui.sync.issues import Way


class Ask(Enum):
    """A field of a step."""

    WHOM = auto()
    WHO = auto()
    WHY = auto()


class Fault(Enum):
    """Why a decision could not be kept."""

    DISK = auto()
    GONE = auto()
    """It was settled meanwhile, or the till does not take it."""


@dataclass(slots=True, kw_only=True)
class Step:
    """One card's step. Changed by the presenter only."""

    way: Way
    word: Word | None = None
    """What somebody says of data that was moved or put back, instead of a way."""
    points: Decimal | None = None
    """How many are taken, where only some are."""
    why: str = ""
    finder: Finder | None = None
    """Where somebody is chosen."""
    picked: CustomerView | None = None
    number: tuple[str, str] | None = None
    """A phone or a card that belongs to nobody yet, chosen all the same."""
    missing: frozenset[Ask] = frozenset()
    """What was not filled in when it was to be done."""
    problem: BadInput | None = None
    fault: Fault | None = None
    busy: bool = False

    @property
    def bare_number(self) -> tuple[str, str] | None:
        """The whole phone, else the card, that was typed and that nobody has."""
        finder = self.finder
        if finder is None or finder.query is None or finder.looking or (finder.answer and finder.answer.customers):
            return None
        query = finder.query
        return (query.phone, "") if query.phone else ("", query.cards[0]) if query.cards else None

    @property
    def target(self) -> tuple[str, str] | None:
        """Phone and card to move to; None: nobody is chosen yet."""
        if self.picked is None:
            return self.number
        phone = self.picked.customer.phone
        return (phone, "") if phone else ("", self.picked.card)
