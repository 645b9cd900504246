"""Commands that run at the same time on the same data: each is done once, by whichever program has the till."""

from __future__ import annotations

import argparse
import json
import os
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

from pos_app import __version__
from pos_app.assemble import open_till
from pos_app.cli.arguments import parser
from pos_app.cli.call import CallIds
from pos_app.cli.opened import OpenTill, opened
from pos_app.cli.reach import request_of
from pos_app.cli.registry import ON_THE_TILL
from pos_app.data_dir import DataDir
from pos_app.fronts import messages, sockets
from pos_app.fronts.line import Broken
from pos_app.fronts.listener import Listener, open_door
from pos_app.fronts.messages import Answer, Greeting, Request
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.secret import Secret
from pos_app.sandbox.server import Sandbox
from pos_app.settings import load
from tests.cli.conftest import JANA, PosApp

TYPED = {
    "find": ["find", "x"],
    "sell": ["sell", "x", "--amount", "1", "--sale-id", "3f2b8f0e-6f0e-4a52-9d0e-8d3f0a0c7d11"],
    "queue": ["queue"],
    "update": ["update", "--check"],
    "sync": ["sync", "--timeout", "2.5"],
    "refund": ["refund", "20418", "--amount", "1", "--refund-id", "3f2b8f0e-6f0e-4a52-9d0e-8d3f0a0c7d11"],
    "forgive": ["forgive", "x", "--who", "Eva", "--reason", "our mistake"],
    "claim": ["claim", "20418", "--phone", JANA, "--who", "Eva"],
    "register": ["register", "+420777123482", "--name", "Nová", "--birthday", "1990-05-17", "--agreed"],
    "edit": ["edit", JANA, "--email", "jana@example.org"],
    "print": ["print", "20418", "--copy"],
    "printer": ["printer", "network:192.168.1.50", "--paper", "58"],
    "settle": ["settle", "3f2b8f0e-6f0e-4a52-9d0e-8d3f0a0c7d11", "write-off", "--reason", "Eva looked"],
    "audit": ["audit"],
    "allow-writes": ["allow-writes", "--who", "Eva", "--reason", "repaired"],
    "home": ["home", "moved", "--who", "Eva", "--reason", "a new computer"],
    "doctor": ["doctor"],
    "verify": ["verify"],
    "backup": ["backup", "copy.db"],
}


def keys_of(sandbox: Sandbox) -> SessionKeys:
    return SessionKeys({KeyName.APP_KEY: Secret(sandbox.app_key), KeyName.CRM_KEY: Secret(sandbox.crm_key)})


def sums(sandbox: Sandbox) -> list[Decimal]:
    return [entry.sum for entry in sandbox.ledger() if entry.phone == JANA]


@contextmanager
def answering(till: PosApp, sandbox: Sandbox, answer: Callable[[OpenTill, Request], Answer]) -> Iterator[OpenTill]:
    """A till that is open here, and takes calls in a way of its own."""
    place = DataDir(till.data_dir)
    with open_till(load(place), place, keys_of(sandbox)) as opened_till:
        mine = OpenTill(till=opened_till, keys=keys_of(sandbox), place=place)
        listener = Listener(open_door(place.path), Greeting(version=__version__), lambda request: answer(mine, request))
        try:
            yield mine
        finally:
            listener.close(grace_s=10)


def test_programs_that_sell_at_the_same_moment_all_succeed_and_each_sale_stands_once(till: PosApp, sandbox: Sandbox) -> None:
    with ThreadPoolExecutor(6) as pool:
        sold = list(pool.map(lambda n: till.json("sell", JANA, "--amount", "100", "--receipt", f"R{n}"), range(18)))
    assert len({each["sale_id"] for each in sold}) == 18
    assert till.json("sync", "--timeout", "30") == {"waiting": []}
    assert sums(sandbox) == [Decimal("4.75")] * 18
    assert not (till.data_dir / sockets.NAME).exists()


def test_a_command_that_has_the_till_for_long_does_the_others_work_meanwhile(till: PosApp, sandbox: Sandbox) -> None:
    sandbox.unplug()
    till.json("sell", JANA, "--amount", "100")
    with ThreadPoolExecutor(1) as pool:
        syncing = pool.submit(till, "sync", "--timeout", "60", "--json")
        while not (till.data_dir / sockets.NAME).exists():
            threading.Event().wait(0.02)
        (waiting,) = till.json("--wait", "0", "queue")["waiting"]
        assert not syncing.done()
        assert waiting["phone"] == JANA
        sandbox.plug()
        assert syncing.result(60).returncode == 0
    assert sums(sandbox) == [Decimal("4.75")]


def test_a_lost_answer_is_asked_for_again_and_is_the_same_sale(till: PosApp, sandbox: Sandbox) -> None:
    asked: list[Request] = []

    def lose_the_first(mine: OpenTill, request: Request) -> Answer:
        asked.append(request)
        answer = mine.answer(request)
        if len(asked) == 1:
            raise Broken("as if the program had been killed after it saved")
        return answer

    with answering(till, sandbox, lose_the_first):
        sold = till.json("sell", JANA, "--amount", "100")
    assert sold["state"] == "applied"
    assert len(asked) == 2
    assert asked[0] == asked[1]
    assert sold["sale_id"] == asked[0].call_id
    assert sums(sandbox) == [Decimal("4.75")]
    assert till.json("sell", JANA, "--amount", "100", "--sale-id", sold["sale_id"]) == sold


def test_a_sale_repeated_after_the_price_changed_is_answered_as_it_was_saved(till: PosApp, sandbox: Sandbox) -> None:
    words = ("sell", JANA, "--amount", "100", "--redeem", "max", "--sale-id", str(uuid.uuid4()))
    sold = till.json(*words)
    assert Decimal(sold["redeemed"]) == 95
    sandbox.unplug()
    assert till.json(*words) == sold
    sandbox.plug()
    assert till.json(*words) == sold
    assert sums(sandbox) == [Decimal(-95)]


def test_a_program_without_keys_leaves_what_needs_them_to_others(till: PosApp) -> None:
    place = DataDir(till.data_dir)
    with opened(load(place), place, SessionKeys(), has_keys=False):
        assert till.json("--wait", "0", "queue") == {"waiting": []}
        done = till("--wait", "0.5", "find", JANA)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "Another program" in done.stderr
    assert till.json("find", JANA)["customers"]


def test_a_socket_left_by_a_killed_program_is_in_nobodys_way(till: PosApp) -> None:
    if os.fork() == 0:
        sockets.SocketDoor(till.data_dir)
        os._exit(0)
    os.wait()
    assert (till.data_dir / sockets.NAME).is_socket()
    assert till.json("sell", JANA, "--amount", "100")["state"] == "applied"
    assert not (till.data_dir / sockets.NAME).exists()


def test_a_data_folder_too_deep_for_a_socket_serves_all_the_same(tmp_path: Path, sandbox: Sandbox) -> None:
    till = PosApp(tmp_path.joinpath(*("a folder with a long name, and žluťoučký" for _ in range(4)), "data"))
    assert till.set_up(sandbox).returncode == 0
    place = DataDir(till.data_dir)
    with opened(load(place), place, keys_of(sandbox)):
        assert till.json("--wait", "0", "sell", JANA, "--amount", "100")["state"] == "applied"
    assert len(os.fsencode(place.path)) > 150


def test_a_folder_that_takes_no_socket_still_sells(till: PosApp) -> None:
    """As on a disk without sockets: here something that cannot be replaced stands in its place."""
    (till.data_dir / sockets.NAME).mkdir()
    done = till("sell", JANA, "--amount", "100", "--json")
    assert (done.returncode, json.loads(done.stdout)["state"]) == (0, "applied")
    assert done.stderr.startswith("Other programs cannot reach this till while it is open")
    assert done.stderr.count("\n") == 1


def test_the_set_up_says_what_is_to_be_done_where_the_till_is_open(till: PosApp, sandbox: Sandbox) -> None:
    place = DataDir(till.data_dir)
    with opened(load(place), place, keys_of(sandbox)):
        done = till.set_up(sandbox)
    assert done.returncode == 0
    assert "close" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("call_id", ["", "x", "3f2b8f0e"])
def test_a_call_without_an_id_and_a_command_that_is_none_are_refused_in_words(till: PosApp, sandbox: Sandbox, call_id: str) -> None:
    with answering(till, sandbox, OpenTill.answer) as mine:
        assert mine.answer(Request(command="queue", call_id=call_id, arguments={"json": True})).code == 2
        assert mine.answer(Request(command="setup", call_id=str(uuid.uuid4()))).code == 2


@pytest.mark.parametrize("name", ON_THE_TILL)
def test_every_commands_arguments_cross_to_another_program_as_they_are(name: str) -> None:
    arguments = parser().parse_args([*TYPED[name], "--json"])
    request = request_of(ON_THE_TILL[name], arguments)
    there = argparse.Namespace(**messages.read(Request, messages.write(request)).arguments)
    kept = {
        key: value
        for key, value in vars(arguments).items()
        if key not in {"command", "data_dir", "session_keys", "wait", "call_id"}
    }
    assert vars(there) == kept
    assert not {"session_keys", "data_dir"} & set(request.arguments)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--wait", "-1", "queue"), "--wait"),
        (("--wait", "nan", "queue"), "--wait"),
        (("sync", "--timeout", "inf"), "--timeout"),
        (("sell", JANA, "--amount", "1", "--sale-id", "17"), "--sale-id"),
        (("sell", JANA, "--amount", "1", "--sale-id", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "--sale-id"),
    ],
)
def test_a_wait_or_an_id_that_makes_no_sense_is_bad_input(fresh: PosApp, words: tuple[str, ...], sentence: str) -> None:
    done = fresh(*words)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert sentence in done.stderr


def test_the_ids_of_a_call_begin_with_its_own_and_are_the_same_again() -> None:
    call_id = uuid.uuid4()
    first, again, other = CallIds(call_id), CallIds(call_id), CallIds(uuid.uuid4())
    drawn = [first() for _ in range(100)]
    assert drawn == [again() for _ in range(100)]
    assert drawn[0] == call_id
    assert {each.version for each in drawn} == {4}
    assert len({*drawn, *(other() for _ in range(100))}) == 200
