"""Phone numbers: any way of writing in, E.164 (``+420777123482``) out.

"Possible" (as many digits as a mobile of its country) is asked for, not "assigned": shops have customers whose number
range is newer than any table, and the vendor's own examples use such numbers. phonenumbers is imported at first use: it
costs a tenth of a second that the first painted window should not wait for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput, Problem

if TYPE_CHECKING:
    import phonenumbers

# Numbers copied from web pages and address books bring typographic dashes and invisible marks of direction with them.
_WRITTEN = re.compile(r"[\s\-./()\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
LONGEST_E164 = 16
"""A plus and 15 digits (ITU-T E.164)."""
_DIGITS = re.compile(r"\+?\d{3,20}")


def squeeze(text: str) -> str:
    """``text`` without the blanks, dashes, dots, slashes, brackets and invisible marks that are written into numbers."""
    return _WRITTEN.sub("", text)


def looks_like_number(text: str) -> bool:
    """Whether ``text`` is only digits, a leading + and what people write between them: a phone or a card, not a name."""
    return bool(re.fullmatch(r"\+?\d+", squeeze(text)))


def parse_phone(text: str, *, region: str) -> str:
    """E.164 of a phone that a person wrote in ``region`` (ISO 3166, ``CZ``).

    It may be national, or with + or 00, or with the bare country code of ``region``.

    Raises BadInput: PHONE_NOT_A_NUMBER, PHONE_TOO_SHORT (``count`` digits are missing) or PHONE_TOO_LONG.
    """
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    written = squeeze(text)
    if not _DIGITS.fullmatch(written):
        if re.fullmatch(r"\+?\d*", written):
            raise BadInput(Problem.PHONE_TOO_SHORT if len(written) < 4 else Problem.PHONE_TOO_LONG, count=_missing(written, region))
        raise BadInput(Problem.PHONE_NOT_A_NUMBER)
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        raise BadInput(Problem.PHONE_NOT_A_NUMBER) from None
    reason = _possible(number)
    # A bare country code is taken for one only at home: with any, a local number with digits too many is somebody abroad.
    own_code = str(phonenumbers.country_code_for_region(region))
    with_country = _international("+" + written) if written.startswith(own_code) else None
    if reason in (phonenumbers.ValidationResult.TOO_LONG, phonenumbers.ValidationResult.INVALID_LENGTH):
        if with_country:
            return _e164(with_country)
        raise BadInput(Problem.PHONE_TOO_LONG)
    if reason in (phonenumbers.ValidationResult.TOO_SHORT, phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        raise BadInput(Problem.PHONE_TOO_SHORT, count=_missing(written, region))
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise BadInput(Problem.PHONE_NOT_A_NUMBER)
    if with_country and _is_mobile(with_country) and not _is_mobile(number):
        # Germany and Austria have numbers of every length: 491701234567 could be a line in Leer (0491), but nobody means that.
        return _e164(with_country)
    return _e164(number)


def calling_code(region: str) -> str:
    """How phones of ``region`` begin internationally: ``"+420"``; empty for a region without one."""
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    code = phonenumbers.country_code_for_region(region)
    return f"+{code}" if code else ""


def read_phone(text: str) -> str | None:
    """E.164 of a phone that a server wrote (with +, 00 or neither, blanks or dashes; always with its country), else None."""
    written = squeeze(text).removeprefix("+").removeprefix("00")
    if not re.fullmatch(r"[1-9]\d{5,14}", written, re.ASCII):
        return None
    return "+" + written


def _possible(number: phonenumbers.PhoneNumber) -> int:
    """Whether the number has the length of a mobile in its country, or else is one that is given out there.

    Fixed lines alone are no measure: Slovakia and Ukraine have short ones, as long as a mobile with digits missing.
    """
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    if len(_e164(number)) > LONGEST_E164:
        return phonenumbers.ValidationResult.TOO_LONG
    if phonenumbers.is_valid_number(number):
        return phonenumbers.ValidationResult.IS_POSSIBLE
    region = phonenumbers.region_code_for_country_code(number.country_code or 0)
    if number.italian_leading_zero and phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) == "0":
        # That 0 was the one dialled before a national number: it is only left on where too little follows it.
        return phonenumbers.ValidationResult.TOO_SHORT
    return phonenumbers.is_possible_number_for_type_with_reason(number, phonenumbers.PhoneNumberType.MOBILE)


def _international(written: str) -> phonenumbers.PhoneNumber | None:
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    try:
        number = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        return None
    return number if _possible(number) == phonenumbers.ValidationResult.IS_POSSIBLE else None


def _is_mobile(number: phonenumbers.PhoneNumber) -> bool:
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    return bool(phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE)


def _e164(number: phonenumbers.PhoneNumber) -> str:
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _missing(written: str, region: str) -> int:
    """How many digits the shortest possible number of that country still wants (at least 1)."""
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    for added in range(1, 15):
        longer = written + "0" * added
        try:
            number = phonenumbers.parse(longer, region)
        except phonenumbers.NumberParseException:
            continue
        if _possible(number) == phonenumbers.ValidationResult.IS_POSSIBLE:
            return added
    return 1
