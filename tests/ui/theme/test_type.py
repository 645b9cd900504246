from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from pos_app import resources
from pos_app.ui.theme import Type, TypeStyle

STYLES = {name: style for name, style in vars(Type).items() if isinstance(style, TypeStyle)}
CZECH = "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"
SIGNS = "€£$₴−–…·•≈✓↵,.%\u00a0\u202f"


@pytest.mark.parametrize("name", STYLES)
def test_the_bundled_font_is_the_one_that_is_used(name: str) -> None:
    style = STYLES[name]
    info = QFontInfo(style.font)
    assert info.family() == ("Inter Display" if style.size_px >= 24 else "Inter")
    assert info.weight() == style.weight
    assert info.pixelSize() == style.size_px


@pytest.mark.parametrize("name", [name for name in STYLES if STYLES[name].tabular])
def test_all_digits_are_equally_wide(name: str) -> None:
    metrics = QFontMetricsF(STYLES[name].font)
    assert len({metrics.horizontalAdvance(digit * 8) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("file", sorted(path.name for path in resources.path("fonts").glob("*.ttf")))
def test_every_font_has_the_letters_of_a_czech_till(file: str) -> None:
    font = QRawFont(str(resources.path("fonts", file)), 16, QFont.HintingPreference.PreferNoHinting)
    assert font.isValid()
    missing = [char for char in CZECH + SIGNS if not font.supportsCharacter(ord(char))]
    assert not [char for char in missing if char not in "₴✓↵"], missing


def test_the_licences_of_fonts_and_icons_are_shipped() -> None:
    texts = [path.read_text("utf-8") for path in resources.path("licences").iterdir()]
    for name in ("SIL Open Font License, Version 1.1", "ISC License", "The MIT License (MIT)"):
        assert any(name in text for text in texts), name


def test_a_style_in_another_size_keeps_its_proportions() -> None:
    assert Type.NUMBER_L.sized(36) == TypeStyle(36, 43, 600, Type.NUMBER_L.spacing_percent)
    assert Type.BODY.bold().weight == 600
