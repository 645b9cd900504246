"""A queue that meets a refused key, a captive portal or somebody else's answer: the whole till against a real sandbox."""

from __future__ import annotations

import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from pos_app.loyalty.sale import PostingState
from pos_app.sandbox.forgetful import ForgetfulLedger
from pos_app.sandbox.server import Sandbox
from pos_app.settings import Dedupe
from pos_app.till.events import Connection
from pos_app.till.sync.gate import KEY_PROBE_S
from tests.till.register import SOON_S, Register, register

JANA, OTHER, PASSER_BY, LATER = "+420603551482", "+420000000001", "+420728904482", "+420737216482"
HOUR_S = 3_600.0
LONG_S = 900.0
"""Longer than any wait of the till's."""
DEDUPE = pytest.mark.parametrize("dedupe", [Dedupe.PROVED, Dedupe.UNPROVED])


def crm_of(dedupe: Dedupe) -> Sandbox:
    """One that knows an id again, or one that adds whatever it is told."""
    return Sandbox() if dedupe is Dedupe.PROVED else Sandbox(ledger=ForgetfulLedger)


def lose(till: Register, sandbox: Sandbox, phone: str, kind: str) -> str:
    """A sale of which nobody knows whether it arrived."""
    sandbox.add_fault(kind, "addBalance", count=1)
    sale = till.sell(phone)
    till.till.deliver_sale(sale, timeout_s=SOON_S)
    assert [each.state for each in till.postings(sale)] == [PostingState.UNKNOWN]
    return sale


def drain(till: Register, sales: Counter[str]) -> None:
    """The trouble is over, and time goes by; nobody asks for anything."""
    for _ in range(2):
        # A trial first; then what met a long outage, after its random while.
        till.passes(LONG_S)
        till.tried(lambda: till.sell(PASSER_BY))
        sales[PASSER_BY] += 1
    till.drained()


@DEDUPE
@pytest.mark.parametrize("refusing", ["crm", "*"])
def test_an_hour_of_a_refused_key_loses_nothing_stops_no_sale_and_drains_by_itself(
    tmp_path: Path, dedupe: Dedupe, refusing: str
) -> None:
    with crm_of(dedupe) as sandbox, register(sandbox, tmp_path, dedupe=dedupe) as till:
        till.knows(JANA, OTHER, PASSER_BY, LATER)
        there = lose(till, sandbox, JANA, "drop_after")
        nowhere = lose(till, sandbox, OTHER, "drop_before")
        sandbox.add_fault("401", refusing)
        waiting = till.sell(LATER)
        sales = Counter({JANA: 1, OTHER: 1, LATER: 1})
        began = sandbox.requests()["addBalance"]
        for _ in range(int(HOUR_S / KEY_PROBE_S)):
            till.passes(KEY_PROBE_S)
            till.tried(lambda: till.sell(PASSER_BY))
            sales[PASSER_BY] += 1
        assert till.till.status().connection is Connection.KEY_REFUSED
        assert [each.state for each in till.postings(there, nowhere)] == [PostingState.UNKNOWN] * 2
        assert [each.state for each in till.postings(waiting)] == [PostingState.WAITING]
        assert len(till.till.queue()) == sum(sales.values())
        assert sandbox.requests()["addBalance"] - began <= HOUR_S / KEY_PROBE_S
        assert [entry.phone for entry in sandbox.ledger()] == [JANA]
        sandbox.clear_faults()
        drain(till, sales)
        assert not till.till.queue()
        assert Counter(entry.phone for entry in sandbox.ledger()) == sales


@DEDUPE
@pytest.mark.parametrize("kind", ["portal", "redirect"])
@pytest.mark.parametrize("between", ["crm", "*"])
def test_a_captive_portal_takes_nothing_of_a_queue_for_applied_and_all_of_it_drains_after(
    tmp_path: Path, dedupe: Dedupe, kind: str, between: str
) -> None:
    with crm_of(dedupe) as sandbox, register(sandbox, tmp_path, dedupe=dedupe) as till:
        till.knows(JANA, OTHER, PASSER_BY, LATER)
        sandbox.add_fault(kind, between)
        sales: Counter[str] = Counter()
        sold = []
        for phone in (JANA, OTHER, LATER, JANA):
            till.passes(LONG_S)
            till.tried(lambda phone=phone: sold.append(till.sell(phone)))  # type: ignore[misc]
            sales[phone] += 1
        assert till.till.status().connection is Connection.PORTAL
        assert {each.state for each in till.postings(*sold)} <= {PostingState.WAITING, PostingState.UNKNOWN}
        assert len(till.till.queue()) == len(sold)
        assert not sandbox.ledger()
        sandbox.clear_faults()
        drain(till, sales)
        assert not till.till.queue()
        assert Counter(entry.phone for entry in sandbox.ledger()) == sales


class Mistaken(ThreadingHTTPServer):
    """Stands before a sandbox, and answers for somebody else where it was asked about one customer."""

    daemon_threads = True

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(("127.0.0.1", 0), _Pass)
        there = urlsplit(sandbox.core_url)
        self.there = f"http://{there.netloc}"
        self.url = f"http://127.0.0.1:{self.server_port}{there.path}"
        self.about = ""


class _Pass(BaseHTTPRequestHandler):
    server: Mistaken

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with urllib.request.urlopen(f"{self.server.there}{self.path}", data=body) as answer:  # noqa: S310 - http on loopback
            said: bytes = answer.read()
        if self.server.about and self.server.about.encode() in body:
            said = said.replace(self.server.about.encode(), OTHER.encode())
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_arguments: object) -> None:
        """Not in the tests' output."""


@contextmanager
def mistaken(sandbox: Sandbox) -> Iterator[Mistaken]:
    with Mistaken(sandbox) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def balance(sandbox: Sandbox, phone: str) -> Decimal:
    customer = sandbox.core_customer(phone)
    assert customer is not None
    assert customer.standing.balance is not None
    return customer.standing.balance


def test_an_answer_for_another_phone_writes_nothing_is_told_and_holds_up_nobody_else(tmp_path: Path) -> None:
    with Sandbox() as sandbox, mistaken(sandbox) as server, register(sandbox, tmp_path, core_url=server.url) as till:
        till.knows(JANA, LATER, PASSER_BY)
        had = {phone: balance(sandbox, phone) for phone in (JANA, OTHER, LATER, PASSER_BY)}
        server.about = JANA
        held = till.sell(JANA)
        for _ in range(12):
            # Alone, and often enough for the pauses between two tries to be long.
            till.passes(LONG_S)
            till.tried(till.till.send_now)
        (posting,) = till.postings(held)
        assert (posting.state, "another customer" in posting.last_answer) == (PostingState.WAITING, True)
        assert till.till.status().connection is Connection.SERVER
        others = [till.sell(phone) for phone in (LATER, PASSER_BY)]
        till.passes(LONG_S)
        till.tried(lambda: others.append(till.sell(LATER)))
        till.passes(LONG_S)
        till.tried(lambda: others.append(till.sell(LATER)))
        till.drained(others)
        assert [balance(sandbox, phone) for phone in (JANA, OTHER)] == [had[JANA], had[OTHER]]
        server.about = ""
        till.passes(LONG_S)
        till.tried(lambda: others.append(till.sell(PASSER_BY)))
        till.passes(LONG_S)
        till.tried(lambda: others.append(till.sell(PASSER_BY)))
        till.drained()
        assert not till.till.queue()
        for phone in (JANA, LATER, PASSER_BY):
            earned = sum((each.sum or Decimal(0) for each in till.postings(held, *others) if each.phone == phone), Decimal(0))
            assert balance(sandbox, phone) == had[phone] + earned
        assert balance(sandbox, OTHER) == had[OTHER]
