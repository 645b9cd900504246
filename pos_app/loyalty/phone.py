"""Phone numbers: any way of writing in, E.164 (``+420777123482``) out.

"Possible" (the right number of digits for its country) is asked for, not "assigned": shops have customers whose number
range is newer than any table, and the vendor's own examples use such numbers. phonenumbers is imported at first use: it
costs a tenth of a second that the first painted window should not wait for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pos_app.loyalty.errors import BadInput, Problem

if TYPE_CHECKING:
    import phonenumbers

_WRITTEN = re.compile(r"[\s\-./()\u00a0\u202f]")
_DIGITS = re.compile(r"\+?\d{3,20}")


def squeeze(text: str) -> str:
    """``text`` without the blanks, dashes, dots, slashes and brackets that people write into numbers."""
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
    if reason in (phonenumbers.ValidationResult.TOO_LONG, phonenumbers.ValidationResult.INVALID_LENGTH):
        # A bare country code is taken for one only at home: with any, a local number with digits too many is somebody abroad.
        own_code = str(phonenumbers.country_code_for_region(region))
        with_country = _international("+" + written) if written.startswith(own_code) else None
        if with_country:
            return with_country
        raise BadInput(Problem.PHONE_TOO_LONG)
    if reason in (phonenumbers.ValidationResult.TOO_SHORT, phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY):
        raise BadInput(Problem.PHONE_TOO_SHORT, count=_missing(written, region))
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise BadInput(Problem.PHONE_NOT_A_NUMBER)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def read_phone(text: str) -> str | None:
    """E.164 of a phone that a server wrote (with or without +, blanks or dashes; always with its country), else None."""
    written = squeeze(text).removeprefix("+")
    if not re.fullmatch(r"\d{6,15}", written):
        return None
    return "+" + written


def _possible(number: phonenumbers.PhoneNumber) -> int:
    """Whether the number has the length of a person's phone in its country, fixed or mobile."""
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE)
    reasons = [phonenumbers.is_possible_number_for_type_with_reason(number, kind) for kind in kinds]
    return phonenumbers.ValidationResult.IS_POSSIBLE if phonenumbers.ValidationResult.IS_POSSIBLE in reasons else reasons[0]


def _international(written: str) -> str | None:
    import phonenumbers  # noqa: PLC0415 - see the module docstring

    try:
        number = phonenumbers.parse(written)
    except phonenumbers.NumberParseException:
        return None
    if _possible(number) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
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
