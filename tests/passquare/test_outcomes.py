"""Canned answers of a real server, each with the one outcome that the table of outcomes gives it."""

from __future__ import annotations

import contextlib
import gzip
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos_app.loyalty.errors import KeyRefused, NoSuchCustomer, PosError, Refused, SlowDown, Trouble, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from pos_app.passquare.transport.channel import Answer
from pos_app.passquare.transport.verdict import judge, pause_s
from tests.passquare.conftest import Serve
from tests.passquare.raw_server import answer

APPLIED = None
SERVER, PORTAL = Trouble.SERVER, Trouble.PORTAL
YES = '{"success": true}'
NO = '{"error": "Card is blocked"}'
PAGE = "<!DOCTYPE html><html><body>Welcome to our WiFi</body></html>"
KEY = "f3a1-the-key-itself"

WRITES: list[tuple[str, bytes, type[PosError] | None, Trouble | None]] = [
    # The server proves that it did it.
    ("success", answer(YES), APPLIED, None),
    ("success among unknown fields", answer('{"success": true, "balance": 5, "new": {"a": [1, 1e999]}}'), APPLIED, None),
    ("success after a byte order mark", answer(b"\xef\xbb\xbf" + YES.encode()), APPLIED, None),
    ("success with blanks around it", answer(f"\r\n  {YES}  \n"), APPLIED, None),
    ("success that PHP calls html", answer(YES, kind="text/html; charset=UTF-8"), APPLIED, None),
    ("success without an error", answer('{"success": true, "error": null}'), APPLIED, None),
    ("success with an empty error", answer('{"success": true, "error": ""}'), APPLIED, None),
    ("success said to be identity", answer(YES, headers="Content-Encoding: identity\r\n"), APPLIED, None),
    ("success and an oversized number elsewhere", answer('{"success": true, "id": ' + "9" * 9000 + "}"), APPLIED, None),
    # The server says no, in words.
    ("error in 200", answer(NO), Refused, None),
    ("success false", answer('{"success": false}'), Refused, None),
    ("success false with a message", answer('{"success": false, "message": "Blocked"}'), Refused, None),
    ("error as an object", answer('{"error": {"code": "E7", "message": "Blocked"}}'), Refused, None),
    ("error as a number", answer('{"error": 17}'), Refused, None),
    ("error in 201", answer(NO, status="201 Created"), Refused, None),
    ("400", answer(NO, status="400 Bad Request"), Refused, None),
    ("404", answer(NO, status="404 Not Found"), Refused, None),
    ("409", answer(NO, status="409 Conflict"), Refused, None),
    ("422", answer(NO, status="422 Unprocessable"), Refused, None),
    ("422 with success false", answer('{"success": false}', status="422 Unprocessable"), Refused, None),
    ("418 in words", answer(NO, status="418 Teapot"), Refused, None),
    ("a duplicate key is about a customer", answer('{"error": "duplicate key value"}', status="409 Conflict"), Refused, None),
    ("nobody, in words", answer('{"error": "Customer not found"}'), NoSuchCustomer, None),
    ("nobody, in Czech", answer('{"error": "Zákazník nenalezen"}', status="404 Not Found"), NoSuchCustomer, None),
    # The key.
    ("401", answer(status="401 Unauthorized"), KeyRefused, None),
    ("401 with a page", answer(PAGE, status="401 Unauthorized", kind="text/html"), KeyRefused, None),
    ("403", answer(NO, status="403 Forbidden"), KeyRefused, None),
    ("403 with success", answer(YES, status="403 Forbidden"), KeyRefused, None),
    ("wrong crm_key in 200", answer('{"error": "Invalid crm_key"}'), KeyRefused, None),
    ("wrong API key in 400", answer('{"error": "Unknown API key"}', status="400 Bad Request"), KeyRefused, None),
    ("unauthorized in 200", answer('{"error": "Unauthorized"}'), KeyRefused, None),
    # Too fast.
    ("429", answer(status="429 Too Many Requests"), SlowDown, None),
    ("429 with seconds", answer(NO, status="429 Too Many Requests", headers="Retry-After: 5\r\n"), SlowDown, None),
    ("503 with seconds", answer(YES, status="503 Busy", headers="Retry-After: 5\r\n"), SlowDown, None),
    # Everything else may have happened.
    ("503", answer(status="503 Busy"), Unknown, SERVER),
    ("500", answer(PAGE, status="500 Internal Server Error", kind="text/html"), Unknown, SERVER),
    ("500 with success", answer(YES, status="500 Internal Server Error"), Unknown, SERVER),
    ("500 with error", answer(NO, status="500 Internal Server Error"), Unknown, SERVER),
    ("502", answer(PAGE, status="502 Bad Gateway", kind="text/html"), Unknown, SERVER),
    ("504", answer(status="504 Gateway Timeout"), Unknown, SERVER),
    ("520", answer(status="520 Web Server Returned an Unknown Error"), Unknown, SERVER),
    ("511", answer(PAGE, status="511 Network Authentication Required"), Unknown, PORTAL),
    ("302", answer(status="302 Found", headers="Location: https://portal.example/\r\n"), Unknown, PORTAL),
    ("304", answer(status="304 Not Modified"), Unknown, PORTAL),
    ("101", b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n", Unknown, SERVER),
    ("201 with success", answer(YES, status="201 Created"), Unknown, SERVER),
    ("204", b"HTTP/1.1 204 No Content\r\n\r\n", Unknown, SERVER),
    ("206 with success", answer(YES, status="206 Partial Content"), Unknown, SERVER),
    ("400 without words", answer(status="400 Bad Request"), Unknown, SERVER),
    ("400 with a page", answer(PAGE, status="400 Bad Request", kind="text/html"), Unknown, SERVER),
    ("404 without an error", answer('{"detail": "Not Found"}', status="404 Not Found"), Unknown, SERVER),
    ("404 with a page", answer(PAGE, status="404 Not Found", kind="text/html"), Unknown, SERVER),
    ("408 with error", answer(NO, status="408 Request Timeout"), Unknown, SERVER),
    ("425", answer(NO, status="425 Too Early"), Unknown, SERVER),
    ("a portal's page", answer(PAGE, kind="text/html"), Unknown, PORTAL),
    ("a portal's page called JSON", answer(PAGE), Unknown, PORTAL),
    ("a portal's page after a byte order mark", answer(b"\xef\xbb\xbf\r\n" + PAGE.encode(), kind="text/html"), Unknown, PORTAL),
    ("a portal's endless page", answer(PAGE + " " * 200_000, kind="text/html"), Unknown, PORTAL),
    ("a page with success in it", answer(f"<p>{YES}</p>"), Unknown, PORTAL),
    ("nothing", answer(), Unknown, SERVER),
    ("an empty object", answer("{}"), Unknown, SERVER),
    ("success as text", answer('{"success": "true"}'), Unknown, SERVER),
    ("success as a number", answer('{"success": 1}'), Unknown, SERVER),
    ("success null", answer('{"success": null}'), Unknown, SERVER),
    ("success in other letters", answer('{"Success": true}'), Unknown, SERVER),
    ("yes and no", answer('{"success": true, "error": "Card is blocked"}'), Unknown, SERVER),
    ("success twice", answer('{"success": false, "success": true}'), Unknown, SERVER),
    ("a field twice, deep inside", answer('{"success": true, "x": [{"a": 1, "a": 2}]}'), Unknown, SERVER),
    ("two objects", answer(YES + YES), Unknown, SERVER),
    ("success and then a page", answer(YES + "<!-- 0.3 s -->"), Unknown, SERVER),
    ("a warning and then success", answer(f"Warning: mysqli_connect() in index.php\n{YES}"), Unknown, SERVER),
    ("a list", answer(f"[{YES}]"), Unknown, SERVER),
    ("true", answer("true"), Unknown, SERVER),
    ("OK", answer("OK", kind="text/plain"), Unknown, SERVER),
    ("half an object", answer('{"success": true'), Unknown, SERVER),
    ("single quotes", answer("{'success': true}"), Unknown, SERVER),
    ("a trailing comma", answer('{"success": true,}'), Unknown, SERVER),
    ("NaN", answer('{"success": true, "balance": NaN}'), Unknown, SERVER),
    ("Infinity", answer('{"success": true, "balance": -Infinity}'), Unknown, SERVER),
    ("UTF-16", answer(YES.encode("utf-16")), Unknown, SERVER),
    ("not UTF-8", answer(b'{"success": true, "x": "\xff"}'), Unknown, SERVER),
    ("a control character in a text", answer('{"success": true, "x": "\x01"}'), Unknown, SERVER),
    ("nested too deeply", answer('{"success": true, "x": ' + "[" * 30_000 + "]" * 30_000 + "}"), Unknown, SERVER),
    ("gzip", answer(gzip.compress(YES.encode()), headers="Content-Encoding: gzip\r\n"), Unknown, SERVER),
    ("too much", answer(YES + " " * 70_000), Unknown, SERVER),
]  # fmt: skip


@pytest.mark.parametrize(("canned", "outcome", "trouble"), [each[1:] for each in WRITES], ids=[each[0] for each in WRITES])
def test_an_answer_to_add_balance_has_one_outcome(
    transport: Transport, serve: Serve, canned: bytes, outcome: type[PosError] | None, trouble: Trouble | None
) -> None:
    server = serve(canned)
    crm = CrmClient(transport, url=server.url, auth=CrmKey(lambda: Secret(KEY)))
    caught: PosError | None = None
    try:
        crm.add_balance(phone="+420000000001", sum=Decimal("2.50"), transaction_id="id")
    except PosError as error:
        caught = error
    assert type(caught) is (outcome or type(None))
    assert len(server.requests) == 1, "nothing is ever sent a second time"
    if isinstance(caught, Unknown):
        assert caught.trouble is trouble
    if caught is not None:
        assert KEY not in str(caught)
        assert str(caught).isprintable()
        assert "WiFi" not in str(caught), "an answer's body is not quoted"


def both(balance: str) -> bytes:
    """An answer that both look-ups would take, but for its balance."""
    return answer(f'{{"success": true, "balance": {balance}, "customer": {{"phone": "+420000000001", "balance": {balance}}}}}')


READS: list[tuple[str, bytes, type[PosError]]] = [
    ("404 with an error", answer('{"error": "?"}', status="404 Not Found"), NoSuchCustomer),
    ("404 without words", answer(status="404 Not Found"), NoSuchCustomer),
    ("404 with an empty object", answer("{}", status="404 Not Found"), NoSuchCustomer),
    ("404 in plain text", answer("Not Found", status="404 Not Found", kind="text/plain"), NoSuchCustomer),
    ("customer null", answer('{"customer": null}'), NoSuchCustomer),
    ("customer empty", answer('{"customer": {}}'), NoSuchCustomer),
    ("customer empty, as PHP writes it", answer('{"customer": []}'), NoSuchCustomer),
    ("an empty object", answer("{}"), NoSuchCustomer),
    ("an error in words", answer('{"error": "No such customer"}'), NoSuchCustomer),
    ("an error in words of another language", answer('{"error": "Клієнта не знайдено"}'), NoSuchCustomer),
    ("an error that may be anything", answer('{"error": "Database is locked"}'), Refused),
    ("a wrong key behind a 404", answer('{"error": "Wrong app_key"}', status="404 Not Found"), KeyRefused),
    ("401", answer(status="401 Unauthorized"), KeyRefused),
    ("429", answer(status="429 Too Many Requests"), SlowDown),
    ("500", answer(status="500 Internal Server Error"), Unknown),
    ("a portal", answer(PAGE, kind="text/html"), Unknown),
    ("something else", answer('{"status": "ok"}'), Unknown),
    ("an unreadable balance", both('"1,5"'), Unknown),
    ("a balance of another world", both('1e999'), Unknown),
    ("a balance that is a yes", both('true'), Unknown),
]  # fmt: skip


@pytest.mark.parametrize(("canned", "outcome"), [each[1:] for each in READS], ids=[each[0] for each in READS])
def test_both_look_ups_tell_nobody_from_trouble(transport: Transport, serve: Serve, canned: bytes, outcome: type[PosError]) -> None:
    server = serve(canned)
    with pytest.raises(PosError) as by_core:
        CoreClient(transport, url=server.url, key=lambda: Secret(KEY)).read_customer(phone="+420000000001")
    with pytest.raises(PosError) as by_crm:
        CrmClient(transport, url=server.url, auth=CrmKey(lambda: Secret(KEY))).read_balance(phone="+420000000001")
    assert by_core.type is outcome
    assert by_crm.type is outcome


def test_what_a_server_refuses_with_is_shown_without_the_key_or_tricks(transport: Transport, serve: Serve) -> None:
    words = f'{{"error": "Key {KEY}\\u202e is\\u001b[2J\\r\\nblocked \\ud800 {"x" * 1000}"}}'
    crm = CrmClient(transport, url=serve(answer(words)).url, auth=CrmKey(lambda: Secret(KEY)))
    with pytest.raises(Refused) as caught:
        crm.add_balance(phone="+420000000001", sum=Decimal(1), transaction_id="id")
    assert caught.value.reason.startswith("Key ••• is[2J blocked � xxx")
    assert len(caught.value.reason) <= 300


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_pause_may_hide_a_success_only_behind_a_503(transport: Transport, serve: Serve, status: str) -> None:
    server = serve(answer(status=status, headers="Retry-After: 7\r\n"))
    with pytest.raises(SlowDown) as caught:
        transport.post(server.url, b"{}")
    assert caught.value.retry_after_s == 7
    assert caught.value.maybe_applied is status.startswith("503")


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
        judge(Answer(status, headers, body), host="core.example", lookup=lookup, secrets=[Secret("s3cret")])
