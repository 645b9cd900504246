"""Where points go, as a short name that a posting keeps: an id, and a balance read before, mean something only there.

A changed address may be another program with another memory: what may have arrived at the old one is not sent to the new one by
itself (``delivery.md`` §4).
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from pos_app.settings import Mode, Server

LENGTH = 12
_PORTS = {"http": 80, "https": 443}


def address(server: Server) -> str:
    """Where points are written to, for people: without what may be nobody's business in it."""
    parts = urlsplit(_url(server))
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def endpoint(server: Server) -> str:
    """A name of the mode and the address that is written to. The same address in another spelling has the same one.

    A digest, for a query may hold something that is nobody's business. *sole* and *shared* write to the same balance: they are one.
    """
    parts = urlsplit(_url(server))
    host = (parts.hostname or "").rstrip(".")
    port = parts.port or _PORTS.get(parts.scheme, 0)
    address = f"{parts.scheme}://{host}:{port}{parts.path.rstrip('/')}?{parts.query}"
    way = "add" if server.mode is Mode.CRM else "replace"
    return f"{way}-{hashlib.sha256(address.encode()).hexdigest()[:LENGTH]}"


def _url(server: Server) -> str:
    return server.crm_url if server.mode is Mode.CRM else server.core_url
