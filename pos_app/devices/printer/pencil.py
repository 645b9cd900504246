"""Draws a slip as dots, with the program's own fonts: letters that no printer has come out right too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pos_app import resources
from pos_app.paper.layout import Bar, Face, Laid, Square, Text, lay_out
from pos_app.paper.slip import Picture, Slip

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_INK = 150
"""A dot is burnt where the letter covers about two fifths of it: thermal paper wants sturdy strokes."""
_QUIET = 4
"""Modules that stay white around a QR code."""


def draw(slip: Slip, width: int) -> Picture:
    """``slip`` on paper of ``width`` dots, a multiple of 8."""
    return paint(lay_out(slip, width, lambda text, face: _font(face).getlength(text)))


def paint(laid: Laid) -> Picture:
    """What was laid out, as dots."""
    # Nobody who only sells waits for these.
    from PIL import Image, ImageDraw  # noqa: PLC0415

    sheet = Image.new("L", (laid.width, laid.height), 255)
    pencil = ImageDraw.Draw(sheet)
    for mark in laid.marks:
        match mark:
            case Text(x, foot, text, face, white):
                pencil.text((x, foot), text, font=_font(face), anchor="ls", fill=255 if white else 0)
            case Bar(x, y, width, height):
                pencil.rectangle((x, y, x + width - 1, y + height - 1), fill=0)
            case Square():
                _code(pencil, mark)
    dots = sheet.point(lambda grey: 255 if grey < _INK else 0).convert("1")
    return Picture(laid.width, laid.height, dots.tobytes())


def _code(pencil: ImageDraw, square: Square) -> None:
    import segno  # noqa: PLC0415

    matrix = segno.make(square.text, error="m", micro=False).matrix
    module = max(1, square.side // (len(matrix) + 2 * _QUIET))
    left = square.x + (square.side - module * len(matrix)) // 2
    top = square.y + (square.side - module * len(matrix)) // 2
    for row, modules in enumerate(matrix):
        for column, black in enumerate(modules):
            if black:
                x, y = left + column * module, top + row * module
                pencil.rectangle((x, y, x + module - 1, y + module - 1), fill=0)


@cache
def _font(face: Face) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415

    return ImageFont.truetype(str(resources.path("fonts", f"{face.font.value}.ttf")), face.size)
