"""One POST with a key in it, and what it came to."""

from __future__ import annotations

import pytest

from pos_app.loyalty.errors import NotSent, Trouble, Unknown
from pos_app.passquare.transport import Transport

YES = '{"success": true}'
BODY = b'{"crm_key": "s3cret-key"}'


def post(transport: Transport, url: str) -> dict[str, object]:
    """The answer to the POST."""
    return transport.post(url, BODY)


def trouble_of(transport: Transport, url: str, kind: type[NotSent] | type[Unknown]) -> Trouble:
    """The trouble of the error that the POST ends in; the error does not tell the key."""
    with pytest.raises(kind) as caught:
        post(transport, url)
    error = caught.value
    assert isinstance(error, (NotSent, Unknown))
    assert "s3cret" not in str(error)
    return error.trouble
