"""JSON read strictly and written exactly."""

from __future__ import annotations

import contextlib
import json
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pos_app.passquare.wire.strict_json import JsonObject, Malformed, dumps, loads

AMOUNTS = st.decimals(-999_999_999, 999_999_999, places=2)
SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | AMOUNTS | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3), max_leaves=6
)
DOCUMENTS = st.dictionaries(st.text(max_size=5), VALUES, max_size=4)


@given(DOCUMENTS)
def test_what_is_written_is_read_back_the_same(document: JsonObject) -> None:
    assert loads(dumps(document)) == document


@given(DOCUMENTS)
def test_what_is_written_is_json_for_everybody(document: JsonObject) -> None:
    assert json.loads(dumps(document), parse_float=Decimal) == document


@given(
    st.binary() | st.text().map(str.encode) | st.recursive(st.text('[]{}":,0e-truN', max_size=9), st.lists).map(str).map(str.encode)
)
@example(b"{" * 100_000)
@example(b'{"a":' * 20_000)
@example(b'{"n": ' + b"9" * 60_000 + b"}")
@example(b'{"n": 1e' + b"9" * 60_000 + b"}")
@example(b'{"n": 1e-99999999999999999999999}')
@example(b'{"\\ud800": "\\udfff"}')
def test_any_bytes_are_an_object_or_malformed(data: bytes) -> None:
    with contextlib.suppress(Malformed):
        assert isinstance(loads(data), dict)


@pytest.mark.parametrize(
    ("amount", "literal"),
    [
        (Decimal("300.00"), b"300.00"),
        (Decimal("0.10"), b"0.10"),
        (Decimal("-2.5"), b"-2.5"),
        (Decimal("1E+3"), b"1000"),
        (Decimal("1E-7"), b"0.0000001"),
        (Decimal("-0.00"), b"0.00"),
        (Decimal("123456789012345678901234567890.12"), b"123456789012345678901234567890.12"),
    ],
)
def test_a_decimal_is_written_as_the_number_it_is(amount: Decimal, literal: bytes) -> None:
    assert dumps({"sum": amount}) == b'{"sum": ' + literal + b"}"


@pytest.mark.parametrize("value", [1.5, Decimal("NaN"), Decimal("Infinity"), {1, 2}, b"x"])
def test_what_does_not_belong_on_the_wire_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        dumps({"sum": value})


def test_names_are_written_so_that_no_charset_can_harm_them() -> None:
    assert dumps({"name": "Nováková"}) == b'{"name": "Nov\\u00e1kov\\u00e1"}'


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b'{"a": 1, "a": 1}', "twice"),
        (b'{"x": {"a": 1, "a": 2}}', "twice"),
        (b'{"a": NaN}', "number"),
        (b'{"a": -Infinity}', "number"),
        (b"[1]", "object"),
        (b"null", "object"),
        (b"", "not JSON"),
        (b"{} {}", "not JSON"),
        (b'{"a": 01}', "not JSON"),
        (b"\xff\xfe{\x00}\x00", "UTF-8"),
        (b"[" * 60_000, "deeply"),
    ],
)
def test_what_is_wrong_is_named_and_not_quoted(data: bytes, complaint: str) -> None:
    with pytest.raises(Malformed, match=complaint):
        loads(data)
