"""A server's words of refusal as they may be shown and kept: one line, not endless, and no key in them.

A server that refuses a request often quotes it, as it came or written in some other way: as JSON, in a URL, as HTML, in Base64, or
cut off in the middle. What is refused is kept on the disk with the posting, so all of these are struck out.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote, quote_plus

from pos_app.loyalty.secret import Secret
from pos_app.passquare.wire.fields import clean

LONGEST_REASON = 300
LONGEST_LOOKED_AT = 4096
TELLTALE_CHARS = 12
"""So many characters of a key in a row are struck out too, wherever they are cut from; of a shorter key only the whole."""
SHORTEST_ENCODED = 6
"""Bytes of a key that is looked for in Base64 and hexadecimal too; shorter ones look like words there."""

_STRUCK = "•••"


def spoken(reason: str, secrets: Sequence[Secret]) -> str:
    """``reason`` on one line of at most 300 characters, without ``secrets`` in any form that is likely to be written."""
    # Cleaned first: unseen characters inside of a key would hide it, and go afterwards.
    shown = " ".join(clean(reason).split())[:LONGEST_LOOKED_AT]
    marks = bytearray(len(shown))
    for secret in secrets:
        for form in _forms(secret.reveal()):
            _mark(marks, shown, form)
    runs = re.finditer(rb"\x01+|\x00+", bytes(marks))
    return "".join(_STRUCK if run[0][0] else shown[run.start() : run.end()] for run in runs)[:LONGEST_REASON]


def _forms(key: str) -> Iterator[str]:
    """The ways in which ``key`` may be written."""
    data = key.encode("utf-8", "surrogatepass")
    yield key
    yield " ".join(clean(key).split())
    yield json.dumps(key)[1:-1]
    yield json.dumps(json.dumps(key))[3:-3]
    yield json.dumps(key, ensure_ascii=False)[1:-1]
    # As PHP writes it.
    yield json.dumps(key)[1:-1].replace("/", "\\/")
    yield html.escape(key)
    yield quote(data, safe="")
    yield quote_plus(data)
    if len(data) < SHORTEST_ENCODED:
        return
    yield data.hex()
    # The whole request may be in Base64, where the key begins at any of three places; its outermost characters mix with others'.
    for before in range(3):
        written = base64.b64encode(bytes(before) + data).decode()
        inner = written[-(-before * 8 // 6) : len(bytes(before) + data) * 8 // 6]
        yield inner
        yield inner.replace("+", "-").replace("/", "_")


def _mark(marks: bytearray, text: str, form: str) -> None:
    """Mark where ``form`` is in ``text``, and any piece of it that is long enough to tell. Capitals and small letters are one."""
    size = min(len(form), TELLTALE_CHARS)
    lowered, wanted = text.lower(), form.lower()
    if len(lowered) != len(text):
        # Some capitals have a small letter of two characters: compared as they are.
        lowered, wanted = text, form
    pieces = {wanted[start : start + size] for start in range(len(wanted) - size + 1)} - {""}
    if any(piece in lowered for piece in pieces):
        for start in range(len(text) - size + 1):
            if lowered[start : start + size] in pieces:
                marks[start : start + size] = b"\x01" * size
