"""A picture as the bytes of ESC/POS.

The pictures and commands are python-escpos's. Its printers are not used: they print to standard output, leave a temporary folder
behind at each start, and wait without an end for a printer that takes nothing.
"""

from __future__ import annotations

from itertools import count

from pos_app.paper.printer import Cut, Dots, Printer
from pos_app.paper.slip import Picture

_BAND = 192
"""Rows that go out in one command: small memories hold them, and it is whole lines of 24."""
_FEED_TO_KNIFE, _FEED_TO_EDGE = 6, 4
"""Lines between the head and where the paper is cut, or torn off."""
ASK_STATE = b"\x10\x04\x02"
"""DLE EOT 2: why are you not ready? Answered at once, also by one that has stopped."""
ASK_DONE = b"\x1dr\x01"
"""GS r 1: answered once everything before it was printed."""


def encode(picture: Picture, printer: Printer) -> bytes:
    """All of a job: the printer is reset first, and the paper cut at the end."""
    from escpos import constants  # type: ignore[import-untyped] # noqa: PLC0415
    from escpos.image import EscposImage  # type: ignore[import-untyped] # noqa: PLC0415
    from PIL import Image, ImageOps  # noqa: PLC0415

    sheet = ImageOps.invert(Image.frombytes("1", (picture.width, picture.height), picture.rows).convert("L"))
    parts: list[bytes] = [constants.HW_INIT]
    for top in count(0, _BAND):
        if top >= picture.height:
            break
        band = EscposImage(sheet.crop((0, top, picture.width, min(top + _BAND, picture.height))))
        if printer.dots is Dots.RASTER:
            sizes = _low_high(band.width_bytes) + _low_high(band.height)
            parts.append(constants.GS + b"v0\0" + sizes + band.to_raster_format())
        else:
            head = constants.ESC + b"*" + bytes((33,)) + _low_high(band.width)
            # Lines of dots follow each other without a gap: the spacing is less than a line is high.
            lines = (head + columns + b"\n" for columns in band.to_column_format())
            parts += [constants.ESC + b"3" + bytes((16,)), *lines, constants.ESC + b"2"]
    feed = _FEED_TO_EDGE if printer.cut is Cut.NONE else _FEED_TO_KNIFE
    parts.append(constants.ESC + b"d" + bytes((feed,)))
    if printer.cut is not Cut.NONE:
        parts.append(constants.PAPER_FULL_CUT if printer.cut is Cut.FULL else constants.PAPER_PART_CUT)
    return b"".join(parts)


def white(printer: Printer) -> bytes:
    """As much as is missing of one command at the most: no dots within a picture, and nothing at all outside of one."""
    return bytes(printer.width // 8 * _BAND)


def _low_high(number: int) -> bytes:
    return number.to_bytes(2, "little")
