"""A server between a till and its sandbox that passes everything on, until it is told to gossip about what it was sent."""

from __future__ import annotations

import base64
import html
import http.client
import json
from collections.abc import Callable
from urllib.parse import quote_plus, urlsplit

from pos_app.sandbox.server import Sandbox
from tests.passquare.raw_server import RawServer, Request, Talk, answer

Say = Callable[[Request], bytes]


class Gossip:
    """``say``: what to answer instead; ``heard`` is called with each request while its sender waits."""

    def __init__(self, sandbox: Sandbox, heard: Callable[[Request], None]) -> None:
        self.say: Say | None = None
        self._heard = heard
        self._behind = urlsplit(sandbox.core_url).netloc
        self._server = RawServer(self._behave)
        front = self._server.url.rstrip("/")
        self.core_url = front + urlsplit(sandbox.core_url).path
        self.crm_url = front + urlsplit(sandbox.crm_url).path

    def stop(self) -> None:
        """Close it."""
        self._server.stop()

    def _behave(self, talk: Talk) -> None:
        while (request := talk.request()) is not None:
            self._heard(request)
            talk.send(self.say(request) if self.say else self._passed_on(request))

    def _passed_on(self, request: Request) -> bytes:
        connection = http.client.HTTPConnection(self._behind, timeout=20)
        method, path, _version = request.line.split()
        kept = {name: value for name, value in request.headers.items() if name in ("authorization", "content-type")}
        connection.request(method, path, request.body, kept)
        response = connection.getresponse()
        whole = answer(response.read(), status=f"{response.status} {response.reason}")
        connection.close()
        return whole


def keys_in(request: Request) -> list[str]:
    """The secrets of a request: what is in its body, and the token in its header."""
    document = json.loads(request.body)
    keys = [str(value) for name, value in document.items() if name in ("app_key", "crm_key")]
    token = request.headers.get("authorization", "").partition(" ")[2]
    return [*keys, *([token, *base64.b64decode(token).decode().split(":", 1)[1:]] if token else [])]


_WRITTEN: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "as JSON in JSON": json.dumps,
    "in a URL": quote_plus,
    "in HTML": html.escape,
    "in Base64": lambda key: base64.b64encode(f"..{key}.".encode()).decode(),
    "in hexadecimal": lambda key: key.encode().hex(),
    "cut off": lambda key: key[:15],
    "with unseen characters": lambda key: "\u200e".join(key),
}


def told(request: Request, how: str = "as JSON in JSON") -> str:
    """What a careless server repeats."""
    return "; ".join(_WRITTEN[how](key) for key in keys_in(request))


def refusing(how: str) -> Say:
    """Says no, and quotes the keys."""
    return lambda request: answer(json.dumps({"error": f"Blocked: {told(request, how)}"}))


REFUSALS: dict[str, Say] = {f"a refusal that quotes {how}": refusing(how) for how in _WRITTEN} | {
    "a refusal with 422": lambda request: answer(json.dumps({"success": False, "message": told(request)}), status="422 No"),
    "a refusal in parts": lambda request: answer(json.dumps({"error": {"code": "7", "said": told(request)}})),
}
"""Answers in words, which are shown and kept."""

PUZZLES: dict[str, Say] = {
    "401": lambda request: answer(json.dumps({"error": told(request)}), status=f"401 {told(request)}"),
    "a page": lambda request: answer(f"<html><h1>Error</h1>{told(request)}</html>", kind="text/html"),
    "500 with a page": lambda request: answer(f"<html>{told(request)}</html>", status="500 Oh", kind="text/html"),
    "a redirect": lambda request: answer(status="302 Found", headers=f"Location: /?k={told(request)}\r\n"),
    "429": lambda request: answer(status="429 Slow", headers=f"Retry-After: {told(request)}\r\n"),
    "half an answer": lambda request: answer(json.dumps({"error": told(request)})[:-1]),
    "no HTTP": lambda request: f"KEY {told(request)}\r\n\r\n".encode(),
    "a header": lambda request: answer('{"success": 1}', headers=f"X-Key: {told(request)}\r\n"),
}
"""Answers that prove nothing."""
