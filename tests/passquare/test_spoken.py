"""What a server refuses with is shown and kept; the key that it quotes is not, however it is written."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport.spoken import LONGEST_REASON, spoken

KEY = 'Kéy/1"+\\ä-canary&0123456789'


@pytest.mark.parametrize(
    "written",
    [
        KEY,
        KEY.upper(),
        json.dumps(KEY),
        json.dumps(json.dumps({"crm_key": KEY})),
        json.dumps(KEY, ensure_ascii=False),
        json.dumps(KEY).replace("/", "\\/"),
        html.escape(KEY),
        quote(KEY, safe=""),
        quote_plus(KEY),
        KEY.encode().hex(),
        "\u202e".join(KEY),
        KEY[:16],
        KEY[5:20],
        *(base64.b64encode(b"." * before + KEY.encode() + b"..").decode() for before in range(3)),
        *(base64.urlsafe_b64encode(b"." * before + KEY.encode() + b"..").decode() for before in range(3)),
    ],
)
def test_a_key_is_struck_out_in_every_form_it_is_quoted_in(written: str) -> None:
    shown = spoken(f"Refused: {written} is blocked", [Secret(KEY)])
    assert shown.startswith("Refused: ")
    assert shown.endswith(" is blocked")
    assert "•••" in shown
    assert "canary" not in shown.lower()
    for piece in (KEY.encode().hex()[:20], *(base64.b64encode(KEY.encode()[cut:]).decode()[4:14] for cut in range(3))):
        assert piece.lower() not in shown.lower()


@given(
    key=st.text(min_size=1, max_size=40),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_a_key_of_any_characters_is_struck_out_among_any_others(key: str, before: str, after: str) -> None:
    assume(key.strip() and key.isprintable() and "•" not in key)
    shown = spoken(f"{before}{key}{after}", [Secret(key)])
    assert key not in shown


def test_two_keys_that_overlap_are_both_struck_out_whole() -> None:
    token = base64.b64encode(b"kasse:password-of-the-hook").decode()
    said = spoken(f"<{token}> password-of-the-hook", [Secret("password-of-the-hook"), Secret(token)])
    assert said == "<•••> •••"


def test_words_that_are_no_key_stay_as_they_are() -> None:
    secrets = [Secret("abc"), Secret(""), Secret("demo-password")]
    assert spoken("Wrong password: İstanbul, YWJj", secrets) == "Wrong password: İstanbul, YWJj"


def test_an_endless_reason_is_cut_after_the_key_is_out_of_it() -> None:
    shown = spoken("x" * (LONGEST_REASON - 5) + KEY + "y" * 100_000, [Secret(KEY)])
    assert len(shown) == LONGEST_REASON
    assert shown.endswith("x•••yy")
