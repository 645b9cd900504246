"""The wire between till and server: bytes are passed on as they come, and somebody may act between any two steps.

What a till sends was "asked" before it is passed on, "passed on" after; an answer is "on its way" before the till gets it, "told"
after. The relay keeps on passing what it has when the till dies: what left a till arrives.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from enum import Enum

HOST = "127.0.0.1"
_METHODS = ("addBalance", "readBalance", "read_customers", "read_customer", "status")


class Step(Enum):
    """How far a request has come."""

    ASKED = "asked, nothing has reached the server"
    PASSED_ON = "the server has the request"
    ANSWERING = "the answer has not reached the till"
    TOLD = "the till has the answer"


Watcher = Callable[[Step, str], None]


class Relay:
    """One port for the till. Only in its event loop."""

    def __init__(self) -> None:
        self.server_port = 0
        """Where the server listens now."""
        self.watcher: Watcher | None = None
        """Called at each step with the vendor's word for the method."""
        self._held: socket.socket | None = _bound(0)
        self.port: int = self._held.getsockname()[1]
        self._listening: asyncio.Server | None = None
        self._serving: set[asyncio.Task[None]] = set()

    async def listen(self) -> None:
        """Let the till connect."""
        if self._listening is None:
            self._listening = await asyncio.start_server(self._accept, sock=self._held)
            self._held = None

    def refuse(self) -> None:
        """Refuse the till's connections from now on; what is open goes on."""
        if self._listening is not None:
            self._listening.close()
            self._listening = None
            # Bound but not listening: refused, and no other program is given the port.
            self._held = _bound(self.port)

    async def close(self) -> None:
        """End every connection."""
        self.refuse()
        if self._held is not None:
            self._held.close()
        for each in self._serving:
            each.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, to_there = await asyncio.open_connection(HOST, self.server_port)
        except OSError:
            writer.transport.abort()
            return
        wire = _Wire(self)
        ways = [
            asyncio.create_task(_pass_on(reader, to_there, wire.asking, wire.asked)),
            asyncio.create_task(_pass_on(there, writer, wire.answering, wire.answered)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in ways:
                each.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            for side in (writer, to_there):
                side.close()
                with contextlib.suppress(OSError):
                    await side.wait_closed()

    def see(self, step: Step, method: str) -> None:
        if self.watcher is not None:
            self.watcher(step, method)


class _Wire:
    """What one connection is about."""

    def __init__(self, relay: Relay) -> None:
        self._see = relay.see
        self._method = ""
        self._answer_begun = False

    def asking(self, data: bytes) -> None:
        named = next((each for each in _METHODS if each.encode() in data), "")
        if named:
            self._method, self._answer_begun = named, False
            self._see(Step.ASKED, named)

    def asked(self, data: bytes) -> None:
        if self._method and self._method.encode() in data:
            self._see(Step.PASSED_ON, self._method)

    def answering(self, _data: bytes) -> None:
        if not self._answer_begun:
            self._see(Step.ANSWERING, self._method)

    def answered(self, _data: bytes) -> None:
        if not self._answer_begun:
            self._answer_begun = True
            self._see(Step.TOLD, self._method)


async def _pass_on(
    source: asyncio.StreamReader, sink: asyncio.StreamWriter, before: Callable[[bytes], None], after: Callable[[bytes], None]
) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(65_536):
            before(data)
            sink.write(data)
            await sink.drain()
            after(data)


def _bound(port: int) -> socket.socket:
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind((HOST, port))
    return held
