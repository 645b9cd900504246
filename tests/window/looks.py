"""What a picture of the till's window says, by the colours of its larger parts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from pos_app.ui.theme.tokens import LIGHT

_TICK_PIXELS = 1_500
"""Of the disc with the tick, which is 72 wide; the dot of "online" has the same green and is 8 wide."""
_AMOUNT, _FRAME_PIXELS = QRect(560, 96, 380, 120), 1_000
_BUTTON_PIXELS = 15_000


def says_recorded(picture: QImage) -> bool:
    """Whether the disc with the tick is there."""
    return pixels(picture, LIGHT.okfill) > _TICK_PIXELS


def is_amount_active(picture: QImage) -> bool:
    """Whether the amount of a purchase can be typed: its field has the frame."""
    return pixels(picture.copy(_AMOUNT), LIGHT.accent) > _FRAME_PIXELS


def is_form(picture: QImage) -> bool:
    """Whether a customer's purchase can be typed and there is nothing to confirm yet."""
    return is_amount_active(picture) and pixels(picture, LIGHT.bandoff) > _BUTTON_PIXELS


def can_confirm(picture: QImage) -> bool:
    """Whether there are a customer and an amount."""
    return is_amount_active(picture) and pixels(picture, LIGHT.bandbtn) > _BUTTON_PIXELS


def pixels(picture: QImage, colour: QColor) -> int:
    """How many have this colour exactly."""
    wanted = (colour.rgb() & 0xFFFFFF).to_bytes(4, "little")[:3]
    data: Any = picture.constBits()
    return bytes(data).count(wanted)
