"""One POST, sent once, and what became of it (``delivery.md`` §3); and files that anybody may have. The only room that knows an
HTTP library.

httpx, on sockets of our own (``wire.py``, ``line.py``): its own transport has no public way to give them a deadline.
"""

from pos_app.passquare.transport.fetch import Fetcher
from pos_app.passquare.transport.post import CAP_BYTES, DEADLINE_S, Transport

__all__ = ["CAP_BYTES", "DEADLINE_S", "Fetcher", "Transport"]
