"""The sandbox inside another program: servers on this computer, in a thread of their own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pos_app.crm.hook import Caller, HookKeys
from pos_app.crm.ledger import Customer, Entry
from pos_app.crm.memory import MemoryLedger
from pos_app.sandbox.core_app import UnknownForm
from pos_app.sandbox.faults import EVERY, Fault, FaultBox, FaultKind
from pos_app.sandbox.faulty import CORE, CRM
from pos_app.sandbox.machine import Doors, Machine
from pos_app.sandbox.outbox import Message
from pos_app.sandbox.outlet import HOST
from pos_app.sandbox.people import Person, make_people
from pos_app.sandbox.world import World

_DEADLINE_S = 30.0
"""For what takes milliseconds: past it something is broken."""


class Sandbox:
    """A PassQuare core and a merchant's CRM on loopback, with a plug and faults on order. A context manager; any thread.

    The ports are ours from the beginning (``port`` 0: any free one), and answer between :meth:`start` and :meth:`stop`.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        control_port: int = 0,
        people: Sequence[Person] | None = None,
        journal: Path | None = None,
        account: str = "demo-account",
        app_key: str = "demo-app-key",
        crm_key: str = "demo-crm-key",
        crm_user: str = "demo",
        crm_password: str = "demo-password",  # noqa: S107 - the demo's, on loopback
        allow_overdraw: bool = True,
        ledger: type[MemoryLedger] = MemoryLedger,
        unknown: UnknownForm = UnknownForm.NULL,
        fault_seed: int = 0,
    ) -> None:
        """``people``: instead of the 200 made-up ones. ``account``: as ``status`` names it. ``journal``: where the ledger survives.
        ``ledger``: another CRM than one that keeps the rules, such as ``ForgetfulLedger``.

        Raises OSError if a port is taken, DiskTrouble if the journal cannot be kept or read.
        """
        self.account = account
        self.app_key = app_key
        self.crm_key = crm_key
        self.crm_user = crm_user
        self.crm_password = crm_password
        today = datetime.now(UTC).astimezone().date()
        known = make_people(today=today) if people is None else people
        self._world = World(people=known, account=account, allow_overdraw=allow_overdraw, journal=journal, ledger=ledger)
        doors = Doors(
            app_key=app_key, hook_keys=HookKeys.of(crm_key=crm_key, user=crm_user, password=crm_password), unknown=unknown
        )
        try:
            self._machine = Machine(self._world, FaultBox(seed=fault_seed), doors, port=port, control_port=control_port)
        except OSError:
            self._world.close()
            raise
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: asyncio.Event | None = None
        self._done: Future[None] = Future()

    @property
    def core_url(self) -> str:
        """What a till calls its core URL."""
        return f"http://{HOST}:{self._machine.main.port}{CORE.rstrip('/')}"

    @property
    def crm_url(self) -> str:
        """What a till calls its CRM URL."""
        return f"http://{HOST}:{self._machine.main.port}{CRM}"

    @property
    def control_url(self) -> str:
        """Where the switchboard is (see ``control.py``)."""
        return f"http://{HOST}:{self._machine.control.port}"

    @property
    def running(self) -> bool:
        """Whether it was started and has neither been stopped nor broken."""
        return self._loop is not None and not self._done.done()

    def start(self) -> Self:
        """Return once both ports listen."""
        listening: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(listening,), name="sandbox", daemon=True)
        self._thread.start()
        listening.result(_DEADLINE_S)
        return self

    def stop(self) -> None:
        """Close the ports and the journal, and wait for the thread. Safe to call again, and without a start."""
        if self._thread is None:
            self._machine.release()
        else:
            if self._loop is not None and self._ended is not None and self.running:
                self._loop.call_soon_threadsafe(self._ended.set)
            self._thread.join(_DEADLINE_S)
        self._world.close()

    def unplug(self, *, for_s: float = 0.0) -> None:
        """Return once connections are refused: for ``for_s`` seconds or, if 0, until plugged in."""
        self._do(self._machine.unplug(for_s=for_s))

    def plug(self) -> None:
        """Return once the same port listens again."""
        self._do(self._machine.plug())

    def add_fault(
        self,
        kind: FaultKind | str,
        method: str = EVERY,
        *,
        count: int | None = None,
        probability: float = 1.0,
        seconds: float = 0.0,
        retry_after_s: int | None = None,
        applied: bool | None = None,
    ) -> None:
        """Put a fault on order, from the next request on (see ``Fault``). Raises ValueError if it makes no sense."""
        fault = Fault(
            kind=FaultKind(kind),
            method=method,
            count=count,
            probability=probability,
            seconds=seconds,
            retry_after_s=retry_after_s,
            applied=applied,
        )
        self._do(self._machine.order(fault))

    def clear_faults(self) -> None:
        """Take all faults away; what is unplugged stays so."""
        self._machine.faults.clear()

    def reset(self) -> None:
        """Everything as at the first start, plugged in and without faults."""
        self._do(self._machine.reset())

    def ledger(self) -> tuple[Entry, ...]:
        """What was added to the CRM's ledger, in order; sums are decimals."""
        return self._world.crm.entries()

    def customers(self) -> tuple[Customer, ...]:
        """Everybody, as the CRM knows them now."""
        return self._world.crm.customers()

    def core_customer(self, phone: str) -> Customer | None:
        """A customer as PassQuare knows them now."""
        return self._world.core.customer(phone=phone)

    def install(self, card: str) -> None:
        """A customer takes this card into their phone's wallet."""
        self._world.core.install(card)

    def messages(self) -> tuple[Message, ...]:
        """What PassQuare sent to single customers."""
        return self._world.outbox.messages()

    def callers(self) -> tuple[Caller, ...]:
        """Who called the hook, by the ``X-…-id`` headers, latest last."""
        return tuple(self._world.callers)

    def requests(self) -> dict[str, int]:
        """How many requests of each method came in, whatever became of them."""
        return self._machine.requests()

    def wait_for_requests(self, method: str, count: int = 1, *, timeout_s: float = 10.0) -> None:
        """Return once ``count`` requests of ``method`` came in, in all. Raises TimeoutError."""
        self._machine.faulty.wait_for_requests(method, count, timeout_s=timeout_s)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def _do(self, job: Coroutine[Any, Any, None]) -> None:
        if self._loop is None or not self.running:
            job.close()
            raise RuntimeError("the sandbox does not run")
        asyncio.run_coroutine_threadsafe(job, self._loop).result(_DEADLINE_S)

    def _run(self, listening: Future[None]) -> None:
        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            self._ended = asyncio.Event()
            await self._machine.run(listening=lambda: listening.set_result(None), ended=self._ended)

        try:
            # Windows would take another by default, which the outlets cannot use.
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(serve())
        except BaseException as error:
            if listening.done():
                raise
            listening.set_exception(error)
        finally:
            self._done.set_result(None)
