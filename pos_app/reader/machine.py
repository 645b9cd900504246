"""Keys in; on the other side typing, untouched, and reads, whole. Pure: time comes only from the events.

Whoever feeds the machine delivers what it lets through, keeps what it holds, and calls `on_time` when `deadline_ms`
has come. Every press that is fed is in the end either delivered once or part of one read. See `verdict.py` for the
words, and `ui/reader_tap.py` for the other half.

    IDLE → RUN        a key came; it is visible, or held where it could press a button
    RUN → HOLD        the next key came too fast for most fingers, or is the reader's prefix: wait and see
    HOLD → CAPTURE    four in a row, or the whole prefix: a reader. What was visible is undone, everything else is held
    CAPTURE → JOIN    Enter after a marked track: is there another track?
    CAPTURE → DRAIN   more than any card or code: swallow until it is quiet
"""

from __future__ import annotations

from pos_app.reader.course import DRAIN_MS, Course, State
from pos_app.reader.fingers import Finger
from pos_app.reader.frame import is_key
from pos_app.reader.habits import PREFIX_GAP_MS
from pos_app.reader.keys import Keystroke, Role
from pos_app.reader.profile import Sends
from pos_app.reader.rules import ends_in_suffix, is_end, is_shortcut, parts_bare_tracks, wait_ms
from pos_app.reader.run import BREAK_LONG_MS, BREAK_MS, RunKey
from pos_app.reader.verdict import Act, Fate, Verdict

_CAPTURE_AFTER = 4
_LATE_NEWS_MS = 1000
"""A busy program hears so much later that the keyboard went elsewhere."""
_WATCHING = frozenset({State.IDLE, State.RUN, State.HOLD})


class WedgeMachine(Course):
    """Tells a reader from a person, key by key. Not thread-safe: one thread feeds it."""

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

    def interrupt(self, t_ms: int) -> Verdict:
        """The keyboard went to another window at about `t_ms`, and keys may have gone nowhere meanwhile.

        What is under way is no whole read any more, and what begins at once may lack its beginning.
        """
        if self._state is State.JOIN:
            self._close(self._now_ms)
        else:
            self._run.stuck = bool(self._run.keys)
        self._tear(t_ms)
        self._ticket += 1
        return self._answer(Fate.PASS)

    # Keys

    def _press(self, stroke: Keystroke, *, editing: bool) -> Fate:
        again = self._fingers.repeat(stroke)
        if again is not None:
            return self._repeat(again)
        fate, key = self._by_role(stroke, editing=editing)
        self._fingers.press(stroke, fate, key)
        return fate

    def _by_role(self, stroke: Keystroke, *, editing: bool) -> tuple[Fate, RunKey | None]:
        role = stroke.role
        if role is Role.CHARACTER or (role is Role.OTHER and self._frame.has_spare(stroke)):
            return self._character(stroke, editing=editing)
        if role is Role.TERMINATOR:
            return self._terminator(stroke), None
        if role is Role.MODIFIER:
            return self._modifier(stroke), None
        return self._other(stroke), None

    def _release(self, stroke: Keystroke) -> Fate:
        finger = self._fingers.release(stroke)
        if finger is None:
            return Fate.PASS
        if stroke.t_ms - finger.first_ms > BREAK_LONG_MS and stroke.role is Role.CHARACTER:
            # Held by a person, or hung: what the reader sends next would be the rest of what it began.
            self._tear(stroke.t_ms)
        key = finger.key
        if key is not None and key.up_ms is None:
            self._run.lift(key, stroke.t_ms)
            if self._state is State.CAPTURE and self._run.is_typing() and not self._is_certain:
                self._let_go()
                self._tear(stroke.t_ms)
        if finger.fate is Fate.HOLD and key is not None:
            key.release_ticket = self._ticket
        if stroke.is_alt and self._state is State.HOLD and self._run.last.alt_run:
            # An Alt that goes up alone would open the menu bar.
            return Fate.HOLD
        if stroke.is_alt and self._state is State.CAPTURE:
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
        return Fate.SWALLOW if self._state in (State.CAPTURE, State.DRAIN) else Fate.PASS

    def _other(self, stroke: Keystroke) -> Fate:
        if self._state in (State.CAPTURE, State.DRAIN):
            return Fate.SWALLOW
        self._close(stroke.t_ms)
        return Fate.PASS

    def _terminator(self, stroke: Keystroke) -> Fate:
        if self._state is State.CAPTURE:
            if is_end(stroke, self._profile):
                return self._end(stroke.t_ms, by_enter=True)
            self._run.parted = True
            return Fate.SWALLOW
        if self._state in (State.JOIN, State.DRAIN):
            return Fate.SWALLOW
        if is_shortcut(stroke, self._profile, ctrl_at_ms=self._ctrl_at_ms):
            self._let_go()
            return Fate.PASS
        if stroke.t_ms <= self._linger_until_ms:
            return Fate.SWALLOW
        if self._was_slow_read(stroke):
            self._capture()
            return self._end(stroke.t_ms, by_enter=True)
        self._let_go()
        return Fate.PASS

    def _was_slow_read(self, enter: Keystroke) -> bool:
        run, profile = self._run, self._profile
        return (
            profile.looks_back
            and bool(run)
            and is_end(enter, profile)
            and run.gap_to(enter) <= BREAK_MS
            and run.is_even_and_quick(enter.t_ms, min_chars=len(run.keys) if run.is_error_read else profile.min_chars)
        )

    def _character(self, stroke: Keystroke, *, editing: bool) -> tuple[Fate, RunKey | None]:
        state = self._state
        if state is State.DRAIN:
            self._enter(State.DRAIN, stroke.t_ms + DRAIN_MS)
            return Fate.SWALLOW, None
        if state is State.JOIN:
            if not self._run.may_begin_track(stroke) and not parts_bare_tracks(self._profile):
                self._close(stroke.t_ms)
            else:
                self._habits.saw_join()
                self._run.parted = True
                self._state = state = State.CAPTURE
        if state is State.CAPTURE:
            return self._take(stroke)
        return self._watch(stroke, editing=editing)

    # Watching

    def _watch(self, stroke: Keystroke, *, editing: bool) -> tuple[Fate, RunKey | None]:
        profile, run = self._profile, self._run
        if (stroke.ctrl or stroke.alt or stroke.meta) and is_shortcut(stroke, profile, ctrl_at_ms=self._ctrl_at_ms):
            self._let_go()
            return Fate.PASS, None
        if self._frame.prefix and self._goes_on_with_prefix(stroke):
            return self._take_prefix(stroke)
        if run.keys and run.breaks_at(stroke, fast_ms=profile.gap_fast_ms):
            doubtful = run.leaves_doubt_at(stroke)
            self._note_light_touch()
            self._let_go()
            run.doubtful = doubtful
        alt_run = self._alt_runs if stroke.types_alt_code else 0
        first = not run.keys
        shy = not editing or stroke.chord or alt_run > 0 or run.has_chord
        fast = not first and run.gap_to(stroke) <= wait_ms(profile, shy=shy, fits=run.would_fit(stroke))
        held = (fast or shy) and not stroke.eaten
        if first:
            self._acts.append(Act.MARK)
            run.doubtful = run.doubtful or -_LATE_NEWS_MS <= stroke.t_ms - self._torn_until_ms <= 0
        elif not fast and self._state is State.HOLD:
            self._replay()
        key = RunKey(stroke, self._ticket, not held, alt_run)
        run.add(key, fast=fast)
        if run.streak >= _CAPTURE_AFTER or (run.is_error_read and run.streak == len(run.keys)):
            self._capture()
            return Fate.HOLD, key
        if held or (fast and self._state is State.HOLD):
            fits = run.fits_track or (alt_run > 0 and profile.alt_mode is Sends.ALWAYS)
            self._enter(State.HOLD, stroke.t_ms + wait_ms(profile, shy=shy, fits=fits))
        else:
            self._enter(State.RUN, stroke.t_ms + BREAK_LONG_MS)
        return (Fate.HOLD if held else Fate.PASS), key

    def _goes_on_with_prefix(self, stroke: Keystroke) -> bool:
        """Whether this is the next key of the reader's prefix, or the first one of it after a pause."""
        run, prefix = self._run, self._frame.prefix
        done = run.prefix_keys
        if done and len(run.keys) == done and run.gap_to(stroke) <= PREFIX_GAP_MS and is_key(prefix[done], stroke):
            return True
        if not is_key(prefix[0], stroke) or (run.keys and run.gap_to(stroke) <= self._profile.gap_fast_ms):
            return False
        self._let_go()
        return True

    def _take_prefix(self, stroke: Keystroke) -> tuple[Fate, RunKey | None]:
        """Hold it, wherever the focus is: the prefix is never seen, and the whole of it makes a reader."""
        run = self._run
        if not run.keys:
            self._acts.append(Act.MARK)
        key = RunKey(stroke, self._ticket, visible=stroke.eaten)
        run.add(key, fast=True)
        run.prefix_keys += 1
        if run.prefix_keys == len(self._frame.prefix):
            run.begin_payload()
            self._capture()
        else:
            self._enter(State.HOLD, stroke.t_ms + PREFIX_GAP_MS)
        return Fate.HOLD, key

    # Capturing

    def _take(self, stroke: Keystroke) -> tuple[Fate, RunKey | None]:
        run = self._run
        if stroke.meta or (stroke.alt and not stroke.ctrl and not stroke.types_alt_code):
            run.stuck = True
            return Fate.SWALLOW, None
        alt_run = self._alt_runs if stroke.types_alt_code else 0
        key = RunKey(stroke, self._ticket, visible=False, alt_run=alt_run, after_enter=run.parted)
        run.parted = False
        run.add(key, fast=True)
        if run.is_typing() and not self._is_certain:
            self._let_go()
            self._tear(stroke.t_ms)
            return Fate.PASS, None
        if len(run.keys) > self._profile.max_chars * (5 if alt_run else 1) + run.prefix_keys:
            self._acts.append(Act.FORGET)
            self._fingers.settle(Fate.SWALLOW)
            self._forget_run()
            self._enter(State.DRAIN, stroke.t_ms + DRAIN_MS)
            return Fate.SWALLOW, None
        self._enter(State.CAPTURE, stroke.t_ms + self._habits.idle_ms(run))
        if ends_in_suffix(run, self._profile):
            # It is no finger's key that lies under the end of the read.
            key.up_ms = stroke.t_ms
            return self._end(stroke.t_ms, by_enter=True), None
        return Fate.HOLD, key
