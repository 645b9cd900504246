"""A run: keys that came one after another fast enough to be one thing, with the rhythm that tells who pressed them.

A wedge lets go of a key before it presses the next and holds none for long; a person in a hurry does neither. That,
and not speed alone, is what keeps typing and swiping apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean, median, pstdev
from typing import TYPE_CHECKING

from pos_app.reader.tracks import START_MARKS

if TYPE_CHECKING:
    from pos_app.reader.keys import Keystroke

HUMAN_DWELL_MS = 45
"""A key held longer than this was pressed by a finger, or its reader is in trouble."""
LIGHT_DWELL_MS = 30
"""No finger lets go of a key so soon, let alone of every key."""
STALL_MS = 100
BREAK_MS = 120
BREAK_LONG_MS = 200
"""A run goes on over this pause when it is five keys long or began as a track."""
_UNDER_WAY_KEYS = 6
"""So many even and quick keys are a slow reader's, not the typing before a swipe."""
SAME_REPORT_MS = 5
"""Two presses closer than this came in one USB report; an overlap of theirs means nothing."""

_TRACK2_CHARS = frozenset("0123456789E=:<>?")
_TRACK1_CHARS = frozenset(" !\"#$&'()*+,-./0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_?")


@dataclass(slots=True, eq=False)
class RunKey:
    """One key of a run. `ticket` names its press to whoever delivers keys; `up_ms` is None while it is down."""

    stroke: Keystroke
    ticket: int
    visible: bool
    alt_run: int = 0
    after_enter: bool = False
    up_ms: int | None = None
    overlapped: bool = False
    """Another key went down while a finger held this one."""
    release_ticket: int | None = None

    def dwell_ms(self, now_ms: int) -> int:
        return (now_ms if self.up_ms is None else self.up_ms) - self.stroke.t_ms


class TrackPrefix:
    """Whether characters so far could be the beginning of a swipe. `marks`: the reader may send marks at all."""

    __slots__ = ("_allowed", "_marks", "closed", "count", "fits", "started")

    def __init__(self, *, marks: bool) -> None:
        self._marks = START_MARKS if marks else ""
        self.clear()

    def clear(self) -> None:
        self.started = False
        """The first character was a start mark."""
        self.fits = True
        self.closed = False
        """The last mark was the end mark: the swipe could be over."""
        self.count = 0
        self._allowed: frozenset[str] = frozenset()

    def accepts(self, char: str, *, capitals: bool) -> bool:
        """Whether the swipe could go on with this. `capitals`: Caps Lock is on, so small letters may mean capitals."""
        if not self.count:
            return char != "" and char in self._marks
        # After the end mark comes the next track, or a check character, which can be anything.
        return self.fits and (self.closed or (char.upper() if capitals else char) in self._allowed)

    def push(self, char: str, *, capitals: bool) -> None:
        """Take one more character."""
        self.fits = self.accepts(char, capitals=capitals)
        if not self.count:
            self.started = self.fits
        if (self.closed or not self.count) and char and char in self._marks:
            self._allowed = _TRACK1_CHARS if char == "%" else _TRACK2_CHARS
            self.closed = False
        elif not self.closed:
            self.closed = char == "?"
        self.count += 1


@dataclass(slots=True, eq=False)
class Run:
    """The keys, in order of pressing. One object serves run after run."""

    marks: bool = True
    """The reader may send marks around its tracks."""
    prefix_keys: int = 0
    """How many keys of the reader's prefix these began with."""
    has_prefix: bool = False
    """They began with the whole of it."""
    parted: bool = False
    """An Enter or Tab that does not end the read came after the last key."""
    keys: list[RunKey] = field(default_factory=list)
    gaps_ms: list[int] = field(default_factory=list)
    streak: int = 0
    """Keys at the end that followed one another fast."""
    doubtful: bool = False
    """Keys just before these may belong to them, so without marks the beginning is not certain."""
    has_chord: bool = False
    """A shortcut that no fingers pressed is among the keys, so none of them may get through."""
    stuck: bool = False
    stalls: int = 0
    long_dwells: int = 0
    overlaps: int = 0
    _touches: int = 0
    """Keys whose dwell was seen; and those of them that a finger could have pressed."""
    _heavy_touches: int = 0
    _by_code: TrackPrefix = field(init=False)
    _by_text: TrackPrefix = field(init=False)

    def __post_init__(self) -> None:
        self._by_code, self._by_text = TrackPrefix(marks=self.marks), TrackPrefix(marks=self.marks)

    def clear(self) -> None:
        """Let go of every key. Python cannot blank a string, but nothing keeps these alive."""
        self.keys.clear()
        self.gaps_ms.clear()
        self.streak = self.stalls = self.long_dwells = self.overlaps = self.prefix_keys = self._touches = self._heavy_touches = 0
        self.doubtful = self.has_chord = self.stuck = self.has_prefix = self.parted = False
        self._by_code.clear()
        self._by_text.clear()

    def __bool__(self) -> bool:
        return bool(self.keys)

    @property
    def last(self) -> RunKey:
        return self.keys[-1]

    @property
    def has_start_mark(self) -> bool:
        return self._by_code.started or self._by_text.started

    @property
    def fits_track(self) -> bool:
        return self._by_code.fits or self._by_text.fits

    @property
    def closed(self) -> bool:
        return (self._by_code.closed and self._by_code.started) or (self._by_text.closed and self._by_text.started)

    @property
    def has_payload(self) -> bool:
        return len(self.keys) > self.prefix_keys

    @property
    def has_light_touch(self) -> bool:
        """Every key went up sooner than fingers can let go, and enough of them were seen."""
        return not self._heavy_touches and not self.overlaps and 0 < len(self.keys) <= self._touches * 2

    @property
    def is_error_read(self) -> bool:
        """`%E?` or `;E?`, which is all that a failed swipe may send."""
        return len(self.keys) == 3 and self.closed and self.fits_track

    def begin_payload(self) -> None:
        """The prefix is whole: what comes now is a track or a code."""
        self.has_prefix = True
        self._by_code.clear()
        self._by_text.clear()

    def gap_to(self, stroke: Keystroke) -> int:
        return max(0, stroke.t_ms - self.last.stroke.t_ms)

    def may_begin_track(self, stroke: Keystroke) -> bool:
        """Whether this key is a start mark of this reader."""
        return self.marks and begins_track(stroke)

    def would_fit(self, stroke: Keystroke) -> bool:
        """Whether this key could begin a swipe or go on with this one."""
        return self._by_code.accepts(stroke.us_text or stroke.text, capitals=stroke.caps) or self._by_text.accepts(
            stroke.text, capitals=stroke.caps
        )

    def breaks_at(self, stroke: Keystroke, *, fast_ms: int) -> bool:
        """Whether this key does not belong to the run: it came too late, or fingers pressed what came before."""
        gap_ms = self.gap_to(stroke)
        if gap_ms > (BREAK_LONG_MS if self.has_start_mark or len(self.keys) >= 5 else BREAK_MS):
            return True
        if self.last.up_ms is None and not self.last.stroke.eaten and gap_ms >= SAME_REPORT_MS:
            return True
        if self.long_dwells >= 2 and self.long_dwells * 4 >= len(self.keys):
            return True
        if self.streak == 1 and self.long_dwells == len(self.keys):
            return True
        if gap_ms <= fast_ms or self.has_start_mark or not self.may_begin_track(stroke):
            return False
        # A swipe after some typing, unless a slow reader is under way: on one layout or another its "_" or "," types a mark.
        return not self.is_even_and_quick(stroke.t_ms, min_chars=_UNDER_WAY_KEYS)

    def leaves_doubt_at(self, stroke: Keystroke) -> bool:
        """Whether a run that begins with this key, after a break, may lack its first keys because they were in this one."""
        if self.gap_to(stroke) > BREAK_MS or self.may_begin_track(stroke):
            return False
        return self.streak > 1 or self.last.up_ms is not None

    def add(self, key: RunKey, *, fast: bool) -> None:
        if self.keys:
            gap_ms = self.gap_to(key.stroke)
            self.gaps_ms.append(gap_ms)
            self.stalls += gap_ms > STALL_MS
        self.streak = self.streak + 1 if fast else 1
        self.keys.append(key)
        stroke = key.stroke
        self.has_chord = self.has_chord or stroke.chord
        self._by_code.push(stroke.us_text or stroke.text, capitals=stroke.caps)
        self._by_text.push(stroke.text, capitals=stroke.caps)

    def median_gap_ms(self) -> float:
        return median(self.gaps_ms) if self.gaps_ms else 0.0

    def median_dwell_ms(self, now_ms: int) -> float:
        """Of the keys whose dwell is known; those that an input method ate are counted as short."""
        dwells = [key.dwell_ms(now_ms) for key in self.keys if key.up_ms is not None or key is self.last]
        return median(dwells) if dwells else 0.0

    def lift(self, key: RunKey, t_ms: int) -> None:
        """A key of the run went up."""
        key.up_ms = t_ms
        dwell_ms = key.dwell_ms(t_ms)
        long = dwell_ms > HUMAN_DWELL_MS
        if not key.stroke.eaten:
            self._touches += 1
            self._heavy_touches += dwell_ms > LIGHT_DWELL_MS
        self.long_dwells += long
        if not self._lay_under_others(key, t_ms):
            return
        self.overlaps += 1
        key.overlapped = long
        # No finger is that quick and no wedge that clumsy: whose key it was cannot be known.
        self.stuck = self.stuck or not long

    def lift_rest(self, t_ms: int, *, by_enter: bool) -> None:
        """The read is over. A key still down under later ones is most likely a finger's, but its release may be lost."""
        # A reader that let go of every key before the next one does so before its Enter, too.
        tidy = by_enter and all(key.up_ms is not None and key.up_ms <= after.stroke.t_ms for key, after in pairwise(self.keys))
        for key in self.keys:
            if key.up_ms is not None or key.stroke.eaten:
                continue
            if not by_enter and key is self.last:
                # It is silent because this key hangs, or because the rest went to another window.
                self.stuck = True
            under_enter = by_enter and (tidy or t_ms - key.stroke.t_ms >= SAME_REPORT_MS)
            if under_enter or self._lay_under_others(key, t_ms):
                key.overlapped = True
                self.stuck = True

    def _lay_under_others(self, key: RunKey, t_ms: int) -> bool:
        """Whether other keys went down while this one was, and not merely in the same report as its press or release."""
        first_ms, last_ms = key.stroke.t_ms + SAME_REPORT_MS, t_ms - SAME_REPORT_MS
        for other in reversed(self.keys):
            if other is key:
                return False
            if first_ms <= other.stroke.t_ms <= last_ms:
                return True
        return False

    def is_typing(self) -> bool:
        """Whether a captured run has shown itself to be fingers."""
        keys = len(self.keys)
        if self.has_prefix:
            # A reader with a prefix may take its time, but its keys go down and up like any reader's.
            return self.long_dwells == keys or (self.long_dwells >= 3 and self.long_dwells * 2 >= keys)
        return (
            (self.overlaps >= 2 and self.overlaps * 4 >= keys)
            or (self.long_dwells >= 3 and self.long_dwells * 2 >= keys)
            or (self.stalls >= 3 and self.stalls * 10 >= len(self.gaps_ms) * 3 and not self.has_light_touch)
        )

    def payload(self) -> list[RunKey]:
        """The keys of the reader, without those that a finger pressed meanwhile."""
        return [key for key in self.keys if not key.overlapped]

    def meanwhile(self) -> frozenset[int]:
        """Tickets of the events that a finger made while the reader typed."""
        return frozenset(
            ticket for key in self.keys if key.overlapped for ticket in (key.ticket, key.release_ticket) if ticket is not None
        )

    def is_even_and_quick(self, now_ms: int, *, min_chars: int) -> bool:
        """The slow tier's question: too regular or too light-fingered for a person, though not fast."""
        if len(self.keys) < min_chars or not self.gaps_ms:
            return False
        mean = fmean(self.gaps_ms)
        return (
            mean <= 75
            and (pstdev(self.gaps_ms) <= 0.7 * mean or self.has_light_touch)
            and all(key.up_ms is not None for key in self.keys)
            and self.median_dwell_ms(now_ms) <= HUMAN_DWELL_MS
        )


def begins_track(stroke: Keystroke) -> bool:
    """Whether this key is a start mark, on a US keyboard or on the computer's own."""
    return any(char and char in START_MARKS for char in (stroke.us_text, stroke.text))
