"""Whatever stands on a slip, all of it is on the paper, inside of it and in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pos_app.paper.layout import Bar, Face, Square, Text, lay_out
from pos_app.paper.slip import Code, Part, Rank, Row, Rule, Slip, Stamp, Title

texts = st.text(alphabet="abč Ж0,−", min_size=1, max_size=80)
ranks = st.sampled_from(Rank)
parts: st.SearchStrategy[Part] = st.one_of(
    st.builds(Title, texts, ranks),
    st.builds(Row, texts, texts, ranks),
    st.builds(Row, texts, st.just(""), ranks),
    st.builds(Stamp, texts),
    st.builds(Code, st.just("https://example.org"), texts),
    st.just(Rule()),
)


def measure(text: str, face: Face) -> float:
    """Every letter is six tenths of its height wide."""
    return len(text) * face.size * 0.6


def letters(part: Part) -> str:
    match part:
        case Title(text) | Stamp(text):
            return text
        case Row(left, right):
            return left + right
        case Code(_text, caption):
            return caption
        case _:
            return ""


@given(st.lists(parts, max_size=12), st.sampled_from((384, 576)))
def test_nothing_is_lost_and_nothing_leaves_the_paper(chosen: list[Part], width: int) -> None:
    laid = lay_out(Slip(name="", parts=tuple(chosen)), width, measure)
    drawn = ""
    for mark in laid.marks:
        match mark:
            case Text(x, foot, text, face):
                drawn += text
                assert x >= 0
                assert x + measure(text, face) <= width + 1
                assert face.size <= foot <= laid.height
            case Bar(x, y, across, down):
                assert 0 <= x < x + across <= width
                assert 0 <= y < y + down <= laid.height
            case Square(x, y, side, _text):
                assert 0 <= x < x + side <= width
                assert 0 <= y < y + side <= laid.height
    wanted = "".join(letters(part) for part in chosen)
    assert sorted(drawn.replace(" ", "")) == sorted(wanted.replace(" ", ""))


@given(st.lists(parts, min_size=1, max_size=12))
def test_what_comes_later_stands_further_down(chosen: list[Part]) -> None:
    heights = [lay_out(Slip(name="", parts=tuple(chosen[:count])), 576, measure).height for count in range(len(chosen) + 1)]
    assert heights == sorted(set(heights))
