"""While the window is open, commands of other programs on the same data reach it; a second start brings it to the front."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from pos_app.fronts import sockets
from pos_app.sandbox.people import NOBODYS_CARD
from tests.window.server import KEYS, SOON_S
from tests.window.waiting import wait_until

if TYPE_CHECKING:
    from tests.window.program import Launcher, Program
    from tests.window.screen import Screen
    from tests.window.server import Server

JANA, JANAS_CARD = "+420603551482", "200044717712"
COMMAND_S = 60


def pos_app(program: Launcher, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """A command of another register: no screen, and no keys unless they are given."""
    environment = {name: value for name, value in program.environment().items() if name != "DISPLAY"}
    done = subprocess.run(
        [sys.executable, "-m", "pos_app", *arguments],
        input=stdin,
        env=environment,
        cwd=program.home,
        capture_output=True,
        text=True,
        timeout=COMMAND_S,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def answered(program: Launcher, *arguments: str, code: int = 0, stdin: str = "") -> Any:
    done = pos_app(program, *arguments, "--json", stdin=stdin)
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def shape(value: Any) -> Any:
    """The keys in their order and the kinds of the values: what is promised of an answer."""
    if isinstance(value, dict):
        return {name: shape(each) for name, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    return type(value).__name__


def test_other_programs_do_all_their_work_through_the_open_window_and_get_the_same_answers(
    till: Program, program: Launcher, server: Server
) -> None:
    commands = (
        ("find", JANA),
        ("find", "482"),
        ("sell", JANA, "--amount", "100"),
        ("sell", JANA, "--amount", "200", "--no-wait"),
        ("sync",),
        ("queue",),
        ("doctor",),
        ("find", "+420777123482"),
        ("sell", "482", "--amount", "100"),
        ("sell", JANA, "--amount", "0"),
    )
    through = [pos_app(program, *command, "--json") for command in commands]
    assert till.process.poll() is None
    till.stop()
    alone = [pos_app(program, *command, "--json", stdin=KEYS) for command in commands]
    assert [each.returncode for each in through] == [each.returncode for each in alone]
    assert [each.stderr for each in through] == [each.stderr for each in alone]
    for ours, theirs in zip(through, alone, strict=True):
        if not theirs.stdout:
            assert ours.stdout == ""
            continue
        assert list(shape(json.loads(ours.stdout)).items()) == list(shape(json.loads(theirs.stdout)).items())
        # Written alike too: the same indents, letters as they are.
        assert ours.stdout == json.dumps(json.loads(ours.stdout), ensure_ascii=False, indent=2) + "\n"
    assert server.sums() == [Decimal("4.75"), Decimal("9.5")] * 2


def test_the_window_shows_what_another_register_sold(till: Program, program: Launcher, screen: Screen, server: Server) -> None:
    screen.wait_until_still()
    before = screen.picture()
    server.stop()
    assert answered(program, "sell", JANA, "--amount", "100")["state"] == "saved"
    wait_until(lambda: screen.picture() != before, timeout_s=SOON_S, what="another pill in the top bar")
    screen.screenshot("two-fronts-one-waiting")
    server.start()
    wait_until(lambda: server.sums() == [Decimal("4.75")], timeout_s=60, what="the sale in the ledger")


def test_another_register_gives_a_sale_to_who_forgot_the_card(till: Program, program: Launcher, server: Server) -> None:
    sold = answered(program, "sell", NOBODYS_CARD, "--amount", "100", "--points-later")
    words = ("claim", sold["sale_id"][:8], "--card", JANAS_CARD, "--claim-id", str(uuid.uuid4()))
    claimed = answered(program, *words)
    assert (claimed["phone"], claimed["state"]) == (JANA, "applied")
    assert answered(program, *words) == claimed
    assert server.sums() == [Decimal(5)]
    till.stop()
    assert answered(program, *words, stdin=KEYS) == claimed
    assert "Traceback" not in till.output()


def test_many_programs_sell_at_once_while_the_window_opens_and_closes_and_no_sale_is_lost_or_doubled(
    till: Program, program: Launcher, server: Server
) -> None:
    """The first ones reach the window, the last ones each other."""
    sales = 30

    def sell(number: int) -> Any:
        if number == sales // 2:
            till.stop()
        return answered(program, "sell", JANA, "--amount", "100", "--receipt", f"R{number}", stdin=KEYS)

    with ThreadPoolExecutor(6) as pool:
        sold = list(pool.map(sell, range(sales)))
    assert len({each["sale_id"] for each in sold}) == sales
    assert answered(program, "sync", "--timeout", "30", stdin=KEYS) == {"waiting": []}
    assert server.sums() == [Decimal("4.75")] * sales
    assert "Traceback" not in till.output()


def test_a_window_killed_in_the_middle_leaves_every_sale_to_the_next_program(
    till: Program, program: Launcher, server: Server
) -> None:
    with ThreadPoolExecutor(4) as pool:
        selling = [
            pool.submit(answered, program, "sell", JANA, "--amount", "100", "--receipt", f"R{number}", stdin=KEYS)
            for number in range(12)
        ]
        wait_until(lambda: sum(each.done() for each in selling) >= 2, timeout_s=COMMAND_S, what="the first sales")
        till.kill()
        sold = [each.result() for each in selling]
    assert len({each["sale_id"] for each in sold}) == 12
    assert answered(program, "sync", "--timeout", "60", stdin=KEYS) == {"waiting": []}
    assert not (program.data_dir / sockets.NAME).exists()
    assert server.sums() == [Decimal("4.75")] * 12


def test_a_killed_caller_that_comes_again_with_its_id_sold_once(till: Program, program: Launcher, server: Server) -> None:
    sale_id = str(uuid.uuid4())
    words = ("sell", JANA, "--amount", "100", "--sale-id", sale_id)
    # Killed at different moments: before it calls, while it waits, after it was answered.
    for after_s in (0.05, 0.1, 0.15, 0.2, 0.3, 0.5):
        killed = program(*words, window=False)
        try:
            killed.wait_for_end(timeout_s=after_s)
        except subprocess.TimeoutExpired:
            killed.kill()
    sold = answered(program, *words)
    assert (sold["sale_id"], sold["state"]) == (sale_id, "applied")
    assert server.sums() == [Decimal("4.75")]
    assert answered(program, *words) == sold
    done = pos_app(program, "sell", JANA, "--amount", "101", "--sale-id", sale_id)
    assert (done.returncode, done.stderr) == (2, "Another sale has this id. Nothing was saved.\n")


def test_no_key_goes_over_the_socket_and_none_is_asked_for(till: Program, program: Launcher) -> None:
    """Standard input is a terminal that nobody types at: who asked for keys would wait for ever."""
    reading, writing = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pos_app", "find", JANA, "--session-keys", "--json"],
            stdin=reading,
            env=program.environment(),
            capture_output=True,
            text=True,
            timeout=COMMAND_S,
            check=True,
        )
    finally:
        os.close(reading)
        os.close(writing)
    assert json.loads(done.stdout)["customers"][0]["phone"] == JANA


@pytest.mark.parametrize("hidden", ["behind another window", "minimised"])
def test_a_second_start_brings_the_window_to_the_front(till: Program, program: Launcher, screen: Screen, hidden: str) -> None:
    if hidden == "minimised":
        screen.xdotool("windowminimize", "--sync", till.window)
    else:
        other = "import sys\nfrom PySide6.QtWidgets import QApplication, QWidget\napplication = QApplication([])\n"
        other += "window = QWidget()\nwindow.setWindowTitle('another')\nwindow.showMaximized()\nsys.exit(application.exec())\n"
        program.python("-c", other, title="another")
        wait_until(lambda: active(screen) != till.window, timeout_s=SOON_S, what="the other window in front")
    second = program(window=False, stdin=KEYS)
    assert second.wait_for_end(timeout_s=SOON_S) == 0
    assert "open already" in second.output()
    wait_until(lambda: active(screen) == till.window, timeout_s=SOON_S, what="the till's window in front again")
    screen.screenshot(f"two-fronts-raised-{hidden.replace(' ', '-')}")
    assert till.process.poll() is None


def test_a_second_demo_brings_the_first_to_the_front_and_commands_reach_it(program: Launcher, screen: Screen) -> None:
    demo = program("demo", title="pos-app")
    second = program("demo", window=False)
    assert second.wait_for_end(timeout_s=SOON_S) == 0
    assert "open already" in second.output()
    assert active(screen) == demo.window
    sold = answered(program, "--data-dir", str(program.data_dir / "demo"), "sell", "120", "--amount", "64.90")
    assert sold["state"] == "applied"


def test_a_window_started_while_a_command_has_the_till_opens_when_that_is_done(
    till: Program, program: Launcher, server: Server
) -> None:
    till.stop()
    server.stop()
    answered(program, "sell", JANA, "--amount", "100", stdin=KEYS)
    holding = program("sync", "--timeout", "4", window=False, stdin=KEYS)
    wait_until(lambda: (program.data_dir / sockets.NAME).exists(), timeout_s=SOON_S, what="the command's socket")
    window = program(window=False, stdin=KEYS)
    window.wait_for_window(program.screen, title="pos-app", timeout_s=40)
    assert holding.wait_for_end(timeout_s=5) == 3


def active(screen: Screen) -> str:
    try:
        return screen.xdotool("getactivewindow")
    except AssertionError:  # none at this moment
        return ""
