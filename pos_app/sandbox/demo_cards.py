"""Cards to try in the demo and the sandbox, with what a card reader would type for each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCard:
    """One made-up customer's card. ``swipe`` is what a reader types before its Enter; ``phone`` is E.164."""

    name: str
    card: str
    phone: str
    swipe: str


DEMO_CARDS = (
    DemoCard(name="Jana Nováková", card="200044717712", phone="+420603551482", swipe=";7819283746=25121010000?"),
    DemoCard(name="Petr Novotný", card="200040125518", phone="+420605318019", swipe=";7821336790=25121010000?"),
    DemoCard(name="Joe Master", card="120", phone="+420000000001", swipe=";7862374687=25121010000?"),
)
"""All of them are among the fixed people of ``people.py``."""
