"""The vendor's signature under a feed: ed25519 over its exact bytes, detached.

The file of a signature has one line of Base64 for each key that signed: while a key is exchanged, feeds are signed with the old and
the new one, so that a till of either holds them for good.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_BYTES, SIGNATURE_BYTES = 32, 64
SEAL_CAP_BYTES = 4096
MOST_SIGNATURES = 8


def is_sealed(data: bytes, seal: bytes, keys: Sequence[bytes]) -> bool:
    """Whether any line of ``seal`` is a signature of ``data`` by one of ``keys`` (32 bytes each). Takes any bytes whatever."""
    signatures = [decoded(line, SIGNATURE_BYTES) for line in seal[:SEAL_CAP_BYTES].splitlines()[:MOST_SIGNATURES]]
    return any(_holds(key, data, signature) for signature in signatures if signature for key in keys)


def sealed(data: bytes, keys: Sequence[bytes]) -> bytes:
    """The signatures of ``data`` by each of the private ``keys``, as a file has them."""
    return b"".join(base64.b64encode(_private(key).sign(data)) + b"\n" for key in keys)


def new_key() -> bytes:
    """A private key: 32 bytes that nobody can guess."""
    return os.urandom(KEY_BYTES)


def public_key(private: bytes) -> bytes:
    """What tills know it by."""
    return _private(private).public_key().public_bytes_raw()


def decoded(text: bytes | str, size: int) -> bytes | None:
    """``size`` bytes written in Base64; None: these are not."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if len(data) == size else None


def _holds(key: bytes, data: bytes, signature: bytes) -> bool:
    # Imported when there is a signature to look at: every start of the till would wait for it.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except InvalidSignature:
        return False
    return True


def _private(key: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - as above

    return Ed25519PrivateKey.from_private_bytes(key)
