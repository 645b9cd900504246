"""The hook over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from pos_app.crm.app import crm_app
from pos_app.crm.hook import MOST_BYTES, Caller, HookKeys
from pos_app.crm.memory import MemoryLedger

KEYS = HookKeys.of(crm_key="k", user="till", password="p")


def post(ledger: MemoryLedger, content: bytes | AsyncIterator[bytes], heard: list[Caller], **more: object) -> httpx.Response:
    async def call() -> httpx.Response:
        app = crm_app(ledger, KEYS, path="/hook", heard=heard.append)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://crm") as client:
            return await client.post("/hook", content=content, **more)  # type: ignore[arg-type]

    return asyncio.run(call())


def test_a_balance_is_read_and_the_callers_ids_are_heard(ledger: MemoryLedger) -> None:
    heard: list[Caller] = []
    ids = {"X-organization-id": "org", "X-program-id": "prog", "x-wallet-id": "wall"}
    body = b'{"crm_key": "k", "method": "readBalance", "customer": {"phone": "+420000000001"}}'
    told = post(ledger, body, heard, headers=ids)
    assert (told.status_code, told.headers["content-type"]) == (200, "application/json")
    assert told.text == '{"success": true, "balance": 300.00, "bonus": 10.00, "discount": 25.00}'
    assert heard == [Caller(organization_id="org", program_id="prog", wallet_id="wall")]


def test_basic_is_asked_for_and_taken(ledger: MemoryLedger) -> None:
    body = b'{"method": "readBalance", "customer": {"phone": "+420000000001"}}'
    assert post(ledger, body, []).headers["www-authenticate"].startswith("Basic")
    assert post(ledger, body, [], auth=("till", "p")).status_code == 200


@pytest.mark.parametrize(("size", "status"), [(MOST_BYTES, 400), (MOST_BYTES + 1, 413)])
def test_a_body_longer_than_any_request_is_not_read_to_its_end(ledger: MemoryLedger, size: int, status: int) -> None:
    assert post(ledger, b"x" * size, []).status_code == status
