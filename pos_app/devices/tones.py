"""The till's three sounds as samples (screens.md §8). Pure. Each lasts at most 200 ms; none carries meaning alone."""

from __future__ import annotations

import math
from array import array
from functools import cache

from pos_app.appearance import Sound, SoundLevel

RATE_HZ = 44_100
_EDGE_S = 0.004
"""Fading in and out, so that nothing clicks."""
_LOUD = 11_000
_VOLUME = {SoundLevel.NORMAL: 1.0, SoundLevel.QUIET: 0.3, SoundLevel.OFF: 0.0}
_NOTES: dict[Sound, tuple[tuple[float, float], ...]] = {
    Sound.READ: ((1200, 0.045),),
    Sound.SAVED: ((880, 0.08), (1320, 0.11)),
    Sound.REFUSED: ((220, 0.08), (0, 0.03), (220, 0.08)),
}
"""Hertz (0: silence) and seconds."""


@cache
def samples(sound: Sound, level: SoundLevel) -> bytes:
    """Signed 16-bit mono at 44.1 kHz; empty where the sounds are off."""
    loud = _LOUD * _VOLUME[level]
    if not loud:
        return b""
    wave = array("h")
    for hertz, seconds in _NOTES[sound]:
        count = round(seconds * RATE_HZ)
        edge = _EDGE_S * RATE_HZ
        for at in range(count):
            fade = min(1.0, at / edge, (count - at) / edge)
            wave.append(round(loud * fade * math.sin(2 * math.pi * hertz * at / RATE_HZ)))
    return wave.tobytes()
