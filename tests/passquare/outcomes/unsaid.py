"""Answers that prove nothing: the request may have been carried out."""

from __future__ import annotations

import gzip

from pos_app.loyalty.errors import Trouble
from tests.passquare.outcomes.case import Case, Outcome, says
from tests.passquare.outcomes.said import NO, PAGE, YES
from tests.passquare.raw_server import answer

UNKNOWN = Outcome.UNKNOWN
SERVER, PORTAL = Trouble.SERVER, Trouble.PORTAL

_STATUSES = [
    ("503", UNKNOWN, answer(status="503 Busy"), SERVER),
    ("500", UNKNOWN, answer(PAGE, status="500 Internal Server Error", kind="text/html"), SERVER),
    ("500 with success", UNKNOWN, answer(YES, status="500 Internal Server Error"), SERVER),
    ("500 with error", UNKNOWN, answer(NO, status="500 Internal Server Error"), SERVER),
    ("502", UNKNOWN, answer(PAGE, status="502 Bad Gateway", kind="text/html"), SERVER),
    ("502 with success", UNKNOWN, answer(YES, status="502 Bad Gateway"), SERVER),
    ("501 with error", UNKNOWN, answer(NO, status="501 Not Implemented"), SERVER),
    ("504", UNKNOWN, answer(status="504 Gateway Timeout"), SERVER),
    ("520", UNKNOWN, answer(status="520 Web Server Returned an Unknown Error"), SERVER),
    ("511", UNKNOWN, answer(PAGE, status="511 Network Authentication Required"), PORTAL),
    ("302", UNKNOWN, answer(status="302 Found", headers="Location: https://portal.example/\r\n"), PORTAL),
    ("300 with success", UNKNOWN, answer(YES, status="300 Choices", headers="Location: /x\r\n"), PORTAL),
    ("301 with success", UNKNOWN, answer(YES, status="301 Moved", headers="Location: /x\r\n"), PORTAL),
    ("302 with success", UNKNOWN, answer(YES, status="302 Found", headers="Location: /x\r\n"), PORTAL),
    ("303 with success", UNKNOWN, answer(YES, status="303 See Other", headers="Location: /x\r\n"), PORTAL),
    ("307 with success", UNKNOWN, answer(YES, status="307 Temporary", headers="Location: /x\r\n"), PORTAL),
    ("308 with success", UNKNOWN, answer(YES, status="308 Permanent", headers="Location: /x\r\n"), PORTAL),
    ("304", UNKNOWN, answer(status="304 Not Modified"), PORTAL),
    ("101", UNKNOWN, b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n", SERVER),
    ("201 with success", UNKNOWN, answer(YES, status="201 Created"), SERVER),
    ("204", UNKNOWN, b"HTTP/1.1 204 No Content\r\n\r\n", SERVER),
    ("206 with success", UNKNOWN, answer(YES, status="206 Partial Content"), SERVER),
    ("400 without words", UNKNOWN, answer(status="400 Bad Request"), SERVER),
    ("400 with a page", UNKNOWN, answer(PAGE, status="400 Bad Request", kind="text/html"), SERVER),
    ("404 without an error", UNKNOWN, answer('{"detail": "Not Found"}', status="404 Not Found"), SERVER),
    ("404 with a page", UNKNOWN, answer(PAGE, status="404 Not Found", kind="text/html"), SERVER),
    ("408 with error", UNKNOWN, answer(NO, status="408 Request Timeout"), SERVER),
    ("408 with success", UNKNOWN, answer(YES, status="408 Request Timeout"), SERVER),
    ("407 of the server itself", UNKNOWN, answer(status="407 Proxy Authentication Required"), SERVER),
    ("400 with success", UNKNOWN, answer(YES, status="400 Bad Request"), SERVER),
    ("409 with yes and no", UNKNOWN, answer('{"success": true, "error": "Exists"}', status="409 Conflict"), SERVER),
    ("425", UNKNOWN, answer(NO, status="425 Too Early"), SERVER),
]  # fmt: skip

_BODIES = [
    ("a portal's page", UNKNOWN, answer(PAGE, kind="text/html"), PORTAL),
    ("a portal's page called JSON", UNKNOWN, answer(PAGE), PORTAL),
    ("a portal's page after a byte order mark", UNKNOWN, answer(b"\xef\xbb\xbf\r\n" + PAGE.encode(), kind="text/html"), PORTAL),
    ("a portal's endless page", UNKNOWN, answer(PAGE + " " * 200_000, kind="text/html"), PORTAL),
    ("a page with success in it", UNKNOWN, answer(f"<p>{YES}</p>"), PORTAL),
    ("nothing", UNKNOWN, answer(), SERVER),
    ("an empty object", UNKNOWN, answer("{}"), SERVER),
    ("success as text", UNKNOWN, answer('{"success": "true"}'), SERVER),
    ("success as a number", UNKNOWN, answer('{"success": 1}'), SERVER),
    ("success null", UNKNOWN, answer('{"success": null}'), SERVER),
    ("success in other letters", UNKNOWN, answer('{"Success": true}'), SERVER),
    ("yes and no", UNKNOWN, answer('{"success": true, "error": "Card is blocked"}'), SERVER),
    ("success twice", UNKNOWN, answer('{"success": false, "success": true}'), SERVER),
    ("a field twice, deep inside", UNKNOWN, answer('{"success": true, "x": [{"a": 1, "a": 2}]}'), SERVER),
    ("two objects", UNKNOWN, answer(YES + YES), SERVER),
    ("success and then a page", UNKNOWN, answer(YES + "<!-- 0.3 s -->"), SERVER),
    ("a warning and then success", UNKNOWN, answer(f"Warning: mysqli_connect() in index.php\n{YES}"), SERVER),
    ("a list", UNKNOWN, answer(f"[{YES}]"), SERVER),
    ("true", UNKNOWN, answer("true"), SERVER),
    ("OK", UNKNOWN, answer("OK", kind="text/plain"), SERVER),
    ("half an object", UNKNOWN, answer('{"success": true'), SERVER),
    ("single quotes", UNKNOWN, answer("{'success': true}"), SERVER),
    ("a trailing comma", UNKNOWN, answer('{"success": true,}'), SERVER),
    ("NaN", UNKNOWN, answer('{"success": true, "balance": NaN}'), SERVER),
    ("Infinity", UNKNOWN, answer('{"success": true, "balance": -Infinity}'), SERVER),
    ("UTF-16", UNKNOWN, answer(YES.encode("utf-16")), SERVER),
    ("UTF-16 without its mark", UNKNOWN, answer(YES.encode("utf-16-le")), SERVER),
    ("UTF-32", UNKNOWN, answer(YES.encode("utf-32")), SERVER),
    ("two byte order marks", UNKNOWN, answer(b"\xef\xbb\xbf" * 2 + YES.encode()), SERVER),
    ("half a character", UNKNOWN, answer(b'{"success": true, "x": "\xed\xa0\x80"}'), SERVER),
    ("a null byte behind", UNKNOWN, answer(YES + "\x00"), SERVER),
    ("a null byte inside", UNKNOWN, answer('{"success": true, "x": "\x00"}'), SERVER),
    ("a comment", UNKNOWN, answer('{"success": true /* yes */}'), SERVER),
    ("success missing", UNKNOWN, answer('{"balance": 300.00, "customer": "1"}'), SERVER),
    ("success inside of something", UNKNOWN, answer('{"result": {"success": true}}'), SERVER),
    ("success as a list", UNKNOWN, answer('{"success": [true]}'), SERVER),
    ("a callback", UNKNOWN, answer(f"done({YES})"), SERVER),
    ("br", UNKNOWN, answer(YES, headers="Content-Encoding: br\r\n"), SERVER),
    ("not UTF-8", UNKNOWN, answer(b'{"success": true, "x": "\xff"}'), SERVER),
    ("a control character in a text", UNKNOWN, answer('{"success": true, "x": "\x01"}'), SERVER),
    ("gzip", UNKNOWN, answer(gzip.compress(YES.encode()), headers="Content-Encoding: gzip\r\n"), SERVER),
    ("too much", UNKNOWN, answer(YES + " " * 70_000), SERVER),
]  # fmt: skip

UNSAID = [Case(name, outcome, says(whole), trouble) for name, outcome, whole, trouble in (*_STATUSES, *_BODIES)]
