"""What both clients do around a request: read the answer, and tell "nobody has this" from other refusals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from pos_app.loyalty.errors import NoSuchCustomer, Refused, Unknown
from pos_app.passquare.wire.strict_json import JsonObject, Malformed

R = TypeVar("R")

# "No such customer" has no documented form; these are the ways it is put.
_NOBODY = re.compile(
    r"\b(?:not (?:found|exist|registered)|no such|doesn'?t exist|unregistered"
    r"|(?:no|unknown|unregistered) (?:customer|client|user|phone|card|member)"
    r"|nenalezen\w*|neexistuj\w*|nen[ie]\w* registrov\w*|nicht gefunden|existiert nicht|не найден\w*|не знайден\w*|не існує)",
    re.IGNORECASE,
)


def understood(document: JsonObject, read: Callable[[JsonObject], R]) -> R:
    """What ``read`` makes of an answer. Raises Unknown if it is not what the API documents."""
    try:
        return read(document)
    except Malformed as error:
        raise Unknown(f"The server's answer makes no sense: {error}.") from None


@contextmanager
def about_a_customer() -> Iterator[None]:
    """Within, a server's refusal in words that say so is NoSuchCustomer."""
    try:
        yield
    except NoSuchCustomer:
        raise
    except Refused as error:
        if _NOBODY.search(error.reason):
            raise NoSuchCustomer(error.reason) from None
        raise
