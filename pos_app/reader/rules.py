"""The rules of thumb that tell a reader from fingers: pure, each about one question."""

from __future__ import annotations

from pos_app.reader.keys import Keystroke
from pos_app.reader.profile import ReaderProfile
from pos_app.reader.run import HUMAN_DWELL_MS, STALL_MS, Run
from pos_app.reader.tracks import START_MARKS

_MARKS = tuple(mark.encode() for mark in START_MARKS)
_FIRST_HOLD_MS = 80
_CTRL_LEAD_MS = 15


def wait_ms(profile: ReaderProfile, *, shy: bool, fits: bool) -> int:
    """How long after a key the next one still counts as fast. `shy`: the key could do harm where it would arrive."""
    usual_ms = profile.gap_track_ms if fits else profile.gap_fast_ms
    return max(usual_ms, _FIRST_HOLD_MS) if shy else usual_ms


def is_shortcut(stroke: Keystroke, *, ctrl_at_ms: int) -> bool:
    """Whether a person means a command by it. Nobody presses Ctrl and a letter within some milliseconds: that is a reader."""
    if stroke.chord:
        machine = stroke.ctrl and not stroke.meta and stroke.t_ms - ctrl_at_ms <= _CTRL_LEAD_MS
        return not machine
    return stroke.alt and not stroke.ctrl and not stroke.types_alt_code


def is_marked(text: bytearray) -> bool:
    """Whether it begins as a track does."""
    return text[:1] in _MARKS


def was_typed(run: Run, text: bytearray, *, at_ms: int, profile: ReaderProfile) -> bool:
    """Whether what ends at `at_ms` came from fingers after all: keys held too long, too short for a code, or a track too slow."""
    if run.median_dwell_ms(at_ms) > HUMAN_DWELL_MS:
        return True
    if is_marked(text):
        return run.median_gap_ms() > STALL_MS
    return len(text) < profile.min_chars and not any(byte < 0x20 for byte in text)
