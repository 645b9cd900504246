"""Single fields in all the forms that the field shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.passquare.wire import fields
from pos_app.passquare.wire.strict_json import Malformed, dumps, loads

CENTS = st.decimals(Decimal("-999999999.99"), Decimal("999999999.99"), places=2)


def number(json_value: str) -> Decimal | None:
    return fields.number(loads(b'{"n": %s}' % json_value.encode()), "n")


@given(CENTS)
def test_an_amount_survives_the_wire_as_number_and_as_text(amount: Decimal) -> None:
    assert fields.number(loads(dumps({"n": amount})), "n") == amount
    assert fields.number({"n": str(amount)}, "n") == amount


@given(CENTS)
def test_an_amount_that_went_through_somebodys_binary_float_is_read_to_the_cent(amount: Decimal) -> None:
    assert number(repr(float(amount))) == amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("5", "5.00"),
        ("12.5", "12.50"),
        ("300.00", "300.00"),
        ('"300.00"', "300.00"),
        ('" 300.00 "', "300.00"),
        ('"5"', "5.00"),
        ('"-2.50"', "-2.50"),
        ('".5"', "0.50"),
        ("1e2", "100.00"),
        ('"1E2"', "100.00"),
        ("120.00000000000001", "120.00"),
        ("119.99999999999999", "120.00"),
        ("0.1000000000000000055511151231257827021181583404541015625", "0.10"),
        ("1e-999999999", "0.00"),
        ("0", "0.00"),
        ("999999999.99", "999999999.99"),
    ],
)
def test_a_number_is_read_exactly_and_to_the_cent(written: str, amount: str) -> None:
    read = number(written)
    assert read == Decimal(amount)
    assert str(read) == amount


@pytest.mark.parametrize("written", ["null", '""'])
def test_a_number_that_is_not_said_is_absent_and_not_zero(written: str) -> None:
    assert number(written) is None
    assert fields.number({}, "n") is None


@pytest.mark.parametrize(
    "written",
    ['"1,5"', '"1 000"', '"abc"', '"NaN"', '"Infinity"', '"0x10"', '"1_000"', '"٣"', '"1e99999"', "true", "false", "[5]", "{}",
     "1e999", "1000000000", "1e999999999999999999999", "9" * 200, "0." + "0" * 200, '"' + "1" * 200 + '"'],
)  # fmt: skip
def test_a_number_that_cannot_be_read_for_certain_is_refused(written: str) -> None:
    with pytest.raises(Malformed, match="n is"):
        number(written)


@pytest.mark.parametrize("written", ["14", '"14"', "14.0", '"14.00"'])
def test_a_whole_number_is_read(written: str) -> None:
    assert fields.whole_number(loads(b'{"n": %s}' % written.encode()), "n", most=14) == 14


@pytest.mark.parametrize("written", ["14.5", "-1", "15", '"two"'])
def test_a_number_that_is_not_whole_or_too_large_is_refused(written: str) -> None:
    with pytest.raises(Malformed):
        fields.whole_number(loads(b'{"n": %s}' % written.encode()), "n", most=14)


@pytest.mark.parametrize("written", ["+420000000001", "420000000001", "+420 000 000 001", "420-000-000-001", " +420/000.000(001) "])
def test_a_phone_is_read_in_any_form(written: str) -> None:
    assert fields.phone({"phone": written}, "phone") == "+420000000001"


def test_a_phone_may_be_a_number_or_nothing() -> None:
    assert fields.phone({"phone": 420000000001}, "phone") == "+420000000001"
    assert fields.phone({"phone": None}, "phone") == ""
    assert fields.phone({"phone": "unknown"}, "phone") == ""
    assert fields.phone({}, "phone") == ""


@pytest.mark.parametrize(
    "written", ["25.01.1980", "1980-01-25", "25.1.1980", "1980-1-25", "1980-01-25T00:00:00Z", "25.01.1980 00:00"]
)
def test_a_birthday_is_read_in_both_forms(written: str) -> None:
    assert fields.birthday({"b": written}, "b") == date(1980, 1, 25)


@pytest.mark.parametrize("written", ["", "0000-00-00", "00.00.0000", "31.02.1980", "1980", "25/01/1980", None, True, [], {}])
def test_a_birthday_that_is_none_is_absent(written: object) -> None:
    assert fields.birthday({"b": written}, "b") is None


@given(st.dates())
def test_a_birthday_survives_the_wire_in_both_forms(day: date) -> None:
    assert fields.birthday({"b": day.isoformat()}, "b") == day
    assert fields.birthday({"b": fields.german_date(day)}, "b") == day


def test_a_text_has_no_characters_that_a_screen_or_terminal_obeys() -> None:
    said = {"name": "\x1b[2J Jana\u202e \nNová\x00ková\ud83d ", "id": 6326, "sms": "Hi,\n\tJana", "no": ["x"]}
    assert fields.line(said, "name") == "[2J Jana Nováková\ufffd"
    assert fields.text(said, "sms") == "Hi,\n\tJana"
    assert fields.line(said, "id") == "6326"
    assert fields.line(said, "no") == ""
    assert fields.line(said, "absent") == ""


@given(st.text())
def test_a_text_can_be_written_to_any_file(text: str) -> None:
    fields.clean(text + "\ud800").encode()


def test_lists_are_read_as_far_as_they_can_be() -> None:
    assert fields.lines({"c": ["120", 121, "", None, " 12 2 "]}, "c") == ("120", "121", "12 2")
    assert fields.lines({"c": "120"}, "c") == ("120",)
    assert fields.lines({"c": None}, "c") == ()
    assert fields.phones({"p": ["+420000000011", "?", 420000000012]}, "p") == ("+420000000011", "+420000000012")
    assert list(fields.objects({"o": [{"a": 1}, 2, None]}, "o")) == [{"a": 1}]
    assert list(fields.objects({"o": {"a": 1}}, "o")) == []


@pytest.mark.parametrize(
    ("said", "meant"), [(True, True), (1, True), ("1", True), ("True", True), (False, False), ("0", False), ("?", None)]
)
def test_a_flag_is_read_in_the_ways_it_is_written(said: object, meant: bool | None) -> None:
    assert fields.flag({"f": said}, "f") is meant


@pytest.mark.parametrize("said", ["true", 1, None, False, [True], {"success": True}])
def test_only_true_itself_proves_success(said: object) -> None:
    fields.succeeded({"success": True})
    with pytest.raises(Malformed):
        fields.succeeded({"success": said})
