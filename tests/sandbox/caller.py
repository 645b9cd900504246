"""Somebody who talks to a sandbox over a real socket."""

from __future__ import annotations

from typing import Any

import httpx

from pos_app.sandbox.server import Sandbox

TIMEOUT_S = 5.0


class Caller:
    """A plain HTTP client that knows the keys. No keep-alive: each request stands for itself."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.http = httpx.Client(trust_env=False, timeout=TIMEOUT_S, limits=httpx.Limits(max_keepalive_connections=0))

    def core(self, path: str, **fields: Any) -> httpx.Response:
        """A core method by its path, ``crm/read_customer``."""
        return self.http.post(f"{self.sandbox.core_url}/{path}", json={"app_key": self.sandbox.app_key, **fields})

    def crm(self, method: str, **customer: Any) -> httpx.Response:
        """A method of the hook."""
        return self.http.post(self.sandbox.crm_url, json={"crm_key": self.sandbox.crm_key, "method": method, "customer": customer})

    def add(self, transaction_id: str, points: float = 1, phone: str = "+420603551482") -> httpx.Response:
        """``addBalance``, to Jana if nobody else is named."""
        return self.crm("addBalance", phone=phone, sum=points, transactionId=transaction_id)

    def control(self, method: str, path: str, **more: Any) -> httpx.Response:
        """The switchboard."""
        return self.http.request(method, self.sandbox.control_url + path, **more)
