"""What one answer means, judged by itself: the table of ``delivery.md`` §3, row by row, and where two rows meet."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import KeyRefused, NoSuchCustomer, PosError, Refused, SlowDown, Trouble, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.transport.channel import Answer
from pos_app.passquare.transport.verdict import judge, pause_s

HOST = "core.example"
PAGE = b"\xef\xbb\xbf \r\n\t<!DOCTYPE html><p>Welcome to our WiFi"


def answer(status: int, body: bytes = b"{}", *, whole: bool = True, **headers: str) -> Answer:
    said = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Answer(status, tuple(said), body, whole)


def error_of(given: Answer, *, lookup: bool = False) -> PosError:
    with pytest.raises(PosError) as caught:
        judge(given, host=HOST, lookup=lookup)
    return caught.value


@dataclass(frozen=True)
class Row:
    """What comes, and what it is."""

    given: Answer
    kind: type[PosError]
    sentence: str
    trouble: Trouble | None = None


ROWS = [
    Row(answer(401), KeyRefused, "core.example does not accept the key (401).", Trouble.KEY),
    Row(answer(403, b'{"success": true}'), KeyRefused, "core.example does not accept the key (403).", Trouble.KEY),
    Row(answer(400, b'{"error": "Unauthorised"}'), KeyRefused, "core.example does not accept the key.", Trouble.KEY),
    Row(answer(429), SlowDown, "core.example asks for a pause of 30 s.", Trouble.SLOW),
    Row(answer(503, retry_after="7"), SlowDown, "core.example asks for a pause of 7 s.", Trouble.SLOW),
    Row(answer(503), Unknown, "core.example is in trouble (503).", Trouble.SERVER),
    Row(answer(500, b'{"success": true}'), Unknown, "core.example is in trouble (500).", Trouble.SERVER),
    Row(
        answer(300, b'{"success": true}'),
        Unknown,
        "Something in between answered for core.example and leads elsewhere (300).",
        Trouble.PORTAL,
    ),
    Row(answer(399), Unknown, "Something in between answered for core.example and leads elsewhere (399).", Trouble.PORTAL),
    Row(answer(511), Unknown, "Something in between answered for core.example and leads elsewhere (511).", Trouble.PORTAL),
    Row(
        answer(200, b'{"success": true}', content_encoding="gzip"),
        Unknown,
        "core.example answered in an encoding that was not asked for.",
    ),
    Row(answer(200, b'{"success": true, "error": "no"}'), Unknown, "core.example said both yes and no.", Trouble.SERVER),
    Row(answer(200, b"[", whole=False), Unknown, "core.example answered with far too much (200).", Trouble.SERVER),
    Row(answer(400), Unknown, "core.example answered in no way that proves anything (400).", Trouble.SERVER),
    Row(answer(201, b'{"success": true}'), Unknown, "core.example answered in no way that proves anything (201).", Trouble.SERVER),
    Row(answer(200, PAGE), Unknown, "A web page came instead of an answer of core.example (200).", Trouble.PORTAL),
    Row(answer(299, PAGE), Unknown, "A web page came instead of an answer of core.example (299).", Trouble.PORTAL),
    Row(answer(404, PAGE), Unknown, "A web page came instead of an answer of core.example (404).", Trouble.SERVER),
    Row(
        answer(200, b"Hello", content_type="Text/HTML"),
        Unknown,
        "A web page came instead of an answer of core.example (200).",
        Trouble.PORTAL,
    ),
    Row(answer(400, b'{"error": "closed on Mondays"}'), Refused, "closed on Mondays"),
    Row(answer(200, b'{"success": false, "message": "limit"}'), Refused, "limit"),
    Row(answer(200, b'{"success": false, "error": "limit", "message": "more"}'), Refused, "limit"),
    Row(answer(422, b'{"success": false}'), Refused, "The server said no, without a reason."),
    Row(answer(200, b'{"error": {"phone": "too short", "sum": "too big", "code": 7}}'), Refused, "too short; too big"),
    Row(answer(200, b'{"error": {"code": 7}}'), Refused, "error"),
    Row(answer(200, b'{"error": 7}'), Refused, "error"),
    Row(answer(200, b'{"error": ["a"]}'), Refused, "error"),
    Row(answer(404, b'{"error": "no such method"}'), Refused, "no such method"),
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{each.given.status} {each.sentence}" for each in ROWS])
def test_an_answer_is_what_the_table_says_and_says_so_in_a_sentence(row: Row) -> None:
    error = error_of(row.given)
    assert (type(error), str(error)) == (row.kind, row.sentence)
    if row.trouble is not None:
        assert getattr(error, "trouble", None) is row.trouble


@pytest.mark.parametrize(
    "body",
    [b"{}", b'{"success": true, "error": ""}', b'{"error": null}', b'{"error": false}', b'{"error": 0}', b'{"success": 0}'],
)
@pytest.mark.parametrize("encoding", ["", "identity", "Identity"])
def test_a_whole_object_that_does_not_say_no_is_handed_on(body: bytes, encoding: str) -> None:
    # PHP calls its JSON a page unless it is told otherwise.
    given = answer(200, body, content_type="text/html", content_encoding=encoding)
    assert isinstance(judge(given, host=HOST, lookup=False), dict)


@pytest.mark.parametrize("status", [408, 425])
def test_a_server_that_gave_up_waiting_has_refused_nothing(status: int) -> None:
    assert type(error_of(answer(status, b'{"error": "timeout"}'))) is Unknown
    assert type(error_of(answer(status, b'{"success": false}'))) is Unknown


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (answer(404, b'{"error": "who?"}'), NoSuchCustomer),
        (answer(404, b'{"success": true}'), NoSuchCustomer),
        (answer(404, b"Not Found"), NoSuchCustomer),
        (answer(404, b'{"error": "Wrong app_key"}'), KeyRefused),
        (answer(404, b"", whole=False), Unknown),
        (answer(400, b"Not Found"), Unknown),
        (answer(400, b'{"error": "who?"}'), Refused),
        (answer(400, b"{}"), Unknown),
    ],
)
def test_only_a_look_up_that_is_not_found_means_nobody(given: Answer, kind: type[PosError]) -> None:
    assert type(error_of(given, lookup=True)) is kind
    if kind is NoSuchCustomer:
        assert type(error_of(given)) is not NoSuchCustomer


def test_what_cannot_be_read_says_what_is_wrong_with_it() -> None:
    sentence = str(error_of(answer(200, b'{"a": 1, "a": 2}')))
    assert sentence.startswith("core.example answered unreadably: ")
    assert sentence.endswith(" (200).")


def test_nobody_is_told_in_the_servers_words_if_it_has_any() -> None:
    assert str(error_of(answer(404, b'{"error": "who?"}'), lookup=True)) == "who?"
    assert str(error_of(answer(404, b"{}"), lookup=True)) == str(NoSuchCustomer())


@pytest.mark.parametrize(
    "words",
    [
        "Unauthorized",
        "You are NOT AUTHORISED to do this.",
        "authentication failed",
        "Authentication required",
        "invalid api-key",
        "Please check crm_key",
        "The App Key is wrong",
        "revoked access token",
        "expired key",
        "unknown credentials",
    ],
)
def test_what_is_said_of_a_key_is_no_refusal_of_a_sale(words: str) -> None:
    assert type(error_of(answer(400, f'{{"error": "{words}"}}'.encode()))) is KeyRefused
    assert type(error_of(answer(200, f'{{"success": false, "message": "{words}"}}'.encode()))) is KeyRefused


@pytest.mark.parametrize("words", ["duplicate key", "Key customer", "turkey", "the token bonus", "unauthorizedx"])
def test_what_only_looks_like_a_word_about_a_key_stops_one_sale_and_not_the_queue(words: str) -> None:
    assert type(error_of(answer(400, f'{{"error": "{words}"}}'.encode()))) is Refused


def test_a_key_that_the_server_repeats_is_struck_out() -> None:
    with pytest.raises(Refused, match=r"^bad request: •••$"):
        judge(answer(400, b'{"error": "bad request: s3cret-words"}'), host=HOST, lookup=False, secrets=[Secret("s3cret-words")])


@pytest.mark.parametrize(("status", "maybe"), [(429, False), (503, True)])
def test_a_pause_is_as_long_as_was_asked_for_and_may_hide_a_success_only_behind_a_503(status: int, maybe: bool) -> None:
    date, later = "Fri, 01 May 2026 12:00:00 GMT", "Fri, 01 May 2026 12:01:30 GMT"
    error = error_of(answer(status, retry_after=later, date=date))
    assert isinstance(error, SlowDown)
    assert (error.retry_after_s, error.maybe_applied) == (90.0, maybe)


def test_a_number_of_seconds_in_other_digits_is_not_readable() -> None:
    assert pause_s("٧", "") == 30.0
    assert pause_s("12.5", "") == 12.5
    assert pause_s("12x5", "") == 30.0
    assert pause_s("1e2", "") == 30.0
    assert pause_s("000000000007", "") == 7.0


def test_what_only_has_a_page_in_it_is_no_page() -> None:
    error = error_of(answer(200, b"X<p>"))
    assert isinstance(error, Unknown)
    assert error.trouble is Trouble.SERVER


NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("5", 5),
        ("2.5", 2.5),
        ("0", 1),
        ("900", 900),
        ("901", 900),
        ("9" * 400, 900),
        ("", 30),
        ("-5", 30),
        ("NaN", 30),
        ("soon", 30),
        (http_date(NOON + timedelta(seconds=90)), 90),
        (http_date(NOON - timedelta(days=900)), 1),
        (http_date(NOON + timedelta(days=900)), 900),
        ("Fri, 99 May 2026 12:00:00 GMT", 30),
    ],
)
def test_a_pause_is_read_in_all_its_forms_and_kept_within_reason(retry_after: str, seconds: float) -> None:
    assert pause_s(retry_after, http_date(NOON)) == seconds


def test_a_pause_until_a_moment_is_counted_from_now_if_the_server_has_no_date() -> None:
    assert 50 < pause_s(http_date(datetime.now(UTC) + timedelta(seconds=60)), "") <= 60


@given(
    status=st.integers(100, 999),
    headers=st.lists(
        st.tuples(st.sampled_from([b"Retry-After", b"Date", b"Content-Encoding", b"Content-Type"]), st.binary(max_size=40))
    ),
    body=st.binary(max_size=200) | st.recursive(st.text(max_size=5), st.lists).map(str).map(str.encode),
    lookup=st.booleans(),
)
def test_no_answer_leads_outside_the_error_tree(status: int, headers: list[tuple[bytes, bytes]], body: bytes, lookup: bool) -> None:
    with contextlib.suppress(PosError):
        judge(Answer(status, headers, body), host=HOST, lookup=lookup, secrets=[Secret("s3cret")])


@pytest.mark.parametrize(
    ("status", "body", "maybe"),
    [
        (403, b"<html>Forbidden</html>", True),
        (403, b"", True),
        (403, b'{"error": "Forb', True),
        (403, b'{"error": "Forbidden"}', False),
        (401, b"<html>Unauthorized</html>", False),
    ],
)
def test_a_403_that_is_no_answer_of_the_servers_own_may_have_held_back_only_the_answer(
    status: int, body: bytes, maybe: bool
) -> None:
    with pytest.raises(KeyRefused) as caught:
        judge(Answer(status, [], body), host=HOST, lookup=False)
    assert caught.value.maybe_applied is maybe
