"""A reader that is known: prefix and suffix, its end, its tracks, its ways."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.reader import Keystroke, ReadEnd, ReaderProfile, ReadPolicy, Scan, ScanKind, classify
from pos_app.reader.profile import Sends, Terminator, Tracks

if TYPE_CHECKING:
    from tests.reader.wedge import Desk, Keyboard

NUMBER = "7862374687"
F13 = [Keystroke(10_000, True, 183), Keystroke(10_004, False, 183)]


@pytest.fixture(scope="module")
def us(keyboards: dict[str, Keyboard]) -> Keyboard:
    return keyboards["us"]


def scans(desk: Desk) -> list[Scan]:
    policy = ReadPolicy(profile=desk.profile)
    return [scan for read in desk.reads if (scan := policy.understand(read)) is not None]


def values(desk: Desk) -> list[str]:
    return [scan.value for scan in scans(desk)]


# The prefix


@pytest.mark.parametrize("editing", [True, False], ids=["in a field", "on a button"])
@pytest.mark.parametrize("gap_ms", [0.3, 8, 30, 90, 150, 220])
@pytest.mark.parametrize("prefix", ["~~~", "*", "QX"])
def test_a_prefix_makes_a_reader_certain_at_any_speed_and_is_never_seen(
    new_desk: type[Desk], us: Keyboard, prefix: str, gap_ms: float, editing: bool
) -> None:
    for typed in (NUMBER, "12", f";{NUMBER}=25121010000?", f"%B{NUMBER}^DOE/JOHN^2512101?"):
        desk = new_desk(editing=editing, profile=ReaderProfile(prefix=prefix))
        desk.feed(us.wedge(f"{prefix}{typed}\r", gap_ms=gap_ms, dwell_ms=20)).quiet()
        assert values(desk) == [NUMBER if NUMBER in typed else typed]
        assert (desk.text, desk.undone) == ("", 0)


@pytest.mark.parametrize("name", ["us", "de", "fr", "ru"])
def test_the_prefix_is_known_on_every_layout_where_it_is_no_dead_key(
    new_desk: type[Desk], keyboards: dict[str, Keyboard], name: str
) -> None:
    desk = new_desk(profile=ReaderProfile(prefix="*#"))
    desk.feed(keyboards[name].wedge(f"*#;{NUMBER}?\r", gap_ms=60)).quiet()
    assert values(desk) == [NUMBER]
    assert desk.text == ""


@pytest.mark.parametrize("dwell_ms", [2, 30, 80])
def test_a_prefix_that_keyboards_lack_is_certain_however_the_keys_go(new_desk: type[Desk], us: Keyboard, dwell_ms: float) -> None:
    desk = new_desk(profile=ReaderProfile(prefix="{F13}"))
    desk.feed(F13).feed(us.wedge(f"{NUMBER}\r", at_ms=10_100, gap_ms=120, dwell_ms=dwell_ms)).quiet()
    assert values(desk) == [NUMBER]
    assert desk.arrived == []


def test_what_only_begins_like_the_prefix_is_typing(new_desk: type[Desk], us: Keyboard) -> None:
    for text in ("~", "~~", "~~x", "~1~", "x~~", "~~ ~"):
        desk = new_desk(profile=ReaderProfile(prefix="~~~")).feed(us.person(text, cycle([(140, 80)]))).quiet()
        assert (desk.text, desk.reads) == (text, [])


@pytest.mark.parametrize("text", ["*", "*5", "5*5", "2*3=6", "**", "*123456\r"])
@pytest.mark.parametrize("rhythm", [[(140, 80)], [(70, 90), (55, 80)], [(300, 60)]])
def test_a_person_can_type_a_short_prefix(new_desk: type[Desk], us: Keyboard, text: str, rhythm: list[tuple[float, float]]) -> None:
    desk = new_desk(profile=ReaderProfile(prefix="*")).feed(us.person(text, cycle(rhythm))).quiet()
    assert (desk.text, desk.reads) == (text, [])


def test_a_swipe_with_a_prefix_after_typing_takes_nothing_of_it(new_desk: type[Desk], us: Keyboard) -> None:
    typed = us.person("64", cycle([(140, 80)]), at_ms=9_000)
    last_ms = max(stroke.t_ms for stroke in typed)
    for pause_ms in (30, 90, 400):
        desk = new_desk(profile=ReaderProfile(prefix="~~~"))
        desk.feed([*typed, *us.wedge(f"~~~{NUMBER}\r", at_ms=last_ms + pause_ms)]).quiet()
        assert (values(desk), desk.text) == ([NUMBER], "64")


def test_the_suffix_is_no_part_of_the_card_and_ends_a_read_without_enter(new_desk: type[Desk], us: Keyboard) -> None:
    profile = ReaderProfile(suffix="#", terminator=Terminator.NONE)
    strokes = us.wedge(f"{NUMBER}#")
    desk = new_desk(profile=profile).feed(strokes)
    assert [read.t_ms for read in desk.reads] == [strokes[-3].t_ms], "at once"
    assert values(desk) == [NUMBER]
    desk = new_desk(profile=ReaderProfile(prefix="!", suffix="##")).feed(us.wedge(f"!;{NUMBER}?##\r")).quiet()
    assert values(desk) == [NUMBER]


# The end


def test_a_reader_that_always_sends_enter_gives_no_half_card(new_desk: type[Desk], us: Keyboard) -> None:
    for terminator in (Terminator.ENTER, Terminator.TAB):
        desk = new_desk(profile=ReaderProfile(terminator=terminator)).feed(us.wedge(NUMBER[:7])).quiet()
        assert [read.end for read in desk.reads] == [ReadEnd.CUT]
        assert [scan.kind for scan in scans(desk)] == [ScanKind.INCOMPLETE]
        assert desk.text == ""


def test_a_tab_between_tracks_does_not_end_the_read_of_a_reader_that_ends_with_enter(new_desk: type[Desk], us: Keyboard) -> None:
    profile = ReaderProfile(terminator=Terminator.ENTER, track_separator="\t")
    desk = new_desk(profile=profile).feed(us.wedge(f"%B{NUMBER}^DOE/JOHN^2512101?\t;{NUMBER}=2512101?\r")).quiet()
    assert values(desk) == [NUMBER]


def test_where_the_reader_sends_no_enter_the_end_is_noticed_soon(new_desk: type[Desk], us: Keyboard) -> None:
    strokes = us.wedge(NUMBER)
    desk = new_desk(profile=ReaderProfile(terminator=Terminator.NONE)).feed(strokes).quiet()
    assert desk.reads[0].t_ms - strokes[-1].t_ms < 100
    assert values(desk) == [NUMBER]


@pytest.mark.parametrize(
    ("tracks", "typed", "at_once"),
    [
        (Tracks.AUTO, f";{NUMBER}?\r", False),
        (Tracks.TWO, f";{NUMBER}?\r", True),
        (Tracks.ONE, f"%{NUMBER}?\r", True),
        (Tracks.THREE, f";{NUMBER}?\r", True),
        (Tracks.ONE_AND_TWO, f"%B{NUMBER}^DOE/JOHN^2512?;{NUMBER}?\r", True),
        (Tracks.ONE_AND_TWO, f"%B{NUMBER}^DOE/JOHN^2512?\r", False),
    ],
)
def test_where_the_tracks_are_known_the_last_one_ends_the_read(
    new_desk: type[Desk], us: Keyboard, tracks: Tracks, typed: str, at_once: bool
) -> None:
    desk = new_desk(profile=ReaderProfile(tracks=tracks)).feed(us.wedge(typed))
    assert (len(desk.reads) == 1) is at_once
    assert values(desk.quiet()) == [NUMBER]


def test_a_known_separator_gives_the_second_track_its_time_from_the_first_swipe(new_desk: type[Desk], us: Keyboard) -> None:
    first = us.wedge(f"%B{NUMBER}^DOE/JOHN^2512101?\r")
    second = us.wedge(f";{NUMBER}=2512101?\r", at_ms=max(stroke.t_ms for stroke in first) + 120)
    desk = new_desk(profile=ReaderProfile(track_separator="\r")).feed([*first, *second]).quiet()
    assert len(desk.reads) == 1
    assert values(desk) == [NUMBER]


# Its ways


def test_a_reader_without_marks_is_understood_when_that_is_known(new_desk: type[Desk], keyboard: Keyboard) -> None:
    profile = ReaderProfile(sentinels=Sends.NEVER, tracks=Tracks.ONE_AND_TWO, track_separator="\r")
    desk = new_desk(profile=profile).feed(keyboard.wedge(f"B{NUMBER}^DOE/JOHN^2512101\r{NUMBER}=2512101\r")).quiet()
    (scan,) = scans(desk)
    assert scan.kind is ScanKind.CARD
    assert scan.candidates == (NUMBER, f"{NUMBER}=2512101", f"B{NUMBER}^DOE/JOHN^2512101")
    assert desk.text == ""


@pytest.mark.parametrize(
    ("options", "typed", "kind", "value"),
    [
        ({"sentinels": Sends.NEVER}, f"{NUMBER}=2512", ScanKind.CARD, NUMBER),
        ({}, f"{NUMBER}=2512", ScanKind.INCOMPLETE, ""),
        ({"sentinels": Sends.NEVER, "track_separator": "|"}, f"B{NUMBER}^A/B^2512|{NUMBER}=1", ScanKind.CARD, NUMBER),
        ({"track_separator": "|"}, f"%E?|;{NUMBER}?", ScanKind.CARD, NUMBER),
        ({"track_separator": ";"}, f"%A1?;;{NUMBER}?", ScanKind.CARD, NUMBER),
        ({"lrc": Sends.ALWAYS}, f"%A1?;;{NUMBER}?;", ScanKind.CARD, NUMBER),
        ({"lrc": Sends.NEVER}, f"%A1?;{NUMBER}?", ScanKind.CARD, NUMBER),
        ({"error_strings": (r"BAD.?\d",)}, ";BAD#1?", ScanKind.READ_ERROR, ""),
        ({"error_strings": (r"BAD.?\d",)}, "bad#1", ScanKind.READ_ERROR, ""),
        ({}, "Err#", ScanKind.READ_ERROR, ""),
        ({"allow_control": True}, f"\x02{NUMBER}\x03", ScanKind.CARD, NUMBER),
        ({}, f"\x02{NUMBER}\x03", ScanKind.REJECTED, ""),
        ({"allow_control": True}, "\x024111111111111111\x03", ScanKind.PAYMENT_CARD, ""),
        ({"aim_ids": Sends.NEVER}, f"]C1{NUMBER}", ScanKind.UNKNOWN, f"]C1{NUMBER}"),
        ({"aim_ids": Sends.ALWAYS}, NUMBER[3:], ScanKind.INCOMPLETE, ""),
        ({"aim_ids": Sends.ALWAYS}, f"]C0{NUMBER}", ScanKind.CARD, NUMBER),
        ({"aim_ids": Sends.ALWAYS}, f";{NUMBER}?", ScanKind.CARD, NUMBER),
        ({"loyalty_prefixes": ("78",)}, NUMBER, ScanKind.CARD, NUMBER),
        ({"loyalty_prefixes": ("78",)}, NUMBER[1:], ScanKind.UNKNOWN, NUMBER[1:]),
        ({"loyalty_prefixes": ("LOY-",)}, "LOY-1", ScanKind.CARD, "LOY-1"),
        ({"loyalty_patterns": (r"999\d{16}",)}, ";9990000000000000029=2512101?", ScanKind.CARD, "9990000000000000029"),
        ({"max_chars": 20}, "1" * 21, ScanKind.REJECTED, ""),
    ],
)
def test_an_option_changes_what_a_read_is(options: dict[str, Any], typed: str, kind: ScanKind, value: str) -> None:
    scan = classify(typed, profile=ReaderProfile(**options))
    assert (scan.kind, scan.value) == (kind, value)


def test_an_error_string_counts_though_it_is_short(new_desk: type[Desk], us: Keyboard) -> None:
    desk = new_desk(profile=ReaderProfile(error_strings=(r"Err\d",))).feed(us.wedge("Err1\r")).quiet()
    assert [scan.kind for scan in scans(desk)] == [ScanKind.READ_ERROR]
    assert desk.text == ""


def test_a_reader_that_minds_caps_lock_types_capitals_with_it(new_desk: type[Desk], us: Keyboard) -> None:
    # With Caps Lock on it presses "loyal" without Shift, and the computer makes capitals of it.
    strokes = us.wedge("loyal78623\r", caps=True)
    for aware, value in ((True, "LOYAL78623"), (False, "loyal78623")):
        assert values(new_desk(profile=ReaderProfile(caps_aware=aware)).feed(strokes).quiet()) == [value]


def test_alt_codes_of_a_person_go_through_where_the_reader_sends_none(new_desk: type[Desk], us: Keyboard) -> None:
    strokes = us.wedge("7862374\r", alt_codes=True)
    desk = new_desk(profile=ReaderProfile(alt_mode=Sends.NEVER)).feed(strokes).quiet()
    assert desk.reads == []
    assert len(desk.arrived) == 15
    slow = us.wedge(f";{NUMBER}?\r", gap_ms=60, alt_codes=True)
    assert values(new_desk(profile=ReaderProfile(alt_mode=Sends.ALWAYS)).feed(slow).quiet()) == [NUMBER]


def test_the_same_card_is_one_card_as_long_as_the_profile_says(new_desk: type[Desk], us: Keyboard) -> None:
    for dedupe_ms, reads in ((5_000, 1), (0, 2)):
        desk = new_desk(profile=ReaderProfile(dedupe_ms=dedupe_ms))
        desk.feed(us.wedge(f"{NUMBER}\r")).feed(us.wedge(f"{NUMBER}\r", at_ms=11_000)).quiet()
        assert len(scans(desk)) == reads


# Whatever happens

profiles = st.builds(
    ReaderProfile,
    prefix=st.sampled_from(["", "~~~", "*", "5", "{F13}", "ab"]),
    suffix=st.sampled_from(["", "#", "99"]),
    terminator=st.sampled_from(Terminator),
    tracks=st.sampled_from(Tracks),
    track_separator=st.sampled_from(["", "\r", "|"]),
    sentinels=st.sampled_from(Sends),
    lrc=st.sampled_from(Sends),
    alt_mode=st.sampled_from(Sends),
    caps_aware=st.booleans(),
    slow_tier=st.booleans(),
)


@given(
    profile=profiles,
    text=st.text(st.sampled_from("0123456789abc~*#%;?=|\r"), max_size=20),
    times=st.lists(st.tuples(st.integers(30, 400), st.integers(50, 160)), min_size=20, max_size=20),
    editing=st.booleans(),
    punctual=st.booleans(),
)
def test_no_profile_loses_doubles_or_misreads_typing(
    new_desk: type[Desk],
    us: Keyboard,
    profile: ReaderProfile,
    text: str,
    times: list[tuple[float, float]],
    editing: bool,
    punctual: bool,
) -> None:
    desk = new_desk(editing=editing, profile=profile).feed(us.person(text, times), punctual=punctual).quiet()
    assert (desk.text, desk.reads) == (text, [])


@given(
    profile=profiles,
    ticks=st.lists(st.tuples(st.integers(0, 300), st.sampled_from("01;%?=E\rab\t~*5#"), st.integers(0, 120)), max_size=30),
    editing=st.booleans(),
    punctual=st.booleans(),
)
def test_with_any_profile_every_press_arrives_once_or_is_part_of_a_read(
    new_desk: type[Desk],
    us: Keyboard,
    profile: ReaderProfile,
    ticks: list[tuple[int, str, int]],
    editing: bool,
    punctual: bool,
) -> None:
    time_ms, strokes = 10_000, list[Keystroke]()
    for gap_ms, char, dwell_ms in ticks:
        time_ms += gap_ms
        strokes += us.wedge(char, at_ms=time_ms, gap_ms=1000, dwell_ms=dwell_ms)
    ordered = sorted(strokes, key=lambda stroke: stroke.t_ms)
    desk = new_desk(editing=editing, profile=profile).feed(ordered, punctual=punctual).quiet()
    arrived = [id(stroke) for stroke in desk.arrived]
    assert len(set(arrived)) == len(arrived)
    for scan in scans(desk):
        assert scan.kind in ScanKind
    if not desk.reads:
        pressed = [stroke for stroke in ordered if stroke.down and stroke.code not in (29, 42)]
        # What a key repeats while it hangs may go; nothing else.
        assert len(arrived) == len(pressed) or any(
            dwell_ms > gap_ms for (gap_ms, *_), (*_, dwell_ms) in zip(ticks[1:], ticks, strict=False)
        )


@given(cut=st.integers(0, 40), gap_ms=st.sampled_from([2, 12, 45]), prefix=st.sampled_from(["~~~", "*"]), marked=st.booleans())
def test_the_tail_of_a_swipe_with_a_prefix_is_never_a_card_when_the_shop_names_its_numbers(
    new_desk: type[Desk], us: Keyboard, cut: int, gap_ms: int, prefix: str, marked: bool
) -> None:
    typed = prefix + (f"%B{NUMBER}^DOE/JOHN^2512101?;{NUMBER}=2512101?" if marked else NUMBER) + "\r"
    tail = typed[min(cut, len(typed) - 1) :]
    profile = ReaderProfile(prefix=prefix, loyalty_patterns=(r"78\d{8}",))
    desk = new_desk(profile=profile).feed(us.wedge(tail, gap_ms=gap_ms)).quiet()
    assert set(values_of_cards(desk)) <= {NUMBER}
    if NUMBER not in tail:
        assert values_of_cards(desk) == []


def values_of_cards(desk: Desk) -> list[str]:
    return [scan.value for scan in scans(desk) if scan.kind is ScanKind.CARD]
