"""Magnetic tracks as a keyboard reader types them: start mark, data, `?`, perhaps one check character.

ISO 7811/7813: track 1 `%`, track 2 `;` (`@` on some readers), track 3 `+`, or whatever second mark a maker chose. A
driving licence (AAMVA) uses `%`, `#`, `!` or `&` for its third track.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from pos_app.reader.profile import ReaderProfile, Sends

if TYPE_CHECKING:
    from collections.abc import Iterable
    from re import Pattern

START_MARKS = "%;"
"""The marks that begin a swipe; the others only follow one."""
_LATER_MARKS = frozenset("%;+@#&!")
_END = "?"
_BREAKS = frozenset("\r\n\t")

_TRACK1 = re.compile(r"[ -$&-_]{1,77}")
_DIGIT_TRACK = re.compile(r"[0-9=:<>]{1,105}")
_USUAL = ReaderProfile()
_FORMAT_CODE = re.compile(r"[A-Z](?=\d)")


class TrackState(Enum):
    """What became of one track."""

    READ = auto()
    FAILED = auto()
    """The reader said so (`E`), or what it typed cannot be on this track."""
    CUT = auto()
    """It began and did not end."""


@dataclass(frozen=True, slots=True)
class Track:
    """One track. `body` is what stood between the marks, track 1 in capitals; it may be a bank card, so no repr."""

    number: int
    state: TrackState
    body: str = field(default="", repr=False)

    @property
    def account(self) -> str:
        """The number or word that names the card: before `=` on tracks 2 and 3, before `^` on track 1."""
        if self.number != 1:
            return self.body.partition("=")[0]
        account, caret, _ = self.body.partition("^")
        if (caret or account.startswith("B")) and _FORMAT_CODE.match(account):
            account = account[1:]
        return account.strip()


def looks_like_tracks(text: str) -> bool:
    """Whether this begins as a swipe does."""
    return text[:1] in (*START_MARKS,) or (text[:1] in ("+", "@") and _END in text)


def is_tail(text: str) -> bool:
    """Whether this is the end of a swipe that began while another window had the keyboard."""
    return not looks_like_tracks(text) and re.search(r"[0-9A-Z^=][?][^?]?\s*$|[?][;+]|[\^=]\d{4,}$", text) is not None


def split_tracks(text: str, profile: ReaderProfile = _USUAL) -> tuple[Track, ...]:
    """Every track in the text, in order. What is not a track (a check character, a lost beginning) is passed over."""
    found: list[Track] = []
    position = 0
    while position < len(text):
        mark = text[position]
        if mark not in _LATER_MARKS:
            position += 1
            continue
        end = text.find(_END, position + 1)
        stop = len(text) if end < 0 else end
        body = text[position + 1 : stop]
        cut = end < 0 or any(char in _BREAKS for char in body)
        if cut:
            stop = min((i for i in range(position + 1, stop) if text[i] in _BREAKS), default=stop)
            body = text[position + 1 : stop]
        if body or cut:
            found.append(_track(_number(mark, found), body, cut=cut, errors=profile.errors))
        position = stop + 1
        if not cut and _is_check_character(text, position, profile.lrc):
            position += 1
    return tuple(found)


def split_bare_tracks(text: str, profile: ReaderProfile) -> tuple[Track, ...]:
    """The tracks of a reader that sends no marks: track 1 has `^` in it, and of two others the first is track 2."""
    found: list[Track] = []
    separator = profile.track_separator
    for body in (text.replace(separator, "\r") if separator else text).replace("\t", "\r").replace("\n", "\r").split("\r"):
        if body:
            found.append(_track(_number("%" if "^" in body else ";", found), body, cut=False, errors=profile.errors))
    return tuple(found)


def _number(mark: str, before: list[Track]) -> int:
    taken = {track.number for track in before}
    if mark == "%" and not taken:
        return 1
    if mark in ";@" and not taken - {1}:
        return 2
    return 3


def _track(number: int, body: str, *, cut: bool, errors: Iterable[Pattern[str]]) -> Track:
    if cut:
        return Track(number, TrackState.CUT, body)
    if any(error.fullmatch(body) for error in errors):
        return Track(number, TrackState.FAILED)
    if number == 1:
        body = body.upper()
    # A third track may be a driving licence's, which is text.
    grammar = _DIGIT_TRACK if number == 2 else _TRACK1
    return Track(number, TrackState.READ if grammar.fullmatch(body) else TrackState.FAILED, body)


def _is_check_character(text: str, position: int, lrc: Sends) -> bool:
    """The one character after `?` is a check character unless a track starts with it, or the reader is known better."""
    rest = text[position : position + 2]
    if not rest or rest[0] in _BREAKS or lrc is Sends.NEVER:
        return False
    if lrc is Sends.ALWAYS:
        return True
    if len(rest) == 1 or rest[1] in _BREAKS:
        return True
    return rest[0] not in _LATER_MARKS or rest[1] in START_MARKS + "+"
