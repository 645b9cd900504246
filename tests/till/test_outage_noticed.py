"""An open till notices an outage, and its end, whoever met it first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.faults import FaultKind
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Server, Settings
from pos_app.till.events import Connection, Event, StatusChanged
from pos_app.till.till import Till
from tests.till.conftest import Clock

SOON_S = 20.0
JANA = "+420603551482"


class Light:
    """The connection, as the window is told of it."""

    def __init__(self, till: Till) -> None:
        self._changed = threading.Condition()
        self._now = till.status().connection
        till.subscribe(self._hear)

    def until(self, connection: Connection) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self._now is connection, SOON_S), self._now

    def _hear(self, event: Event) -> None:
        if isinstance(event, StatusChanged):
            with self._changed:
                self._now = event.status.connection
                self._changed.notify_all()


@contextmanager
def open_beside(sandbox: Sandbox, folder: Path, *, crm: bool, clock: Clock) -> Iterator[tuple[Till, Light]]:
    """A till that was started, and is online."""
    settings = Settings(
        server=Server(core_url=sandbox.core_url, crm_url=sandbox.crm_url if crm else "", account=sandbox.account),
        keys=KeyPlace.SESSION,
        till_id="test",
    )
    keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})
    with open_till(settings, DataDir(folder), keys, monotonic=clock.monotonic, probe_s=0.1) as till:
        light = Light(till)
        till.start()
        light.until(Connection.ONLINE)
        yield till, light


@pytest.mark.parametrize("crm", [False, True])
def test_the_end_of_an_outage_that_only_a_look_up_met_is_noticed(tmp_path: Path, clock: Clock, crm: bool) -> None:
    with Sandbox() as sandbox, open_beside(sandbox, tmp_path, crm=crm, clock=clock) as (till, light):
        sandbox.unplug()
        till.look_live(till.parse(JANA)).result(SOON_S)
        light.until(Connection.OFFLINE)
        clock.passes(seconds=20)
        sandbox.plug()
        light.until(Connection.ONLINE)


def test_a_crm_that_was_in_trouble_alone_is_asked_again_while_its_queue_is_empty(tmp_path: Path, clock: Clock) -> None:
    with Sandbox() as sandbox, open_beside(sandbox, tmp_path, crm=True, clock=clock) as (till, light):
        sandbox.add_fault(FaultKind.HTTP_500, "readBalance")
        till.look_live(till.parse(JANA)).result(SOON_S)
        light.until(Connection.SERVER)
        sandbox.clear_faults()
        light.until(Connection.ONLINE)
