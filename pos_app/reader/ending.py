"""The end of a run: what it spells, whether fingers typed it after all, and how much of it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

from pos_app.reader.decode import Buffered, spell_into_buffer
from pos_app.reader.payment import wipe
from pos_app.reader.profile import ReaderProfile, Sends, Terminator
from pos_app.reader.rules import is_marked, was_typed
from pos_app.reader.run import Run
from pos_app.reader.verdict import RawRead, ReadEnd


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended, and its spelling, which is zeroed by `wipe()` or by whoever gets the read."""

    spelling: Buffered
    t_ms: int
    by_enter: bool
    was_typed: bool
    end: ReadEnd

    def wipe(self) -> None:
        wipe(self.spelling.text)

    def read(self) -> RawRead:
        """The read. What is not whole is not handed on."""
        if self.end is ReadEnd.WHOLE:
            return RawRead(self.t_ms, self.end, self.spelling.text)
        self.wipe()
        return RawRead(self.t_ms, self.end)


def judge(run: Run, profile: ReaderProfile, *, t_ms: int, by_enter: bool, prefer_text: bool) -> Ending:
    """Spell the run and look at it as a whole."""
    spelling = spell_into_buffer(run.payload(), profile=profile, prefer_text=prefer_text)
    typed = was_typed(run, spelling.text, at_ms=t_ms, profile=profile)
    return Ending(spelling, t_ms, by_enter, typed, _end_of(run, spelling.text, profile, by_enter=by_enter))


def _end_of(run: Run, text: bytearray, profile: ReaderProfile, *, by_enter: bool) -> ReadEnd:
    marked = is_marked(text) and profile.sentinels is not Sends.NEVER
    if run.stuck or (run.doubtful and not marked and not run.has_prefix):
        return ReadEnd.STUCK
    if not by_enter and not marked and profile.terminator in (Terminator.ENTER, Terminator.TAB):
        return ReadEnd.CUT
    return ReadEnd.WHOLE
