"""Three swipes of one card give a profile that reads that reader; a reader that cannot work is told what to change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.reader import Keystroke, ReadPolicy, ScanKind
from pos_app.reader.keys import FIRST_SPARE_KEY
from pos_app.reader.profile import Decoding, ReaderProfile, Sends, Terminator, Tracks
from pos_app.reader.survey import SWIPES_WANTED, Advice, Survey, judge, refuses_bank_cards
from pos_app.reader.swipe import Ending, Swipe, SwipeRecorder, mask
from tests.reader.wedge import LAYOUTS, Desk, Keyboard

T2 = ";200044717720=25121010000?"
BOTH = "%B200044717720^DOE/JOHN^2512101?;200044717720=2512101?"
PARTED = "%B200044717720^DOE/JOHN^2512101?\r;200044717720=2512101?"
BARE = "200044717720"
BANK = ("4111111111111111", ";4111111111111111=2512101000?", "%B4111111111111111^DOE/JOHN^2512101000?")


def take(strokes: Iterable[Keystroke], patterns: Sequence[re.Pattern[str]] = ()) -> Swipe | None:
    recorder = SwipeRecorder(loyalty_patterns=patterns)
    for stroke in strokes:
        assert recorder.feed(stroke) is None
    return recorder.close()


def swipe(text: str, layout: str = "us", *, gap_ms: float = 8, alt_codes: bool = False, own_layout: bool = False) -> Swipe:
    taken = take(Keyboard(layout).wedge(text, gap_ms=gap_ms, alt_codes=alt_codes, own_layout=own_layout))
    assert taken is not None
    return taken


def surveyed(*swipes: Swipe) -> Survey:
    survey = Survey()
    for each in swipes:
        survey = survey.with_swipe(each)
    return survey


def profile_of(text: str, layout: str = "us", *, gap_ms: float = 8, alt_codes: bool = False) -> ReaderProfile:
    survey = surveyed(*[swipe(text, layout, gap_ms=gap_ms, alt_codes=alt_codes)] * 3)
    assert survey.complete
    return survey.profile()


# What is found


def test_a_track_with_enter_is_found() -> None:
    found = profile_of(T2 + "\r", "cz")
    assert (found.terminator, found.tracks, found.sentinels) == (Terminator.ENTER, Tracks.TWO, Sends.ALWAYS)
    assert (found.decoding, found.lrc, found.slow_tier) == (Decoding.SCANCODE, Sends.NEVER, False)


def test_two_tracks_and_what_stands_between_them_are_found() -> None:
    assert (profile_of(BOTH + "\r").tracks, profile_of(BOTH + "\r").track_separator) == (Tracks.ONE_AND_TWO, "")
    assert (profile_of(PARTED + "\r").tracks, profile_of(PARTED + "\r").track_separator) == (Tracks.ONE_AND_TWO, "\r")


def test_the_end_the_check_character_and_alt_codes_are_found() -> None:
    assert profile_of(BARE + "\t").terminator is Terminator.TAB
    assert profile_of(BARE).terminator is Terminator.NONE
    assert profile_of(T2 + "7\r").lrc is Sends.ALWAYS
    assert profile_of(BARE + "\r", alt_codes=True).alt_mode is Sends.ALWAYS


def test_signs_around_the_number_are_a_prefix_and_a_suffix() -> None:
    found = profile_of(f"~~~{BARE}#\r")
    assert (found.prefix, found.suffix) == ("~~~", "#")
    assert profile_of(f"ID{T2}\r").prefix == "ID"
    assert profile_of(f"]C0{BARE}\r").prefix == ""


def test_keys_that_keyboards_lack_are_a_prefix_and_a_suffix() -> None:
    def key(code: int, at_ms: int) -> list[Keystroke]:
        return [Keystroke(at_ms + late, down, code) for down, late in ((True, 0), (False, 2))]

    strokes = Keyboard("us").wedge(BARE, at_ms=10_000)
    taken = take([*key(FIRST_SPARE_KEY, 9_992), *strokes, *key(FIRST_SPARE_KEY + 11, strokes[-1].t_ms + 6)])
    assert taken is not None
    assert (taken.prefix, taken.text, taken.suffix) == ("{F13}", BARE, "{F24}")


def test_a_reader_set_to_the_computers_own_layout_is_read_by_its_text() -> None:
    survey = surveyed(*[swipe(f";{BARE}?\r", "de", own_layout=True)] * 3)
    assert survey.profile().decoding is Decoding.TEXT


def test_only_what_all_swipes_agree_on_is_fixed() -> None:
    survey = surveyed(swipe(BARE + "\r"), swipe(BARE + "\t"), swipe(BARE + "\r"))
    assert survey.profile().terminator is Terminator.AUTO


@given(
    text=st.sampled_from([T2, f";{BARE}?", BOTH, PARTED, BARE, "7862374687", "LOYAL786237"]),
    end=st.sampled_from(["\r", "\t", ""]),
    layout=st.sampled_from(LAYOUTS),
    gap_ms=st.sampled_from([2, 8, 12, 18, 30, 45, 60]),
    jitter_ms=st.lists(st.integers(0, 4), min_size=8, max_size=8),
    editing=st.booleans(),
)
def test_three_swipes_give_a_profile_that_reads_that_reader(
    text: str, end: str, layout: str, gap_ms: int, jitter_ms: list[int], editing: bool
) -> None:
    keyboard = Keyboard(layout)

    def strokes(at_ms: float) -> list[Keystroke]:
        return keyboard.wedge(text + end, at_ms=at_ms, gap_ms=cycle([gap_ms + each for each in jitter_ms]), dwell_ms=1)

    survey = Survey()
    for at_ms in (10_000, 20_000, 30_000):
        taken = take(strokes(at_ms))
        assert taken is not None
        survey = survey.with_swipe(taken)
    if not survey.complete:
        assert survey.advice is Advice.SWITCH_ON_ENTER
        assert (end, text[0] in "%;") == ("", False)
        assert gap_ms + max(jitter_ms) > 20
        return
    profile = survey.profile()
    desk = Desk(editing=editing, profile=profile)
    desk.feed(strokes(10_000)).quiet()
    policy = ReadPolicy(profile=profile)
    scans = [policy.understand(read) for read in desk.reads]
    assert [(scan.kind, scan.value) for scan in scans if scan] == [(ScanKind.CARD, survey.swipes[0].scan.value)]
    assert desk.text == ""


# What cannot work


@pytest.mark.parametrize(
    ("text", "gap_ms", "advice"),
    [
        (BARE, 30, Advice.SWITCH_ON_ENTER),
        (BARE, 18, None),
        (BARE + "\r", 30, None),
        (BARE + "\r", 110, Advice.TOO_SLOW),
        (T2 + "\r", 60, None),
        (T2 + "\r", 150, Advice.TOO_SLOW),
        ("12345\r", 8, Advice.TOO_SHORT),
        ("%E?;E?\r", 8, Advice.READ_ERROR),
        (";E?\r", 8, Advice.READ_ERROR),
        (";786237\r", 8, Advice.CUT_OFF),
        ("374687=2512101?\r", 8, Advice.CUT_OFF),
        ("ABC\x0e123456\r", 8, Advice.CONTROL_CHARACTERS),
        ("%CADAVIS^DOE$JOHN$Q^1 MAIN ST^?;636014012345678=251219800101?\r", 8, Advice.DOCUMENT),
    ],
)
def test_what_is_wrong_with_a_reader_is_named(text: str, gap_ms: float, advice: Advice | None) -> None:
    taken = swipe(text, gap_ms=gap_ms)
    assert judge(taken) is advice
    survey = Survey().with_swipe(taken)
    assert survey.advice is advice
    assert len(survey.swipes) == (advice is None)


def test_alt_codes_work_but_are_said() -> None:
    survey = surveyed(*[swipe(BARE + "\r", alt_codes=True)] * 3)
    assert survey.complete
    assert survey.advice is Advice.ALT_CODES


def test_a_swipe_that_differs_begins_anew_and_a_failed_one_does_not() -> None:
    good, other = swipe(T2 + "\r"), swipe(";200044710011?\r")
    survey = surveyed(good, good, other)
    assert (len(survey.swipes), survey.advice) == (1, Advice.DIFFERS)
    survey = surveyed(good, good, swipe(";E?\r"))
    assert (len(survey.swipes), survey.advice) == (2, Advice.READ_ERROR)
    assert surveyed(good, good, swipe(";E?\r"), good).complete
    assert len(surveyed(*[good] * 5).swipes) == SWIPES_WANTED


# What may be seen


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("around", ["{}\r", "~~~{}\r", "{}#\t", "{}"])
@pytest.mark.parametrize("number", BANK)
def test_nothing_is_kept_of_a_bank_card_whatever_stands_around_it(number: str, around: str, layout: str) -> None:
    taken = swipe(around.format(number), layout)
    assert taken.kind is ScanKind.PAYMENT_CARD
    assert taken == Swipe(scan=taken.scan)
    assert not re.search(r"[4-9]", f"{taken!r}{taken.scan.note}{taken.masked}")


@given(st.text(alphabet="0123456789ABC;=?%^/ ", min_size=4, max_size=60))
def test_never_more_than_the_last_two_digits_are_shown(text: str) -> None:
    taken = take(Keyboard("us").wedge(text + "\r"))
    if taken is None:
        return
    shown = re.findall(r"\d", taken.masked)
    assert len(shown) <= 2
    assert not taken.text or taken.text not in repr(taken)


def test_the_number_is_shown_in_groups_with_its_last_two_digits() -> None:
    assert swipe(f";{BARE}?\r").masked == ";•••• •••• ••20?"
    assert swipe("7862374687\r").masked == "•••• •••• 87"
    assert mask("AB12", "AB12") == "••••"


# What is no swipe


@pytest.mark.parametrize("rhythm", [[(110, 80), (180, 95)], [(70, 90), (55, 80), (30, 75), (28, 90)]])
def test_what_fingers_type_is_no_swipe(rhythm: list[tuple[float, float]]) -> None:
    assert take(Keyboard("us").person("200044717720\r", cycle(rhythm))) is None


def test_a_swipe_ends_with_silence_or_with_the_next_one() -> None:
    keyboard, recorder = Keyboard("us"), SwipeRecorder()
    assert recorder.close() is None
    ended = [recorder.feed(stroke) for stroke in [*keyboard.wedge(T2 + "\r"), *keyboard.wedge(BARE + "\r", at_ms=11_500)]]
    assert [each.text for each in ended if each] == [T2]
    last = recorder.close()
    assert last is not None
    assert (last.text, last.ending) == (BARE, Ending.ENTER)


def test_a_key_that_repeats_is_one_key() -> None:
    strokes = Keyboard("us").wedge(BARE + "\r")
    again = [strokes[0], strokes[0]._replace(t_ms=strokes[0].t_ms + 1), *strokes[1:]]
    taken = take(again)
    assert taken is not None
    assert taken.text == BARE


# The guard


def test_the_guard_is_tried_on_a_test_number() -> None:
    assert refuses_bank_cards(())
    assert refuses_bank_cards([re.compile("2000")])
    assert not refuses_bank_cards([re.compile("41111")])
