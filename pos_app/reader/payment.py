"""Bank cards and identity documents: recognised so that they can be refused and forgotten.

PCI DSS 4.0.1, 3.3.1.1: a full track is never stored, and logs, traces and crash dumps count as storing. A till that
shows loyalty cards has no need of any digit of a bank card, so nothing leaves this module but a brand's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos_app.reader.codes import is_gtin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

_EXPIRY = r"\d\d(?:0[1-9]|1[0-2])"
_ON_TRACK_2 = re.compile(rf"(?<!\d)(\d{{12,19}})={_EXPIRY}")
_ON_TRACK_1 = re.compile(rf"(?<!\d)(\d(?: ?\d){{11,18}}) ?\^[^\^?]{{0,40}}\^{_EXPIRY}")
_BARE = re.compile(r"\d{13,19}")

_LICENCE_TRACK_1 = re.compile(r"%[A-Z]{2}[^\^?]{0,13}\^[^\^?]*\$[^?]*[?]", re.IGNORECASE)
_LICENCE_TRACK_2 = re.compile(r"[;@]?(?:6360[0-5]\d|63606[0-2]|604425)\d{6,13}=\d{4,}")
_LICENCE_CODE = re.compile(r"\bANSI ?\d{6}|\bAAMVA\d{6}")
_PASSPORT = re.compile(r"[ACIPV][A-Z<][A-Z<]{3}[A-Z0-9<]{25,}")


@dataclass(frozen=True, slots=True)
class _Issuer:
    """Numbers of one brand: they begin within these ranges (compared over as many digits) and have these lengths."""

    brand: str
    begins: tuple[tuple[str, str], ...]
    lengths: range | tuple[int, ...]

    def has(self, number: str) -> bool:
        if len(number) not in self.lengths:
            return False
        return any(low <= number[: len(low)] <= high for low, high in self.begins)


def _one(*begins: str) -> tuple[tuple[str, str], ...]:
    return tuple((begin, begin) for begin in begins)


_ISSUERS = (
    _Issuer("Visa", _one("4"), (13, 16, 18, 19)),
    _Issuer("Mastercard", (("51", "55"), ("2221", "2720")), (16,)),
    _Issuer("American Express", _one("34", "37"), (15,)),
    _Issuer("Diners Club", (("300", "305"), *_one("3095", "36", "38", "39")), range(14, 20)),
    _Issuer("JCB", (("3528", "3589"),), range(16, 20)),
    _Issuer("Discover", (("6011", "6011"), ("644", "649"), ("65", "65")), range(16, 20)),
    _Issuer("UnionPay", _one("62", "81", "82"), range(14, 20)),
    _Issuer("Mir", (("2200", "2204"),), range(16, 20)),
    _Issuer("Troy", _one("9792"), (16,)),
    _Issuer("RuPay", _one("60"), (16,)),
    _Issuer("UATP", _one("1"), (15,)),
    _Issuer("Maestro", (*_one("50", "63", "67"), ("56", "58")), range(12, 20)),
)


def passes_luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B. `digits` is ASCII digits only."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) << (place & 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def bank_brand(text: str, loyalty_patterns: Sequence[Pattern[str]]) -> str | None:
    """The brand of a bank card anywhere in the text; "" when it is one of an unknown issuer; None when it is none.

    A number with an expiry date beside it is a bank card whoever issued it; a number alone only when the beginning
    and the length belong to a known issuer, and it is no valid EAN-13 or GTIN-14. The shop's own numbers are neither.
    """
    for place in (_ON_TRACK_2, _ON_TRACK_1):
        for match in place.finditer(text):
            number = match[1].replace(" ", "")
            if passes_luhn(number) and not _is_own(number, loyalty_patterns):
                return _brand(number) or ""
    if _BARE.fullmatch(text) and passes_luhn(text) and not is_gtin(text) and not _is_own(text, loyalty_patterns):
        return _brand(text)
    return None


def is_id_document(text: str) -> bool:
    """A driving licence (AAMVA magnetic stripe or PDF417) or the machine-readable zone of a passport or identity card."""
    return (
        _LICENCE_TRACK_1.search(text) is not None
        or _LICENCE_TRACK_2.search(text) is not None
        or _LICENCE_CODE.search(text) is not None
        or ("<<" in text and _PASSPORT.search(text) is not None)
    )


def matches_own(text: str, loyalty_patterns: Sequence[Pattern[str]]) -> bool:
    """Whether this is one of the shop's own numbers. A pattern of plain letters and digits is a beginning."""
    for pattern in loyalty_patterns:
        begin = pattern.pattern.removeprefix("^")
        if text.startswith(begin) if begin.isalnum() else pattern.fullmatch(text):
            return True
    return False


def _is_own(number: str, loyalty_patterns: Sequence[Pattern[str]]) -> bool:
    return any(matches_own(number, [pattern]) and not _accepts_bank_cards(pattern, len(number)) for pattern in loyalty_patterns)


def _accepts_bank_cards(pattern: Pattern[str], length: int) -> bool:
    """A pattern such as `\\d{16}` says nothing about whose card it is, and must not open the door to bank cards."""
    rest = "0" * (length - 1)
    return sum(matches_own(first + rest, [pattern]) for first in "3456") > 1


def _brand(number: str) -> str | None:
    return next((issuer.brand for issuer in _ISSUERS if issuer.has(number)), None)
