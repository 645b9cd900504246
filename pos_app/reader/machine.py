"""Keys in; on the other side typing, untouched, and reads, whole. Pure: time comes only from the events.

Whoever feeds the machine delivers what it lets through, keeps what it holds, and calls `on_time` when `deadline_ms`
has come. Every press that is fed is in the end either delivered once or part of one read. See `verdict.py` for the
words, and `ui/reader_tap.py` for the other half.

    IDLE → RUN        a key came; it is visible, or held where it could press a button
    RUN → HOLD        the next key came too fast for most fingers: wait and see
    HOLD → CAPTURE    four in a row: a reader. What was visible is undone, everything else is held
    CAPTURE → JOIN    Enter after a marked track: is there another track?
    CAPTURE → DRAIN   more than any card or code: swallow until it is quiet
"""

from __future__ import annotations

from enum import Enum, auto

from pos_app.reader.decode import Buffered, spell_into_buffer
from pos_app.reader.fingers import Finger, Fingers
from pos_app.reader.habits import Habits
from pos_app.reader.keys import Keystroke, Role
from pos_app.reader.profile import ReaderProfile
from pos_app.reader.rules import is_marked, is_shortcut, wait_ms, was_typed
from pos_app.reader.run import BREAK_LONG_MS, BREAK_MS, Run, RunKey, begins_track
from pos_app.reader.verdict import Act, Fate, RawRead, ReadEnd, Replay, Verdict

_CAPTURE_AFTER = 4
_DRAIN_MS = 250
_LINGER_MS = 80
_LINGER_UNENDED_MS = 600
_CLOCK_JUMP_MS = 1000
_NEVER_MS = -1_000_000


class _State(Enum):
    IDLE = auto()
    RUN = auto()
    HOLD = auto()
    CAPTURE = auto()
    JOIN = auto()
    DRAIN = auto()


_WATCHING = frozenset({_State.IDLE, _State.RUN, _State.HOLD})


class WedgeMachine:
    """Tells a reader from a person, key by key. Not thread-safe: one thread feeds it."""

    def __init__(self, profile: ReaderProfile | None = None) -> None:
        self._profile = profile or ReaderProfile()
        self._state = _State.IDLE
        self._deadline_ms: int | None = None
        self._now_ms = _NEVER_MS
        self._ticket = 0
        self._acts: list[Act | Replay | RawRead] = []
        self._run = Run()
        self._fingers = Fingers()
        self._ctrl_at_ms = _NEVER_MS
        self._alt_runs = 0
        self._linger_until_ms = _NEVER_MS
        self._habits = Habits()

    @property
    def deadline_ms(self) -> int | None:
        """When `on_time` wants to be called, on the clock of the events; None when there is nothing to wait for."""
        return self._deadline_ms

    @property
    def holding(self) -> bool:
        """Whether keys are being held, so that nothing may overtake them."""
        return self._state not in (_State.IDLE, _State.RUN)

    def feed(self, stroke: Keystroke, *, editing: bool) -> Verdict:
        """Take one key event. `editing`: the focus is in a text editor whose content can be put back."""
        self._pass_time(stroke.t_ms)
        self._ticket += 1
        fate = self._press(stroke, editing=editing) if stroke.down else self._release(stroke)
        return self._answer(fate)

    def on_time(self, t_ms: int) -> Verdict:
        """Let time pass up to `t_ms` without a key."""
        self._pass_time(t_ms)
        self._ticket += 1
        return self._answer(Fate.PASS)

    def give_back(self) -> Verdict:
        """Stop watching: what is held goes back to where it was typed, unless it is a read that only waits for more."""
        self._close(self._now_ms)
        self._ticket += 1
        return self._answer(Fate.PASS)

    def _answer(self, fate: Fate) -> Verdict:
        acts, self._acts = tuple(self._acts), []
        return Verdict(fate, self._ticket, acts)

    # Time

    def _pass_time(self, t_ms: int) -> None:
        if t_ms < self._now_ms - _CLOCK_JUMP_MS:
            # Another clock (a wrapped counter, a synthetic event): gaps mean nothing across it.
            self._close(self._now_ms)
            self._linger_until_ms = self._ctrl_at_ms = _NEVER_MS
            self._now_ms = t_ms
            return
        while self._deadline_ms is not None and t_ms >= self._deadline_ms:
            self._expire(self._deadline_ms)
        self._now_ms = max(self._now_ms, t_ms)

    def _expire(self, at_ms: int) -> None:
        match self._state:
            case _State.HOLD:
                self._replay()
                self._enter(_State.RUN, self._run.last.stroke.t_ms + BREAK_LONG_MS)
            case _State.CAPTURE:
                self._end(at_ms, by_enter=False)
            case _State.JOIN:
                self._emit(at_ms, self._spell(), by_enter=True)
            case _State.DRAIN:
                self._acts += [Act.FORGET, RawRead(at_ms, ReadEnd.TOO_LONG)]
                self._linger_until_ms = at_ms + _LINGER_UNENDED_MS
                self._forget_run()
            case _State.RUN | _State.IDLE:
                self._acts.append(Act.FORGET)
                self._forget_run()

    def _enter(self, state: _State, deadline_ms: int) -> None:
        """Change state; time is up one millisecond after the last moment at which a key would still have counted."""
        self._state = state
        self._deadline_ms = max(deadline_ms, self._now_ms) + 1

    # Keys

    def _press(self, stroke: Keystroke, *, editing: bool) -> Fate:
        again = self._fingers.repeat(stroke)
        if again is not None:
            return self._repeat(again)
        fate, key = self._by_role(stroke, editing=editing)
        self._fingers.press(stroke, fate, key)
        return fate

    def _by_role(self, stroke: Keystroke, *, editing: bool) -> tuple[Fate, RunKey | None]:
        match stroke.role:
            case Role.CHARACTER:
                return self._character(stroke, editing=editing)
            case Role.TERMINATOR:
                return self._terminator(stroke), None
            case Role.MODIFIER:
                return self._modifier(stroke), None
            case Role.OTHER:
                return self._other(stroke), None

    def _release(self, stroke: Keystroke) -> Fate:
        finger = self._fingers.release(stroke)
        if finger is None:
            return Fate.PASS
        key = finger.key
        if key is not None and key.up_ms is None:
            self._run.lift(key, stroke.t_ms)
            if self._state is _State.CAPTURE and self._run.is_typing():
                self._let_go()
        if finger.fate is Fate.HOLD and key is not None:
            key.release_ticket = self._ticket
        if stroke.is_alt and self._state is _State.HOLD and self._run.last.alt_run:
            # An Alt that goes up alone would open the menu bar.
            return Fate.HOLD
        if stroke.is_alt and self._state is _State.CAPTURE:
            return Fate.SWALLOW
        return finger.fate

    def _repeat(self, finger: Finger) -> Fate:
        if finger.fate is Fate.HOLD:
            self._run.stuck = True
            return Fate.SWALLOW
        if finger.fate is Fate.PASS and self._state in _WATCHING:
            self._let_go()
        return finger.fate

    def _modifier(self, stroke: Keystroke) -> Fate:
        if stroke.is_ctrl:
            self._ctrl_at_ms = stroke.t_ms
        if stroke.is_alt:
            self._alt_runs += 1
        return Fate.SWALLOW if self._state in (_State.CAPTURE, _State.DRAIN) else Fate.PASS

    def _other(self, stroke: Keystroke) -> Fate:
        if self._state in (_State.CAPTURE, _State.DRAIN):
            return Fate.SWALLOW
        self._close(stroke.t_ms)
        return Fate.PASS

    def _terminator(self, stroke: Keystroke) -> Fate:
        if self._state is _State.CAPTURE:
            return self._end(stroke.t_ms, by_enter=True)
        if self._state in (_State.JOIN, _State.DRAIN):
            return Fate.SWALLOW
        if is_shortcut(stroke, ctrl_at_ms=self._ctrl_at_ms):
            self._let_go()
            return Fate.PASS
        if stroke.t_ms <= self._linger_until_ms:
            return Fate.SWALLOW
        run = self._run
        if (
            self._profile.slow_tier
            and run
            and run.gap_to(stroke) <= BREAK_MS
            and run.is_even_and_quick(stroke.t_ms, min_chars=self._profile.min_chars)
        ):
            self._capture()
            return self._end(stroke.t_ms, by_enter=True)
        self._let_go()
        return Fate.PASS

    def _character(self, stroke: Keystroke, *, editing: bool) -> tuple[Fate, RunKey | None]:
        if self._state is _State.DRAIN:
            self._enter(_State.DRAIN, stroke.t_ms + _DRAIN_MS)
            return Fate.SWALLOW, None
        if self._state is _State.JOIN:
            if not begins_track(stroke):
                self._close(stroke.t_ms)
            else:
                self._habits.saw_join()
                self._state = _State.CAPTURE
                return self._take(stroke, after_enter=True)
        if self._state is _State.CAPTURE:
            return self._take(stroke)
        return self._watch(stroke, editing=editing)

    # Watching

    def _watch(self, stroke: Keystroke, *, editing: bool) -> tuple[Fate, RunKey | None]:
        if is_shortcut(stroke, ctrl_at_ms=self._ctrl_at_ms):
            self._let_go()
            return Fate.PASS, None
        if self._run and self._run.breaks_at(stroke, fast_ms=self._profile.gap_fast_ms):
            doubtful = self._run.leaves_doubt_at(stroke)
            self._let_go()
            self._run.doubtful = doubtful
        run = self._run
        first = not run
        shy = not editing or stroke.chord or stroke.types_alt_code or run.has_chord
        fast = not first and run.gap_to(stroke) <= wait_ms(self._profile, shy=shy, fits=run.would_fit(stroke))
        held = (fast or shy) and not stroke.eaten
        if first:
            self._acts.append(Act.MARK)
        elif not fast and self._state is _State.HOLD:
            self._replay()
        key = RunKey(stroke, self._ticket, visible=not held, alt_run=self._alt_runs if stroke.types_alt_code else 0)
        run.add(key, fast=fast)
        if run.streak >= _CAPTURE_AFTER or (run.is_error_read and run.streak == len(run.keys)):
            self._capture()
            return Fate.HOLD, key
        if held or (fast and self._state is _State.HOLD):
            self._enter(_State.HOLD, stroke.t_ms + wait_ms(self._profile, shy=shy, fits=run.fits_track))
        else:
            self._enter(_State.RUN, stroke.t_ms + BREAK_LONG_MS)
        return (Fate.HOLD if held else Fate.PASS), key

    # Capturing

    def _capture(self) -> None:
        run = self._run
        if any(key.visible for key in run.keys):
            self._acts.append(Act.UNDO)
            self._fingers.take_back(run.keys)
            for key in run.keys:
                key.visible = False
        self._enter(_State.CAPTURE, run.last.stroke.t_ms + self._habits.idle_ms(run))

    def _take(self, stroke: Keystroke, *, after_enter: bool = False) -> tuple[Fate, RunKey | None]:
        run = self._run
        if stroke.meta or (stroke.alt and not stroke.ctrl and not stroke.types_alt_code):
            run.stuck = True
            return Fate.SWALLOW, None
        alt_run = self._alt_runs if stroke.types_alt_code else 0
        key = RunKey(stroke, self._ticket, visible=False, alt_run=alt_run, after_enter=after_enter)
        run.add(key, fast=True)
        if run.is_typing():
            self._let_go()
            return Fate.PASS, None
        if len(run.keys) > self._profile.max_chars * (5 if alt_run else 1):
            self._acts.append(Act.FORGET)
            self._fingers.settle(Fate.SWALLOW)
            self._forget_run()
            self._enter(_State.DRAIN, stroke.t_ms + _DRAIN_MS)
            return Fate.SWALLOW, None
        self._enter(_State.CAPTURE, stroke.t_ms + self._habits.idle_ms(run))
        return Fate.HOLD, key

    def _end(self, t_ms: int, *, by_enter: bool) -> Fate:
        """The reader seems to be done. Returns the fate of the Enter that says so."""
        run = self._run
        run.lift_rest(t_ms, by_enter=by_enter)
        spelling = self._spell()
        text = spelling.text
        if was_typed(run, text, at_ms=t_ms, profile=self._profile):
            self._let_go()
            return Fate.PASS
        self._habits.saw_end(by_enter=by_enter)
        if is_marked(text) and by_enter:
            self._enter(_State.JOIN, t_ms + self._habits.join_ms(run))
        else:
            self._emit(t_ms, spelling, by_enter=by_enter)
        return Fate.SWALLOW

    def _spell(self) -> Buffered:
        prefer_text = self._habits.types_for_this_layout
        return spell_into_buffer(self._run.payload(), profile=self._profile, prefer_text=prefer_text)

    def _emit(self, t_ms: int, spelling: Buffered, *, by_enter: bool) -> None:
        run = self._run
        self._habits.saw_spelling(spelling)
        whole = not run.stuck and (is_marked(spelling.text) or not run.doubtful)
        meanwhile = run.meanwhile()
        if meanwhile:
            self._acts.append(Replay(meanwhile))
        self._acts += [
            Act.FORGET,
            RawRead(t_ms, ReadEnd.WHOLE, spelling.text) if whole else RawRead(t_ms, ReadEnd.STUCK),
        ]
        self._fingers.settle(Fate.SWALLOW, but_pass=meanwhile)
        self._linger_until_ms = t_ms + (_LINGER_MS if by_enter else _LINGER_UNENDED_MS)
        self._forget_run()

    # Letting go

    def _close(self, t_ms: int) -> None:
        """Something came that is no part of what is under way: finish a read that is done, give back anything else."""
        if self._state is _State.JOIN:
            self._emit(t_ms, self._spell(), by_enter=True)
        else:
            self._let_go()

    def _let_go(self) -> None:
        if self.holding and self._state is not _State.DRAIN:
            self._replay()
        self._forget_run()

    def _replay(self) -> None:
        self._acts.append(Replay())
        self._fingers.settle(Fate.PASS)
        for key in self._run.keys:
            key.visible = True

    def _forget_run(self) -> None:
        self._run.wipe()
        self._fingers.forget_keys()
        self._run = Run()
        self._state = _State.IDLE
        self._deadline_ms = None
