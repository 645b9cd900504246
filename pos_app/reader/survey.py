"""What three swipes of one card say about a reader: its profile, or what to change on it. Pure.

The limits are those of the machine: a swipe that is counted here is one that the till will read wherever the cursor stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from statistics import fmean, median, pstdev
from typing import TYPE_CHECKING, TypeVar

from pos_app.reader.classify import ScanKind, classify
from pos_app.reader.profile import LONGEST_MARK, Decoding, ReaderProfile, Sends, Terminator, Tracks
from pos_app.reader.run import STALL_MS
from pos_app.reader.swipe import REFUSED, Ending, Swipe

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from re import Pattern

T = TypeVar("T")
U = TypeVar("U")

SWIPES_WANTED = 3
UNENDED_MS = 20
"""A bare number without an end can be told from typing only if the reader is at least this fast."""
EVEN_MS = 75
"""A bare number slower than this is not told from typing."""
_UNEVEN = 0.7
MOST_FAST_MS = 45
"""Above this, typing would be held back noticeably."""
_TEST_BANK_CARD = "4111111111111111"
"""Every terminal maker's test number; it belongs to nobody."""

_TERMINATORS = {
    Ending.ENTER: Terminator.ENTER,
    Ending.TAB: Terminator.TAB,
    Ending.NONE: Terminator.NONE,
    None: Terminator.AUTO,
}
_TRACKS: dict[tuple[int, ...] | None, Tracks] = {(1,): Tracks.ONE, (2,): Tracks.TWO, (3,): Tracks.THREE, (1, 2): Tracks.ONE_AND_TWO}


class Advice(Enum):
    """What is the matter with a swipe, and so what to do."""

    BANK_CARD = "bank_card"
    DOCUMENT = "document"
    READ_ERROR = "read_error"
    """The reader itself says that it could not read: swipe again, clean the slot, try another card."""
    CUT_OFF = "cut_off"
    SWITCH_ON_ENTER = "switch_on_enter"
    """Bare digits and no end: set the reader to send Enter after the card."""
    TOO_SLOW = "too_slow"
    """Shorten the delay between characters in the reader's settings."""
    TOO_SHORT = "too_short"
    """Too few characters to tell from typing: set the reader to send the marks of the track."""
    CONTROL_CHARACTERS = "control_characters"
    DIFFERS = "differs"
    """Not the same as the swipe before."""
    ALT_CODES = "alt_codes"
    """It works, but slowly and not in every window: set the reader to a US keyboard."""

    @property
    def blocks(self) -> bool:
        """A reader (or card) like this cannot be set up as it is."""
        return self is not Advice.ALT_CODES


@dataclass(frozen=True, slots=True)
class Survey:
    """The swipes that counted so far, and what is to be said about the last one."""

    swipes: tuple[Swipe, ...] = ()
    last: Swipe | None = None
    advice: Advice | None = None

    def with_swipe(self, swipe: Swipe) -> Survey:
        """One more swipe. One that is like none before begins the count anew; an unusable one leaves the count alone."""
        fault = judge(swipe)
        if fault is not None and fault.blocks:
            return replace(self, last=swipe, advice=fault)
        if self.swipes and swipe.text != self.swipes[-1].text:
            return Survey((swipe,), swipe, Advice.DIFFERS)
        return Survey((*self.swipes, swipe)[-SWIPES_WANTED:], swipe, fault)

    @property
    def complete(self) -> bool:
        return len(self.swipes) >= SWIPES_WANTED

    def profile(self) -> ReaderProfile:
        """What these swipes (at least one) say the reader is like."""
        return find_profile(self.swipes)


def judge(swipe: Swipe) -> Advice | None:
    """What is the matter with this swipe; None if nothing is."""
    by_kind = {
        ScanKind.PAYMENT_CARD: Advice.BANK_CARD,
        ScanKind.ID_DOCUMENT: Advice.DOCUMENT,
        ScanKind.READ_ERROR: Advice.READ_ERROR,
        ScanKind.INCOMPLETE: Advice.CUT_OFF,
        ScanKind.REJECTED: Advice.CONTROL_CHARACTERS,
    }
    if swipe.kind in by_kind:
        return by_kind[swipe.kind]
    if not swipe.marked:
        if swipe.chars < ReaderProfile().min_chars:
            return Advice.TOO_SHORT
        if swipe.ending is Ending.NONE and max(swipe.gaps_ms, default=0) > UNENDED_MS:
            return Advice.SWITCH_ON_ENTER
    if _is_slow(swipe):
        return Advice.TOO_SLOW
    return Advice.ALT_CODES if swipe.alt_codes else None


def _is_slow(swipe: Swipe) -> bool:
    gaps_ms = swipe.gaps_ms or (0,)
    if swipe.marked:
        return median(gaps_ms) > STALL_MS or max(gaps_ms) > 2 * STALL_MS
    usual_ms = ReaderProfile().gap_fast_ms
    uneven = pstdev(gaps_ms) > _UNEVEN * fmean(gaps_ms) and median(gaps_ms) > usual_ms
    return fmean(gaps_ms) > EVEN_MS or uneven


def find_profile(swipes: Sequence[Swipe]) -> ReaderProfile:
    """The profile of the reader that these came from: only what all of them agree on, the defaults for the rest."""
    first = swipes[0]

    def agreed(of: Callable[[Swipe], T], otherwise: U) -> T | U:
        return of(first) if all(of(each) == of(first) for each in swipes) else otherwise

    marked = agreed(lambda swipe: swipe.marked, False)  # noqa: FBT003
    by_text = agreed(lambda swipe: swipe.by_text, None)
    gap_ms = max((gap for swipe in swipes for gap in swipe.gaps_ms), default=0)
    usual = ReaderProfile()
    return ReaderProfile(
        prefix=_short(agreed(lambda swipe: swipe.prefix, "")),
        suffix=_short(agreed(lambda swipe: swipe.suffix, "")),
        terminator=_TERMINATORS[agreed(lambda swipe: swipe.ending, None)],
        track_separator="\r" if agreed(lambda swipe: swipe.enter_between_tracks, False) else "",  # noqa: FBT003
        tracks=_TRACKS.get(agreed(lambda swipe: swipe.tracks, None), Tracks.AUTO),
        sentinels=Sends.ALWAYS if marked else Sends.AUTO,
        lrc=(Sends.ALWAYS if agreed(lambda swipe: swipe.checked, False) else Sends.NEVER) if marked else Sends.AUTO,  # noqa: FBT003
        decoding=Decoding.AUTO if by_text is None else Decoding.TEXT if by_text else Decoding.SCANCODE,
        alt_mode=Sends.ALWAYS if agreed(lambda swipe: swipe.alt_codes, False) else Sends.AUTO,  # noqa: FBT003
        # A margin for the days on which the computer is busy.
        gap_fast_ms=min(MOST_FAST_MS, max(usual.gap_fast_ms, gap_ms + 5)) if not marked else usual.gap_fast_ms,
        slow_tier=not marked,
    )


def _short(mark: str) -> str:
    return mark if len(mark) <= LONGEST_MARK else ""


def refuses_bank_cards(patterns: Sequence[Pattern[str]]) -> bool:
    """Whether a bank card would be refused, tried on the number that everybody tests with."""
    tracks = f";{_TEST_BANK_CARD}=2512101000?"
    return all(classify(text, loyalty_patterns=patterns).kind in REFUSED for text in (_TEST_BANK_CARD, tracks))
