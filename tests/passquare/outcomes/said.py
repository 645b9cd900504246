"""Answers that say what became of a request: yes, no, not with this key, not now."""

from __future__ import annotations

from pos_app.loyalty.errors import Trouble
from tests.passquare.outcomes.case import Case, Outcome, says
from tests.passquare.raw_server import answer

APPLIED, REJECTED, AUTH, SLOW_DOWN = Outcome.APPLIED, Outcome.REJECTED, Outcome.AUTH, Outcome.SLOW_DOWN
KEY_TROUBLE, SLOW = Trouble.KEY, Trouble.SLOW
YES = '{"success": true}'
NO = '{"error": "Card is blocked"}'
PAGE = "<!DOCTYPE html><html><body>Welcome to our WiFi</body></html>"
BUSY = "429 Too Many Requests"

_SAID = [
    # The server proves that it did it.
    ("success", APPLIED, answer(YES), None),
    ("success among unknown fields", APPLIED, answer('{"success": true, "balance": 5, "new": {"a": [1, 1e999]}}'), None),
    ("success after a byte order mark", APPLIED, answer(b"\xef\xbb\xbf" + YES.encode()), None),
    ("success with blanks around it", APPLIED, answer(f"\r\n  {YES}  \n"), None),
    ("success that PHP calls html", APPLIED, answer(YES, kind="text/html; charset=UTF-8"), None),
    ("success without an error", APPLIED, answer('{"success": true, "error": null}'), None),
    ("success with an empty error", APPLIED, answer('{"success": true, "error": ""}'), None),
    ("success said to be identity", APPLIED, answer(YES, headers="Content-Encoding: identity\r\n"), None),
    ("success and an oversized number elsewhere", APPLIED, answer('{"success": true, "id": ' + "9" * 9000 + "}"), None),
    ("success with numbers as texts", APPLIED, answer('{"success": true, "balance": "300.00", "bonus": "5"}'), None),
    ("success with half a character, escaped", APPLIED, answer(r'{"success": true, "x": "\ud800"}'), None),
    ("success with a null character, escaped", APPLIED, answer(r'{"success": true, "x": "\u0000"}'), None),
    ("success with an empty object of errors", APPLIED, answer('{"success": true, "error": {}, "errors": null}'), None),
    ("success under other headers", APPLIED, answer(YES, headers="Set-Cookie: a=b\r\nLocation: /x\r\nRetry-After: 9\r\n"), None),
    # The server says no, in words.
    ("error in 200", REJECTED, answer(NO), None),
    ("success false", REJECTED, answer('{"success": false}'), None),
    ("success false with a message", REJECTED, answer('{"success": false, "message": "Blocked"}'), None),
    ("error as an object", REJECTED, answer('{"error": {"code": "E7", "message": "Blocked"}}'), None),
    ("error as a number", REJECTED, answer('{"error": 17}'), None),
    ("error in 201", REJECTED, answer(NO, status="201 Created"), None),
    ("400", REJECTED, answer(NO, status="400 Bad Request"), None),
    ("404", REJECTED, answer(NO, status="404 Not Found"), None),
    ("409", REJECTED, answer(NO, status="409 Conflict"), None),
    ("422", REJECTED, answer(NO, status="422 Unprocessable"), None),
    ("422 with success false", REJECTED, answer('{"success": false}', status="422 Unprocessable"), None),
    ("418 in words", REJECTED, answer(NO, status="418 Teapot"), None),
    ("a duplicate key is about a customer", REJECTED, answer('{"error": "duplicate key value"}', status="409 Conflict"), None),
    ("nobody, in words", REJECTED, answer('{"error": "Customer not found"}'), None),
    ("nobody, in Czech", REJECTED, answer('{"error": "Zákazník nenalezen"}', status="404 Not Found"), None),
    # The key.
    ("401", AUTH, answer(status="401 Unauthorized"), KEY_TROUBLE),
    ("401 with a page", AUTH, answer(PAGE, status="401 Unauthorized", kind="text/html"), KEY_TROUBLE),
    ("403", AUTH, answer(NO, status="403 Forbidden"), KEY_TROUBLE),
    ("403 with success", AUTH, answer(YES, status="403 Forbidden"), KEY_TROUBLE),
    ("wrong crm_key in 200", AUTH, answer('{"error": "Invalid crm_key"}'), KEY_TROUBLE),
    ("wrong API key in 400", AUTH, answer('{"error": "Unknown API key"}', status="400 Bad Request"), KEY_TROUBLE),
    ("unauthorized in 200", AUTH, answer('{"error": "Unauthorized"}'), KEY_TROUBLE),
    # Too fast.
    ("429", SLOW_DOWN, answer(status=BUSY), SLOW),
    ("429 with seconds", SLOW_DOWN, answer(NO, status=BUSY, headers="Retry-After: 5\r\n"), SLOW),
    ("429 until a moment", SLOW_DOWN, answer(status=BUSY, headers="Retry-After: Fri, 01 May 2026 12:00:00 GMT\r\n"), SLOW),
    ("429 with garbage", SLOW_DOWN, answer(status=BUSY, headers="Retry-After: soon\r\n"), SLOW),
    ("429 with success", SLOW_DOWN, answer(YES, status=BUSY), SLOW),
    ("429 with a page", SLOW_DOWN, answer(PAGE, status=BUSY, kind="text/html"), SLOW),
    ("503 with seconds", SLOW_DOWN, answer(YES, status="503 Busy", headers="Retry-After: 5\r\n"), SLOW),
    ("503 until a moment", SLOW_DOWN, answer(status="503 Busy", headers="Retry-After: Fri, 01 May 2026 12:00:00 GMT\r\n"), SLOW),
    ("503 with garbage", SLOW_DOWN, answer(status="503 Busy", headers="Retry-After: soon\r\n"), SLOW),
]  # fmt: skip

SAID = [Case(name, outcome, says(whole), trouble) for name, outcome, whole, trouble in _SAID]
