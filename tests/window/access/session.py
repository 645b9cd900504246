"""The accessibility service of a desktop: at-spi2-core on a session bus of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

import dev
from tests.keys.desktop import PATIENCE_S, desktop_without_keyring, running
from tests.window.access.atspi import ScreenReader
from tests.window.waiting import wait_until

_SERVICE = "org.a11y.Bus"


def missing_tools() -> list[str]:
    """What is not there of what this needs."""
    return [tool for tool in dev.ACCESS_TEST_PROGRAMS if shutil.which(tool) is None]


@contextmanager
def accessible_desktop() -> Iterator[tuple[dict[str, str], ScreenReader]]:
    """What a program needs in its environment to be seen, and the client that sees it."""
    launcher = next(tool for tool in dev.ACCESS_TEST_PROGRAMS if tool.startswith("/"))
    with desktop_without_keyring() as desktop, running([launcher, "--launch-immediately"], desktop):
        with open_dbus_connection(desktop.address) as bus:
            owned = message_bus.NameHasOwner(_SERVICE)
            wait_until(lambda: bus.send_and_get_reply(owned).body[0], what="the accessibility service", timeout_s=PATIENCE_S)
            service = DBusAddress("/org/a11y/bus", bus_name=_SERVICE, interface=_SERVICE)
            (address,) = bus.send_and_get_reply(new_method_call(service, "GetAddress")).body
        with open_dbus_connection(address) as asking, open_dbus_connection(address) as listening:
            environment = {"DBUS_SESSION_BUS_ADDRESS": desktop.address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
            yield environment, ScreenReader(asking, listening)
