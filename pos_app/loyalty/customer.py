"""A customer of the programme, as the servers know one. What a server did not say is None or empty, never zero."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class CardTrack:
    """``track`` is what a reader reads off the card numbered ``card``."""

    card: str
    track: str


@dataclass(frozen=True, slots=True)
class CardInstall:
    """Whether the wallet card numbered ``card`` is in the customer's phone."""

    card: str
    installed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a customer has and gets: points, accrual and discount (percent). None: not known, which is not zero."""

    balance: Decimal | None = None
    bonus: Decimal | None = None
    discount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One person. ``phone`` is E.164 and names the customer everywhere."""

    phone: str
    name: str = ""
    surname: str = ""
    middlename: str = ""
    email: str = ""
    birthday: date | None = None
    cards: tuple[str, ...] = ()
    tracks: tuple[CardTrack, ...] = ()
    installs: tuple[CardInstall, ...] = ()
    standing: Standing = Standing()
    template_uuid: str = ""
    remote_id: str = ""
    invited_by: str = ""
    invites: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """First name and surname, whichever are known; may be empty."""
        return " ".join(part for part in (self.name, self.surname) if part)

    @property
    def in_phone(self) -> bool:
        """Whether any card of this customer is installed in a phone's wallet."""
        return any(install.installed for install in self.installs)


_STRUCK = str.maketrans("łŁđĐøØı", "lLdDoOi")
"""Letters whose stroke (or missing dot) Unicode does not take for an accent."""


def fold(text: str) -> str:
    """``text`` as search compares it: no accents, no case, single blanks (``"Nováková "`` → ``"novakova"``)."""
    bare = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join("".join(bare).translate(_STRUCK).casefold().split())


def days_to_birthday(birthday: date, today: date) -> int:
    """Days from ``today`` to the next birthday, 0 on the day; a 29 February is kept on 1 March of common years."""
    for year in (today.year, today.year + 1):
        try:
            coming = birthday.replace(year=year)
        except ValueError:
            coming = date(year, 3, 1)
        if coming >= today:
            return (coming - today).days
    raise AssertionError("a birthday comes every year")
