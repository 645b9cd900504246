"""Numbers, dates and names as words, per language. Exact: a ``Decimal`` never passes through a float. No Qt.

Spaces inside an expression are no-break spaces (U+00A0), the minus is U+2212.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from .habits import HABITS, NBSP, Habits

__all__ = ["MINUS", "NBSP", "Formats", "mask_card", "mask_phone", "short_name"]

MINUS: Final = "\u2212"
_CENT = Decimal("0.01")
_BULLETS = "•••"

_SIGNS = {
    "CHF": "CHF",
    "CZK": "Kč",
    "EUR": "€",
    "GBP": "£",
    "HUF": "Ft",
    "PLN": "zł",
    "RON": "lei",
    "RUB": "₽",
    "UAH": "₴",
    "USD": "$",
}


@dataclass(frozen=True, slots=True)
class Formats:
    """``language``: one of ``LANGUAGES`` (others are written as English). ``currency``: an ISO code, e.g. "CZK"."""

    language: str = "en"
    currency: str = "EUR"

    @property
    def _habits(self) -> Habits:
        return HABITS.get(self.language, HABITS["en"])

    @property
    def separator(self) -> str:
        """The decimal sign, and the face of the keypad's key."""
        return self._habits.separator

    @property
    def group(self) -> str:
        """What stands between thousands."""
        return self._habits.group

    @property
    def columns(self) -> str:
        """What stands between the columns of a table for this language's spreadsheets."""
        return ";" if self.separator == "," else ","

    @property
    def sign(self) -> str:
        """The currency's sign: "€", "Kč", or the ISO code where we know none."""
        return _SIGNS.get(self.currency, self.currency)

    def number(self, value: Decimal, places: int) -> str:
        """Grouped, with so many decimals (rounded half up)."""
        exact = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        text = f"{abs(exact):,.{places}f}".replace(",", "\0").replace(".", self.separator).replace("\0", self.group)
        return MINUS + text if exact < 0 else text

    def money(self, amount: Decimal, *, signed: bool = False, trim: bool = False) -> str:
        """ "€1,250.00", "1 250,00 Kč", "−€4.80". ``signed`` adds a plus; ``trim`` leaves off decimals that are 0."""
        places = 0 if trim and amount == amount.to_integral_value() else 2
        text = self.number(abs(amount), places)
        text = self.sign + text if self.currency in self._habits.before else f"{text}{NBSP}{self.sign}"
        if amount < 0:
            return MINUS + text
        return f"+{text}" if signed and amount > 0 else text

    def spoken(self, amount: Decimal) -> str:
        """A sum of 0 or more for a screen reader: "56 euro 85 cents"; as it is written where we know no words."""
        units = self._habits.spoken.get(self.currency)
        if units is None or amount < 0:
            return self.money(amount)
        whole, hundredths = divmod(int(amount.quantize(_CENT, rounding=ROUND_HALF_UP).scaleb(2)), 100)
        parts = [(whole, units[0])] if whole or not hundredths else []
        parts += [(hundredths, units[1])] if hundredths else []
        return " ".join(f"{count} {forms[self._habits.form(count)]}" for count, forms in parts)

    def amount(self, amount: Decimal) -> str:
        """A sum without its currency, for a field: "1 250,00"."""
        return self.number(amount, 2)

    def points(self, points: Decimal, *, signed: bool = False) -> str:
        """ "1,240"; with two decimals only when not whole: "12.50"."""
        text = self.number(points, 0 if points == points.to_integral_value() else 2)
        return f"+{text}" if signed and points > 0 else text

    def percent(self, rate: Decimal) -> str:
        """ "5%", "5 %", "7.5%"."""
        exact = rate.quantize(_CENT, rounding=ROUND_HALF_UP).normalize()
        places = max(0, -int(exact.as_tuple().exponent))
        return self.number(exact, places) + self._habits.percent

    def day(self, day: date) -> str:
        """ "14 March", "14. března", "14 марта"."""
        return f"{day.day}{self._habits.after_day}{NBSP}{self._habits.months[day.month - 1]}"

    def long_day(self, day: date, *, today: date) -> str:
        """ "Thursday 14 March", "Čtvrtek 14. března"; with the year if it is not this one."""
        weekday = self._habits.weekdays[day.weekday()] + self._habits.after_weekday
        return f"{weekday} {self.day(day)}" + (f" {day.year}" if day.year != today.year else "")

    def short_day(self, day: date) -> str:
        """ "14 Mar", "14. 3.", "14 мар"."""
        if self._habits.numeric:
            return f"{day.day}.{self._habits.numeric}{day.month}."
        return f"{day.day}{NBSP}{self._habits.months[day.month - 1][:3]}"

    @property
    def months(self) -> tuple[str, ...]:
        """January to December, as they stand alone."""
        return self._habits.months_alone

    @property
    def weekdays(self) -> tuple[str, ...]:
        """Two letters each, from Monday."""
        return self._habits.short_weekdays

    def time(self, moment: datetime) -> str:
        """ "9:42", "14:32", in the zone that ``moment`` is in."""
        return f"{moment.hour}:{moment.minute:02d}"

    def time_with_seconds(self, moment: datetime) -> str:
        """ "14:32:07"."""
        return f"{self.time(moment)}:{moment.second:02d}"

    def moment(self, moment: datetime, *, today: date) -> str:
        """The time if it is of today, else day and time: how old a balance is."""
        if moment.date() == today:
            return self.time(moment)
        return f"{self.day(moment.date())}{NBSP}{self.time(moment)}"

    def countdown(self, seconds: int) -> str:
        """ "1:52"."""
        left = max(0, seconds)
        return f"{left // 60}:{left % 60:02d}"


def mask_phone(phone: str) -> str:
    """ "+420 ••• ••• 482": the country and the last three digits. ``phone`` is E.164; anything else keeps 3 digits."""
    digits = "".join(char for char in phone if char.isdigit())
    if len(digits) < 7:
        return _BULLETS
    country = _country(digits) if phone.startswith("+") else ""
    return NBSP.join(part for part in (country, _BULLETS, _BULLETS, digits[-3:]) if part)


def _country(digits: str) -> str:
    if digits[0] in "17":
        return f"+{digits[0]}"
    return f"+{digits[:2]}" if digits[:2] in _TWO_DIGIT_COUNTRIES else f"+{digits[:3]}"


# ITU-T E.164: the country codes that have two digits, by their first.
_TWO_DIGIT_COUNTRIES = frozenset(
    first + second
    for first, seconds in (
        ("2", "07"),
        ("3", "0123469"),
        ("4", "013456789"),
        ("5", "12345678"),
        ("6", "0123456"),
        ("8", "1246"),
        ("9", "0123458"),
    )
    for second in seconds
)


def mask_card(card: str) -> str:
    """ "•••• 7712": the last four characters; a card that short is hidden whole."""
    return f"••••{NBSP}{card[-4:]}" if len(card) > 4 else "••••"


def short_name(first: str, last: str) -> str:
    """ "Petr S."; whichever is known if only one is."""
    first, last = first.strip(), last.strip()
    return f"{first}{NBSP}{last[0].upper()}." if first and last else first or last
