"""The rules of thumb that tell a reader from fingers: pure, each about one question."""

from __future__ import annotations

import re

from pos_app.reader.frame import is_key
from pos_app.reader.keys import Keystroke
from pos_app.reader.profile import ReaderProfile, Sends, Terminator, Tracks
from pos_app.reader.run import HUMAN_DWELL_MS, STALL_MS, Run
from pos_app.reader.tracks import START_MARKS

_MARKS = tuple(mark.encode() for mark in START_MARKS)
_LATER_TRACK = re.compile(rb"[;@+][^?%]*\?")
_FIRST_HOLD_MS = 120
"""As long as a reader may stall and still be in one run: a key that arrives alone presses, picks or starts something."""
_CTRL_LEAD_MS = 15


def wait_ms(profile: ReaderProfile, *, shy: bool, fits: bool) -> int:
    """How long after a key the next one still counts as fast. `shy`: the key could do harm where it would arrive."""
    usual_ms = profile.gap_track_ms if fits else profile.gap_fast_ms
    return max(usual_ms, _FIRST_HOLD_MS) if shy else usual_ms


def is_shortcut(stroke: Keystroke, profile: ReaderProfile, *, ctrl_at_ms: int) -> bool:
    """Whether a person means a command by it. Nobody presses Ctrl and a letter within some milliseconds: that is a reader."""
    if stroke.chord:
        machine = stroke.ctrl and not stroke.meta and stroke.t_ms - ctrl_at_ms <= _CTRL_LEAD_MS
        return not machine
    if not stroke.alt or stroke.ctrl:
        return False
    return not stroke.types_alt_code or profile.alt_mode is Sends.NEVER


def is_end(stroke: Keystroke, profile: ReaderProfile) -> bool:
    """Whether this Enter or Tab is the one that this reader ends with; the other one may stand between its tracks."""
    match profile.terminator:
        case Terminator.ENTER:
            return not stroke.is_tab
        case Terminator.TAB:
            return stroke.is_tab
        case _:
            return True


def is_marked(text: bytearray) -> bool:
    """Whether it begins as a track does."""
    return text[:1] in _MARKS


def ends_in_suffix(run: Run, profile: ReaderProfile) -> bool:
    """Whether the suffix is there, and nothing comes after it."""
    suffix = profile.frame.suffix
    if not suffix or profile.terminator is not Terminator.NONE or len(run.keys) < len(suffix):
        return False
    return all(is_key(mark, key.stroke) for mark, key in zip(suffix, run.keys[-len(suffix) :], strict=True))


def may_go_on(text: bytearray, profile: ReaderProfile) -> bool:
    """Whether another track may follow after the Enter that ended this."""
    if is_marked(text):
        match profile.tracks:
            case Tracks.AUTO:
                return True
            case Tracks.ONE_AND_TWO:
                return _LATER_TRACK.search(text) is None
            case _:
                return b"?" not in text
    return parts_bare_tracks(profile) and b"\r" not in text


def parts_bare_tracks(profile: ReaderProfile) -> bool:
    """The reader sends two tracks, no marks, and an Enter or Tab between them."""
    by_enter = profile.track_separator in ("\r", "\n", "\t")
    return by_enter and profile.sentinels is Sends.NEVER and profile.tracks is Tracks.ONE_AND_TWO


def was_typed(run: Run, text: bytearray, *, at_ms: int, profile: ReaderProfile) -> bool:
    """Whether what ends at `at_ms` came from fingers after all: keys held too long, too short for a code, or a track too slow."""
    if run.has_prefix:
        return not text or (not profile.frame.certain and run.median_dwell_ms(at_ms) > HUMAN_DWELL_MS)
    if run.median_dwell_ms(at_ms) > HUMAN_DWELL_MS:
        return True
    if is_marked(text) and profile.sentinels is not Sends.NEVER:
        return run.median_gap_ms() > STALL_MS
    if len(text) >= profile.min_chars or any(byte < 0x20 for byte in text):
        return False
    return not any(error.fullmatch(text.decode()) for error in profile.errors)
