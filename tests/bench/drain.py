"""Delivering what waits, 8 customers at a time and every acknowledgement on the disk, beside pycurl's multi and bare httpx.

The others post a body of the same length and note nothing. Batches take turns; the server is a process of its own, which answers
after 0, 20 and 100 ms. Processor time is this process's, for one request: the till's own commits are in it.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from pos_app.keys import RememberedKeys
from pos_app.settings import Dedupe
from pos_app.store.thread import DatabaseThread
from pos_app.store.till_store import TillStore
from pos_app.till.events import Event, Events, PostingChanged
from pos_app.till.servers import open_servers
from pos_app.till.sync.backoff import Backoff
from pos_app.till.sync.couriers import couriers
from pos_app.till.sync.gate import Gate
from pos_app.till.sync.messenger import Messenger
from tests.bench.answering import answering
from tests.bench.measure import Goal, Row, Size, Spread, ratios
from tests.bench.peers import peer
from tests.bench.places import folder
from tests.bench.shop import KEYS, sales, settings_for

AT_ONCE = 8
BODY = b'{"crm_key":"a","method":"addBalance","phones":["+420700000000"],"sum":"3.25","transactionID":"%s"}' % (b"x" * 600)
HEADERS = {"Content-Type": "application/json"}
OURS, CURL, CURL_AGAIN, HTTPX = "ours", "pycurl", "pycurl again", "httpx"
PATIENCE_S = 120.0
Found = Mapping[str, list[tuple[float, float]]]
"""Way → seconds, and seconds of processor, of each batch."""


class Ours:
    """The production's messenger and courier, on a till of their own."""

    def __init__(self, stack: ExitStack, path: Path, url: str, size: Size) -> None:
        settings = settings_for(url)
        server = replace(settings.server, dedupe=Dedupe.PROVED)
        self._size = size
        self._store = DatabaseThread(lambda: TillStore.open(path), name="till-store")
        stack.callback(self._store.close)
        events, backoff = Events(), Backoff(random.Random(1))
        events.subscribe(self._heard)
        gate = Gate(backoff=backoff, monotonic=time.monotonic)
        servers = stack.enter_context(open_servers(replace(settings, server=server), RememberedKeys(KEYS, patience_s=None)))
        courier = couriers(
            server,
            store=self._store,
            core=servers.core,
            crm=servers.crm,
            now=lambda: datetime.now(UTC),
            monotonic=time.monotonic,
            core_told=lambda _error: None,
            crm_told=lambda error: gate.passed() if error is None else gate.failed(error),
        )
        self._messenger = Messenger(
            store=self._store,
            courier=courier,
            gate=gate,
            events=events,
            backoff=backoff,
            monotonic=time.monotonic,
            changed=lambda: None,
            at_once=AT_ONCE,
        )
        self._left, self._all = 0, threading.Condition()
        self._sales = sales()
        self._messenger.start()
        stack.callback(self._messenger.stop)

    def batch(self, count: int) -> None:
        """Have so many waiting."""

        def put(store: TillStore) -> None:
            with store.together():
                for _ in range(count):
                    store.save_sale(*next(self._sales))

        self._left = count
        self._store.call(put)

    def deliver(self) -> None:
        """Until all of them are there."""
        self._messenger.wake()
        with self._all:
            if not self._all.wait_for(lambda: self._left == 0, PATIENCE_S):
                raise TimeoutError(f"{self._left} are still not delivered")
        self._size.drag()

    def _heard(self, event: Event) -> None:
        if isinstance(event, PostingChanged) and not event.posting.state.open:
            with self._all:
                self._left -= 1
                self._all.notify_all()


def rows(size: Size) -> Iterator[Row]:
    """For each answering time: speed beside pycurl, processor time beside httpx."""
    batch, rounds = size.of(500, 16), size.of(20, 2)
    for delay_ms in (0, 20, 100):
        with ExitStack() as stack:
            path = stack.enter_context(folder())
            url = stack.enter_context(answering(delay_ms=delay_ms))
            ours = Ours(stack, path / "till.db", url, size)
            curl = partial(_curl, peer("pycurl"), url, batch)
            clients = [stack.enter_context(httpx.Client(trust_env=False)) for _ in range(AT_ONCE)]
            threads = stack.enter_context(ThreadPoolExecutor(AT_ONCE))
            ways: dict[str, Callable[[], object]] = {
                OURS: ours.deliver,
                CURL: curl,
                CURL_AGAIN: curl,
                HTTPX: partial(_httpx, clients, threads, url, batch),
            }
            found = _in_turns(ways, partial(ours.batch, batch), rounds=rounds)
        yield from _rows(found, f"{rounds * batch:,} waiting, answers after {delay_ms} ms", delay_ms, batch)


def _in_turns(ways: Mapping[str, Callable[[], object]], before: Callable[[], None], *, rounds: int) -> Found:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    shuffle, order = random.Random(3), list(ways)
    for turn in range(-1, rounds):
        shuffle.shuffle(order)
        for name in order:
            if name == OURS:
                before()
            began, worked = time.perf_counter(), time.process_time()
            ways[name]()
            took = time.perf_counter() - began, time.process_time() - worked
            if turn >= 0:
                found[name].append(took)
    return found


def _rows(found: Found, what: str, delay_ms: int, batch: int) -> Iterator[Row]:
    wall, cpu = ({name: [each[which] for each in all_] for name, all_ in found.items()} for which in (0, 1))
    again = median(ratios(wall[CURL_AGAIN], wall[CURL]))
    for against in (CURL, HTTPX):
        yield Row(
            what=f"delivering {what}: speed",
            against=f"{against}, {AT_ONCE} at a time",
            ratio=Spread.of(ratios(wall[against], wall[OURS])),
            again=again,
            pairs=len(wall[OURS]),
            figure=batch / median(wall[OURS]),
            unit="a second",
            goal=Goal(0.85, at_least=True) if against == CURL and delay_ms else None,
        )
    yield Row(
        what=f"delivering {what}: processor",
        against=f"{HTTPX}, {AT_ONCE} at a time",
        ratio=Spread.of(ratios(cpu[OURS], cpu[HTTPX])),
        again=median(ratios(cpu[CURL_AGAIN], cpu[CURL])),
        pairs=len(cpu[OURS]),
        figure=median(cpu[OURS]) / batch * 1e6,
        unit="µs",
        goal=Goal(1.15),
    )


def _curl(pycurl: Any, url: str, count: int) -> None:
    """pycurl's multi: one thread, so many at a time."""
    multi, left, free = pycurl.CurlMulti(), count, []
    multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, AT_ONCE)
    for _ in range(AT_ONCE):
        easy = pycurl.Curl()
        easy.setopt(easy.URL, url)
        easy.setopt(easy.POSTFIELDS, BODY)
        easy.setopt(easy.HTTPHEADER, [f"{name}: {value}" for name, value in HEADERS.items()])
        easy.setopt(easy.WRITEFUNCTION, len)
        free.append(easy)
    under_way = 0
    while left or under_way:
        while free and left:
            multi.add_handle(free.pop())
            left, under_way = left - 1, under_way + 1
        multi.perform()
        _, done, failed = multi.info_read()
        if failed:
            raise ConnectionError(str(failed))
        for easy in done:
            multi.remove_handle(easy)
            free.append(easy)
            under_way -= 1
        if not done:
            multi.select(1.0)
    multi.close()


def _httpx(clients: list[httpx.Client], threads: ThreadPoolExecutor, url: str, count: int) -> None:
    """A client for each thread."""

    def post(client: httpx.Client) -> None:
        for _ in range(count // AT_ONCE):
            client.post(url, content=BODY, headers=HEADERS).raise_for_status().json()

    list(threads.map(post, clients))
