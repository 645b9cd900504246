"""Keys that are found again wherever they went, and how they may be written there."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus


@dataclass(frozen=True)
class Canary:
    """A secret with a beginning and an end that are found by themselves, and characters between that are written in many ways."""

    name: str

    @property
    def begin(self) -> str:
        return f"Qz7{self.name}Begins4xW"

    @property
    def end(self) -> str:
        return f"Wk3{self.name}Ends9vJ"

    @property
    def text(self) -> str:
        """The secret."""
        return f'{self.begin}/é"\\+&{self.end}'

    def forms(self) -> Iterator[bytes]:
        """The ways in which the secret, or a good part of it, may stand in a file."""
        for part in (self.begin, self.end, self.text):
            data = part.encode()
            yield data
            yield part.encode("utf-16-le")
            yield part.encode("utf-16-be")
            yield json.dumps(part)[1:-1].encode()
            yield quote(part, safe="").encode()
            yield quote_plus(part).encode()
            yield html.escape(part).encode()
            yield data.hex().encode()
            for before in range(3):
                written = base64.b64encode(bytes(before) + data)
                inner = written[-(-before * 8 // 6) : len(bytes(before) + data) * 8 // 6]
                yield inner
                yield inner.replace(b"+", b"-").replace(b"/", b"_")


def leaks(canaries: Iterable[Canary], places: Iterable[tuple[str, bytes]]) -> list[str]:
    """Every place, of name and content, where something of a canary is, in capitals or small letters."""
    wanted = [(canary.name, {form.lower() for form in canary.forms()}) for canary in canaries]
    return [
        f"{name}: {place}" for place, content in places for name, forms in wanted if any(form in content.lower() for form in forms)
    ]
