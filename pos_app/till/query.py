"""What the cashier typed or the reader read, as what it may mean: a phone, a card, some digits, or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.phone import looks_like_number, parse_phone, squeeze
from pos_app.loyalty.sale import FoundBy

SHORTEST_NAME = 2
SHORTEST_DIGITS = 3
LONGEST = 512
CARD_LENGTH = 64
_CARD = re.compile(r"[0-9A-Za-z][0-9A-Za-z\-_.:/]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question for a customer. Empty fields: it cannot mean that."""

    text: str
    """What was typed, trimmed; empty for something read."""
    phone: str = ""
    """E.164, if the text is a whole phone number."""
    phone_problem: BadInput | None = None
    """Why typed digits are not a whole phone number."""
    cards: tuple[str, ...] = ()
    """What may be a card number or a track, best first."""
    digits: str = ""
    """The digits, if the text is nothing else: the end of a phone or card."""
    name: str = ""
    found_by: FoundBy = FoundBy.TYPED

    @property
    def wants_live(self) -> bool:
        """Whether the servers can be asked: they find whole phones and cards only."""
        return bool(self.phone or self.cards)


def parse_query(text: str, *, region: str) -> Query:
    """What typed ``text`` may mean in ``region``. Raises BadInput QUERY_MISSING or QUERY_TOO_SHORT."""
    trimmed = " ".join(text.split())[:LONGEST]
    if not trimmed:
        raise BadInput(Problem.QUERY_MISSING)
    if not looks_like_number(trimmed):
        if len(trimmed) < SHORTEST_NAME:
            raise BadInput(Problem.QUERY_TOO_SHORT, count=SHORTEST_NAME)
        is_code = any(char.isdigit() for char in trimmed) and _CARD.fullmatch(trimmed) and len(trimmed) <= CARD_LENGTH
        return Query(text=trimmed, name=trimmed, cards=(trimmed,) if is_code else ())
    written = squeeze(trimmed)
    digits = written.removeprefix("+")
    phone, problem = "", None
    try:
        phone = parse_phone(written, region=region)
    except BadInput as error:
        problem = error
    card = digits if not written.startswith("+") and SHORTEST_DIGITS <= len(digits) <= CARD_LENGTH else ""
    if not phone and len(digits) < SHORTEST_DIGITS:
        raise BadInput(Problem.QUERY_TOO_SHORT, count=SHORTEST_DIGITS)
    return Query(text=trimmed, phone=phone, phone_problem=problem, cards=(card,) if card else (), digits=digits)


def read_query(candidates: Sequence[str]) -> Query:
    """What a reader read: ``candidates`` in the order to try them (``reader.md`` §1). Raises BadInput NOT_A_LOYALTY_CARD."""
    cards = tuple(dict.fromkeys(each.strip() for each in candidates if 0 < len(each.strip()) <= LONGEST))
    if not cards:
        raise BadInput(Problem.NOT_A_LOYALTY_CARD)
    return Query(text="", cards=cards, found_by=FoundBy.CARD_READ)
