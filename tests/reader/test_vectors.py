"""The public vectors of the reader's design: what a reader types, and what must come of it, on every keyboard layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pos_app.reader import ReaderProfile, ReadPolicy, ScanKind, classify
from pos_app.reader.profile import Decoding

if TYPE_CHECKING:
    from tests.reader.wedge import Desk, Keyboard

GS = "\x1d"
NUMBER = "7862374687"
BANK = ("4111111111111111", "378282246310005", "5555555555554444", "6759649826438453", "9990000000000000029")

# typed, kind, value, second candidate that must be among them ("" for none)
VECTORS: list[tuple[str, ScanKind, str, str]] = [
    ("7862374687\r", ScanKind.CARD, NUMBER, ""),
    ("78374598987\r", ScanKind.CARD, "78374598987", ""),
    ("7862374687\t", ScanKind.CARD, NUMBER, ""),
    (";7862374687?\r", ScanKind.CARD, NUMBER, ""),
    (";7862374687=25121010000?\r", ScanKind.CARD, NUMBER, "7862374687=25121010000"),
    (";7862374687?4\r", ScanKind.CARD, NUMBER, ""),
    ("%B7862374687^DOE/JOHN^2512101?\r", ScanKind.CARD, NUMBER, "B7862374687^DOE/JOHN^2512101"),
    ("%7862374687?\r", ScanKind.CARD, NUMBER, ""),
    ("%LOYAL786237?\r", ScanKind.CARD, "LOYAL786237", ""),
    ("%B7862374687^DOE/JOHN^2512101?;7862374687=2512101?\r", ScanKind.CARD, NUMBER, "7862374687=2512101"),
    ("%B7862374687^DOE/JOHN^2512101?\r;7862374687=2512101?\r", ScanKind.CARD, NUMBER, "7862374687=2512101"),
    ("%LOYAL786237?;7862374687?+00112233?\r", ScanKind.CARD, NUMBER, "LOYAL786237"),
    (";7862374687?;0155667788=99?\r", ScanKind.CARD, NUMBER, ""),
    ("%E?;7862374687?\r", ScanKind.CARD, NUMBER, ""),
    ("%E?;E?\r", ScanKind.READ_ERROR, "", ""),
    (";E?\r", ScanKind.READ_ERROR, "", ""),
    ("%b7862374687^doe/john^2512?\r", ScanKind.CARD, NUMBER, ""),
    (";7862374687?;7862374687?\r", ScanKind.CARD, NUMBER, ""),
    ("374687=2512101?\r", ScanKind.INCOMPLETE, "", ""),
    (";786237\r", ScanKind.INCOMPLETE, "", ""),
    (
        "%B4111111111111111^DOE/JOHN^2512101000?;4111111111111111=2512101000?\r",
        ScanKind.PAYMENT_CARD,
        "",
        "",
    ),
    (";378282246310005=2512101?\r", ScanKind.PAYMENT_CARD, "", ""),
    ("5555555555554444\r", ScanKind.PAYMENT_CARD, "", ""),
    (";6759649826438453=2512101?\r", ScanKind.PAYMENT_CARD, "", ""),
    (";9990000000000000029=2512101?\r", ScanKind.PAYMENT_CARD, "", ""),
    ("4111111111111112\r", ScanKind.CARD, "4111111111111112", ""),
    (
        '%CADAVIS^DOE$JOHN$Q^1 MAIN ST^?;636014012345678=251219800101?#" 95616      C?\r',
        ScanKind.ID_DOCUMENT,
        "",
        "",
    ),
    ("5901234123457\r", ScanKind.EAN, "5901234123457", ""),
    ("]E05901234123457\r", ScanKind.EAN, "5901234123457", ""),
    ("4006381333931\r", ScanKind.EAN, "4006381333931", ""),
    ("]C07862374687\r", ScanKind.CARD, NUMBER, ""),
    (f"]C10109521234543213{GS}10ABC\r", ScanKind.GS1, "09521234543213", ""),
    ("]C18018952123454321356781\r", ScanKind.GS1, "952123454321356781", "952123454321356781"),
    ("]Q1https://ex.am/p/7862374687\r", ScanKind.URL, "https://ex.am/p/7862374687", ""),
    ("ABC\x0e123456\r", ScanKind.REJECTED, "", ""),
]
NAMES = [re.sub(r"\W+", "-", typed)[:40] for typed, *_ in VECTORS]


@pytest.mark.parametrize(("typed", "kind", "value", "among"), VECTORS, ids=NAMES)
def test_a_read_is_understood(typed: str, kind: ScanKind, value: str, among: str) -> None:
    scan = classify(typed)
    assert (scan.kind, scan.value) == (kind, value)
    assert not among or among in scan.candidates
    if scan.kind is ScanKind.CARD:
        assert scan.candidates[0] == scan.value


@pytest.mark.parametrize("editing", [True, False], ids=["in a field", "on a button"])
@pytest.mark.parametrize("gap_ms", [0.3, 3, 12, 20])
@pytest.mark.parametrize(("typed", "kind", "value", "among"), VECTORS, ids=NAMES)
def test_a_us_reader_is_understood_on_every_layout_and_leaves_nothing_behind(
    new_desk: type[Desk], keyboard: Keyboard, gap_ms: float, editing: bool, typed: str, kind: ScanKind, value: str, among: str
) -> None:
    desk = new_desk(editing=editing).feed(keyboard.wedge(typed, gap_ms=gap_ms)).quiet()
    assert len(desk.reads) == 1
    scan = ReadPolicy().understand(desk.reads[0])
    assert scan is not None
    assert (scan.kind, scan.value) == (kind, value)
    assert not among or among in scan.candidates
    assert desk.text == ""


@pytest.mark.parametrize("gap_ms", [45, 60])
@pytest.mark.parametrize(("typed", "kind", "value", "among"), [vector for vector in VECTORS if vector[0][0] in "%;"])
def test_marked_tracks_may_come_slowly(
    new_desk: type[Desk], keyboard: Keyboard, gap_ms: float, typed: str, kind: ScanKind, value: str, among: str
) -> None:
    desk = new_desk().feed(keyboard.wedge(typed, gap_ms=gap_ms, dwell_ms=12)).quiet()
    assert [classify(read.buffer.decode()).kind for read in desk.reads] == [kind]
    assert classify(desk.reads[0].buffer.decode()).value == value
    assert desk.text == ""


@pytest.mark.parametrize("gap_ms", [45, 60])
@pytest.mark.parametrize("char", ["_", "`", ",", '"', "<", "$", "^"])
def test_a_slow_code_may_hold_what_is_a_start_mark_on_some_layout(
    new_desk: type[Desk], keyboard: Keyboard, gap_ms: float, char: str
) -> None:
    typed = f"]Q1https://ex.am/7862{char}374687\r"
    desk = new_desk().feed(keyboard.wedge(typed, gap_ms=gap_ms, dwell_ms=12)).quiet()
    assert [(classify(read.buffer.decode()).kind, classify(read.buffer.decode()).value) for read in desk.reads] == [
        (ScanKind.URL, typed[3:-1])
    ]
    assert desk.text == ""


def test_a_reader_set_to_the_layout_of_the_computer_is_understood(new_desk: type[Desk], keyboards: dict[str, Keyboard]) -> None:
    for name in ("de", "fr", "cz"):
        for typed, kind, value, _ in VECTORS:
            try:
                strokes = keyboards[name].wedge(typed, own_layout=True)
            except KeyError:
                continue
            if any(stroke.eaten for stroke in strokes):
                continue  # The host text of a dead key is lost before anyone can see it.
            desk = new_desk().feed(strokes).quiet()
            assert [classify(read.buffer.decode()).kind for read in desk.reads] == [kind], (name, typed)
            assert classify(desk.reads[0].buffer.decode()).value == value


def test_a_reader_whose_keys_have_no_codes_is_understood_by_its_text(new_desk: type[Desk], keyboards: dict[str, Keyboard]) -> None:
    for typed, kind, value, _ in VECTORS:
        if any(char < " " and char not in "\r\t" for char in typed):
            continue
        desk = new_desk().feed(keyboards["us"].wedge(typed, codes=False)).quiet()
        assert [classify(read.buffer.decode()).kind for read in desk.reads] == [kind], typed
        assert classify(desk.reads[0].buffer.decode()).value == value


def test_a_reader_that_types_alt_codes_is_understood(new_desk: type[Desk], keyboard: Keyboard) -> None:
    for typed in (";7862374687=25121010000?\r", "7862374687\r", "%LOYAL7862374687?\r"):
        desk = new_desk().feed(keyboard.wedge(typed, gap_ms=5, alt_codes=True)).quiet()
        assert [classify(read.buffer.decode()).kind for read in desk.reads] == [ScanKind.CARD], typed
        assert desk.text == ""


def test_caps_lock_makes_no_difference(new_desk: type[Desk], keyboard: Keyboard) -> None:
    for typed in ("%B7862374687^DOE/JOHN^2512101?\r", "%LOYAL786237?\r", "7862374687\r"):
        desk = new_desk().feed(keyboard.wedge(typed, caps=True)).quiet()
        assert [classify(read.buffer.decode()) for read in desk.reads] == [classify(typed)]


def test_a_fast_reader_without_enter_is_understood_after_a_silence(new_desk: type[Desk], keyboard: Keyboard) -> None:
    for gap_ms in (2, 8, 12):
        desk = new_desk().feed(keyboard.wedge("7862374687", gap_ms=gap_ms)).quiet()
        assert [classify(read.buffer.decode()).value for read in desk.reads] == [NUMBER]
        assert desk.text == ""


def test_enter_alone_goes_to_the_window(new_desk: type[Desk], keyboard: Keyboard) -> None:
    for editing in (True, False):
        desk = new_desk(editing=editing).feed(keyboard.wedge("\r")).quiet()
        assert desk.reads == []
        assert [stroke.text for stroke in desk.arrived] == ["\r"]


def test_a_profile_can_insist_on_one_way_of_decoding(new_desk: type[Desk], keyboards: dict[str, Keyboard]) -> None:
    strokes = keyboards["de"].wedge(";7862374687?\r", own_layout=True)
    desk = new_desk(profile=ReaderProfile(decoding=Decoding.TEXT)).feed(strokes).quiet()
    assert [classify(read.buffer.decode()).value for read in desk.reads] == [NUMBER]
    desk = new_desk(profile=ReaderProfile(decoding=Decoding.SCANCODE)).feed(strokes).quiet()
    assert [classify(read.buffer.decode()).kind for read in desk.reads] != [ScanKind.CARD]
