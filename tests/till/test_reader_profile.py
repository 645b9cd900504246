"""What the settings say about the reader and what the reader's machine is told are the same."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from pos_app.loyalty.errors import BadInput
from pos_app.reader import Decoding, ReaderProfile
from pos_app.reader.profile import Sends, Terminator, Tracks
from pos_app.settings import Reader
from pos_app.till.reader_profile import profile_of, reader_of

PROFILE = ReaderProfile(
    prefix="{F13}~",
    suffix="#",
    terminator=Terminator.TAB,
    track_separator="\r",
    tracks=Tracks.ONE_AND_TWO,
    sentinels=Sends.ALWAYS,
    lrc=Sends.NEVER,
    error_strings=(r"BAD\d",),
    decoding=Decoding.TEXT,
    caps_aware=True,
    alt_mode=Sends.ALWAYS,
    gap_fast_ms=30,
    gap_track_ms=120,
    slow_tier=False,
    min_chars=8,
    max_chars=100,
    loyalty_prefixes=("78",),
    loyalty_patterns=(r"99\d{8}",),
    dedupe_ms=2000,
    allow_control=True,
    aim_ids=Sends.ALWAYS,
)


def test_both_have_the_same_fields_and_the_same_defaults() -> None:
    assert [each.name for each in fields(Reader)] == [each.name for each in fields(ReaderProfile)]
    assert profile_of(Reader()) == ReaderProfile()
    assert reader_of(ReaderProfile()) == Reader()


def test_every_option_goes_there_and_back() -> None:
    default = ReaderProfile()
    assert all(getattr(PROFILE, each.name) != getattr(default, each.name) for each in fields(ReaderProfile))
    assert profile_of(reader_of(PROFILE)) == PROFILE


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"terminator": "return"}, "reader.terminator: 'return' is not one of auto, enter, tab, none"),
        ({"tracks": "2+3"}, "reader.tracks"),
        ({"gap_fast_ms": 0}, "gap_fast_ms"),
        ({"gap_fast_ms": 200, "gap_track_ms": 100}, "the first not above the second"),
        ({"min_chars": 2}, "min_chars"),
        ({"dedupe_ms": -1}, "dedupe_ms"),
        ({"prefix": "123456789"}, "prefix must be at most 8 keys"),
        ({"suffix": "\r"}, "must not hold Enter"),
        ({"loyalty_patterns": ("(",)}, r"'\(' is not a regular expression"),
        ({"loyalty_patterns": (r"(\d+)+x",)}, "can take for ever"),
        ({"error_strings": ("",)}, "1 to 120 characters"),
        ({"loyalty_prefixes": ("",)}, "beginnings of 1 to 64"),
        ({"loyalty_patterns": ("1",) * 40}, "at most 32"),
    ],
)
def test_a_reader_that_makes_no_sense_is_named_in_a_sentence(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        profile_of(replace(Reader(), **change))


def test_a_prefix_may_be_keys_that_keyboards_lack() -> None:
    assert ReaderProfile(prefix="{F13}{F24}").frame.prefix == (183, 194)
    assert ReaderProfile(prefix="{F13}").frame.certain
    assert ReaderProfile(prefix="{F1}").frame.prefix == ("{", "F", "1", "}")
    assert not ReaderProfile(prefix="~~~").frame.certain
