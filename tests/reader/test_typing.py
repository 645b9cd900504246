"""People: whatever they type arrives, once, in order, and nothing of it is a read."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.reader.keys import Role

if TYPE_CHECKING:
    from pos_app.reader import Keystroke
    from tests.reader.wedge import Desk, Keyboard

HUMAN = [
    ("us", "+420603123456\r"),
    ("us", "7862374687\r"),
    ("us", "%12;34?\r"),
    ("cz", "může"),
    ("cz", "12345\r"),
    ("fr", "mémé"),
    ("fr", "mémé\r"),
    ("de", "50 %; 3"),
    ("us", "50 %; 3"),
    ("ru", "привет; 25 %\r"),
]
RHYTHMS = {
    "calm": [(110, 80), (180, 95), (90, 70), (240, 120)],
    "quick, rolling over": [(70, 90), (55, 80), (120, 100), (30, 75), (28, 90), (95, 110)],
    "in bursts": [(200, 85), (30, 80), (26, 70), (24, 90), (150, 75)],
}

gaps_and_dwells = st.lists(st.tuples(st.integers(24, 400), st.integers(50, 160)), min_size=20, max_size=20)


@pytest.mark.parametrize("editing", [True, False], ids=["in a field", "on a button"])
@pytest.mark.parametrize("rhythm", RHYTHMS)
@pytest.mark.parametrize(("layout", "text"), HUMAN)
def test_typing_arrives_unchanged(
    new_desk: type[Desk], keyboards: dict[str, Keyboard], layout: str, text: str, rhythm: str, editing: bool
) -> None:
    desk = new_desk(editing=editing).feed(keyboards[layout].person(text, cycle(RHYTHMS[rhythm]))).quiet()
    assert desk.reads == []
    assert desk.text == text


@given(
    layout=st.sampled_from(["us", "cz", "de", "fr", "ru"]),
    data=st.data(),
    times=gaps_and_dwells,
    editing=st.booleans(),
    punctual=st.booleans(),
)
def test_no_typing_is_ever_lost_doubled_or_taken_for_a_reader(
    new_desk: type[Desk],
    keyboards: dict[str, Keyboard],
    layout: str,
    data: st.DataObject,
    times: list[tuple[float, float]],
    editing: bool,
    punctual: bool,
) -> None:
    keyboard = keyboards[layout]
    letters = [char for char in "0123456789abcdefmů%;?=+-éř \r" if char in keyboard._places or char == "\r"]
    text = data.draw(st.text(st.sampled_from(letters), max_size=20))
    desk = new_desk(editing=editing).feed(keyboard.person(text, times), punctual=punctual).quiet()
    assert desk.reads == []
    assert desk.text == text


@given(
    ticks=st.lists(st.tuples(st.integers(0, 400), st.sampled_from("0123456789;%?=E\rab\t\x0e"), st.integers(0, 200)), max_size=40),
    editing=st.booleans(),
    punctual=st.booleans(),
)
def test_every_press_arrives_once_or_is_part_of_a_read(
    new_desk: type[Desk], keyboards: dict[str, Keyboard], ticks: list[tuple[int, str, int]], editing: bool, punctual: bool
) -> None:
    """Any rhythm at all, also such as neither people nor readers have."""
    keyboard = keyboards["us"]
    time_ms = 10_000.0
    strokes: list[tuple[int, int, Keystroke]] = []
    for gap_ms, char, dwell_ms in ticks:
        time_ms += gap_ms
        strokes += [
            (stroke.t_ms, len(strokes) + i, stroke)
            for i, stroke in enumerate(keyboard.wedge(char, at_ms=time_ms, gap_ms=1000, dwell_ms=dwell_ms))
        ]
    ordered = [stroke for _, _, stroke in sorted(strokes, key=lambda entry: entry[:2])]
    desk = new_desk(editing=editing).feed(ordered, punctual=punctual).quiet()
    arrived = [id(stroke) for stroke in desk.arrived]
    assert len(set(arrived)) == len(arrived)
    if desk.reads:
        return
    assert [stroke.t_ms for stroke in desk.arrived] == sorted(stroke.t_ms for stroke in desk.arrived)
    long = {stroke.code for stroke in ordered if any(dwell_ms >= 150 for _, _, dwell_ms in ticks)}
    for stroke in ordered:
        if stroke.down and stroke.role is not Role.MODIFIER and id(stroke) not in arrived:
            assert stroke.code in long, "only the repeats of a key that hangs may go"
