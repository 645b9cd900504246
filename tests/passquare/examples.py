"""The vendor's own examples (v2.7.6), cut into requests and answers; comments, placeholders and all."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "passquare-examples.txt"
CRM_URL = "https://webhook.site"
CORE_URL = "https://core.passquare.com/api/v2"

_COMMENT = re.compile(r'(?<=[,\s"}\]])//[^\n]*')


@dataclass(frozen=True)
class Example:
    """What is sent to ``url``, and the answers that the document shows for it."""

    url: str
    request: dict[str, Any]
    answers: tuple[Any, ...]


def examples() -> list[Example]:
    """All of them, in the order of the document, but for the curl and PHP programs at its end."""
    text = FILE.read_text(encoding="utf-8").partition("curl ")[0]
    parts = re.split(r"^(https://\S+)\n", text, flags=re.MULTILINE)[1:]
    found = []
    for url, block in zip(parts[::2], parts[1::2], strict=True):
        request, *answers = _documents(block)
        found.append(Example(url, request, tuple(answers)))
    return found


def curl_body() -> dict[str, Any]:
    """The body of the curl example."""
    line = next(line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("curl "))
    body = re.search(r"-d '([^']*)'", line)
    assert body
    return dict(json.loads(body[1], parse_float=Decimal))


def _documents(block: str) -> list[Any]:
    """The JSON values that stand one after the other. A bare ``bool`` stands for either."""
    text = re.sub(r": bool\b", ": true", _COMMENT.sub("", block)).strip()
    decoder = json.JSONDecoder(parse_float=Decimal)
    values = []
    while text:
        value, end = decoder.raw_decode(text)
        values.append(value)
        text = text[end:].strip()
    return values
