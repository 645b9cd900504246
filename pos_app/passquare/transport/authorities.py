"""Whom a server's certificate must be signed by: those that this computer's system trusts."""

from __future__ import annotations

import ssl
from contextlib import suppress
from pathlib import Path


def trusting_the_system() -> ssl.SSLContext:
    """Checks certificate and host name. Not ``create_default_context()``: it obeys SSLKEYLOGFILE, a variable of the environment
    that has all that goes over the wire written down readably."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    return context


def how_many() -> int:
    """The authorities trusted here; 0: no server can be. Those of a folder (Linux) count as they lie there."""
    folder = ssl.get_default_verify_paths().capath
    lying = 0
    if folder is not None:
        with suppress(OSError):
            lying = sum(1 for _ in Path(folder).glob("*.[0-9]"))
    return max(len(trusting_the_system().get_ca_certs()), lying)
