"""A reader and a person to press keys, five keyboards to press them on, and a desk where the keys arrive.

A wedge presses the keys of a US keyboard, whatever the computer believes. A person presses the keys of the computer's own
layout. Dead keys are eaten before anyone sees their press, and so is the key after them: only the releases tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypedDict

from pos_app.reader import Act, Fate, Keystroke, RawRead, ReaderProfile, Replay, Verdict, WedgeMachine
from pos_app.reader.keys import CODE_ALT, CODE_CTRL, CODE_ENTER, CODE_SHIFT, CODE_TAB, KEYPAD_DIGITS, US_CODES, Role

_ROW_STARTS = ((2, 12), (16, 12), (30, 12), (43, 1), (44, 10))
_LAYOUTS: dict[str, tuple[str, str, str]] = {
    # plain, shifted, the dead ones
    "us": (
        "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./",
        '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>?',
        "",
    ),
    "cz": (
        "+ěščřžýáíé=´qwertzuiopú)asdfghjklů§;¨yxcvbnm,.-",
        "1234567890%ˇQWERTZUIOP/(ASDFGHJKL\"!°'YXCVBNM?:_",
        "´ˇ¨°",
    ),
    "de": (
        "1234567890ß´qwertzuiopü+asdfghjklöä^#yxcvbnm,.-",
        "!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_",
        "´`^",
    ),
    "fr": (
        "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù²*wxcvbn,;:!",
        "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%~µWXCVBN?./§",
        "^¨",
    ),
    "ru": (
        "1234567890-=йцукенгшщзхъфывапролджэё\\ячсмитьбю.",
        '!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЁ/ЯЧСМИТЬБЮ,',
        "",
    ),
}
LAYOUTS = tuple(_LAYOUTS)


class _Modifiers(TypedDict):
    shift: bool
    ctrl: bool
    caps: bool


class Keyboard:
    """One layout of the computer: what a physical key types on it."""

    def __init__(self, name: str) -> None:
        plain, shifted, dead = _LAYOUTS[name]
        codes = [first + i for first, count in _ROW_STARTS for i in range(count)]
        assert len(plain) == len(shifted) == len(codes), name
        self.name = name
        self._text = {code: (plain[i], shifted[i]) for i, code in enumerate(codes)} | {57: (" ", " ")}
        self._dead = frozenset(dead)
        self._places = {char: (code, bool(shift)) for code, pair in reversed(self._text.items()) for shift, char in enumerate(pair)}

    def text(self, code: int, *, shift: bool, ctrl: bool, caps: bool = False) -> str:
        if code in KEYPAD_DIGITS:
            return KEYPAD_DIGITS[code]
        if code in (CODE_ENTER, CODE_TAB):
            return "\r" if code == CODE_ENTER else "\t"
        char = self._text.get(code, ("", ""))[shift]
        if ctrl:
            return chr(ord(char.upper()) & 0x1F) if "@" <= char.upper() <= "_" else ""
        return char.swapcase() if caps and char.isalpha() else char

    def is_dead(self, code: int, *, shift: bool) -> bool:
        return self._text.get(code, ("", ""))[shift] in self._dead

    def place(self, char: str) -> tuple[int, bool]:
        """Where a person finds a character."""
        if char in "\r\t":
            return (CODE_ENTER if char == "\r" else CODE_TAB), False
        return self._places[char]

    def wedge(
        self,
        text: str,
        *,
        at_ms: float = 10_000,
        gap_ms: float | Iterable[float] = 8,
        dwell_ms: float = 2,
        caps: bool = False,
        codes: bool = True,
        own_layout: bool = False,
        alt_codes: bool = False,
    ) -> list[Keystroke]:
        """What a reader does to type the text. `own_layout`: it is set to the layout of the computer."""
        gaps = iter(gap_ms) if not isinstance(gap_ms, int | float) else iter(lambda: gap_ms, None)
        strokes: list[Keystroke] = []
        time_ms = at_ms
        eaten = False
        for char in text:
            gap = next(gaps)
            dwell = min(dwell_ms, 0.4 * gap)
            if alt_codes and char not in "\r\t":
                strokes.append(self._stroke(time_ms, CODE_ALT, down=True))
                for digit in str(ord(char)):
                    code = next(c for c, d in KEYPAD_DIGITS.items() if d == digit)
                    strokes.append(self._stroke(time_ms, code, down=True, alt=True, text=""))
                    strokes.append(self._stroke(time_ms + dwell, code, down=False, alt=True, text=""))
                    time_ms += gap
                strokes.append(self._stroke(time_ms, CODE_ALT, down=False, alt=True))
                continue
            ctrl = char < " " and char not in "\r\t"
            shown = chr(ord(char) | 0x40).lower() if ctrl else char
            code, shift = self.place(shown) if own_layout or char in "\r\t" else US_CODES[shown]
            keys: _Modifiers = {"shift": shift, "ctrl": ctrl, "caps": caps}
            lead = CODE_SHIFT if shift else CODE_CTRL
            if shift or ctrl:
                strokes.append(self._stroke(time_ms, lead, down=True))
            takes = self.is_dead(code, shift=shift) or eaten
            eaten = self.is_dead(code, shift=shift)
            if not codes:
                strokes += [
                    Keystroke(round(time_ms + late), down, 0, "" if ctrl else char, ord(char), **keys)
                    for down, late in ((True, 0), (False, dwell))
                ]
            elif takes:
                strokes += [self._stroke(time_ms + dwell, code, down=down, eaten=True, **keys) for down in (True, False)]
            else:
                strokes.append(self._stroke(time_ms, code, down=True, **keys))
                strokes.append(self._stroke(time_ms + dwell, code, down=False, **keys))
            if shift or ctrl:
                strokes.append(self._stroke(time_ms + dwell, lead, down=False))
            time_ms += gap
        return strokes

    def person(self, text: str, times: Iterable[tuple[float, float]], *, at_ms: float = 10_000) -> list[Keystroke]:
        """What fingers do: for every character the time since the press before and how long the key stays down."""
        timed: list[tuple[float, int, Keystroke]] = []
        time_ms = at_ms
        up_at: dict[int, float] = {}
        for char, (gap_ms, dwell_ms) in zip(text, times, strict=False):
            time_ms += gap_ms
            code, shift = self.place(char)
            time_ms = max(time_ms, up_at.get(code, 0) + 2)  # A finger lifts before the same key goes down again.
            up_at[code] = time_ms + dwell_ms
            for down, late in ((True, 0.0), (False, dwell_ms)):
                timed.append((time_ms + late, len(timed), self._stroke(time_ms + late, code, down=down, shift=shift)))
        return [stroke for _, _, stroke in sorted(timed, key=lambda entry: entry[:2])]

    def _stroke(
        self,
        t_ms: float,
        code: int,
        *,
        down: bool,
        shift: bool = False,
        ctrl: bool = False,
        alt: bool = False,
        caps: bool = False,
        eaten: bool = False,
        text: str | None = None,
    ) -> Keystroke:
        host = "" if eaten else self.text(code, shift=shift, ctrl=ctrl, caps=caps) if text is None else text
        return Keystroke(round(t_ms), down, code, host, shift=shift, ctrl=ctrl, alt=alt, caps=caps, eaten=eaten)


@dataclass
class Desk:
    """The machine with somebody who does what it says: an editor (or a button) that keys arrive at."""

    editing: bool = True
    profile: ReaderProfile | None = None
    machine: WedgeMachine = field(init=False)
    reads: list[RawRead] = field(default_factory=list)
    arrived: list[Keystroke] = field(default_factory=list)
    """Every press that is on the screen now, in order of arrival."""
    undone: int = 0
    _held: dict[int, Keystroke] = field(default_factory=dict)
    _since_mark: dict[int, Keystroke] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.machine = WedgeMachine(self.profile)

    def feed(self, strokes: Iterable[Keystroke], *, punctual: bool = True) -> Desk:
        """`punctual`: timers fire on time; otherwise the desk is blocked and only events tell the time."""
        for stroke in strokes:
            while punctual and self.machine.deadline_ms is not None and self.machine.deadline_ms <= stroke.t_ms:
                self.perform(self.machine.on_time(self.machine.deadline_ms))
            verdict = self.machine.feed(stroke, editing=self.editing)
            self.perform(verdict)
            if stroke.eaten:
                continue
            if verdict.fate is Fate.HOLD:
                self._held[verdict.ticket] = stroke
            elif verdict.fate is Fate.PASS:
                self._arrive(stroke)
                if self.editing:
                    self._since_mark[verdict.ticket] = stroke
        return self

    def quiet(self) -> Desk:
        """Nobody touches a key until nothing more will happen."""
        for _ in range(20):
            if self.machine.deadline_ms is None:
                assert not self._held
                return self
            self.perform(self.machine.on_time(self.machine.deadline_ms))
        raise AssertionError("the machine never comes to rest")

    @property
    def text(self) -> str:
        return "".join(stroke.text for stroke in self.arrived)

    def _arrive(self, stroke: Keystroke) -> None:
        if stroke.down and stroke.role is not Role.MODIFIER:
            self.arrived.append(stroke)

    def perform(self, verdict: Verdict) -> None:
        for act in verdict.acts:
            match act:
                case Act.MARK:
                    self._since_mark.clear()
                case Act.UNDO:
                    self.undone += 1
                    for stroke in self._since_mark.values():
                        if stroke in self.arrived:
                            self.arrived.remove(stroke)
                    self._held = self._since_mark | self._held
                    self._since_mark = {}
                case Act.FORGET:
                    self._held.clear()
                    self._since_mark.clear()
                case Replay(tickets):
                    for ticket in [t for t in self._held if tickets is None or t in tickets]:
                        self._arrive(stroke := self._held.pop(ticket))
                        if self.editing:
                            self._since_mark[ticket] = stroke
                case RawRead():
                    self.reads.append(act)
