"""The three sounds as samples."""

from __future__ import annotations

from array import array
from itertools import pairwise

import pytest

from pos_app.appearance import Sound, SoundLevel
from pos_app.devices.tones import RATE_HZ, samples


def wave(sound: Sound, level: SoundLevel = SoundLevel.NORMAL) -> array[int]:
    made = array("h")
    made.frombytes(samples(sound, level))
    return made


def pitch_hz(part: array[int]) -> float:
    """By counting how often it crosses nothing upwards."""
    ups = sum(1 for before, after in pairwise(part) if before < 0 <= after)
    return ups * RATE_HZ / len(part)


@pytest.mark.parametrize("sound", list(Sound))
def test_a_sound_is_short_and_begins_and_ends_in_silence(sound: Sound) -> None:
    made = wave(sound)
    assert 0.03 <= len(made) / RATE_HZ <= 0.2
    assert abs(made[0]) < 500
    assert abs(made[-1]) < 500
    assert 8_000 < max(made) < 32_767


def test_a_card_ticks_a_sale_rises_and_a_refusal_is_low_and_twice() -> None:
    assert pitch_hz(wave(Sound.READ)) == pytest.approx(1200, rel=0.05)
    saved = wave(Sound.SAVED)
    first, second = saved[: round(0.08 * RATE_HZ)], saved[round(0.08 * RATE_HZ) :]
    assert pitch_hz(first) == pytest.approx(880, rel=0.05)
    assert pitch_hz(second) == pytest.approx(1320, rel=0.05)
    refused = wave(Sound.REFUSED)
    note = round(0.08 * RATE_HZ)
    assert pitch_hz(refused[:note]) == pytest.approx(220, rel=0.1)
    assert max(refused[note : note + round(0.03 * RATE_HZ)]) == 0
    assert refused[:note] == refused[-note:]


def test_quiet_is_quieter_and_off_is_nothing() -> None:
    assert 0 < max(wave(Sound.SAVED, SoundLevel.QUIET)) < max(wave(Sound.SAVED)) / 2
    assert samples(Sound.SAVED, SoundLevel.OFF) == b""
