"""Commands of the till as processes that need no start-up: a program that has imported it all forks one for each order.

    python -m tests.faults.fork_server DESCRIPTOR

An order comes through the socket ``DESCRIPTOR``: the command's words as JSON with its three standard files. What is answered
is the process's descriptor (``pidfd``), and its wait status once it ended. One command at a time; ends with the socket. A child
leaves this module by ``sys.exit(main(words))`` like any ``pos-app``: it is one, but for the half second of imports.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import socket
import struct
import sys

from pos_app.cli import main
from pos_app.loyalty.phone import calling_code

BEFOREHAND = ("sales", "refunds", "settle", "forgive", "queue", "backup", "verify", "setup", "opened")
"""Modules of ``pos_app.cli`` that a command would import when it runs."""
LONGEST_ORDER = 65_536
STATUS = struct.Struct("i")


def serve(orders: socket.socket) -> list[str] | None:
    """Fork for each order. Returns the words in a child, None once nobody orders any more."""
    while True:
        order, files, _flags, _address = socket.recv_fds(orders, LONGEST_ORDER, 3)
        if not order:
            return None
        pid = os.fork()
        if pid == 0:
            orders.close()
            for standard, given in enumerate(files):
                os.dup2(given, standard)
                os.close(given)
            words: list[str] = json.loads(order)
            return words
        handle = os.pidfd_open(pid)
        socket.send_fds(orders, [b"started"], [handle])
        for each in (handle, *files):
            os.close(each)
        _pid, status = os.waitpid(pid, 0)
        with contextlib.suppress(BrokenPipeError):
            orders.send(STATUS.pack(status))


def run(descriptor: int) -> int:
    """Serve; in a child: the command's exit code."""
    for name in BEFOREHAND:
        importlib.import_module(f"pos_app.cli.{name}")
    calling_code("CZ")
    gc.freeze()
    words = serve(socket.socket(fileno=descriptor))
    return 0 if words is None else main(words)


if __name__ == "__main__":
    sys.exit(run(int(sys.argv[1])))
