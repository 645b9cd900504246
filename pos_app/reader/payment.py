"""Bank cards and identity documents: recognised so that they can be refused and forgotten.

PCI DSS 4.0.1, 3.3.1.1: a full track is never stored, and logs, traces and crash dumps count as storing. A till that
shows loyalty cards has no need of any digit of a bank card, so nothing leaves this module but a brand's name.

It works on a buffer that its owner zeroes afterwards, and zeroes its own. What Python cannot promise: the toolkit's key
events and the interpreter's own copies of single characters are freed, not overwritten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pos_app.reader.codes import GTIN_LENGTHS, has_gs1_check_digit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

_EXPIRY = rb"\d\d(?:0[1-9]|1[0-2])"
_ON_TRACK_2 = re.compile(rb"(?<!\d)(\d{12,19})=%b" % _EXPIRY)
_ON_TRACK_1 = re.compile(rb"(?<!\d)(\d(?: ?\d){11,18}) ?\^[^\^?]{0,40}\^%b" % _EXPIRY)
_WITHOUT_EXPIRY = re.compile(rb"(?:^|[%;@+]B?)(\d{13,19})(?=$|[?=^\r])", re.IGNORECASE)

_LICENCE_TRACK_1 = re.compile(rb"%[A-Z]{2}[^\^?]{0,13}\^[^\^?]*\$[^?]*[?]", re.IGNORECASE)
_LICENCE_TRACK_2 = re.compile(rb"[;@]?(?:6360[0-5]\d|63606[0-2]|604425)\d{6,13}=\d{4,}")
_LICENCE_CODE = re.compile(rb"\bANSI ?\d{6}|\bAAMVA\d{6}")
_PASSPORT = re.compile(rb"[ACIPV][A-Z<][A-Z<]{3}[A-Z0-9<]{25,}")


@dataclass(frozen=True, slots=True)
class _Issuer:
    """Numbers of one brand: they begin within these ranges (compared over as many digits) and have these lengths."""

    brand: str
    begins: tuple[tuple[str, str], ...]
    lengths: range | tuple[int, ...]

    def has(self, number: bytearray) -> bool:
        if len(number) not in self.lengths:
            return False
        return any(low.encode() <= number[: len(low)] <= high.encode() for low, high in self.begins)


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


def passes_luhn(digits: bytes | bytearray) -> bool:
    """ISO/IEC 7812-1, annex B. `digits` is ASCII digits only."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = (digit & 15) << (place & 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def bank_brand(text: bytearray, loyalty_patterns: Sequence[Pattern[str]]) -> str | None:
    """The brand of a bank card anywhere in the text; "" when it is one of an unknown issuer; None when it is none.

    A number with an expiry date beside it is a bank card whoever issued it; a number alone only when the beginning
    and the length belong to a known issuer, and it is no valid EAN-13 or GTIN-14. The shop's own numbers are neither.
    """
    for place in (_ON_TRACK_2, _ON_TRACK_1, _WITHOUT_EXPIRY):
        for match in place.finditer(text):
            number = bytearray(match.end(1) - match.start(1))
            # A plain slice would be a copy that nobody wipes.
            number[:] = memoryview(text)[match.start(1) : match.end(1)]
            squeeze(number, b" ")
            brand = _brand_of(number, loyalty_patterns, has_expiry=place is not _WITHOUT_EXPIRY)
            wipe(number)
            if brand is not None:
                return brand
    return None


def is_id_document(text: bytearray) -> bool:
    """A driving licence (AAMVA magnetic stripe or PDF417) or the machine-readable zone of a passport or identity card."""
    return (
        _LICENCE_TRACK_1.search(text) is not None
        or _LICENCE_TRACK_2.search(text) is not None
        or _LICENCE_CODE.search(text) is not None
        or (b"<<" in text and _PASSPORT.search(text) is not None)
    )


def matches_own(text: str, loyalty_patterns: Sequence[Pattern[str]]) -> bool:
    """Whether this is one of the shop's own numbers. A pattern of plain letters and digits is a beginning."""
    for pattern in loyalty_patterns:
        begin = pattern.pattern.removeprefix("^")
        if text.startswith(begin) if begin.isalnum() else pattern.fullmatch(text):
            return True
    return False


def wipe(text: bytearray) -> None:
    """Overwrite it where it lies."""
    text[:] = bytes(len(text))


def squeeze(text: bytearray, unwanted: bytes) -> None:
    """Drop these bytes and move the others together, where they lie."""
    kept = 0
    for byte in text:
        if byte not in unwanted:
            text[kept] = byte
            kept += 1
    text[kept:] = bytes(len(text) - kept)
    del text[kept:]


def _brand_of(number: bytearray, loyalty_patterns: Sequence[Pattern[str]], *, has_expiry: bool) -> str | None:
    if not passes_luhn(number):
        return None
    if not has_expiry and len(number) in GTIN_LENGTHS and has_gs1_check_digit(number):
        return None
    if any(_is_own(number, pattern) and not _accepts_bank_cards(pattern, len(number)) for pattern in loyalty_patterns):
        return None
    known = next((issuer.brand for issuer in _ISSUERS if issuer.has(number)), None)
    return known or ("" if has_expiry else None)


def _is_own(number: bytearray, pattern: Pattern[str]) -> bool:
    begin = pattern.pattern.removeprefix("^")
    return number.startswith(begin.encode()) if begin.isalnum() else _for_bytes(pattern).fullmatch(number) is not None


@lru_cache(maxsize=64)
def _for_bytes(pattern: Pattern[str]) -> Pattern[bytes]:
    """The expression for a buffer of digits. One that only text can have (a named character) matches no number."""
    try:
        return re.compile(pattern.pattern.encode(), pattern.flags & ~re.UNICODE)
    except re.error:
        return re.compile(b"(?!)")


@lru_cache(maxsize=256)
def _accepts_bank_cards(pattern: Pattern[str], length: int) -> bool:
    """A pattern such as `\\d{16}`, or the beginning `4`, says nothing about whose card it is, and opens no door to bank cards."""
    of_brands = [[matches_own(first + rest * (length - 1), [pattern]) for rest in "019"] for first in "3456"]
    return sum(brand[0] for brand in of_brands) > 1 or any(map(all, of_brands))
