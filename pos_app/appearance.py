"""How the till looks and sounds, as the people at it choose; kept in ``settings.toml``. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

SMALLEST_PERCENT, LARGEST_PERCENT = 90, 140


class ThemeChoice(Enum):
    """Which colours."""

    SYSTEM = "system"
    """As the computer's desktop: dark, light or high contrast."""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class KeypadOrder(Enum):
    """Which row of the keypad is on top."""

    SEVEN_ON_TOP = "789"
    """As on a keyboard."""
    ONE_ON_TOP = "123"
    """As on a telephone and a card terminal."""


class MotionChoice(Enum):
    """Whether what changes on the screen fades."""

    SYSTEM = "system"
    """Unless the computer's desktop was asked for less."""
    FULL = "full"
    REDUCED = "reduced"
    """Nothing moves but what counts the time."""


class Sound(Enum):
    """What can be heard."""

    READ = "read"
    """A card or code was read."""
    SAVED = "saved"
    """The sale is on the disk."""
    REFUSED = "refused"
    """What was read is no customer."""


class SoundLevel(Enum):
    """How loud."""

    NORMAL = "normal"
    QUIET = "quiet"
    OFF = "off"


class ScreenLetters(Enum):
    """When letters are on the screen to type a name with."""

    AUTO = "auto"
    """At a tap on a field, where no keyboard was used for a while."""
    ALWAYS = "always"
    """At every tap on a field."""
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One till's choice."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    """Size of everything, 90 to 140; as much of it as leaves 1024×720 on the screen. In force from the next start."""
    keypad: KeypadOrder = KeypadOrder.SEVEN_ON_TOP
    letters: ScreenLetters = ScreenLetters.AUTO
    sound: SoundLevel = SoundLevel.NORMAL
    motion: MotionChoice = MotionChoice.SYSTEM
    left_handed: bool = False
    """The sale on the left, the customer on the right."""
    sale_closes: bool = True
    """The confirmed sale makes room by itself after a while; otherwise it stays until Enter, Next or the next customer."""

    @property
    def sensible(self) -> bool:
        """Whether every number is within its bounds."""
        return SMALLEST_PERCENT <= self.text_percent <= LARGEST_PERCENT
