"""The picture of a slip: letters, places, code."""

from __future__ import annotations

import segno
from PIL import Image, ImageChops, ImageFont

from pos_app import resources
from pos_app.devices.printer.pencil import draw
from pos_app.paper.layout import Font
from pos_app.paper.slip import Code, Row, Slip, Title
from tests.devices.slips import SLIP, drawn, image

CZECH = "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž"
CYRILLIC = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюяђјљњћџўѓќѕ"
SIGNS = "0123456789−+≈•·→€₴£…„“–%,.:’"


def test_every_letter_of_czech_and_of_the_cyrillic_languages_is_in_each_font() -> None:
    for each in Font:
        font = ImageFont.truetype(str(resources.path("fonts", f"{each.value}.ttf")), 40)
        missing = bytes(font.getmask("\ufff0"))
        letters = CZECH + CZECH.upper() + CYRILLIC + CYRILLIC.upper() + SIGNS
        lacking = [letter for letter in letters if bytes(font.getmask(letter)) == missing]
        assert lacking == [], each


def test_a_letter_with_its_accent_is_another_picture_than_without() -> None:
    with_, without = (drawn(slip=Slip(name="", parts=(Title(text),))) for text in ("Účtenka", "Uctenka"))
    assert ImageChops.difference(with_.convert("L"), without.convert("L")).getbbox() is not None


def test_nothing_is_drawn_over_the_edge_however_long_it_is() -> None:
    long = "Nejnekonečnější nezkrácenost " * 4
    slip = Slip(name="", parts=(Title(long), Title("x" * 90), Row(long, "1 250,00 Kč"), Row("Nákup", "9" * 60), Row(long, "")))
    for width in (384, 576):
        # On paper with room beside it everything is where it was: nothing was cut off at the edge.
        narrow = drawn(width, slip)
        ink = ImageChops.invert(narrow.convert("L")).getbbox()
        assert ink is not None
        left, top, right, bottom = ink
        assert left >= 4, left
        assert right <= width - 4, right
        assert 0 <= top < bottom <= narrow.height


def test_a_sum_stands_at_the_right_edge_beside_its_name_or_below_it() -> None:
    short, long = (drawn(slip=Slip(name="", parts=(Row(name, "1 250,00 Kč"),))) for name in ("Nákup", "Nákup " * 9))
    assert long.height > short.height
    for each in (short, long):
        ink = ImageChops.invert(each.convert("L")).getbbox()
        assert ink is not None
        assert ink[2] > 576 - 10


def test_the_code_on_the_paper_is_the_code_of_its_text() -> None:
    text = "https://core.passquare.com/card/abc"
    paper = image(draw(Slip(name="", parts=(Code(text),)), 576))
    box = ImageChops.invert(paper.convert("L")).getbbox()
    assert box is not None
    code = paper.crop(box)
    matrix = segno.make(text, error="m", micro=False).matrix
    assert code.width == code.height
    assert code.width % len(matrix) == 0, "every module has the same whole number of dots"
    module = code.width // len(matrix)
    small = code.resize((len(matrix), len(matrix)), Image.Resampling.NEAREST)
    assert module >= 4
    assert [[small.getpixel((x, y)) == 0 for x in range(len(matrix))] for y in range(len(matrix))] == [
        [bool(black) for black in row] for row in matrix
    ]


def test_the_same_slip_is_the_same_picture() -> None:
    assert draw(SLIP, 576) == draw(SLIP, 576)
