"""Type styles: Inter, and Inter Display from 24 px up, tabular digits everywhere, no hinting, greyscale edges.

Sizes are logical pixels. Fonts are cached: asking for one in a ``paintEvent`` costs a dictionary look-up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from pos_app import resources

__all__ = ["Type", "TypeStyle", "font", "load_fonts"]

_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "InterDisplay-Medium.ttf",
    "InterDisplay-SemiBold.ttf",
)
_DISPLAY_FROM_PX = 24
_TIGHT = -1.2


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """One way to set text: size and line height in px, weight 400…700, letter spacing in per cent of the size.

    ``tabular``: all digits equally wide, so that a number does not dance while it is typed.
    """

    size_px: int
    line_px: int
    weight: int = 400
    spacing_percent: float = 0.0
    tabular: bool = True

    def bold(self, weight: int = 600) -> TypeStyle:
        """The same style in another weight."""
        return replace(self, weight=weight)

    def sized(self, size_px: int) -> TypeStyle:
        """The same style at another size; the line height keeps its proportion."""
        return replace(self, size_px=size_px, line_px=round(self.line_px * size_px / self.size_px))

    @property
    def font(self) -> QFont:
        """The (shared) font: copy it before changing it."""
        return font(self)


class Type:
    """The styles of the design (screens.md, 3.2)."""

    TOTAL = TypeStyle(72, 79, 600, _TIGHT)
    TOTAL_S = TypeStyle(56, 62, 600, _TIGHT)
    TOTAL_L = TypeStyle(80, 88, 600, _TIGHT)
    NUMBER_XL = TypeStyle(52, 62, 600, _TIGHT)
    NUMBER_L = TypeStyle(44, 52, 600, _TIGHT)
    NUMBER_M = TypeStyle(32, 40, 600, _TIGHT)
    KEY = TypeStyle(28, 36, 500)
    KEY_SEPARATOR = TypeStyle(36, 44, 600)
    TITLE_PAGE = TypeStyle(28, 36, 600, _TIGHT)
    TITLE_NAME = TypeStyle(24, 32, 600, _TIGHT)
    TITLE_PANEL = TypeStyle(22, 28, 600, -0.9)
    BUTTON_BIG = TypeStyle(24, 32, 600, _TIGHT)
    LEAD_L = TypeStyle(20, 28, 600, -0.2)
    LEAD = TypeStyle(18, 26, 500)
    LEAD_BOLD = TypeStyle(18, 26, 600, -0.3)
    BODY = TypeStyle(16, 24, 400)
    BODY_MEDIUM = TypeStyle(16, 24, 500)
    BODY_BOLD = TypeStyle(16, 24, 600, -0.3)
    SMALL = TypeStyle(15, 22, 400)
    SMALL_MEDIUM = TypeStyle(15, 22, 500)
    HINT = TypeStyle(14, 20, 400)
    HINT_MEDIUM = TypeStyle(14, 20, 500)
    NAV = TypeStyle(13, 18, 500)
    NAV_S = TypeStyle(12, 18, 500)
    KEYCAP = TypeStyle(13, 18, 500, tabular=False)


@cache
def font(style: TypeStyle) -> QFont:
    """The font of a style. GUI thread only; ``load_fonts`` must have run."""
    result = QFont("Inter Display" if style.size_px >= _DISPLAY_FROM_PX else "Inter")
    result.setPixelSize(style.size_px)
    result.setWeight(QFont.Weight(style.weight))
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    # Set in either case: a feature that is not set is inherited from the application's font.
    result.setFeature(QFont.Tag("tnum"), int(style.tabular))
    if style.spacing_percent:
        result.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.size_px * style.spacing_percent / 100)
    return result


@cache
def load_fonts() -> None:
    """Register the fonts that we ship; the system's own are never relied on.

    Raises FileNotFoundError if a font file is missing or is not a font: the installation is broken.
    """
    for name in _FILES:
        file = resources.path("fonts", name)
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(f"the font {file} cannot be loaded")
