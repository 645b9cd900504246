"""What look-ups, refusals and pauses come to; the classes of answers to ``addBalance`` are in ``outcomes/``."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pos_app.loyalty.errors import KeyRefused, NoSuchCustomer, PosError, Refused, SlowDown, Unknown
from pos_app.loyalty.secret import Secret
from pos_app.passquare.core import CoreClient
from pos_app.passquare.crm import CrmClient, CrmKey
from pos_app.passquare.transport import Transport
from tests.passquare.conftest import Serve
from tests.passquare.raw_server import answer

PAGE = "<!DOCTYPE html><html><body>Welcome to our WiFi</body></html>"
KEY = "f3a1-the-key-itself"

NOBODY = [
    answer('{"error": "Customer not found"}'),
    answer('{"error": "Zákazník nenalezen"}', status="404 Not Found"),
    answer('{"error": "no such client"}', status="422 Unprocessable"),
]


@pytest.mark.parametrize("canned", NOBODY)
def test_a_refusal_that_says_so_means_that_there_is_no_such_customer(transport: Transport, serve: Serve, canned: bytes) -> None:
    crm = CrmClient(transport, url=serve(canned).url, auth=CrmKey(lambda: Secret(KEY)))
    with pytest.raises(NoSuchCustomer):
        crm.add_balance(phone="+420000000001", sum=Decimal("2.50"), transaction_id="id")


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
