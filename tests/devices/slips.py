"""A slip to print."""

from __future__ import annotations

from PIL import Image

from pos_app.devices.printer.pencil import draw
from pos_app.paper.slip import Code, Picture, Rank, Row, Rule, Slip, Stamp, Title

SLIP = Slip(
    name="20418",
    parts=(
        Stamp("KOPIE"),
        Title("Kavárna Letná"),
        Title("Кав'ярня Їжак", Rank.NORMAL),
        Rule(),
        Row("26. 11. 2026  14:32", "Účtenka 20418", Rank.SMALL),
        Row("Nákup", "1 250,00 Kč"),
        Row("Nový zůstatek", "≈ 1 044,37", Rank.LARGE),
        Code("https://core.passquare.com/card/abc", "Věrnostní karta do mobilu"),
    ),
)


def image(picture: Picture) -> Image.Image:
    """0 is black."""
    return Image.frombytes("1", (picture.width, picture.height), bytes(255 ^ byte for byte in picture.rows))


def drawn(width: int = 576, slip: Slip = SLIP) -> Image.Image:
    return image(draw(slip, width))
