"""What this reader was seen to do, so that the next read needs less patience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pos_app.reader.profile import ReaderProfile, Terminator

if TYPE_CHECKING:
    from pos_app.reader.decode import Buffered
    from pos_app.reader.run import Run

_IDLE_OPEN_TRACK_MS = 400
_IDLE_MS = 250
_IDLE_USUALLY_ENDS_MS = 400
_IDLE_LEARNED_MS = 60
_IDLE_SLOWEST_MS = 1000
PREFIX_GAP_MS = 250
"""A reader's prefix is typed faster than this, key by key."""
_JOIN_MS = 40
_JOIN_LEARNED_MS = 150
_READS_TO_LEARN = 3


class Habits:
    """Memory of one till's reader, for as long as the program runs. It holds no characters."""

    def __init__(self, profile: ReaderProfile | None = None) -> None:
        profile = profile or ReaderProfile()
        self._sends_enter = profile.terminator in (Terminator.ENTER, Terminator.TAB)
        self._reads_without_enter = _READS_TO_LEARN if profile.terminator is Terminator.NONE else 0
        self._sends_enter_between_tracks = profile.track_separator in ("\r", "\n", "\t")
        self.types_for_this_layout = False
        """The reader is set to the layout of the computer: its text made more sense than its key numbers."""

    def idle_ms(self, run: Run) -> int:
        """Silence after which a read without Enter is over."""
        if run.has_prefix:
            return self._idle_after_prefix_ms(run)
        if run.has_start_mark and not run.closed:
            return _IDLE_OPEN_TRACK_MS
        if self._reads_without_enter >= _READS_TO_LEARN:
            return max(_IDLE_LEARNED_MS, int(4 * run.median_gap_ms()))
        return _IDLE_USUALLY_ENDS_MS if self._sends_enter else _IDLE_MS

    def _idle_after_prefix_ms(self, run: Run) -> int:
        """The prefix makes a reader of it however slow it is, so there is more patience with it."""
        if not run.has_payload:
            return PREFIX_GAP_MS
        if self._reads_without_enter >= _READS_TO_LEARN:
            return max(_IDLE_MS, int(4 * run.median_gap_ms()))
        return _IDLE_SLOWEST_MS

    def join_ms(self, run: Run) -> int:
        """How long after the Enter of one track the next one may begin."""
        return _JOIN_LEARNED_MS if self._sends_enter_between_tracks else max(_JOIN_MS, int(3 * run.median_gap_ms()) + 10)

    def saw_end(self, *, by_enter: bool) -> None:
        if by_enter:
            self._sends_enter, self._reads_without_enter = True, 0
        else:
            self._reads_without_enter += 1

    def saw_join(self) -> None:
        self._sends_enter_between_tracks = True

    def saw_spelling(self, spelling: Buffered) -> None:
        if spelling.by_text is not None:
            self.types_for_this_layout = spelling.by_text
