"""One line of the roll: what was written is read, and nothing else is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pos_app.store.roll_line import BEGINNING, START, BrokenLine, Line, Place, RowImage, Rows, image_mark, read, storable, written

ROWS: Rows = {"sale": [{"seq": 1, "name": 'Nováková, "Jana"', "mark": None}], "posting": [{"seq": 1, "sum_cents": -250}]}
KEPT = (
    '{"n":1,"what":"sale","rows":{"sale":[{"seq":1,"name":"Nováková, \\"Jana\\"","mark":null}],'
    '"posting":[{"seq":1,"sum_cents":-250}]},"prev":"00000000000000000000000000000000",'
    '"hash":"a2c369d6477107e37bc79f01bf672dbf"}'
)
"""As this version writes the first line of a roll; a till of years ago has such lines."""


def first() -> Line:
    return written(BEGINNING, "sale", ROWS)


def test_a_line_is_read_back_as_it_was_written() -> None:
    line = first()
    assert read(line.text) == line
    assert (line.place.n, line.prev, line.what, line.rows) == (1, START, "sale", ROWS)
    assert Place(0, "0" * 32) == BEGINNING


def test_a_roll_of_years_ago_is_still_a_roll() -> None:
    assert first().text == KEPT


def test_each_line_names_the_one_before_it() -> None:
    second = written(first().place, "answer", ROWS)
    assert (second.place.n, second.prev) == (2, first().place.hash)
    # The same rows after another line are another line.
    other = written(Place(1, "f" * 32), "answer", ROWS)
    assert other.place.hash != second.place.hash
    assert len(second.place.hash) == len(START)


def test_the_words_of_a_customer_may_look_like_the_end_of_a_line() -> None:
    line = written(BEGINNING, "sale", {"sale": [{"name": f'X","prev":"{START}","hash":"{START}"}}'}]})
    assert read(line.text) == line


def changed(**fields: Any) -> str:
    """The first line with some fields put by hand, in its own form."""
    return json.dumps({**json.loads(first().text), **fields}, ensure_ascii=False, separators=(",", ":"))


def without(field: str) -> str:
    document = json.loads(first().text)
    del document[field]
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "17",
        first().text[:-1],
        first().text[1:],
        first().text.replace("sale", "sa1e", 1),
        changed(n=2),
        changed(what="else"),
        changed(prev="f" * 32),
        changed(hash="f" * 32),
        changed(rows={}),
        # All its fields, but none of its ends.
        json.dumps(json.loads(first().text), indent=1),
        without("n"),
        without("what"),
        without("rows"),
        without("prev"),
        without("hash"),
        "[" * 100_000,
    ],
)
def test_whatever_else_there_is_is_a_broken_line(text: str) -> None:
    with pytest.raises(BrokenLine):
        read(text)


def test_only_texts_whole_numbers_and_nothing_are_a_row_of_ours() -> None:
    assert storable({"name": "Jana", "seq": 1, "mark": None})
    assert storable({})
    for value in (1.5, b"Jana", ["Jana"], {"name": "Jana"}):
        assert not storable({"seq": 1, "else": value, "name": "Jana"})


def test_the_mark_of_a_row_is_its_own_whatever_the_order_of_its_columns() -> None:
    row: RowImage = {"seq": 1, "name": "Nováková", "sum_cents": None}
    assert image_mark("sale", row) == image_mark("sale", {name: row[name] for name in reversed(row)})
    others = [image_mark("posting", row), image_mark("sale", {**row, "seq": 2}), image_mark("sale", {**row, "name": "Novakova"})]
    marks = {image_mark("sale", row), *others}
    assert len(marks) == 4
    # SQLite's whole numbers, signed.
    drawn = [image_mark("sale", {"seq": seq}) for seq in range(200)]
    assert -(2**63) <= min(drawn) < -(2**62)
    assert 2**62 < max(drawn) < 2**63
