"""A key or password that shows itself to nobody by accident: not in repr, str, format, pickles or tracebacks."""

from __future__ import annotations

import hmac
from typing import NoReturn


class Secret:
    """Holds one secret text. Only :meth:`reveal` gives it out: called where a request is built, nowhere else."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The secret itself."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._bytes(), other._bytes())

    def __hash__(self) -> int:
        return hash(self._text)

    def _bytes(self) -> bytes:
        # Bytes that are no UTF-8 arrive from the command line as lone surrogates; an error about them would quote the secret.
        return self._text.encode("utf-8", "surrogatepass")

    def __repr__(self) -> str:
        return "Secret(•••)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")
