"""The window program as the command line starts it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pos_app.assemble import open_till
from pos_app.data_dir import DataDir
from pos_app.keys import KeyName, SessionKeys
from pos_app.loyalty.account import Account
from pos_app.loyalty.secret import Secret
from pos_app.settings import KeyPlace, Server, Settings, Shop
from pos_app.store.home import Held
from pos_app.till.events import Connection, Status
from pos_app.till.till import Till
from pos_app.ui import words
from pos_app.ui.app import run
from pos_app.ui.shell import MainShell, PageKey
from pos_app.ui.status_pills import top_bar
from pos_app.ui.widgets.pill import PillTone

FORMATS = words.Formats("en", "EUR")


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    """A till whose server is not there, not started: what a window opens on in the worst case."""
    settings = Settings(
        shop=Shop(name="Kavárna Letná", till="Pokladna 2", currency="CZK", region="CZ", language="cs"),
        server=Server(core_url="http://127.0.0.1:9/api/v2", crm_url="http://127.0.0.1:9/crm", account="none"),
        keys=KeyPlace.SESSION,
        till_id="test",
    )
    keys = SessionKeys({KeyName.APP_KEY: Secret("a"), KeyName.CRM_KEY: Secret("b")})
    with open_till(settings, DataDir(tmp_path), keys) as made:
        yield made


@pytest.fixture
def shell(qapp: QApplication) -> Iterator[Callable[[], MainShell]]:
    """The window that the test opens: not one that another test has left. A window that nobody closes fails, it does not hang."""

    def windows() -> list[MainShell]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainShell) and each.isVisible()]

    before = windows()
    patience = QTimer(singleShot=True, interval=60_000)
    patience.timeout.connect(qapp.quit)
    patience.start()
    yield lambda: next(each for each in windows() if each not in before)
    patience.stop()


def test_the_window_opens_in_the_shops_language_and_ends_with_its_closing(
    shell: Callable[[], MainShell], till: Till, tmp_path: Path
) -> None:
    seen: list[tuple[str, str]] = []

    def look_and_close() -> None:
        window = shell()
        seen.append((window.windowTitle(), window.rail.tile(PageKey.SALE).text()))
        window.close()

    QTimer.singleShot(300, look_and_close)
    assert run(till, argv=["pos-app"], screen_memory=tmp_path / "screen.txt") == 0
    assert seen == [("pos-app — Kavárna Letná, Pokladna 2", "Prodej")]


def test_a_shutdown_of_the_computer_closes_the_window(qapp: QApplication, till: Till, tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    QTimer.singleShot(300, lambda: signal.raise_signal(signal.SIGTERM))
    assert run(till, argv=["pos-app"], screen_memory=tmp_path / "screen.txt") == 0
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_bug_in_the_window_is_said_on_the_screen_and_selling_goes_on(
    shell: Callable[[], MainShell], till: Till, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []
    before = sys.excepthook

    def break_something() -> None:
        error = ZeroDivisionError("a bug")
        sys.excepthook(ZeroDivisionError, error, None)
        QTimer.singleShot(50, look_and_close)

    def look_and_close() -> None:
        window = shell()
        page = window.page(PageKey.SALE)
        seen.append(page.side.notice.title)  # type: ignore[attr-defined]
        window.close()

    QTimer.singleShot(300, break_something)
    run(till, argv=["pos-app"], screen_memory=tmp_path / "screen.txt")
    assert seen == ["V programu se něco pokazilo"]
    assert "a bug" in caplog.text
    assert sys.excepthook is before


@pytest.mark.parametrize("connection", list(Connection))
def test_every_connection_has_a_pill_in_words(qapp: QApplication, connection: Connection) -> None:
    words.speak("en")
    bar = top_bar(Status(connection=connection), shop="s", till="t", formats=FORMATS)
    assert bar.connection is not None
    assert bar.connection.words


@pytest.mark.parametrize(("language", "said"), [("en", "Sending is stopped"), ("cs", "Odesílání stojí")])
@pytest.mark.parametrize("why", [{"held": Held.ELSEWHERE}, {"held": Held.OLDER}, {"writes_stopped": "100 became 7."}])
@pytest.mark.parametrize("counts", [{}, {"waiting": 3}, {"needs_person": 2}])
def test_where_a_person_has_to_let_sending_go_on_the_queue_says_so_in_red(
    qapp: QApplication, language: str, said: str, why: dict[str, Any], counts: dict[str, Any]
) -> None:
    words.speak(language)
    queue = top_bar(Status(**why, **counts), shop="s", till="t", formats=FORMATS).queue
    assert queue is not None
    assert (queue.words, queue.tone) == (said, PillTone.BAD)
    assert queue.name.startswith(said)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This computer's clock is wrong by 25 min. Please correct it."),
        ("cs", "Hodiny počítače jdou o 25 min špatně. Opravte je."),
    ],
)
@pytest.mark.parametrize("behind_min", [25, -25])
@pytest.mark.parametrize("connection", [Connection.ONLINE, Connection.CLOCK])
def test_a_wrong_clock_is_said_with_its_minutes(
    qapp: QApplication, language: str, said: str, behind_min: int, connection: Connection
) -> None:
    words.speak(language)
    bar = top_bar(Status(connection=connection, clock_behind_min=behind_min), shop="s", till="t", formats=FORMATS)
    assert bar.connection is not None
    assert (bar.connection.words, bar.connection.tone) == (said, PillTone.BAD)


def test_a_clock_that_is_years_off_is_said_in_few_words(qapp: QApplication) -> None:
    words.speak("en")
    bar = top_bar(Status(clock_behind_min=5_259_600), shop="s", till="t", formats=FORMATS)
    assert bar.connection is not None
    assert (bar.connection.words, "5259600 min" in bar.connection.name) == ("Clock is wrong", True)


def test_a_wrong_clock_does_not_hide_that_the_till_is_offline(qapp: QApplication) -> None:
    words.speak("en")
    bar = top_bar(Status(connection=Connection.OFFLINE, clock_behind_min=25), shop="s", till="t", formats=FORMATS)
    assert bar.connection is not None
    assert bar.connection.words == "Offline"


def test_what_needs_a_person_is_red_and_what_waits_is_amber(qapp: QApplication) -> None:
    words.speak("en")
    said = {}
    for name, status in {
        "well": Status(),
        "waiting": Status(waiting=3),
        "stuck": Status(waiting=3, needs_person=2),
    }.items():
        pill = top_bar(status, shop="s", till="t", formats=FORMATS).queue
        assert pill is not None
        said[name] = (pill.words, pill.tone)
    assert said == {
        "well": ("All sent", PillTone.QUIET),
        "waiting": ("3 waiting", PillTone.WARN),
        "stuck": ("2 need attention", PillTone.BAD),
    }


def test_the_account_is_shown_once_the_server_named_it(qapp: QApplication) -> None:
    words.speak("en")
    unknown = top_bar(Status(), shop="s", till="t", formats=FORMATS)
    known = top_bar(Status(account=Account("riverside")), shop="s", till="t", formats=FORMATS)
    assert (unknown.account, known.account) == (None, None)
