"""Phones in any way of writing in, E.164 out; what is missing or too much is said in numbers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import BadInput, Problem
from pos_app.loyalty.phone import looks_like_number, parse_phone, read_phone, squeeze

REGIONS = ["CZ", "SK", "DE", "UA", "AT", "PL", "HU", "US"]
E164 = re.compile(r"\+[1-9][0-9]{5,14}")


def refused(text: str, *, region: str = "CZ") -> BadInput:
    with pytest.raises(BadInput) as told:
        parse_phone(text, region=region)
    return told.value


@pytest.mark.parametrize(
    ("region", "phone", "ways"),
    [
        ("CZ", "+420777123482",
         ["777123482", "777 123 482", "777-123-482", "777.123.482", "777/123 482", "+420777123482", "+420 777 123 482",
          "00420 777 123 482", "420777123482", "420 777 123 482", "(+420) 777 123 482", " 777 123 482 "]),
        ("CZ", "+420224123456", ["224 123 456", "+420 224 123 456"]),
        ("SK", "+421905123456",
         ["0905 123 456", "0905/123 456", "+421 905 123 456", "00421905123456", "421905123456", "+421 (0) 905 123 456"]),
        ("DE", "+491701234567",
         ["0170 1234567", "0170/1234567", "0170-123 45 67", "+49 170 1234567", "+49 (0)170 1234567", "0049 170 1234567",
          "491701234567"]),
        ("DE", "+4930123456", ["030 123456", "(030) 123456", "+49 30 123456", "4930123456"]),
        ("UA", "+380671234567",
         ["067 123 45 67", "(067) 123-45-67", "+380 67 123 45 67", "+38 (067) 123-45-67", "380671234567", "00380671234567"]),
        ("AT", "+436641234567", ["0664 1234567", "+43 664 1234567", "436641234567"]),
    ],
)  # fmt: skip
def test_every_way_of_writing_a_phone_is_the_same_phone(region: str, phone: str, ways: list[str]) -> None:
    assert {way: parse_phone(way, region=region) for way in ways} == dict.fromkeys(ways, phone)


@pytest.mark.parametrize(
    "text",
    ["\u202a+420 777 123 482\u202c", "777\u2011123\u2011482", "777\u2013123\u2013482", "777\u00a0123\u202f482", "\ufeff777123482",
     "777\u200b123\u200b482", "\u2068777 123 482\u2069", "٧٧٧ ١٢٣ ٤٨٢", "７７７１２３４８２"],
)  # fmt: skip
def test_phones_copied_from_elsewhere_bring_marks_dashes_and_digits_of_their_own(text: str) -> None:
    assert parse_phone(text, region="CZ") == "+420777123482"


@pytest.mark.parametrize(
    ("phone", "region"),
    [("+421905123456", "CZ"), ("+491701234567", "CZ"), ("+380671234567", "CZ"), ("+420777123482", "DE"), ("+12025550123", "UA")],
)
def test_a_phone_from_abroad_keeps_its_own_country(phone: str, region: str) -> None:
    assert parse_phone(phone, region=region) == phone


def test_a_bare_country_code_is_taken_for_one_only_at_home() -> None:
    assert refused("421905123456", region="CZ").problem is Problem.PHONE_TOO_LONG
    assert parse_phone("421905123456", region="SK") == "+421905123456"


def test_the_vendors_own_example_is_a_phone_though_nobody_has_that_range() -> None:
    assert parse_phone("+420000000001", region="CZ") == "+420000000001"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("777 123", 3),
        ("777 123 48", 1),
        ("+420 777 123", 3),
        ("00420777123", 3),
        ("112", 6),
        ("77", 7),
        ("", 9),
        ("420 777 123", None),
    ],
)
def test_it_says_how_many_digits_are_missing(text: str, missing: int | None) -> None:
    if missing is None:
        # Nine digits are a whole Czech phone, whatever they begin with.
        assert parse_phone(text, region="CZ") == "+420420777123"
        return
    error = refused(text)
    assert (error.problem, error.count) == (Problem.PHONE_TOO_SHORT, missing)
    assert str(error) == f"Digits missing in this phone number: {missing}."


@pytest.mark.parametrize(("region", "text", "missing"), [("SK", "0905 123", 3), ("UA", "067 123 45", 2), ("UA", "+380 67", 7)])
def test_missing_digits_are_counted_by_the_country(region: str, text: str, missing: int) -> None:
    assert refused(text, region=region).count == missing


@pytest.mark.parametrize("text", ["777 123 4821", "+420 777 123 4821", "7771234821234567", "7" * 21, "0777123482"])
def test_too_many_digits_are_not_cut_off(text: str) -> None:
    assert refused(text).problem is Problem.PHONE_TOO_LONG


def test_no_phone_is_longer_than_e164_allows() -> None:
    assert refused("030 000000000000", region="DE").problem is Problem.PHONE_TOO_LONG


@pytest.mark.parametrize(
    "text", ["Nováková", "777 123 48a", "7712-ABC", "++420777123482", "+420+777123482", "777+123482", "+999123456789", "*123#", "½"]
)
def test_what_has_anything_else_in_it_is_not_a_phone(text: str) -> None:
    assert refused(text).problem is Problem.PHONE_NOT_A_NUMBER


def test_a_region_that_there_is_not_still_reads_whole_phones() -> None:
    assert parse_phone("+420777123482", region="XX") == "+420777123482"
    assert refused("777123482", region="XX").problem is Problem.PHONE_NOT_A_NUMBER


@given(digits=st.from_regex(r"\A\+?[0-9]{3,16}\Z"), region=st.sampled_from(REGIONS))
def test_reading_a_phone_twice_is_reading_it_once(digits: str, region: str) -> None:
    try:
        phone = parse_phone(digits, region=region)
    except BadInput:
        return
    assert E164.fullmatch(phone)
    assert {parse_phone(phone, region=each) for each in REGIONS} == {phone}
    assert read_phone(phone) == phone


@given(text=st.text(max_size=30) | st.text("+0123456789 -/()", max_size=25), region=st.sampled_from(REGIONS))
def test_whatever_is_typed_is_a_phone_or_is_refused(text: str, region: str) -> None:
    try:
        phone = parse_phone(text, region=region)
    except BadInput as error:
        told = error.problem.name
    else:
        told = "PHONE_" if E164.fullmatch(phone) else phone
    assert told.startswith("PHONE_")


@pytest.mark.parametrize(
    "written",
    ["+420777123482", "420777123482", "+420 777 123 482", "420-777-123-482", "00420777123482", " +420 (777) 123.482 "],
)
def test_a_server_may_write_phones_with_or_without_plus_blanks_and_dashes(written: str) -> None:
    assert read_phone(written) == "+420777123482"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "+",
        "12345",
        "0777123482",
        "+0777123482",
        "1234567890123456",
        "unknown",
        "+420777a",
        "++420777123482",
        "٤٢٠٧٧٧١٢٣٤٨٢",
        "42077712348٢",
    ],
)
def test_what_is_no_phone_from_a_server_is_none(written: str) -> None:
    assert read_phone(written) is None


@pytest.mark.parametrize(("text", "number"), [("777 123", True), ("+420/777", True), ("7712-0931", True), ("", False), ("+", False),
                                              ("Jana", False), ("7712A", False), ("77+12", False)])  # fmt: skip
def test_a_number_is_told_from_a_name(text: str, number: bool) -> None:
    assert looks_like_number(text) is number


@given(text=st.text(max_size=30))
def test_squeezing_twice_is_squeezing_once(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)
