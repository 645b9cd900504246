"""What a screen reader sees and hears of a program: its accessible objects and events, by plain calls of AT-SPI over D-Bus.

The interfaces are described in at-spi2-core's folder ``xml``. For one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection  # type: ignore[import-untyped]
from jeepney.wrappers import unwrap_msg  # type: ignore[import-untyped]

from tests.window.waiting import wait_until

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_PRESSED = frozenset({"push button", "toggle button", "radio button", "check box", "list item"})
_REGISTRY, _EVENTS = "org.a11y.atspi.Registry", "org.a11y.atspi.Event.Object"
_ANSWER_S = 10.0
_ASSERTIVE = 2


class State(IntEnum):
    """Bits of ``GetState``, from atspi-constants.h."""

    CHECKED = 4
    EDITABLE = 7
    ENABLED = 8
    FOCUSABLE = 11
    FOCUSED = 12
    SELECTED = 23
    SHOWING = 25


@dataclass(frozen=True)
class Seen:
    """One accessible object as it was when it was asked."""

    path: str
    role: str
    name: str
    description: str
    states: frozenset[State]

    @property
    def is_control(self) -> bool:
        """Whether a person can do something with it."""
        pressed = self.role in _PRESSED and State.ENABLED in self.states
        return self.role != "scroll bar" and (pressed or State.FOCUSABLE in self.states)

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


@dataclass(frozen=True)
class Announcement:
    """A sentence that the program wants to be said. ``assertive``: now, whatever is being said."""

    text: str
    assertive: bool


class ScreenReader:
    """The client. ``listen`` before a program starts, then ``watch`` it. Programs can tell whether anybody listens."""

    def __init__(self, asking: DBusConnection, listening: DBusConnection) -> None:
        self._asking, self._listening = asking, listening
        self._program = ""

    def listen(self) -> None:
        """Ask for the events of all programs. One that runs already learns of it a moment later."""
        self._listening.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", interface=_EVENTS)))
        for event in ("Object:Announcement", "Object:StateChanged:Focused"):
            self._ask(_REGISTRY, "/org/a11y/atspi/registry", _REGISTRY, "RegisterEvent", "sass", (event, [], ""))

    def watch(self, pid: int) -> None:
        """Look at this process from now on; waits until it has an accessible window."""
        self._program = wait_until(lambda: self._name_of(pid), timeout_s=20, what=f"accessibility of the process {pid}")

    def objects(self) -> list[Seen]:
        """Everything that shows, in the order of the tree."""
        return list(self._walk(_ROOT))

    def find(self, wanted: str) -> Seen:
        """The object that shows and has this name, once it is there."""

        def look() -> Seen | None:
            return next((each for each in self.objects() if each.name == wanted), None)

        try:
            found = wait_until(look, what=f"an object named {wanted!r}", every_s=0.1)
        except TimeoutError:
            raise AssertionError(f"nothing is named {wanted!r}, but: {', '.join(map(str, self.objects()))}") from None
        assert found is not None
        return found

    def wait_for_announcement(self, fits: Callable[[str], bool], *, timeout_s: float = 15) -> list[Announcement]:
        """Everything that is announced from now on, up to the first that fits."""
        heard: list[Announcement] = []
        while not heard or not fits(heard[-1].text):
            try:
                event = self._next("Announcement", timeout_s)
            except TimeoutError:
                raise TimeoutError(f"what was awaited was not announced; heard: {heard}") from None
            heard.append(Announcement(event.body[3][1].replace("\u00a0", " "), event.body[1] == _ASSERTIVE))
        return heard

    def forget(self) -> None:
        """What was heard so far is of no interest."""
        with suppress(TimeoutError):
            while True:
                self._listening.receive(timeout=0)

    def wait_for_focus(self) -> Seen:
        """The next object that gets the focus."""
        while True:
            event = self._next("StateChanged", _ANSWER_S)
            if event.body[:2] == ("focused", 1):
                return self._look(event.header.fields[HeaderFields.path])

    def _next(self, member: str, timeout_s: float) -> Any:
        while True:
            event = self._listening.receive(timeout=timeout_s)
            fields = event.header.fields
            if fields.get(HeaderFields.member) == member and fields.get(HeaderFields.sender) == self._program:
                return event

    def _walk(self, path: str) -> Iterator[Seen]:
        here = self._look(path)
        if path != _ROOT:
            if State.SHOWING not in here.states:
                return
            yield here
        for _program, child in self._ask(self._program, path, _ACCESSIBLE, "GetChildren")[0]:
            yield from self._walk(child)

    def _look(self, path: str) -> Seen:
        low, high = self._ask(self._program, path, _ACCESSIBLE, "GetState")[0]
        bits = low | high << 32
        states = frozenset(state for state in State if bits >> state & 1)
        return Seen(
            path=path,
            role=self._ask(self._program, path, _ACCESSIBLE, "GetRoleName")[0],
            name=self._property(path, "Name"),
            description=self._property(path, "Description"),
            states=states,
        )

    def _property(self, path: str, name: str) -> str:
        answer = self._ask(self._program, path, "org.freedesktop.DBus.Properties", "Get", "ss", (_ACCESSIBLE, name))
        return str(answer[0][1]).replace("\u00a0", " ")

    def _name_of(self, pid: int) -> str:
        for name, _path in self._ask(_REGISTRY, _ROOT, _ACCESSIBLE, "GetChildren")[0]:
            if self._asking.send_and_get_reply(message_bus.GetConnectionUnixProcessID(name)).body == (pid,):
                return str(name)
        return ""

    def _ask(self, program: str, path: str, interface: str, member: str, signature: str = "", body: tuple[Any, ...] = ()) -> Any:
        address = DBusAddress(path, bus_name=program, interface=interface)
        message = new_method_call(address, member, signature or None, body)
        return unwrap_msg(self._asking.send_and_get_reply(message, timeout=_ANSWER_S))
