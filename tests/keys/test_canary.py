"""The keys of a till are found nowhere: no file, no output, no crash report, no environment, no list of processes.

A till is set up with keys that are found again in any form, lives through a day of gossiping servers, crashes twice, and then
everything is searched.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from pos_app.sandbox.server import Sandbox
from tests.cli.conftest import JANA
from tests.keys.canaries import Canary, leaks
from tests.keys.desktop import Desktop, desktop_with_keyring
from tests.keys.gossip import PUZZLES, REFUSALS, Gossip
from tests.keys.watched import Watched
from tests.passquare.raw_server import Request

APP_KEY, CRM_KEY, CRM_USER, CRM_PASSWORD = CANARIES = [Canary(name) for name in ("App", "Crm", "User", "Pass")]
SHOP = ("--currency", "CZK", "--region", "CZ", "--language", "cs", "--shop", "Kavárna", "--till", "1")
BY_KEY = f"app_key={APP_KEY.text}\ncrm_key={CRM_KEY.text}\n"
BY_PASSWORD = f"app_key={APP_KEY.text}\ncrm_user={CRM_USER.text}\ncrm_password={CRM_PASSWORD.text}\n"
# A bug where nobody expects one, with the keys in the frames that the traceback tells of.
BUG = "import json\ndef decode(self, text): raise RuntimeError('a bug')\njson.JSONDecoder.decode = decode\n"


class Day:
    """A till on its desktop, and the servers it talks to."""

    def __init__(self, desktop: Desktop, stack: ExitStack) -> None:
        self.desktop = desktop
        self.till = Watched(desktop)
        self.killed_by: signal.Signals | None = None
        self.heard = threading.Event()
        """A request came since this was cleared."""
        secrets = {"crm_key": CRM_KEY.text, "crm_user": CRM_USER.text, "crm_password": CRM_PASSWORD.text}
        self.sandbox = stack.enter_context(Sandbox(app_key=APP_KEY.text, **secrets))  # type: ignore[arg-type]
        self.server = Gossip(self.sandbox, self._heard)
        stack.callback(self.server.stop)

    def _heard(self, _request: Request) -> None:
        self.till.look()
        self.heard.set()
        process = self.till.running
        if self.killed_by is not None and process is not None:
            process.send_signal(self.killed_by)


@pytest.fixture
def day(desktops: None) -> Iterator[Day]:
    with ExitStack() as stack:
        yield Day(stack.enter_context(desktop_with_keyring()), stack)


@pytest.mark.parametrize(
    ("how", "auth", "keys"),
    [("--keys-from-stdin", "key", BY_KEY), ("--session-keys", "basic", BY_PASSWORD)],
    ids=["keyring", "session"],
)
def test_the_keys_of_a_till_are_found_nowhere(day: Day, how: str, auth: str, keys: str) -> None:
    till, server = day.till, day.server
    servers = ("--core-url", server.core_url, "--crm-url", server.crm_url, "--crm-auth", auth)
    code, said = till.run("setup", *servers, *SHOP, how, stdin=keys)
    assert code == 0, said
    stdin = keys if how == "--session-keys" else ""
    code, said = till.run("sell", JANA, "--amount", "100", "--json", stdin=stdin)
    assert json.loads(said)["state"] == "applied", said

    earning = [each.phone for each in day.sandbox.customers() if each.standing.bonus and each.phone != JANA]
    for phone in earning[: len(REFUSALS)]:
        till.run("sell", phone, "--amount", "100", "--no-wait", stdin=stdin)
    in_turn = itertools.cycle(REFUSALS.values())
    server.say = lambda request: next(in_turn)(request)
    code, said = till.run("sync", "--json", stdin=stdin)
    answers = [each["last_answer"] for each in json.loads(said)["waiting"]]
    assert len(answers) == len(REFUSALS)
    assert all("•••" in answer for answer in answers), answers

    for server.say in list(REFUSALS.values())[:3]:
        code, said = till.run("doctor", stdin=stdin)
        assert code == 1, said
    till.run("setup", *servers, *SHOP, how, stdin=keys)
    server.say = None
    till.run("sell", JANA, "--amount", "10", "--no-wait", stdin=stdin)
    for server.say in PUZZLES.values():
        till.run("sync", stdin=stdin)
        till.run("find", "+420603551483", stdin=stdin)
    server.say = None
    code, said = till.run("queue", stdin=stdin)
    assert said.count("•••") >= len(REFUSALS), said

    _crash(day, stdin)
    caller = _with_the_window_open(day, stdin)

    assert till.core_limits <= {"0", "1"}, "the memory of a crashed till may be written down"
    assert any("environ" in place for place in till.seen)
    assert leaks(CANARIES, [*till.places(), *caller.said]) == []


def _crash(day: Day, stdin: str) -> None:
    """Once by a bug, once by a signal; both say where."""
    folder = day.desktop.folder / "bug"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(BUG)
    path = os.pathsep.join((str(folder), day.desktop.environment["PYTHONPATH"]))
    code, said = day.till.run("doctor", stdin=stdin, PYTHONPATH=path, PYTHONDEVMODE="1")
    assert code == 1
    assert "RuntimeError: a bug" in said
    day.killed_by = signal.SIGABRT
    code, said = day.till.run("find", JANA, stdin=stdin, PYTHONFAULTHANDLER="1")
    day.killed_by = None
    assert code == -signal.SIGABRT, said
    assert "Fatal Python error: Aborted" in said
    assert list(day.till.folder.iterdir()) == [], "something was left behind by the crash"


def _with_the_window_open(day: Day, stdin: str) -> Watched:
    """Commands in a second program, which have the window's till do them; that program."""
    day.heard.clear()
    caller = Watched(day.desktop)
    with ThreadPoolExecutor(1) as thread:
        window = thread.submit(day.till.run, stdin=stdin)
        try:
            assert day.heard.wait(30), "the window asked nobody"
            for command in ("find", JANA), ("queue",), ("sync",):
                code, said = caller.run(*command, stdin=stdin)
                assert code in (0, 3, 4), said
            day.server.say = REFUSALS["a refusal that quotes as it is"]
            caller.run("doctor", stdin=stdin)
        finally:
            day.till.end()
    code, said = window.result()
    assert code in (0, -signal.SIGTERM), said
    return caller


def test_a_canary_is_found_in_every_form_it_may_take() -> None:
    places = [(form.decode("latin-1"), b"...." + form.swapcase() + b"....") for canary in CANARIES for form in canary.forms()]
    assert len(leaks(CANARIES, places)) >= len(places)
    assert leaks(CANARIES, [("the shop's name", "Kavárna Qz7 Begins Wk3 Ends".encode())]) == []
