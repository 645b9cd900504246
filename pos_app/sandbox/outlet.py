"""An HTTP port of this computer that can be unplugged, and connections that can be cut in the middle.

uvicorn serves the connections. Its ``Server`` is not used, because it cannot close its port and open it again; asyncio's is not
used, because it loses (and never closes) a connection that arrives in the moment of closing. Needs a selector event loop.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
import sys
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

HOST = "127.0.0.1"
"""Never another: what is served here has keys that everybody knows."""
TRANSPORT = "pos_app.transport"
"""Where in an ASGI scope's ``state`` the connection's transport is found."""
_KEEP_ALIVE_S = 60
_LAST_REQUESTS_S = 5.0
_RESET_AT_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class _Protocol(H11Protocol):
    """Lets the application reach the connection under its request."""

    outlet: Outlet

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self.app_state = {**self.app_state, TRANSPORT: transport}
        super().connection_made(transport)
        if not self.outlet.plugged:
            # Accepted just before.
            transport.abort()


def cut(transport: asyncio.Transport, *, reset: bool = False) -> None:
    """End a connection at once, without what was not sent yet. ``reset``: the other side sees a reset, not an end."""
    if reset:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
    transport.abort()


class Outlet:
    """Serves one ASGI application on one port. Made by any thread; everything else in its event loop."""

    def __init__(self, app: Any, *, port: int) -> None:
        """Take the port (0: any free one), without listening yet. Raises OSError if another program has it."""
        self._config = Config(app, http=_Protocol, ws="none", interface="asgi3", lifespan="off", log_config=None, log_level="error",
                              access_log=False, proxy_headers=False, timeout_keep_alive=_KEEP_ALIVE_S)  # fmt: skip
        self._state = ServerState()
        self._port: socket.socket | None = None
        """Listening."""
        self._held: socket.socket | None = _bound(port)
        """Ours, but not listening."""
        self.port: int = self._held.getsockname()[1]
        self._opening: set[asyncio.Task[object]] = set()

    @property
    def plugged(self) -> bool:
        """Whether a client could connect now."""
        return self._port is not None

    async def plug(self) -> None:
        """Listen (again). Raises OSError if the port was lost to another program meanwhile."""
        if self._port is not None:
            return
        if self._held is None:
            self._held = _bound(self.port)
        self._held.listen(self._config.backlog)
        self._port, self._held = self._held, None
        asyncio.get_running_loop().add_reader(self._port, self._accept, self._port)

    async def unplug(self) -> None:
        """Refuse connections and cut those that are open. The port stays ours. What was received goes on being worked at."""
        if self._port is not None:
            self._stop_listening()
            # Bound but not listening: clients are refused, and no other program is given the port.
            self._held = _bound(self.port)

    def release(self) -> None:
        """Give back a port that does not listen. Any thread."""
        if self._held is not None:
            self._held.close()
            self._held = None

    async def close(self) -> None:
        """Give the port back, cut what is open and wait for the requests that are being worked at."""
        self._stop_listening()
        self.release()
        if self._opening:
            await asyncio.wait(self._opening)
        # The transports tell their connections that they were cut, and these their requests, in the next rounds of the loop.
        while self._state.connections:
            await asyncio.sleep(0)
        if self._state.tasks:
            await asyncio.wait(self._state.tasks, timeout=_LAST_REQUESTS_S)

    def _accept(self, port: socket.socket) -> None:
        try:
            connection, _address = port.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            # The client left again before we came to it.
            return
        loop = asyncio.get_running_loop()
        opening: asyncio.Task[object] = loop.create_task(loop.connect_accepted_socket(self._serve, connection))
        self._opening.add(opening)
        opening.add_done_callback(self._opening.discard)

    def _serve(self) -> _Protocol:
        protocol = _Protocol(config=self._config, server_state=self._state, app_state={})
        protocol.outlet = self
        return protocol

    def _stop_listening(self) -> None:
        if self._port is not None:
            asyncio.get_running_loop().remove_reader(self._port)
            self._port.close()
            self._port = None
        for connection in tuple(self._state.connections):
            connection.transport.abort()


def _bound(port: int) -> socket.socket:
    # Named as TCP: only then does asyncio send small answers at once (TCP_NODELAY); each would wait 40 ms otherwise.
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            # Connections of before may still be dying on it. On Windows the option would let others take the port.
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((HOST, port))
        held.setblocking(False)  # noqa: FBT003 - the name says it
    except OSError:
        held.close()
        raise
    return held
