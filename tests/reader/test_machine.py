"""The burst machine where it matters: who pressed the key, when is a read over, and whose Enter is it."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.reader import Keystroke, ReadEnd, ReaderProfile, ReadPolicy, Scan, ScanKind, classify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.reader.wedge import Desk, Keyboard

NUMBER = "7862374687"
SWIPE = f";{NUMBER}=25121010000?\r"


@pytest.fixture(scope="module")
def us(keyboards: dict[str, Keyboard]) -> Keyboard:
    return keyboards["us"]


def merged(*streams: Iterable[Keystroke]) -> list[Keystroke]:
    """Two keyboards typing into one computer."""
    return sorted((stroke for stream in streams for stroke in stream), key=lambda stroke: stroke.t_ms)


def scans(desk: Desk, *patterns: str) -> list[Scan]:
    policy = ReadPolicy(loyalty_patterns=[re.compile(pattern) for pattern in patterns])
    return [scan for read in desk.reads if (scan := policy.understand(read)) is not None]


def test_a_key_held_by_a_finger_during_a_swipe_stays_out_of_the_card_and_arrives(new_desk: type[Desk], us: Keyboard) -> None:
    for at_ms in (10_041, 10_083, 10_100):
        desk = new_desk().feed(merged(us.wedge(SWIPE), us.person("9", [(0, 90)], at_ms=at_ms))).quiet()
        assert [(scan.kind, scan.value) for scan in scans(desk)] == [(ScanKind.CARD, NUMBER)]
        assert desk.text == "9"


@given(
    at_ms=st.integers(9_700, 10_500),
    dwell_ms=st.integers(60, 140),
    gap_ms=st.integers(6, 20),
    marked=st.booleans(),
    editing=st.booleans(),
)
def test_a_key_typed_around_a_swipe_never_makes_another_card_of_it(
    new_desk: type[Desk], us: Keyboard, at_ms: int, dwell_ms: int, gap_ms: int, marked: bool, editing: bool
) -> None:
    swipe = us.wedge(SWIPE if marked else f"{NUMBER}\r", gap_ms=gap_ms)
    desk = new_desk(editing=editing).feed(merged(swipe, us.person("5", [(0, dwell_ms)], at_ms=at_ms))).quiet()
    for scan in scans(desk):
        assert scan.kind is ScanKind.INCOMPLETE or scan.value == NUMBER
    assert desk.text.count("5") >= 1


def test_typing_that_ends_in_a_swipe_keeps_what_was_typed(new_desk: type[Desk], us: Keyboard) -> None:
    typed = us.person("64.90", cycle([(140, 80)]), at_ms=9_000)
    for pause_ms in (90, 130, 400):
        last_ms = max(stroke.t_ms for stroke in typed)
        desk = new_desk().feed(merged(typed, us.wedge(SWIPE, at_ms=last_ms + pause_ms))).quiet()
        assert [scan.value for scan in scans(desk)] == [NUMBER]
        assert desk.text == "64.90"


def test_a_slow_even_reader_without_marks_is_recognised_at_its_enter(new_desk: type[Desk], keyboard: Keyboard) -> None:
    for gap_ms in (30, 45, 60, 70):
        desk = new_desk().feed(keyboard.wedge(f"{NUMBER}\r", gap_ms=gap_ms, dwell_ms=15)).quiet()
        assert [scan.value for scan in scans(desk)] == [NUMBER]
        assert desk.text == ""


def test_the_slow_tier_can_be_switched_off(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk(profile=ReaderProfile(slow_tier=False)).feed(us.wedge(f"{NUMBER}\r", gap_ms=60, dwell_ms=15)).quiet()
    assert desk.reads == []
    assert desk.text == f"{NUMBER}\r"


@pytest.mark.parametrize("stall_at", [1, 2, 3, 5, 9, 15])
def test_a_reader_that_stalls_once_is_still_whole(new_desk: type[Desk], us: Keyboard, stall_at: int) -> None:
    for typed in (SWIPE, f"{NUMBER}\r"):
        gaps = (110.0 if i == stall_at else 8.0 for i in range(100))
        desk = new_desk().feed(us.wedge(typed, gap_ms=gaps)).quiet()
        assert [scan.value for scan in scans(desk)] == [NUMBER]
        assert desk.text == ""


@pytest.mark.parametrize("typed", [SWIPE, f"{NUMBER}\r", NUMBER])
def test_a_blocked_window_changes_nothing(new_desk: type[Desk], us: Keyboard, typed: str) -> None:
    """The keys wait in the queue and arrive together, with the times at which they were pressed."""
    desk = new_desk().feed(us.wedge(typed), punctual=False).quiet()
    assert [scan.value for scan in scans(desk)] == [NUMBER]
    human = us.person(f"{NUMBER}\r", cycle([(140, 80), (60, 90)]))
    desk = new_desk().feed(human, punctual=False).quiet()
    assert desk.reads == []
    assert desk.text == f"{NUMBER}\r"


@pytest.mark.parametrize("ending", ["\r", "\t", "\r\r", "\r\n", "\n"])
def test_every_ending_is_swallowed(new_desk: type[Desk], us: Keyboard, ending: str) -> None:
    strokes = us.wedge(NUMBER + ending.replace("\n", "\r"))
    desk = new_desk(editing=False).feed(strokes).quiet()
    assert [scan.value for scan in scans(desk)] == [NUMBER]
    assert desk.arrived == []


def test_the_next_enter_of_a_person_goes_through(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk(editing=False).feed(us.wedge(SWIPE)).feed(us.person("\r", [(0, 80)], at_ms=11_000)).quiet()
    assert desk.text == "\r"


def test_an_enter_late_after_a_read_without_one_is_swallowed(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk(editing=False).feed(us.wedge(NUMBER)).feed(us.wedge("\r", at_ms=10_600)).quiet()
    assert [scan.value for scan in scans(desk)] == [NUMBER]
    assert desk.arrived == []


def test_two_swipes_close_together_are_two_reads(new_desk: type[Desk], us: Keyboard) -> None:
    end_ms = max(stroke.t_ms for stroke in us.wedge(SWIPE))
    for pause_ms in (60, 300):
        other = us.wedge(";1234567890=2512?\r", at_ms=end_ms + pause_ms)
        desk = new_desk().feed(us.wedge(SWIPE)).feed(other).quiet()
        values = [scan.value for scan in scans(desk)]
        assert values in ([NUMBER, "1234567890"], [NUMBER])
        assert values == [NUMBER, "1234567890"] or pause_ms < 100, "within the time of a second track it is one"
        assert desk.text == ""


def test_a_reader_that_sends_enter_between_tracks_is_given_more_time_once_it_did(new_desk: type[Desk], us: Keyboard) -> None:
    first, second = f"%B{NUMBER}^DOE/JOHN^2512101?\r", f";{NUMBER}=2512101?\r"
    desk = new_desk().feed(us.wedge(first + second)).quiet()
    later = us.wedge(first, at_ms=20_000)
    end_ms = max(stroke.t_ms for stroke in later)
    desk.feed(later).feed(us.wedge(second, at_ms=end_ms + 120)).quiet()
    assert len(desk.reads) == 2


def test_a_hanging_key_is_swallowed_and_the_read_is_not_a_card(new_desk: type[Desk], us: Keyboard) -> None:
    strokes = us.wedge("7862374")
    desk = new_desk().feed(strokes[:-1])
    desk.feed(Keystroke(strokes[-1].t_ms + 140 + i * 30, True, us.place("4")[0], "4") for i in range(1, 20)).quiet()
    assert [read.end for read in desk.reads] == [ReadEnd.STUCK]
    assert [scan.kind for scan in scans(desk)] == [ScanKind.INCOMPLETE]
    assert desk.text == ""


def test_a_key_that_a_person_holds_repeats(new_desk: type[Desk], us: Keyboard) -> None:
    code = us.place("5")[0]
    pairs = [
        Keystroke(t_ms, down, code, "5") for t_ms in range(10_500, 11_000, 30) for down in (False, True)
    ]  # X11 releases and presses within one millisecond
    for editing in (True, False):
        desk = new_desk(editing=editing).feed([Keystroke(10_000, True, code, "5"), *pairs]).quiet()
        assert desk.text == "5" * (1 + len(pairs) // 2)
        assert desk.reads == []


def test_a_press_whose_release_was_lost_does_not_spoil_the_next_swipe(new_desk: type[Desk], us: Keyboard) -> None:
    lost = Keystroke(5_000, True, us.place("7")[0], "7")
    desk = new_desk().feed([lost]).feed(us.wedge(SWIPE)).quiet()
    assert [scan.value for scan in scans(desk)] == [NUMBER]
    assert desk.text == "7"


def test_a_code_of_thousands_of_characters_is_drained(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk().feed(us.wedge("A1" * 1500 + "\r", gap_ms=2)).quiet()
    assert [read.end for read in desk.reads] == [ReadEnd.TOO_LONG]
    assert [scan.kind for scan in scans(desk)] == [ScanKind.REJECTED]
    assert desk.arrived == []


def test_shortcuts_of_a_hostile_code_do_not_get_through(new_desk: type[Desk], us: Keyboard) -> None:
    for typed in ("\x0e123456\r", "ABC\x0e123456\r", "\x02\x02\x02\x02\r"):
        for gap_ms in (3, 12, 60):
            desk = new_desk().feed(us.wedge(typed, gap_ms=gap_ms)).quiet()
            assert [scan.kind for scan in scans(desk)] == [ScanKind.REJECTED], (typed, gap_ms)
            assert desk.arrived == []


def test_shortcuts_of_a_person_get_through(new_desk: type[Desk], us: Keyboard) -> None:
    ctrl = [Keystroke(10_000, True, 29), Keystroke(10_180, False, 29)]
    letter = [Keystroke(10_090, True, 49, "\x0e", ctrl=True), Keystroke(10_150, False, 49, "\x0e", ctrl=True)]
    desk = new_desk().feed(merged(ctrl, letter)).quiet()
    assert [stroke.code for stroke in desk.arrived] == [49]


def test_arrows_and_backspace_are_never_held(new_desk: type[Desk], us: Keyboard) -> None:
    for code in (14, 103, 105, 1, 59):
        desk = new_desk(editing=False).feed([Keystroke(10_000, True, code), Keystroke(10_080, False, code)])
        assert [stroke.code for stroke in desk.arrived] == [code]


def test_after_some_reads_without_enter_the_end_is_noticed_sooner(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk()
    for i in range(4):
        desk.feed(us.wedge(NUMBER, at_ms=10_000 + i * 5_000)).quiet()
    waits = [read.t_ms - (10_000 + i * 5_000) for i, read in enumerate(desk.reads)]
    assert waits[0] > 300
    assert waits[-1] < 150


def test_switching_off_finishes_a_read_that_only_waits_for_another_track(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk().feed(us.wedge(SWIPE)[:-1])
    desk.perform(desk.machine.give_back())
    assert [scan.value for scan in scans(desk)] == [NUMBER]
    assert desk.text == ""


def test_a_clock_that_jumps_back_loses_nothing(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk().feed(us.wedge("12", at_ms=4_000_000_000)).feed(us.wedge(SWIPE, at_ms=5)).quiet()
    assert [scan.value for scan in scans(desk)] == [NUMBER]
    assert desk.text == "12"


def test_the_machine_shows_no_character_of_what_it_holds(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk().feed(us.wedge("%B4111111111111111^DOE/JOHN^2512101?\r")).quiet()
    for thing in (*us.wedge("4"), *desk.reads, classify(desk.reads[0].buffer.decode())):
        assert not re.search("4|DOE", repr(thing).replace(str(desk.reads[0].t_ms), "").replace("t_ms=10004", ""))


@given(cut=st.integers(1, 24), gap_ms=st.sampled_from([2, 8, 12]))
def test_the_tail_of_a_swipe_is_never_a_card_when_the_shop_names_its_numbers(
    new_desk: type[Desk], us: Keyboard, cut: int, gap_ms: int
) -> None:
    for typed in (SWIPE, f"{NUMBER}\r", f"%B{NUMBER}^DOE/JOHN^25121010?\r"):
        tail = typed[min(cut, len(typed) - 1) :]
        if NUMBER in tail:
            continue
        desk = new_desk().feed(us.wedge(tail, gap_ms=gap_ms)).quiet()
        assert ScanKind.CARD not in [scan.kind for scan in scans(desk, r"78\d{8}")]


@given(
    strokes=st.lists(
        st.builds(
            Keystroke,
            t_ms=st.integers(-5, 2**32),
            down=st.booleans(),
            code=st.integers(0, 255),
            text=st.text(max_size=2),
            key=st.integers(0, 2**25),
            shift=st.booleans(),
            ctrl=st.booleans(),
            alt=st.booleans(),
            meta=st.booleans(),
            caps=st.booleans(),
            eaten=st.booleans(),
        ),
        max_size=60,
    ),
    editing=st.booleans(),
)
def test_no_events_crash_it(new_desk: type[Desk], strokes: list[Keystroke], editing: bool) -> None:
    desk = new_desk(editing=editing).feed(strokes).quiet()
    for scan in scans(desk):
        assert scan.kind in ScanKind


@given(steps=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.booleans(), st.booleans(), st.booleans()), max_size=60))
def test_no_fast_events_crash_it(new_desk: type[Desk], steps: list[tuple[int, int, bool, bool, bool]]) -> None:
    """A denser world than the one above: few keys, short times, Alt and Ctrl among them."""
    codes = (2, 39, 6, 28, 42, 29, 56, 71, 82, 13, 53, 27)
    time_ms, strokes = 10_000, []
    for gap_ms, key, down, ctrl, alt in steps:
        time_ms += gap_ms
        strokes.append(Keystroke(time_ms, down, codes[key - 1], "", ctrl=ctrl, alt=alt))
    new_desk().feed(strokes).quiet()


def test_a_profile_out_of_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="gap_fast_ms"):
        ReaderProfile(gap_fast_ms=0)
    with pytest.raises(ValueError, match="min_chars"):
        ReaderProfile(min_chars=2)
