"""The look: colours, type, sizes, icons.

Most used::

    from pos_app.ui.theme import Ink, Metrics, Type, theme
    theme().tokens.accent          # a QColor of the look in force
    Type.BODY_BOLD.font            # a QFont (shared)
    Metrics.for_window(1280, 800)  # every size that depends on the window
"""

from .chosen import ChosenTheme
from .icons import draw_icon, pixmap
from .metrics import Metrics, SizeClass, automatic_scale, usable_scale
from .motion import ChosenMotion, moves, set_moves
from .theme import Theme, install, theme
from .tokens import DARK, HIGH_CONTRAST, LIGHT, Ink, ThemeKind, Tokens, contrast
from .type import Type, TypeStyle

__all__ = [
    "DARK",
    "HIGH_CONTRAST",
    "LIGHT",
    "ChosenMotion",
    "ChosenTheme",
    "Ink",
    "Metrics",
    "SizeClass",
    "Theme",
    "ThemeKind",
    "Tokens",
    "Type",
    "TypeStyle",
    "automatic_scale",
    "contrast",
    "draw_icon",
    "install",
    "moves",
    "pixmap",
    "set_moves",
    "theme",
    "usable_scale",
]
