from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pos_app.ui.theme import Ink, Type
from pos_app.ui.widgets.label import PlainLabel
from pos_app.ui.widgets.text import advance, elided, plain, wrapped_lines

MARKUP = '<b>x</b> & <img src="http://example.invalid/a.png"> <a href="x">y</a>'


@given(st.text(max_size=400))
def test_no_text_keeps_control_or_direction_characters(text: str) -> None:
    shown = plain(text)
    assert len(shown) <= 200
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_a_name_cannot_turn_the_line_it_stands_in() -> None:
    assert plain("Jana\u202e avokáN\u202c \u2067x\u2069 \u200f") == "Jana avokáN x "
    assert plain("a\r\nb\tc\x00\x1b[31m") == "a  b c[31m"


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert plain("x" * 500) == "x" * 199 + "…"
    assert plain("x" * 500, 10) == "x" * 9 + "…"
    assert plain("x" * 200) == "x" * 200


def test_letters_of_all_languages_stay() -> None:
    for name in ("Žofie Ďáblíková", "Łukasz Żółć", "Олена Шевченко", "O’Neil–Smith", "山田太郎", "1\u00a0250,00\u00a0Kč"):
        assert plain(name) == name


def test_markup_is_shown_as_letters(qtbot: QtBot) -> None:
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP
    rich, other = PlainLabel("<b>x</b>"), PlainLabel("[b]x[/b]")
    qtbot.addWidget(rich)
    qtbot.addWidget(other)
    # As wide as its letters: nothing was swallowed as a tag.
    assert rich.sizeHint().width() >= advance("<b>x</b>", Type.BODY)
    assert rich.text() == "<b>x</b>"


def test_a_label_paints_markup_as_letters(qtbot: QtBot) -> None:
    tagged, bare = PlainLabel("<i></i>"), PlainLabel("")
    for label in (tagged, bare):
        qtbot.addWidget(label)
        label.resize(120, 24)
    assert tagged.grab().toImage() != bare.grab().toImage()


def test_one_line_is_as_high_as_its_style_says(qtbot: QtBot) -> None:
    label = PlainLabel("Jana", Type.TITLE_NAME)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == 32


def test_wrapped_text_grows_with_its_lines(qtbot: QtBot) -> None:
    sentence = "Find the customer first to see how many points they can use."
    label = PlainLabel(sentence, Type.SMALL, wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(1000) == 22
    assert label.heightForWidth(300) == 44
    assert " ".join(wrapped_lines(sentence, Type.SMALL, 120)) == sentence
    for line in wrapped_lines(sentence, Type.SMALL, 120):
        assert advance(line, Type.SMALL) <= 120


def test_a_word_that_is_too_long_is_broken_rather_than_cut() -> None:
    lines = wrapped_lines("x" * 100, Type.BODY, 100)
    assert "".join(lines) == "x" * 100
    assert len(lines) > 5


def test_eliding_keeps_the_beginning() -> None:
    shown = elided("Jana Nováková-Svobodová", Type.BODY, 100)
    assert shown.startswith("Jana")
    assert shown.endswith("…")


def test_a_number_shrinks_before_it_is_cut(qtbot: QtBot) -> None:
    label = PlainLabel("1 234 567,89 Kč", Type.NUMBER_XL, shrink_to_px=20)
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert label.drawn_style.size_px == 52
    label.resize(250, 62)
    assert label.drawn_style.size_px < 52
    assert advance(label.text(), label.drawn_style) <= 250
    label.resize(10, 62)
    assert label.drawn_style.size_px == 20


def test_the_look_of_a_label_can_change(qtbot: QtBot) -> None:
    label = PlainLabel("x", Type.BODY, Ink.TEXT)
    qtbot.addWidget(label)
    label.set_look(Type.NUMBER_M, Ink.OK)
    assert (label.type_style, label.ink) == (Type.NUMBER_M, Ink.OK)
