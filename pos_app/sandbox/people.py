"""The customers of the make-believe shop: 200 people one could meet, the same for the same seed.

The first ones are fixed: they are in the design pictures, in the vendor's examples and in the tests. Nobody has the phone
+420777123482 or the card 200044718820: those are for trying what happens then. Nobody else's phone or card ends in 482, and
nobody else's name holds "nov".
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pos_app.sandbox.names import CZECH, GERMAN, SLOVAK, UKRAINIAN, UKRAINIAN_ABROAD, Tongue

COUNT = 200
SEED = 2026
NOBODYS_PHONE = "+420777123482"
NOBODYS_CARD = "200044718820"

_LEAP_YEARS = (1952, 1960, 1968, 1976, 1984, 1988, 1992, 1996, 2000, 2004)
_SHARES = ((CZECH, 58), (SLOVAK, 15), (GERMAN, 12), (UKRAINIAN, 9), (UKRAINIAN_ABROAD, 6))
"""Of a hundred customers."""
_PAIRS = ("3/0", "3/0", "5/0", "5/5", "7/5", "10/0", "10/10", "12.5/0", "0/5", "3.5/2.5")
_RATES = tuple((Decimal(bonus), Decimal(discount)) for bonus, discount in (pair.split("/") for pair in _PAIRS))
"""Bonus and discount, percent."""
_RESERVED_ENDINGS = ("482", "7712", "8820")


@dataclass(frozen=True, slots=True)
class Card:
    """A card by its number; ``track`` is what a reader reads off it, empty for one that only lives in a phone."""

    number: str
    track: str = ""
    in_phone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A customer as made up. ``phone`` is E.164, rates are percent, ``balance`` is points and may be owed (negative)."""

    phone: str
    name: str
    surname: str
    middlename: str = ""
    email: str = ""
    birthday: date | None = None
    cards: tuple[Card, ...] = ()
    bonus: Decimal = Decimal(5)
    discount: Decimal = Decimal(0)
    balance: Decimal = Decimal(0)
    invited_by: str = ""
    registered: date


def make_people(*, today: date, seed: int = SEED, count: int = COUNT) -> tuple[Person, ...]:
    """``count`` people, the fixed ones first (never fewer than those). Birthdays and registrations are relative to ``today``."""
    known = _fixed(today)
    return known + _Maker(random.Random(seed), today, known).more(count - len(known))  # noqa: S311 - names, not keys


def _fixed(today: date) -> tuple[Person, ...]:
    def day(ago: int) -> date:
        return today - timedelta(days=ago)

    jana = Person(
        phone="+420603551482", name="Jana", surname="Nováková", email="jana.novakova@example.com",
        birthday=_birthday(today, in_days=3, year=1988),
        cards=(Card("200044717712", "7819283746", in_phone=True), Card("200061903306", "7819990127")),
        bonus=Decimal(5), discount=Decimal(5), balance=Decimal(1240), registered=day(812),
    )  # fmt: skip
    return (
        jana,
        Person(
            phone="+420000000001", name="Joe", surname="Master", middlename="Remaster", email="joe@passquare.com",
            birthday=date(1980, 1, 25), cards=(Card("120", "7862374687", in_phone=True),),
            bonus=Decimal(10), discount=Decimal(25), balance=Decimal(300), invited_by="+420603551482", registered=day(400),
        ),
        _regular("+420728904482", "Tomáš", "Dvořák", "200051032261", "7820114459", "318", day(640), in_phone=True),
        _regular("+420737216482", "Markéta", "Králová", "200038860915", "7820871123", "64", day(95)),
        _regular("+420605318019", "Petr", "Novotný", "200040125518", "7821336790", "86", day(300), in_phone=True),
        _regular(
            "+420776240355", "Anna", "Nováčková", "200047236094", "7821740082", "512", day(455), in_phone=True,
            birthday=_birthday(today, in_days=5, year=1996),
        ),
        _regular("+421905663770", "Jan", "Novák", "200049981045", "7822095516", "2905", day(1010), in_phone=True),
        _regular("+420774508140", "Petr", "Svoboda", "200052290140", "7822418837", "905", day(520), in_phone=True),
        _regular("+420608417583", "Lucie", "Horáková", "200058165583", "7823550198", "45", day(4), invited_by=jana.phone),
        _regular("+420721660427", "Marie", "Kučerová", "200053749034", "7823914470", "1380.5", day(700)),
        _regular("+420604873915", "Ondřej", "Procházka", "200056011177", "7824106653", "0", day(210), in_phone=True),
        _regular(
            "+420775032268", "Eliška", "Veselá", "200057324410", "7824637721", "230", day(160), invited_by=jana.phone,
            birthday=_birthday(today, in_days=0, year=2000),
        ),
        _regular("+420792518036", "Bohumil", "Tichý", "200059407356", "7825002218", "-38", day(333)),
    )  # fmt: skip


def _regular(
    phone: str, name: str, surname: str, card: str, track: str, balance: str, registered: date, *,
    in_phone: bool = False, birthday: date | None = None, invited_by: str = "",
) -> Person:  # fmt: skip
    return Person(
        phone=phone, name=name, surname=surname, birthday=birthday, cards=(Card(card, track, in_phone=in_phone),),
        balance=Decimal(balance), invited_by=invited_by, registered=registered,
    )  # fmt: skip


def _birthday(today: date, *, in_days: int, year: int) -> date:
    """Of somebody born in ``year`` (a leap year, so that every day exists in it)."""
    return (today + timedelta(days=in_days)).replace(year=year)


class _Maker:
    """Draws people from one stream of chance, and sees to it that phones, cards and tracks are nobody else's."""

    def __init__(self, chance: random.Random, today: date, known: tuple[Person, ...]) -> None:
        self._chance = chance
        self._today = today
        self._phones = {NOBODYS_PHONE, *(person.phone for person in known)}
        self._cards = {NOBODYS_CARD, *(card.number for person in known for card in person.cards)}
        self._tracks = {card.track for person in known for card in person.cards}
        self._names = {(person.name, person.surname) for person in known}

    def more(self, count: int) -> tuple[Person, ...]:
        people: list[Person] = []
        for _ in range(count):
            people.append(self._person(earlier=people))
        return tuple(people)

    def _person(self, *, earlier: list[Person]) -> Person:
        chance = self._chance
        tongue = chance.choices([each for each, _share in _SHARES], [share for _each, share in _SHARES])[0]
        name, surname = self._name(tongue)
        bonus, discount = chance.choice(_RATES)
        # Most have come now and then, some have saved for years.
        balance = Decimal(chance.choice((0, chance.randrange(100), chance.randrange(1_000), chance.randrange(5_000))))
        inviter = chance.choice(earlier) if earlier and chance.random() < 0.15 else None
        return Person(
            phone=self._phone(tongue.country),
            name=name,
            surname=surname,
            email=self._email(name, surname),
            birthday=self._some_birthday(),
            cards=tuple(self._card() for _ in range(chance.choices((0, 1, 2), (8, 80, 12))[0])),
            bonus=bonus,
            discount=discount,
            balance=balance + (Decimal(chance.randrange(100)) / 100 if chance.random() < 0.3 else 0),
            invited_by=inviter.phone if inviter else "",
            registered=self._today - timedelta(days=chance.randrange(1, 1_200)),
        )

    def _name(self, tongue: Tongue) -> tuple[str, str]:
        while True:
            woman = self._chance.random() < 0.55
            name = self._chance.choice(tongue.women if woman else tongue.men)
            surname = self._chance.choice(tongue.surnames)[woman]
            if (name, surname) not in self._names and "nov" not in _plain(f"{name} {surname}"):
                self._names.add((name, surname))
                return name, surname

    def _email(self, name: str, surname: str) -> str:
        plain = f"{_plain(name)}.{_plain(surname)}"
        # Without a table for Cyrillic there is no believable address.
        if not plain.isascii() or self._chance.random() < 0.35:
            return ""
        return f"{plain}@example.{self._chance.choice(('com', 'org', 'net'))}"

    def _some_birthday(self) -> date | None:
        drawn = self._chance.random()
        if drawn < 0.15:
            return None
        if drawn < 0.22:
            return _birthday(self._today, in_days=self._chance.randrange(8), year=self._chance.choice(_LEAP_YEARS))
        return date(1946, 1, 1) + timedelta(days=self._chance.randrange(61 * 365))

    def _card(self) -> Card:
        number = self._fresh(self._cards, lambda: f"2000{self._digits(8)}")
        track = "" if self._chance.random() < 0.2 else self._fresh(self._tracks, lambda: f"78{self._digits(8)}")
        return Card(number, track, in_phone=not track or self._chance.random() < 0.5)

    def _phone(self, country: str) -> str:
        chance = self._chance

        def draw() -> str:
            match country:
                case "CZ":
                    start = chance.choice((chance.randrange(601, 609), chance.randrange(720, 740), chance.randrange(773, 778)))
                    return f"+420{start}{self._digits(6)}"
                case "SK":
                    return f"+421{chance.choice((902, 903, 905, 907, 908, 910, 911, 915, 917, 918, 944, 948))}{self._digits(6)}"
                case "DE":
                    if chance.random() < 0.5:
                        return f"+49{chance.choice((1511, 1514, 1520, 1522, 1573, 1575, 1577))}{self._digits(7)}"
                    return f"+49{chance.choice((170, 171, 172, 173, 174, 175, 177, 178))}{self._digits(7)}"
                case _:
                    return f"+380{chance.choice((50, 63, 66, 67, 68, 73, 93, 95, 96, 97, 98, 99))}{self._digits(7)}"

        return self._fresh(self._phones, draw)

    def _digits(self, count: int) -> str:
        return f"{self._chance.randrange(10**count):0{count}}"

    @staticmethod
    def _fresh(taken: set[str], draw: Callable[[], str]) -> str:
        while (drawn := draw()) in taken or drawn.endswith(_RESERVED_ENDINGS):
            pass
        taken.add(drawn)
        return drawn


def _plain(text: str) -> str:
    """Without accents, in small letters, for addresses and comparing."""
    bare = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return "".join(bare).casefold().replace("ß", "ss").replace(" ", "-")
