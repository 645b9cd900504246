"""Numbers while they are typed: grouped as they will be shown, both decimal signs understood, never reinterpreted. Pure.

``64.9`` and ``64,9`` are the same key strokes on different keyboards. What is in a field already is in the form of the
language, so a group sign in it is never taken for a decimal sign; only what a person just added is looked at freshly.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pos_app.loyalty.errors import BadInput
from pos_app.loyalty.money import parse_amount, parse_points

_SIGNS = ".,"
_BLANKS = " \u00a0\u202f\u2009"
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How a language writes numbers."""

    decimal: str = "."
    group: str = ","

    def grouped(self, digits: str) -> str:
        """``"1250"`` → ``"1,250"``."""
        head = len(digits) % 3
        parts = [digits[:head]] if head else []
        parts += [digits[i : i + 3] for i in range(head, len(digits), 3)]
        return self.group.join(parts)

    def plain(self, text: str) -> str:
        """Text in this form as digits with a point: what ``Decimal`` and the checks of amounts take."""
        bare = "".join(char for char in text if char not in _BLANKS and char != self.group)
        return bare.replace(self.decimal, ".")

    def of(self, number: Decimal, *, decimals: int | None = None) -> str:
        """A number of 0 or more; ``decimals`` None: two where it is not whole, else none."""
        shown = 0 if decimals is None and number == number.to_integral_value() else DECIMALS if decimals is None else decimals
        whole, _, rest = f"{number:.{shown}f}".partition(".")
        return self.grouped(whole) + (self.decimal + rest if rest else "")


class NumberTyping:
    """The checker of one number field (see ``Checker`` of the kit): asked about every change, answers the tidied text.

    A key that would make no number (a letter, a second decimal sign, a third decimal) is refused: None.
    """

    def __init__(self, form: NumberForm, *, whole_digits: int = 9) -> None:
        self._form = form
        self._whole_digits = whole_digits
        self._last = ""

    def __call__(self, text: str) -> str | None:
        """``text`` is what would stand in the field."""
        if text == self._last:
            return text
        kept = self._tidied(self._with_our_sign(text))
        if kept is not None:
            self._last = kept
        return kept

    def expect(self, text: str) -> None:
        """The program itself is about to put ``text``, in our form, into the field."""
        self._last = text

    def _with_our_sign(self, text: str) -> str:
        """Decimal signs that were just added become ours; what stood there before is in our form already."""
        start, end = self._added(text)
        added = text[start:end]
        if len(added) > 1:
            return self._pasted(text)
        return text[:start] + (self._form.decimal if added and added in _SIGNS else added) + text[end:]

    def _added(self, text: str) -> tuple[int, int]:
        before, limit = self._last, min(len(self._last), len(text))
        start = next((i for i in range(limit) if before[i] != text[i]), limit)
        tail = next((i for i in range(limit - start) if before[-1 - i] != text[-1 - i]), limit - start)
        return start, len(text) - tail

    def _pasted(self, text: str) -> str:
        """Several characters at once come from elsewhere: the whole is read as an amount that somebody wrote."""
        try:
            number = parse_amount(text)
        except BadInput:
            return text
        return self._form.of(number, decimals=DECIMALS if any(sign in text for sign in _SIGNS) else 0)

    def _tidied(self, text: str) -> str | None:
        whole, sign, rest = self._form.plain(text).partition(".")
        if not all(char.isascii() and char.isdigit() for char in whole + rest) or len(rest) > DECIMALS:
            return None
        # 007 is a slip of the finger, 0.07 is not.
        whole = whole.lstrip("0") or ("0" if whole or sign else "")
        if len(whole) > self._whole_digits:
            return None
        return self._form.grouped(whole) + (self._form.decimal + rest if sign else "")


def typed_points(text: str, form: NumberForm) -> Decimal:
    """The points in a field; raises BadInput. A lone decimal sign is nothing yet."""
    plain = form.plain(text)
    return parse_points("" if plain == "." else plain)


def typed_amount(text: str, form: NumberForm, *, limit: Decimal) -> Decimal:
    """The money in a field; raises BadInput."""
    plain = form.plain(text)
    return parse_amount("" if plain == "." else plain, limit=limit)
