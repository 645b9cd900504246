"""What bar code scanners send: AIM identifiers, EAN check digits, GS1 elements.

AIM: ISO/IEC 15424 (`]`, a letter for the symbology, a digit for the variant). GS1 General Specifications, section 3,
for the application identifiers; FNC1 between elements arrives as GS (0x1D).
"""

from __future__ import annotations

import re

GS = "\x1d"
_AIM = re.compile(r"\][A-Za-z]\d")
_GS1_SYMBOLS = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})
GTIN_LENGTHS = frozenset({8, 12, 13, 14})

_FIXED: dict[str, int] = {
    "00": 18,
    "01": 14,
    "02": 14,
    "03": 14,
    "20": 2,
    "8001": 14,
    "8005": 6,
    "8006": 18,
    "8017": 18,
    "8018": 18,
    **{str(ai): 6 for ai in range(11, 20)},
    **{str(ai): 13 for ai in range(410, 418)},
}
_VARIABLE = re.compile(
    r"(10|2[12]|23\d|24[0-3]|25[0-5]|30|37|39\d\d|40[0-3]|42\d|43\d\d|7\d\d\d|8\d\d\d|9\d)([!-\"%-?A-Z_a-z]{1,90})"
)
_MEASURE = re.compile(r"(3[1-6]\d\d)(\d{6})")


def strip_aim(text: str) -> tuple[str, str]:
    """(identifier or "", the rest)."""
    return (text[:3], text[3:]) if _AIM.match(text) else ("", text)


def is_gs1_symbol(aim: str) -> bool:
    return aim in _GS1_SYMBOLS


def is_retail_symbol(aim: str) -> bool:
    """EAN and UPC, and ITF which carries GTIN-14."""
    return aim[:2] in ("]E", "]I")


def is_gtin(text: str) -> bool:
    """EAN-8, UPC-A, EAN-13 or GTIN-14 with a right check digit."""
    return len(text) in GTIN_LENGTHS and text.isascii() and text.isdigit() and has_gs1_check_digit(text.encode())


def has_gs1_check_digit(digits: bytes | bytearray) -> bool:
    """GS1 General Specifications 7.9.1: weights 3 and 1 from the right; also GSRN and SSCC. `digits` are ASCII digits."""
    return sum((digit & 15) * (3 if place & 1 else 1) for place, digit in enumerate(reversed(digits))) % 10 == 0


def parse_gs1(text: str) -> dict[str, str] | None:
    """Application identifier → value, in order; None when the text is not made of GS1 elements."""
    elements: dict[str, str] = {}
    position = 0
    text = text.strip(GS)
    while position < len(text):
        if text[position] == GS:
            position += 1
            continue
        taken = _element(text, position)
        if taken is None:
            return None
        ai, value, position = taken
        elements[ai] = value
    return elements or None


def _element(text: str, position: int) -> tuple[str, str, int] | None:
    for width in (2, 3, 4):
        ai = text[position : position + width]
        length = _FIXED.get(ai)
        if length is not None and len(ai) == width:
            value = text[position + width : position + width + length]
            if len(value) != length or not (value.isascii() and value.isdigit()):
                return None
            return ai, value, position + width + length
    if measure := _MEASURE.match(text, position):
        return measure[1], measure[2], measure.end()
    if element := _VARIABLE.match(text, position):
        return element[1], element[2], element.end()
    return None
