"""The running sandbox inside its event loop: the servers, their plug, and the switchboard beside them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.routing import Route

from pos_app.crm.app import crm_endpoint
from pos_app.crm.hook import HookKeys
from pos_app.sandbox.control import control_app
from pos_app.sandbox.core_app import UnknownForm, core_endpoint
from pos_app.sandbox.faults import EVERY, Fault, FaultBox, FaultKind
from pos_app.sandbox.faulty import CORE, CRM, FaultyApp
from pos_app.sandbox.outlet import Outlet
from pos_app.sandbox.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What the servers ask of their callers, and how the core says that it knows nobody."""

    app_key: str
    hook_keys: HookKeys
    unknown: UnknownForm


class Machine:
    """Made by any thread; its coroutines belong to one event loop."""

    def __init__(self, world: World, faults: FaultBox, doors: Doors, *, port: int, control_port: int) -> None:
        """Take both ports, without listening yet. Raises OSError if one is taken."""
        self.world = world
        self.faults = faults
        self._doors = doors
        self._app = self._build()
        self.faulty = FaultyApp(lambda: self._app, faults)
        self.main = Outlet(self.faulty, port=port)
        try:
            self.control = Outlet(control_app(self), port=control_port)
        except OSError:
            self.main.release()
            raise
        self._replug: asyncio.Task[None] | None = None

    async def run(self, *, listening: Callable[[], None], ended: asyncio.Event) -> None:
        """Serve until ``ended``; ``listening()`` is called once both ports are open."""
        try:
            await self.main.plug()
            await self.control.plug()
            listening()
            await ended.wait()
        finally:
            await self._forget_replug()
            self.faulty.close()
            await self.main.close()
            await self.control.close()

    def release(self) -> None:
        """Give back the ports of a machine that does not run."""
        self.main.release()
        self.control.release()

    async def unplug(self, *, for_s: float = 0.0) -> None:
        """Refuse every connection, for ``for_s`` seconds or, if 0, until :meth:`plug`."""
        await self._forget_replug()
        await self.main.unplug()
        if for_s > 0:
            self._replug = asyncio.create_task(self._plug_later(for_s))

    async def plug(self) -> None:
        """Listen again, on the same port."""
        await self._forget_replug()
        await self.main.plug()

    async def order(self, fault: Fault) -> None:
        """Put a fault on order; refusing every method is pulling the plug."""
        if fault.kind is FaultKind.REFUSE and fault.method == EVERY:
            await self.unplug(for_s=fault.seconds)
        else:
            self.faults.add(fault)

    async def reset(self) -> None:
        """Everything as at the first start, plugged in and without faults. Raises DiskTrouble."""
        self.faults.clear()
        self.world.reset()
        self._app = self._build()
        self.faulty.forget_requests()
        await self.plug()

    def requests(self) -> dict[str, int]:
        """How many requests of each method came in, whatever became of them. Any thread."""
        return self.faulty.requests()

    def _build(self) -> Starlette:
        world = self.world
        hook = crm_endpoint(world.crm, self._doors.hook_keys, heard=world.callers.append)
        core = core_endpoint(world, app_key=self._doors.app_key, unknown=self._doors.unknown)
        return Starlette(routes=[Route(CORE + "{path:path}", core, methods=["POST"]), Route(CRM, hook, methods=["POST"])])

    async def _plug_later(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.main.plug()

    async def _forget_replug(self) -> None:
        if self._replug is not None:
            self._replug.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._replug
            self._replug = None
