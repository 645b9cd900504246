"""Sixteen kinds of read, ten rhythms of readers, and what must come of each read. Numbers are drawn at random, from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from pos_app.reader import ScanKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

GS = "\x1d"


@dataclass(frozen=True, slots=True)
class Read:
    """What is typed, and what it means."""

    text: str
    kind: ScanKind
    value: str


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a reader keeps time: ``gaps`` goes on for ever. ``mean_ms`` decides whether a bare number without an end can be known."""

    name: str
    mean_ms: float
    gaps: Callable[[Random], Iterator[float]]


def steady(gap_ms: float, jitter_ms: float = 0) -> Callable[[Random], Iterator[float]]:
    def gaps(random: Random) -> Iterator[float]:
        while True:
            yield max(0.3, random.uniform(gap_ms - jitter_ms, gap_ms + jitter_ms))

    return gaps


def with_stalls(gap_ms: float) -> Callable[[Random], Iterator[float]]:
    def gaps(random: Random) -> Iterator[float]:
        while True:
            yield random.uniform(60, 120) if random.random() < 0.05 else gap_ms

    return gaps


RHYTHMS = (
    Rhythm("0.3 ms", 0.3, steady(0.3)),
    Rhythm("2 ms", 2, steady(2)),
    Rhythm("8±2 ms", 8, steady(8, 2)),
    Rhythm("12 ms", 12, steady(12)),
    Rhythm("20±6 ms", 20, steady(20, 6)),
    Rhythm("15–45 ms", 30, steady(30, 15)),
    Rhythm("45±8 ms", 45, steady(45, 8)),
    Rhythm("60±8 ms", 60, steady(60, 8)),
    Rhythm("2–60 ms", 31, steady(31, 29)),
    Rhythm("8 ms, stalls", 12, with_stalls(8)),
)


def number(random: Random, length: int = 10) -> str:
    """With 9 to 11 digits a number that no bank or product has."""
    return f"{random.randint(1, 9)}" + "".join(random.choices("0123456789", k=length - 1))


def expiry(random: Random) -> str:
    return f"{random.randint(25, 39)}{random.randint(1, 12):02}"


def name(random: Random) -> str:
    return "".join(random.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=random.randint(3, 9))) + "/JANA"


def ean13(random: Random) -> str:
    digits = "859" + number(random, 9)
    return digits + str(-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10)


def card(text: str, value: str) -> Read:
    return Read(text, ScanKind.CARD, value)


def track_1(random: Random, value: str) -> str:
    return f"%B{value}^{name(random)}^{expiry(random)}101?"


def track_2(random: Random, value: str) -> str:
    return f";{value}={expiry(random)}101?"


def plain_track_2(random: Random) -> Read:
    value = number(random, random.randint(9, 11))
    return card(f";{value}?\r", value)


def dated_track_2(random: Random) -> Read:
    value = number(random)
    return card(f"{track_2(random, value)}\r", value)


def only_track_1(random: Random) -> Read:
    value = number(random)
    return card(f"{track_1(random, value)}\r", value)


def both_tracks(random: Random) -> Read:
    value = number(random)
    return card(f"{track_1(random, value)}{track_2(random, value)}\r", value)


def enter_between_tracks(random: Random) -> Read:
    value = number(random)
    return card(f"{track_1(random, value)}\r{track_2(random, value)}\r", value)


def check_character(random: Random) -> Read:
    value = number(random)
    return card(f";{value}?{random.choice('0123456789')}\r", value)


def three_tracks(random: Random) -> Read:
    value = number(random)
    return card(f"%LOYAL{number(random, 6)}?;{value}?+{number(random, 8)}?\r", value)


def half_an_error(random: Random) -> Read:
    value = number(random)
    return card(f"%E?;{value}?\r", value)


def an_error(random: Random) -> Read:
    return Read(random.choice(("%E?;E?\r", ";E?\r")), ScanKind.READ_ERROR, "")


def digits_and_enter(random: Random) -> Read:
    value = number(random, random.randint(9, 11))
    return card(f"{value}\r", value)


def digits_and_tab(random: Random) -> Read:
    value = number(random, random.randint(9, 11))
    return card(f"{value}\t", value)


def digits_alone(random: Random) -> Read:
    value = number(random, random.randint(9, 11))
    return card(value, value)


def product(random: Random) -> Read:
    value = ean13(random)
    return Read(f"{value}\r", ScanKind.EAN, value)


def wallet_address(random: Random) -> Read:
    path = "".join(random.choices("abcdefghijkmnpqrstuvwxyzABCDEFGH23456789-_", k=58))
    value = f"https://pass.example/{path}"
    return Read(f"]Q1{value}\r", ScanKind.URL, value)


def gs1(random: Random) -> Read:
    gtin = f"0{ean13(random)}"
    return Read(f"]C101{gtin}10{number(random, 4)}{GS}21{number(random, 6)}\r", ScanKind.GS1, gtin)


def letters_and_digits(random: Random) -> Read:
    value = f"{random.choice(('LOYAL', 'Vip', 'kc'))}{number(random, random.randint(6, 9))}"
    return card(f"{value}\r", value)


KINDS: tuple[Callable[[Random], Read], ...] = (
    plain_track_2,
    dated_track_2,
    only_track_1,
    both_tracks,
    enter_between_tracks,
    check_character,
    three_tracks,
    half_an_error,
    an_error,
    digits_and_enter,
    digits_and_tab,
    digits_alone,
    product,
    wallet_address,
    gs1,
    letters_and_digits,
)
SLOWEST_WITHOUT_END_MS = 20
"""A number without marks and without an end, slower than this, cannot be told from typing."""
FIRST_WAIT_MS = 115
"""Nearly as long as a key that could press something is held back."""


@dataclass(frozen=True, slots=True)
class Swipe:
    """One read to be made."""

    kind: str
    rhythm: str
    read: Read
    gaps_ms: tuple[float, ...] = field(repr=False)
    focus: str
    first: bool
    """Of a reader that was not seen before."""
    supported: bool
    """False for what no program could tell from typing."""
    stumbles: bool
    """It rests so long between its first keys that a list or a button, which may not wait for ever, is given the first."""


def swipes(random: Random, focuses: Sequence[str]) -> Iterator[Swipe]:
    """Swipes without end: two of every kind with every rhythm, in random order, then all again with other numbers."""
    while True:
        pairs = [(kind, rhythm) for kind in KINDS for rhythm in RHYTHMS]
        random.shuffle(pairs)
        for kind, rhythm in pairs:
            supported = kind is not digits_alone or rhythm.mean_ms <= SLOWEST_WITHOUT_END_MS
            for first in (True, False):
                read = kind(random)
                gaps_ms = tuple(islice(rhythm.gaps(random), len(read.text)))
                stumbles = max(gaps_ms[:3]) > FIRST_WAIT_MS
                yield Swipe(kind.__name__, rhythm.name, read, gaps_ms, random.choice(focuses), first, supported, stumbles)
