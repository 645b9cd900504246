"""Looks a host's addresses up within a time limit.

The system's resolver cannot be interrupted and may take half a minute, so it runs in a thread of its own that may be left behind:
one per host, whoever asks meanwhile waits for the same.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Any, TypeAlias

Address: TypeAlias = tuple[int, str]
"""Family (``socket.AF_…``) and address."""

MOST_ADDRESSES = 6


@dataclass(slots=True)
class _Question:
    """A look-up on its way: ``answered`` is set after the other two."""

    answered: threading.Event = field(default_factory=threading.Event)
    addresses: tuple[Address, ...] = ()
    error: OSError | None = None


class Names:
    """Thread-safe. ``lookup`` is ``socket.getaddrinfo``."""

    def __init__(self, lookup: Callable[..., list[Any]] = socket.getaddrinfo) -> None:
        self._lookup = lookup
        self._lock = threading.Lock()
        self._asking: dict[str, _Question] = {}

    def addresses(self, host: str, *, timeout_s: float) -> tuple[Address, ...]:
        """The addresses of ``host``, IPv6 and IPv4 by turns. Raises OSError (``gaierror``: no such name), TimeoutError."""
        if host == "localhost":
            # Plain http goes there: no name server is to say where that is.
            return (socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")
        try:
            ip = ipaddress.ip_address(host)
        except ValueError:
            return self._asked(host, timeout_s)
        return ((socket.AF_INET if ip.version == 4 else socket.AF_INET6, host),)

    def _asked(self, host: str, timeout_s: float) -> tuple[Address, ...]:
        with self._lock:
            question = self._asking.get(host)
            if question is None:
                question = self._asking[host] = _Question()
                threading.Thread(target=self._answer, args=(host, question), name="name-lookup", daemon=True).start()
        if not question.answered.wait(timeout_s):
            raise TimeoutError("the name server did not answer")
        if question.error is not None:
            raise question.error
        return question.addresses

    def _answer(self, host: str, question: _Question) -> None:
        try:
            question.addresses = _by_turns(self._lookup(host, None, type=socket.SOCK_STREAM))
        except OSError as error:
            question.error = error
        except UnicodeError:
            question.error = socket.gaierror("not a name that a host can have")
        finally:
            with self._lock:
                del self._asking[host]
            question.answered.set()


def _by_turns(found: list[Any]) -> tuple[Address, ...]:
    """IPv6 and IPv4 alternately, the system's favourite first, so that a family that leads nowhere costs one try."""
    kinds = [(family, sockaddr[0]) for family, _type, _protocol, _name, sockaddr in found]
    first = [each for each in kinds if each[0] == kinds[0][0]]
    second = [each for each in kinds if each[0] != kinds[0][0]]
    turns = chain.from_iterable(zip_longest(first, second))
    return tuple(each for each in turns if each is not None)[:MOST_ADDRESSES]
