"""An installed till as somebody uses it on the command line: set up, sold with, asked. It knows only the command it is given."""

from __future__ import annotations

import json
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from tests.window.server import KEYS, free_ports

SHOP = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Kavárna Letná", "--till", "Pokladna 2")
JANA = "+420603551482"


class Run(Protocol):
    """Runs the installed program; what it wrote to standard output. Fails unless it ends well."""

    def __call__(self, *arguments: str, stdin: str = "") -> str: ...


@contextmanager
def sandbox_of(start: Callable[..., subprocess.Popen[str]]) -> Iterator[tuple[str, int]]:
    """The installed program's own sandbox: its address, and the port of its control endpoint. ``start``: with which words."""
    port, control = free_ports()
    process = start("sandbox", "--port", str(port), "--control-port", str(control))
    try:
        assert process.stdout is not None
        told = iter(process.stdout.readline, "")
        assert any("Ctrl-C ends it" in line for line in told), process.communicate()
        yield f"http://127.0.0.1:{port}", control
    finally:
        # It has nothing to put away; and unshare, which it may be started by, passes no gentler signal on.
        process.kill()
        process.communicate(timeout=60)


def use(pos_app: Run, address: str, control: int, slips: Path, *, shown: str) -> None:
    """Set up, find, sell, print, look: all of it through the keyring that is there. ``slips``: a folder that the program knows as
    ``shown``."""
    servers = ("--core-url", f"{address}/api/v2", "--crm-url", f"{address}/crm")
    pos_app("setup", *servers, *SHOP, "--keys-from-stdin", stdin=KEYS)
    found = json.loads(pos_app("find", JANA, "--json"))["customers"]
    assert [each["phone"] for each in found] == [JANA]
    sale: dict[str, Any] = json.loads(pos_app("sell", JANA, "--amount", "64.90", "--json"))
    assert sale["state"] == "applied", sale
    with urllib.request.urlopen(f"http://127.0.0.1:{control}/ledger", timeout=10) as answer:
        entries = json.load(answer)["entries"]
    assert [Decimal(each["sum"]) for each in entries] == [Decimal(sale["earned"])]
    pos_app("print", sale["sale_id"], "--to", f"{shown}/slip.pdf")
    pos_app("print", sale["sale_id"], "--to", f"{shown}/slip.bin")
    assert (slips / "slip.pdf").read_bytes().startswith(b"%PDF")
    assert b"\x1dv0" in (slips / "slip.bin").read_bytes(), "a picture in the printer's own language"
    well = json.loads(pos_app("doctor", "--json"))
    assert well["ok"], well
    assert json.loads(pos_app("verify", "--json"))["ok"]


def steps(told: str) -> dict[str, str]:
    """What ``--smoke`` told of each step."""
    return dict(line.split(": ", 1) for line in told.splitlines())
