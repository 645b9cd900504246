"""The course of a run: which state it is in, what it waits for, and how it ends — as a read, or given back as typing.

`machine.py` decides key by key; what follows from a decision is here.
"""

from __future__ import annotations

from enum import Enum, auto

from pos_app.reader.ending import Ending, judge
from pos_app.reader.fingers import Fingers
from pos_app.reader.habits import Habits
from pos_app.reader.profile import ReaderProfile, Sends
from pos_app.reader.rules import may_go_on
from pos_app.reader.run import BREAK_LONG_MS, BREAK_MS, Run
from pos_app.reader.verdict import Act, Fate, RawRead, ReadEnd, Replay, Verdict

DRAIN_MS = 250
_LINGER_MS = 80
_LINGER_UNENDED_MS = 600
_TORN_BY_PAUSE_MS = 500
_CLOCK_JUMP_MS = 1000
NEVER_MS = -1_000_000


class State(Enum):
    """See `machine.py`."""

    IDLE = auto()
    RUN = auto()
    HOLD = auto()
    CAPTURE = auto()
    JOIN = auto()
    DRAIN = auto()


class Course:
    """One run after another."""

    def __init__(self, profile: ReaderProfile | None = None) -> None:
        self._profile = profile or ReaderProfile()
        self._frame = self._profile.frame
        self._state = State.IDLE
        self._deadline_ms: int | None = None
        self._now_ms = NEVER_MS
        self._ticket = 0
        self._acts: list[Act | Replay | RawRead] = []
        self._run = Run(marks=self._profile.sentinels is not Sends.NEVER)
        self._fingers = Fingers()
        self._ctrl_at_ms = NEVER_MS
        self._torn_until_ms = NEVER_MS
        """Keys of a reader may have been lost, or let through as typing: what begins until then is perhaps only its end."""
        self._alt_runs = 0
        self._linger_until_ms = NEVER_MS
        self._habits = Habits(self._profile)

    @property
    def deadline_ms(self) -> int | None:
        """When `on_time` wants to be called, on the clock of the events; None when there is nothing to wait for."""
        return self._deadline_ms

    @property
    def holding(self) -> bool:
        """Whether keys are being held, so that nothing may overtake them."""
        return self._state is not State.IDLE and self._state is not State.RUN

    def _answer(self, fate: Fate) -> Verdict:
        if not self._acts:
            return Verdict(fate, self._ticket)
        acts, self._acts = tuple(self._acts), []
        return Verdict(fate, self._ticket, acts)

    # Time

    def _pass_time(self, t_ms: int) -> None:
        if t_ms < self._now_ms - _CLOCK_JUMP_MS:
            # Another clock (a wrapped counter, a synthetic event): gaps mean nothing across it.
            self._close(self._now_ms)
            self._linger_until_ms = self._ctrl_at_ms = self._torn_until_ms = NEVER_MS
            self._now_ms = t_ms
            return
        while self._deadline_ms is not None and t_ms >= self._deadline_ms:
            self._expire(self._deadline_ms)
        if t_ms > self._now_ms:
            self._now_ms = t_ms

    def _expire(self, at_ms: int) -> None:
        match self._state:
            case State.HOLD:
                self._replay()
                self._enter(State.RUN, self._run.last.stroke.t_ms + BREAK_LONG_MS)
            case State.CAPTURE:
                self._end(at_ms, by_enter=False)
            case State.JOIN:
                self._emit(self._judge(at_ms, by_enter=True))
            case State.DRAIN:
                self._acts += [Act.FORGET, RawRead(at_ms, ReadEnd.TOO_LONG)]
                self._linger_until_ms = at_ms + _LINGER_UNENDED_MS
                self._forget_run()
            case State.RUN | State.IDLE:
                self._acts.append(Act.FORGET)
                self._note_light_touch()
                self._forget_run()

    def _enter(self, state: State, deadline_ms: int) -> None:
        """Change state; time is up one millisecond after the last moment at which a key would still have counted."""
        self._state = state
        self._deadline_ms = (deadline_ms if deadline_ms > self._now_ms else self._now_ms) + 1

    # Reads

    def _capture(self) -> None:
        run = self._run
        if any(key.visible for key in run.keys):
            self._acts.append(Act.UNDO)
            self._fingers.take_back(run.keys)
            for key in run.keys:
                key.visible = False
        self._enter(State.CAPTURE, run.last.stroke.t_ms + self._habits.idle_ms(run))

    @property
    def _is_certain(self) -> bool:
        """The run began with a prefix that no finger can type."""
        return self._run.has_prefix and self._frame.certain

    def _end(self, t_ms: int, *, by_enter: bool) -> Fate:
        """The reader seems to be done. Returns the fate of the Enter that says so."""
        self._run.lift_rest(t_ms, by_enter=by_enter)
        ending = self._judge(t_ms, by_enter=by_enter)
        if ending.was_typed:
            ending.wipe()
            self._let_go()
            return Fate.PASS
        self._habits.saw_end(by_enter=by_enter)
        if by_enter and may_go_on(ending.spelling.text, self._profile):
            ending.wipe()
            self._enter(State.JOIN, t_ms + self._habits.join_ms(self._run))
        else:
            self._emit(ending)
        return Fate.SWALLOW

    def _judge(self, t_ms: int, *, by_enter: bool) -> Ending:
        prefer_text = self._habits.types_for_this_layout
        return judge(self._run, self._profile, t_ms=t_ms, by_enter=by_enter, prefer_text=prefer_text)

    def _emit(self, ending: Ending) -> None:
        self._habits.saw_spelling(ending.spelling)
        meanwhile = self._run.meanwhile()
        if meanwhile:
            self._acts.append(Replay(meanwhile))
        self._acts += [Act.FORGET, ending.read()]
        self._fingers.settle(Fate.SWALLOW, but_pass=meanwhile)
        self._linger_until_ms = ending.t_ms + (_LINGER_MS if ending.by_enter else _LINGER_UNENDED_MS)
        self._forget_run()

    # Letting go

    def _close(self, t_ms: int) -> None:
        """Something came that is no part of what is under way: finish a read that is done, give back anything else."""
        if self._state is State.JOIN:
            self._emit(self._judge(t_ms, by_enter=True))
        else:
            self._let_go()

    def _tear(self, t_ms: int) -> None:
        """Keys may have been lost at this moment."""
        self._torn_until_ms = t_ms + BREAK_MS

    def _note_light_touch(self) -> None:
        """The run is given up, though nobody's fingers are that light: a reader stumbled, and its next keys are a tail."""
        if self._run.has_light_touch:
            self._torn_until_ms = self._run.last.stroke.t_ms + _TORN_BY_PAUSE_MS

    def _let_go(self) -> None:
        if self.holding and self._state is not State.DRAIN:
            self._replay()
        if self._run.keys or self._state is not State.IDLE:
            self._forget_run()

    def _replay(self) -> None:
        self._acts.append(Replay())
        self._fingers.settle(Fate.PASS)
        for key in self._run.keys:
            key.visible = True

    def _forget_run(self) -> None:
        self._fingers.forget_keys()
        self._run.clear()
        self._state = State.IDLE
        self._deadline_ms = None
