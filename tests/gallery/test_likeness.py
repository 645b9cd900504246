"""What the comparison of pictures sees, and what it lets pass."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter, qRgb

from pos_app.ui.theme import DARK, LIGHT, Ink, Tokens, Type, TypeStyle
from tests.gallery.draw import drawn
from tests.gallery.few_colours import with_few_colours
from tests.gallery.likeness import Difference, difference, halved
from tests.gallery.scenes import SCENES
from tests.gallery.view import View


def screen() -> QImage:
    """The sale's main screen."""
    ((_, picture),) = drawn(SCENES["sale-customer"], [View()])
    return picture


def compared(now: QImage, before: QImage) -> Difference:
    """As the gallery does it: with the few colours of what is kept."""
    return difference(halved(now), with_few_colours(halved(before)))


def sheet(
    text: str, *, ink: Ink = Ink.TEXT2, style: TypeStyle = Type.HINT, tokens: Tokens = LIGHT, right_px: float = 0, line_y: int = 101
) -> QImage:
    """A line of text and a hairline on the surface of a panel."""
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(tokens.surface)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style.font)
    painter.setPen(tokens[ink])
    painter.drawText(QPointF(20 + right_px, 60), text)
    painter.fillRect(QRect(20, line_y, 130, 1), tokens.line)
    painter.end()
    return picture


WORDS = "Sales are saved and sent later."


def test_nothing_is_seen_where_nothing_changed() -> None:
    picture = screen()
    assert not compared(picture, picture).seen


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_hairline_that_moved_by_two_pixels_is_seen(tokens: Tokens) -> None:
    assert compared(sheet(WORDS, tokens=tokens, line_y=103), sheet(WORDS, tokens=tokens)).seen


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("other", [Ink.TEXT3, Ink.TEXT, Ink.ACCENT, Ink.WARN])
def test_small_letters_in_another_colour_of_the_theme_are_seen(tokens: Tokens, other: Ink) -> None:
    assert compared(sheet(WORDS, tokens=tokens, ink=other), sheet(WORDS, tokens=tokens)).seen


def test_a_word_that_is_gone_and_a_digit_that_changed_are_seen() -> None:
    assert compared(sheet("Sales are saved and later."), sheet(WORDS)).seen
    assert compared(sheet("1,240 points"), sheet("1,248 points")).seen


def test_a_line_of_text_that_moved_by_two_pixels_is_seen() -> None:
    moved = sheet(WORDS).copy(0, 2, 400, 200)
    assert compared(moved, sheet(WORDS)).seen


def test_a_tint_that_changed_a_little_is_seen() -> None:
    before, after = sheet(WORDS), sheet(WORDS)
    for picture, colour in ((before, LIGHT.accent_t), (after, LIGHT.sunken)):
        painter = QPainter(picture)
        painter.fillRect(QRect(200, 120, 60, 40), colour)
        painter.end()
    assert compared(after, before).seen


def test_another_size_is_another_picture() -> None:
    assert difference(sheet(WORDS), sheet(WORDS).copy(0, 0, 399, 200)).seen


@pytest.mark.parametrize("style", [Type.HINT, Type.BODY_BOLD])
def test_letters_that_stand_a_quarter_of_a_pixel_elsewhere_pass(style: TypeStyle) -> None:
    assert not compared(sheet("1,240 points", style=style, right_px=0.25), sheet("1,240 points", style=style)).seen


def test_edges_that_are_smoothed_otherwise_pass() -> None:
    before = screen().copy(0, 0, 700, 400)
    after, chance = before.copy(), random.Random(1)
    touched = 0
    for y in range(before.height()):
        for x in range(1, before.width()):
            here = QColor(before.pixel(x, y))
            if here != QColor(before.pixel(x - 1, y)):
                shift = chance.randint(-24, 24)
                red, green, blue = (min(255, max(0, part + shift)) for part in (here.red(), here.green(), here.blue()))
                after.setPixel(x, y, qRgb(red, green, blue))
                touched += 1
    assert touched > 5_000
    assert not compared(after, before).seen
