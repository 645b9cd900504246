"""An open till notices an outage, and its end, whoever met it first."""

from __future__ import annotations

import threading
from pathlib import Path

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import KeyPlace, Server, Settings
from pos_app.till.events import Connection, Event, StatusChanged
from pos_app.till.till import Till

SOON_S = 20.0


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


def test_the_end_of_an_outage_that_only_a_look_up_met_is_noticed(tmp_path: Path) -> None:
    with Sandbox() as sandbox:
        settings = Settings(
            server=Server(core_url=sandbox.core_url, account=sandbox.account),
            keys=KeyPlace.SESSION,
            till_id="test",
        )
        keys = SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key)})
        with open_till(settings, DataDir(tmp_path), keys, probe_s=0.1) as till:
            light = Light(till)
            till.start()
            light.until(Connection.ONLINE)
            sandbox.unplug()
            till.look_live(till.parse("+420603551482")).result(SOON_S)
            light.until(Connection.OFFLINE)
            sandbox.plug()
            light.until(Connection.ONLINE)
