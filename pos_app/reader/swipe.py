"""One swipe as the person who sets up the reader sees it: measured, understood, masked. Pure.

The machine (`machine.py`) only says what a read was. Here every key of a burst is looked at, also of bursts in which the
machine would never see a read, because those are the readers that somebody has to be told about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from pos_app.reader.classify import Scan, ScanKind, classify, classify_buffer
from pos_app.reader.decode import Spelling, spell, spell_into_buffer
from pos_app.reader.keys import CODE_TAB, FIRST_SPARE_KEY, SPARE_KEYS, Keystroke, Role
from pos_app.reader.payment import wipe
from pos_app.reader.profile import Decoding, ReaderProfile
from pos_app.reader.run import HUMAN_DWELL_MS, SAME_REPORT_MS
from pos_app.reader.tracks import TrackState, looks_like_tracks, split_tracks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Pattern

SILENCE_MS = 450
"""After this much silence a swipe is over: longer than any pause of a reader that can be used, shorter than patience."""
MOST_KEYS = 4096
_LEAST_CHARS = 4
_LEAST_SHOWN = 6

_TRACKS = re.compile(rb"(?:%[^?%;]{1,79}\?|[;+@#!&][^?%;]{1,107}\?)(?:.?\r?(?:[%;+@#!&][^?%;]{1,107}\?))*.?", re.DOTALL)
_WRAP = re.compile(rb"[^A-Za-z0-9%;+(\]]{0,8}(.*?)[^A-Za-z0-9?)]{0,8}", re.DOTALL)
_AIM_OR_ADDRESS = re.compile(rb"\][A-Za-z]\d|[A-Za-z][A-Za-z0-9+.-]{1,15}:|[%;]")

REFUSED = frozenset({ScanKind.PAYMENT_CARD, ScanKind.ID_DOCUMENT})
_UNSHOWN = REFUSED | {ScanKind.READ_ERROR, ScanKind.INCOMPLETE, ScanKind.REJECTED}


class Ending(Enum):
    """What the reader sends when it is done."""

    ENTER = "enter"
    TAB = "tab"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swipe:
    """What arrived. Bank cards, documents and failed reads leave no character of themselves here, not even their marks."""

    scan: Scan
    text: str = field(default="", repr=False)
    """What the reader typed between its own additions: the tracks with their marks, or the bare number."""
    prefix: str = ""
    suffix: str = ""
    chars: int = 0
    lasted_ms: int = 0
    gaps_ms: tuple[int, ...] = ()
    ending: Ending = Ending.NONE
    by_text: bool | None = None
    """True: the reader is set to the layout of the computer. False: its keys had to be translated. None: no matter which."""
    alt_codes: bool = False
    enter_between_tracks: bool = False

    @property
    def kind(self) -> ScanKind:
        return self.scan.kind

    @property
    def ms_per_char(self) -> float:
        return self.lasted_ms / len(self.gaps_ms) if self.gaps_ms else 0.0

    @property
    def marked(self) -> bool:
        """It has the marks of a track."""
        return looks_like_tracks(self.text)

    @property
    def start(self) -> str:
        """What it begins with before the number: the reader's prefix, then the mark."""
        return self.prefix + (self.text[0] if self.marked else "")

    @property
    def end(self) -> str:
        """What stands after the number, without Enter."""
        return ("?" if self.marked and "?" in self.text else "") + self.suffix

    @property
    def checked(self) -> bool:
        """A check character follows the track."""
        return self.marked and "?" in self.text and not self.text.endswith("?")

    @property
    def tracks(self) -> tuple[int, ...]:
        """The tracks that were read, in order; none in a bare number."""
        if not self.marked:
            return ()
        return tuple(sorted({track.number for track in split_tracks(self.text) if track.state is TrackState.READ}))

    @property
    def digits(self) -> int:
        """How many digits its number has."""
        return sum(char.isdigit() for char in self.scan.value)

    @property
    def masked(self) -> str:
        """What may be shown: marks, dots for letters and digits, and the last two digits of the number."""
        return mask(self.text, self.scan.value)


def mask(text: str, value: str) -> str:
    """`text` with a dot for every letter and digit but the last two digits of `value`; a long number in groups of four."""
    at = text.find(value) if len(value) >= _LEAST_SHOWN else -1
    clear = range(at + len(value) - 2, at + len(value)) if at >= 0 else range(0)
    shown = ["•" if char.isalnum() and not (i in clear and char.isdigit()) else char for i, char in enumerate(text)]
    if at >= 0 and value.isdigit() and len(value) > _LEAST_SHOWN:
        for i in range(at + 4, at + len(value) - 1, 4):
            shown[i] = f" {shown[i]}"
    return "".join(char if char.isprintable() else "·" for char in "".join(shown))


@dataclass(slots=True, eq=False)
class _Key:
    """A key of the burst; see `decode.SpelledKey`."""

    stroke: Keystroke = field(repr=False)
    alt_run: int
    after_enter: bool
    up_ms: int | None = None


class SwipeRecorder:
    """Collects keys until it is quiet. Not thread-safe; whoever feeds it calls `close` after SILENCE_MS without a key."""

    def __init__(self, *, loyalty_patterns: Sequence[Pattern[str]] = ()) -> None:
        self._patterns = tuple(loyalty_patterns)
        self._keys: list[_Key] = []
        self._ends: list[Keystroke] = []
        self._before = self._after = ""
        self._down: dict[int | str, _Key | None] = {}
        self._overlaps = 0
        self._alt_runs = 0
        self._between = False
        self._last_ms: int | None = None

    def feed(self, stroke: Keystroke) -> Swipe | None:
        """Take one key event; answers the swipe that ended before it, if one did."""
        ended = None
        if self._last_ms is not None and abs(stroke.t_ms - self._last_ms) > SILENCE_MS:
            ended = self.close()
        if stroke.down:
            self._press(stroke)
        else:
            self._release(stroke)
        return ended

    def close(self) -> Swipe | None:
        """It is quiet: what was that? None for nothing, and for what fingers typed."""
        keys, ends, between = self._keys, self._ends, self._between
        before, after = self._before, self._after
        typed = len(keys) < _LEAST_CHARS - 1 or self._is_typing()
        self.forget()
        swipe = None if typed else _swipe(keys, ends, between=between, patterns=self._patterns)
        if swipe is None or swipe.kind in _UNSHOWN:
            return swipe
        return replace(swipe, prefix=before + swipe.prefix, suffix=swipe.suffix + after)

    def forget(self) -> None:
        """Let go of everything collected."""
        self._keys, self._ends, self._down = [], [], {}
        self._before = self._after = ""
        self._overlaps, self._between, self._last_ms = 0, False, None

    def _press(self, stroke: Keystroke) -> None:
        if stroke.ident in self._down and not stroke.eaten:
            return
        role = stroke.role
        key = None
        if role is Role.CHARACTER:
            self._note_overlap(stroke.t_ms)
            after_enter = bool(self._ends)
            self._between = self._between or (after_enter and bool(self._keys))
            self._ends = []
            key = _Key(stroke, self._alt_runs if stroke.types_alt_code else 0, after_enter and bool(self._keys))
            if len(self._keys) < MOST_KEYS:
                self._keys.append(key)
        elif role is Role.TERMINATOR and self._keys:
            self._ends.append(stroke)
        elif stroke.is_alt:
            self._alt_runs += 1
        elif stroke.code in SPARE_KEYS:
            self._note_spare_key(f"{{F{stroke.code - FIRST_SPARE_KEY + 13}}}")
        if role in (Role.CHARACTER, Role.TERMINATOR):
            self._last_ms = stroke.t_ms
            self._down[stroke.ident] = key

    def _note_spare_key(self, name: str) -> None:
        """A key that keyboards lack, as the profile spells it."""
        if self._keys:
            self._after += name
        else:
            self._before += name

    def _note_overlap(self, t_ms: int) -> None:
        """Fingers press the next key while the last one is still down; a reader hardly ever does."""
        last = self._keys[-1] if self._keys else None
        if last is not None and last.up_ms is None and not last.stroke.eaten and t_ms - last.stroke.t_ms >= SAME_REPORT_MS:
            self._overlaps += 1

    def _release(self, stroke: Keystroke) -> None:
        key = self._down.pop(stroke.ident, None)
        if key is not None:
            key.up_ms = stroke.t_ms

    def _is_typing(self) -> bool:
        if self._overlaps >= 2 and self._overlaps * 4 >= len(self._keys):
            return True
        dwells = [key.up_ms - key.stroke.t_ms for key in self._keys if key.up_ms is not None]
        return bool(dwells) and median(dwells) > HUMAN_DWELL_MS


def _swipe(keys: list[_Key], ends: list[Keystroke], *, between: bool, patterns: Sequence[Pattern[str]]) -> Swipe | None:
    times = [key.stroke.t_ms for key in keys] + [stroke.t_ms for stroke in ends[:1]]
    gaps_ms = tuple(late - early for early, late in pairwise(times))
    refusal = _refusal(keys, patterns)
    if refusal is not None:
        return Swipe(scan=refusal)
    spelling = spell(keys)
    prefix, text, suffix = unwrap(spelling.text)
    scan = classify(text, loyalty_patterns=patterns)
    if len(text) < _LEAST_CHARS and scan.kind is not ScanKind.READ_ERROR:
        return None
    hidden = scan.kind in _UNSHOWN
    return Swipe(
        scan=scan,
        text="" if hidden else text,
        prefix="" if hidden else prefix,
        suffix="" if hidden else suffix,
        chars=len(spelling.text),
        lasted_ms=times[-1] - times[0],
        gaps_ms=gaps_ms,
        ending=_ending(ends),
        by_text=_by_text(keys, spelling),
        alt_codes=any(key.alt_run for key in keys),
        enter_between_tracks=between,
    )


def unwrap(typed: str) -> tuple[str, str, str]:
    """(prefix, payload, suffix): what a reader adds by itself are signs around a bare number, and anything around tracks."""
    raw = typed.encode()
    start, end = _payload(raw)
    return raw[:start].decode(errors="replace"), raw[start:end].decode(errors="replace"), raw[end:].decode(errors="replace")


def _payload(raw: bytes | bytearray) -> tuple[int, int]:
    tracks = _TRACKS.search(raw)
    if tracks is not None:
        return tracks.span()
    bare = None if _AIM_OR_ADDRESS.match(raw) else _WRAP.fullmatch(raw)
    return bare.span(1) if bare is not None and bare.end(1) > bare.start(1) else (0, len(raw))


def _refusal(keys: list[_Key], patterns: Sequence[Pattern[str]]) -> Scan | None:
    """What is a bank card or a document in either spelling, with or without what may be a prefix. No text is made of it."""
    for decoding in (Decoding.SCANCODE, Decoding.TEXT):
        raw = spell_into_buffer(keys, profile=ReaderProfile(decoding=decoding)).text
        start, end = _payload(raw)
        payload = bytearray(end - start)
        # A plain slice would be a copy that nobody wipes.
        payload[:] = memoryview(raw)[start:end]
        for part in (payload, raw):
            scan = classify_buffer(part, loyalty_patterns=patterns)
            if scan.kind in REFUSED:
                wipe(raw)
                return scan
    return None


def _by_text(keys: list[_Key], spelling: Spelling) -> bool | None:
    """Which spelling won; None also where the loser was merely as good."""
    same = spell(keys, decoding=Decoding.SCANCODE).text == spell(keys, decoding=Decoding.TEXT).text
    return None if same else bool(spelling.by_text)


def _ending(ends: list[Keystroke]) -> Ending:
    if not ends:
        return Ending.NONE
    first = ends[0]
    tab = first.code == CODE_TAB or "\t" in (first.text, first.us_text)
    return Ending.TAB if tab else Ending.ENTER
