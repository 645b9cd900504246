"""From a computer without a till to the first sale: the real program, real keys, and a practice sale that goes nowhere."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.window.program import Launcher
from tests.window.screen import Screen
from tests.window.server import SOON_S, Server
from tests.window.waiting import wait_until

MAIN_BUTTON = (1100, 728)


def test_a_new_till_is_set_up_practised_on_and_sells(program: Launcher, screen: Screen, server: Server) -> None:
    settings = program.data_dir / "settings.toml"
    till = program(title="pos-app")
    screen.wait_until_still()
    screen.type_text("Letna")
    screen.key("Tab")
    screen.type_text("Till 2")
    screen.key("Return")
    wait_until(lambda: _step(settings) == "connection", what="the step of the connection", timeout_s=SOON_S)
    screen.key("shift+Tab", "ctrl+a")
    screen.type_text(f"http://127.0.0.1:{server.port}/api/v2")
    screen.key("Tab")
    screen.type_text("demo-app-key")
    screen.key("Return")
    wait_until(lambda: _step(settings) == "balances", what="the key to be accepted", timeout_s=SOON_S)
    screen.screenshot("setup-balances")
    screen.key("Return")
    wait_until(lambda: _step(settings) == "programme", what="the programme", timeout_s=SOON_S)
    screen.key("Return")
    wait_until(lambda: _step(settings) == "reader", what="the reader", timeout_s=SOON_S)
    # A swipe is for the reader's test, Enter and all.
    screen.swipe(";7819283746=25121010000?\n")
    screen.wait_until_still()
    assert _step(settings) == "reader"
    screen.screenshot("setup-reader")
    screen.click(*MAIN_BUTTON)
    wait_until(lambda: _step(settings) == "printer", what="the printer", timeout_s=SOON_S)
    screen.wait_until_still()
    screen.screenshot("setup-printer")
    screen.click(*MAIN_BUTTON)
    wait_until(lambda: _step(settings) == "practice", what="the last step", timeout_s=SOON_S)
    screen.wait_until_still()
    screen.key("space")
    till.wait_for_window(screen, title="pos-app — Letna, Till 2")
    _sell(screen, "setup-practice")
    screen.key("alt+F4")
    till.wait_for_window(screen, title="^pos-app$")
    screen.wait_until_still()
    assert not settings.exists()
    screen.click(*MAIN_BUTTON)
    till.wait_for_window(screen, title="pos-app — Letna, Till 2")
    assert tomllib.loads(settings.read_text())["server"]["account"] == "demo-account"
    assert "demo-app-key" not in settings.read_text()
    # Of the practice sale nothing came here; of the first real one, made by keys alone, everything.
    assert server.sums() == []
    _sell(screen, "setup-first-sale")
    wait_until(
        lambda: server.ask("requests")["requests"].get("user_create_or_update", 0), what="the sale at PassQuare", timeout_s=SOON_S
    )
    assert "Traceback" not in till.output()


def _sell(screen: Screen, name: str) -> None:
    screen.wait_until_still(still_s=0.5, timeout_s=20)
    screen.type_text("120", gap_ms=80)
    screen.wait_until_still(still_s=0.6)
    screen.key("Return")
    screen.wait_until_still(still_s=0.6)
    screen.type_text("64.90", gap_ms=80)
    screen.key("Return")
    screen.wait_until_still(still_s=0.6)
    screen.screenshot(name)


def _step(settings: Path) -> str:
    file = settings.parent / "setup" / "step.txt"
    return file.read_text() if file.exists() else ""
