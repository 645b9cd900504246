"""The colours of the three themes, exactly as the design names them, and nothing else.

A widget never writes a colour: it asks ``theme().tokens`` for one by name. Contrast ratios are tested
(``tests/ui/theme/test_tokens.py``), so a changed colour that a cashier could not read fails the build.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor

__all__ = ["DARK", "HIGH_CONTRAST", "LIGHT", "Ink", "ThemeKind", "Tokens", "contrast"]


class ThemeKind(Enum):
    """The looks that a shop may choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class Ink(Enum):
    """Names of the colours that text, icons and dots may take; the value is the field of ``Tokens``."""

    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    DISABLED = "disabled"
    ACCENT = "accent"
    ON_ACCENT = "onaccent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    OK_FILL = "okfill"
    BAD_FILL = "badfill"
    ON_BAND = "onband"
    ON_BAND2 = "onband2"
    LINE = "line"
    LINE2 = "line2"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Treat the colours as constants: QColor itself could be changed, but nobody may."""

    kind: ThemeKind
    canvas: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    key: QColor
    keyp: QColor
    line: QColor
    line2: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accentfill: QColor
    accentp: QColor
    onaccent: QColor
    accent_t: QColor
    accent_l: QColor
    ok: QColor
    ok_t: QColor
    ok_l: QColor
    warn: QColor
    warn_t: QColor
    warn_l: QColor
    bad: QColor
    bad_t: QColor
    bad_l: QColor
    okfill: QColor
    badfill: QColor
    band: QColor
    onband: QColor
    onband2: QColor
    bandbtn: QColor
    bandoff: QColor
    line_px: int
    """Thickness of panel edges and dividers: 1, in high contrast 2."""

    def __getitem__(self, ink: Ink) -> QColor:
        colour: QColor = getattr(self, ink.value)
        return colour

    @property
    def high_contrast(self) -> bool:
        """True where every fill becomes a 2-px border."""
        return self.kind is ThemeKind.HIGH_CONTRAST


def _tokens(kind: ThemeKind, *, line_px: int, **colours: str) -> Tokens:
    return Tokens(kind=kind, line_px=line_px, **{name: QColor(value) for name, value in colours.items()})


LIGHT = _tokens(
    ThemeKind.LIGHT,
    line_px=1,
    canvas="#F2F3F6",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F2F3F6",
    key="#F2F3F6",
    keyp="#E3E6EC",
    line="#E3E6EC",
    line2="#7D8697",
    text="#11151D",
    text2="#495162",
    text3="#646D7E",
    disabled="#A3AAB8",
    accent="#2450D6",
    accentfill="#2450D6",
    accentp="#1A3DAB",
    onaccent="#FFFFFF",
    accent_t="#EEF2FE",
    accent_l="#C5D3FB",
    ok="#0F6E46",
    ok_t="#E6F5ED",
    ok_l="#B5DEC9",
    warn="#855000",
    warn_t="#FFF3DB",
    warn_l="#F0D5A0",
    bad="#B3232B",
    bad_t="#FDEEEE",
    bad_l="#F3C3C5",
    okfill="#12804F",
    badfill="#C42B33",
    band="#11151D",
    onband="#FFFFFF",
    onband2="#B4BBC9",
    bandbtn="#3F6BF2",
    bandoff="#2C3442",
)

DARK = _tokens(
    ThemeKind.DARK,
    line_px=1,
    canvas="#0B0E13",
    surface="#141920",
    raised="#1B212B",
    sunken="#0F131A",
    key="#222A36",
    keyp="#303A49",
    line="#262E3A",
    line2="#6F7B8D",
    text="#F2F5FA",
    text2="#B4BDCC",
    text3="#8F9AAB",
    disabled="#566172",
    accent="#93B0FF",
    accentfill="#3B66EE",
    accentp="#2E55D4",
    onaccent="#FFFFFF",
    accent_t="#18233F",
    accent_l="#324A8A",
    ok="#63D9A0",
    ok_t="#10281E",
    ok_l="#1E4D38",
    warn="#FFC56B",
    warn_t="#2A2011",
    warn_l="#5C461C",
    bad="#FF9494",
    bad_t="#2F191B",
    bad_l="#6C2D31",
    okfill="#1F8F5E",
    badfill="#CC3840",
    band="#1B2540",
    onband="#FFFFFF",
    onband2="#B9C5E4",
    bandbtn="#3B66EE",
    bandoff="#28345C",
)

HIGH_CONTRAST = _tokens(
    ThemeKind.HIGH_CONTRAST,
    line_px=2,
    canvas="#000000",
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    key="#000000",
    keyp="#FFFFFF",
    line="#FFFFFF",
    line2="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#FFFFFF",
    disabled="#A6A6A6",
    accent="#FFE500",
    accentfill="#FFE500",
    accentp="#FFFFFF",
    onaccent="#000000",
    accent_t="#000000",
    accent_l="#FFE500",
    ok="#5CFFA5",
    ok_t="#000000",
    ok_l="#5CFFA5",
    warn="#FFB84D",
    warn_t="#000000",
    warn_l="#FFB84D",
    bad="#FF9A9A",
    bad_t="#000000",
    bad_l="#FF9A9A",
    okfill="#5CFFA5",
    badfill="#FF9A9A",
    band="#000000",
    onband="#FFFFFF",
    onband2="#FFFFFF",
    bandbtn="#FFE500",
    bandoff="#000000",
)


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG 2.2 contrast ratio of two opaque colours, 1.0 to 21.0."""

    def luminance(colour: QColor) -> float:
        def linear(channel: float) -> float:
            return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
