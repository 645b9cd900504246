"""One POST, sent once, and what became of it (``delivery.md`` §3). The only room that knows an HTTP library.

httpcore without httpx around it: every comfort httpx adds (redirects, cookies, proxies and logins from the environment, decoding,
a log line with the whole URL) would have to be turned off here, it loads four times slower, and it offers no public way to give
sockets a deadline.
"""

from pos_app.passquare.transport.post import CAP_BYTES, Transport

__all__ = ["CAP_BYTES", "Transport"]
