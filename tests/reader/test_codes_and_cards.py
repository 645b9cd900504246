"""Check digits, GS1, bank cards, documents and the rules for what is nobody's business."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.reader import RawRead, ReadEnd, ReadPolicy, Scan, ScanKind, classify
from pos_app.reader.codes import is_gtin, parse_gs1
from pos_app.reader.decode import sense
from pos_app.reader.payment import passes_luhn
from pos_app.reader.tracks import TrackState, split_tracks

TEST_NUMBERS = {
    "4111111111111111": "Visa",
    "4222222222222": "Visa",
    "5555555555554444": "Mastercard",
    "2223003122003222": "Mastercard",
    "378282246310005": "American Express",
    "36227206271667": "Diners Club",
    "3566002020360505": "JCB",
    "6011000990139424": "Discover",
    "6200000000000005": "UnionPay",
    "2200000000000004": "Mir",
    "9792030394440796": "Troy",
    "6759649826438453": "Maestro",
    "5018000000000009": "Maestro",
}


def with_luhn_digit(number: int) -> str:
    return next(f"{number}{digit}" for digit in range(10) if passes_luhn(f"{number}{digit}".encode()))


@pytest.mark.parametrize(("number", "brand"), TEST_NUMBERS.items())
def test_a_bank_card_is_known_by_track_and_bare_and_gives_only_its_brand(number: str, brand: str) -> None:
    for typed in (
        number,
        f"]C0{number}",
        f";{number}=2512101?",
        f"%B{number}^DOE/JOHN^2512101?",
        f"%E?;{number}=2512101?",
        f"%B{number}^DOE/JOHN^2512101?;E?",
        f"x%B{number}^DOE/JOHN^2512101?",
        f";7862374687?;{number}=2512101?",
    ):
        assert classify(typed) == Scan(ScanKind.PAYMENT_CARD, note=brand)


def test_an_american_express_track_with_blanks_is_a_bank_card() -> None:
    assert classify("%B3782 822463 10005^DOE/JOHN^2512101?").kind is ScanKind.PAYMENT_CARD


def test_a_twelve_digit_maestro_is_known_by_its_expiry() -> None:
    number = next(str(n) for n in range(676_000_000_000, 676_000_000_100) if passes_luhn(str(n).encode()))
    assert classify(f";{number}=2512101?").kind is ScanKind.PAYMENT_CARD


def test_the_shops_own_numbers_are_no_bank_cards() -> None:
    track = ";9990000000000000029=2512101?"
    assert classify(track).kind is ScanKind.PAYMENT_CARD
    for pattern in ("999", "^999", r"999\d{16}", r"^999\d+$"):
        scan = classify(track, loyalty_patterns=[re.compile(pattern)])
        assert (scan.kind, scan.value) == (ScanKind.CARD, "9990000000000000029"), pattern


def test_a_pattern_that_would_accept_any_bank_card_does_not() -> None:
    for pattern in (r"\d{16}", r"\d+", ".*", "4", r"4\d+"):
        assert classify(";4111111111111111=2512101?", loyalty_patterns=[re.compile(pattern)]).kind is ScanKind.PAYMENT_CARD


def test_where_the_shop_names_its_numbers_others_are_unknown() -> None:
    own = [re.compile(r"78\d{8}")]
    assert classify("7862374687", loyalty_patterns=own).kind is ScanKind.CARD
    assert classify(";7862374687=2512?", loyalty_patterns=own).kind is ScanKind.CARD
    for other in ("862374687", "7862374687=25", ";1234567=2512?", "ABC"):
        scan = classify(other, loyalty_patterns=own)
        assert scan.kind is not ScanKind.CARD
        assert scan.candidates == ()
    assert classify("5901234123457", loyalty_patterns=own).kind is ScanKind.EAN
    assert classify("5901234123457", loyalty_patterns=[re.compile("590")]).kind is ScanKind.CARD


@pytest.mark.parametrize(
    "typed",
    [
        ";636014012345678=251219800101?",
        "%CADAVIS^DOE$JOHN$Q^1 MAIN ST^?",
        "@\n\x1e\rANSI 636014040002DL00410288ZA03290015DL",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "I<UTOD231458907<<<<<<<<<<<<<<<",
    ],
)
def test_a_document_is_refused_without_a_word_of_it(typed: str) -> None:
    scan = classify(typed)
    assert scan.kind is ScanKind.ID_DOCUMENT
    assert (scan.value, scan.candidates, scan.tracks) == ("", (), ())


@given(
    st.text(st.characters(codec="utf-8"), max_size=80) | st.text(st.sampled_from("%;?=^BE0123456789/\r+@#]C1\x1d "), max_size=60)
)
def test_no_text_crashes_the_classifier(text: str) -> None:
    scan = classify(text)
    if scan.kind in (ScanKind.PAYMENT_CARD, ScanKind.ID_DOCUMENT, ScanKind.READ_ERROR, ScanKind.INCOMPLETE, ScanKind.REJECTED):
        assert (scan.value, scan.candidates, scan.tracks) == ("", (), ())
    if scan.kind is ScanKind.CARD:
        assert scan.value in scan.candidates
    sense(text.encode())


@given(
    st.integers(4 * 10**14, 5 * 10**14 - 1).map(with_luhn_digit),
    st.sampled_from(["{}", ";{}=2512101?", "%B{}^A/B^2512101?", "%B{}^A/B^2512101?\r;E?\r"]),
)
def test_no_visa_card_gets_through(number: str, form: str) -> None:
    scan = classify(form.format(number))
    assert scan.kind is ScanKind.PAYMENT_CARD
    assert number not in repr(scan) + scan.note + scan.value


@given(st.text(max_size=1000).map(lambda text: "1" * 450 + text) | st.just("%" * 512) | st.just("<" * 512) | st.just("1 " * 256))
def test_long_reads_are_judged_in_no_time(text: str) -> None:
    """The patterns are linear: a hostile code cannot make the till think."""
    classify(text)


def test_a_gtin_has_a_right_check_digit() -> None:
    assert all(map(is_gtin, ("5901234123457", "96385074", "036000291452", "00012345600012")))
    assert not any(map(is_gtin, ("5901234123458", "7862374687", "", "²901234123457")))


def test_gs1_elements_are_told_apart() -> None:
    assert parse_gs1("0109521234543213" + "10ABC\x1d" + "21X-1") == {"01": "09521234543213", "10": "ABC", "21": "X-1"}
    assert parse_gs1("3103001250" + "17251231") == {"3103": "001250", "17": "251231"}
    assert parse_gs1("8018952123454321356781") == {"8018": "952123454321356781"}
    assert parse_gs1("010952") is None
    assert parse_gs1("") is None


def test_a_web_address_is_never_a_number_and_is_kept_whole() -> None:
    for typed in ("https://ex.am/p/7862374687", "]Q1HTTPS://EX.AM/P/1", "tel:+420603123456", "javascript:alert(1)"):
        scan = classify(typed)
        assert scan.kind is ScanKind.URL
        assert scan.candidates == (typed.removeprefix("]Q1"),)


def test_a_wallet_code_is_taken_as_it_is() -> None:
    assert classify("3f2b8c1e-77aa-4b1e-9d5e-0a1b2c3d4e5f").kind is ScanKind.CARD
    assert classify("x" * 65).kind is ScanKind.UNKNOWN
    assert classify("x" * 513).kind is ScanKind.REJECTED


def test_tracks_are_numbered_as_on_the_card() -> None:
    tracks = split_tracks("%LOYAL1?;786?+99?")
    assert [(track.number, track.body) for track in tracks] == [(1, "LOYAL1"), (2, "786"), (3, "99")]
    assert [track.state for track in split_tracks("%E?;786?;12")] == [TrackState.FAILED, TrackState.READ, TrackState.CUT]
    assert [track.body for track in split_tracks("%A1?7;786??+12?;")] == ["A1", "786", "12"]
    assert "LOYAL" not in repr(tracks)


def test_an_unread_track_beside_a_good_one_is_noted() -> None:
    assert classify("%E?;7862374687?").note == "track 1 not read"
    assert classify("%B7862374687^DOE/JOHN^2512101?;78623").value == "7862374687"


def test_the_third_track_names_nobody_while_there_is_another() -> None:
    assert classify(";7862374687?;0155667788=99?").candidates == ("7862374687",)
    assert classify("+00112233?").candidates == ("00112233",)


def read(text: str, t_ms: int) -> RawRead:
    return RawRead(t_ms, ReadEnd.WHOLE, bytearray(text.encode()))


def test_the_same_card_within_a_moment_is_one_card() -> None:
    policy = ReadPolicy()
    assert policy.understand(read("7862374687", 0)) is not None
    assert policy.understand(read(";7862374687?", 1_400)) is None
    assert policy.understand(read("7862374687", 1_600)) is not None
    assert policy.understand(read("7862374688", 1_700)) is not None


def test_the_same_product_twice_is_two_products() -> None:
    policy = ReadPolicy()
    assert policy.understand(read("5901234123457", 0)) is not None
    assert policy.understand(read("5901234123457", 300)) is not None


def test_a_read_that_hung_or_never_ended_gives_nothing_away() -> None:
    policy = ReadPolicy()
    for end, kind in ((ReadEnd.STUCK, ScanKind.INCOMPLETE), (ReadEnd.TOO_LONG, ScanKind.REJECTED)):
        scan = policy.understand(RawRead(0, end))
        assert scan is not None
        assert (scan.kind, scan.value) == (kind, "")
