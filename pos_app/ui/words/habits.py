"""How each language writes numbers and dates. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["HABITS", "NBSP", "Habits"]

NBSP: Final = "\u00a0"

_Forms = tuple[str, str, str]
"""Of a noun: for 1, for 2 to 4, for all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """``weekdays`` from Monday; ``months`` as they stand in a date, ``months_alone`` as a heading."""

    separator: str = ","
    group: str
    before: frozenset[str] = frozenset()
    """Currencies whose sign stands before the sum."""
    percent: str = f"{NBSP}%"
    after_day: str = ""
    after_weekday: str = ","
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    numeric: str = ""
    """What stands before the month in a short date of two numbers; empty: its first letters are written instead."""
    spoken: Mapping[str, tuple[_Forms, _Forms]]
    """Whole money and its hundredth."""
    by_last_digits: bool = False
    """21 counts like 1, and 22 like 2."""

    def form(self, count: int) -> int:
        """Which of ``_Forms`` goes with a number."""
        few = count % 10 if self.by_last_digits and count % 100 not in range(11, 15) else count
        return 0 if few == 1 else 1 if 1 < few < 5 else 2


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTHS_EN = _words("January February March April May June July August September October November December")
_MONTHS_DE = _words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")

HABITS: Final = {
    "en": Habits(
        separator=".",
        group=",",
        before=frozenset({"EUR", "GBP", "USD"}),
        percent="%",
        after_weekday="",
        months=_MONTHS_EN,
        months_alone=_MONTHS_EN,
        weekdays=_words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        short_weekdays=_words("Mo Tu We Th Fr Sa Su"),
        spoken={
            "CZK": (("crown", "crowns", "crowns"), ("heller", "hellers", "hellers")),
            "EUR": (("euro", "euro", "euro"), ("cent", "cents", "cents")),
        },
    ),
    "cs": Habits(
        group=NBSP,
        after_day=".",
        after_weekday="",
        months=_words("ledna února března dubna května června července srpna září října listopadu prosince"),
        months_alone=_words("Leden Únor Březen Duben Květen Červen Červenec Srpen Září Říjen Listopad Prosinec"),
        weekdays=_words("Pondělí Úterý Středa Čtvrtek Pátek Sobota Neděle"),
        short_weekdays=_words("Po Út St Čt Pá So Ne"),
        numeric=NBSP,
        spoken={
            "CZK": (("koruna", "koruny", "korun"), ("haléř", "haléře", "haléřů")),
            "EUR": (("euro", "eura", "eur"), ("cent", "centy", "centů")),
        },
    ),
    "de": Habits(
        group=".",
        after_day=".",
        months=_MONTHS_DE,
        months_alone=_MONTHS_DE,
        weekdays=_words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
        short_weekdays=_words("Mo Di Mi Do Fr Sa So"),
        numeric=NBSP,
        spoken={
            "CHF": (("Franken", "Franken", "Franken"), ("Rappen", "Rappen", "Rappen")),
            "EUR": (("Euro", "Euro", "Euro"), ("Cent", "Cent", "Cent")),
        },
    ),
    "ru": Habits(
        by_last_digits=True,
        group=NBSP,
        months=_words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        months_alone=_words("Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь"),
        weekdays=_words("Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье"),
        short_weekdays=_words("Пн Вт Ср Чт Пт Сб Вс"),
        spoken={
            "EUR": (("евро", "евро", "евро"), ("цент", "цента", "центов")),
            "RUB": (("рубль", "рубля", "рублей"), ("копейка", "копейки", "копеек")),
        },
    ),
}
