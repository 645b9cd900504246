"""The small window of a till that cannot be opened, over a real damaged file."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pos_app.cli.starting import opened_or_told
from pos_app.data_dir import DataDir
from pos_app.loyalty.errors import BadInput, DiskBusy, DiskTrouble, KeyringTrouble, NotSetUp, PosError, Problem
from pos_app.store.placing import alone
from pos_app.store.recovery import recover
from pos_app.store.start_empty import STARTED_EMPTY, start_empty
from pos_app.store.till_store import TillStore
from pos_app.store.trouble import Behind, Damaged, Full, Newer, NothingLeft
from pos_app.till.opening import Reason, Recovered, Stage, StartedEmpty, Told, reason_of
from pos_app.ui import words
from pos_app.ui.trouble.start import begun_empty, found, giving_up, rebuilt, tell
from pos_app.ui.trouble.view import Choice, TroubleView
from pos_app.ui.trouble.window import TroubleWindow
from tests.store.shop import NOON, sale

Left = Qt.MouseButton.LeftButton


def window() -> TroubleWindow:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, TroubleWindow) and each.isVisible())


def press(choice: Choice) -> None:
    QTest.mouseClick(window().button(choice), Left)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def never(_told: Told) -> Recovered:
    raise AssertionError("nobody asked for a recovery")


def nobody(_who: str, _why: str) -> StartedEmpty:
    raise AssertionError("nobody gave the data up")


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """One sale, and not a byte of its database is what it was."""
    path = tmp_path / "till.db"
    store = TillStore.open(path)
    store.save_sale(*sale())
    store.close()
    path.write_bytes(b"\xff" * path.stat().st_size)
    return path


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (Damaged("x"), Reason.DAMAGED),
        (Behind("x"), Reason.BEHIND),
        (NothingLeft("x"), Reason.NOTHING_LEFT),
        (Newer("x"), Reason.NEWER),
        (DiskBusy("x"), Reason.BUSY),
        (Full("x"), Reason.FULL),
        (DiskTrouble("x"), Reason.DISK),
        (NotSetUp("x"), Reason.NOT_SET_UP),
        (BadInput(Problem.SETTING, detail="x"), Reason.SETTINGS),
        (KeyringTrouble("x"), Reason.KEYS),
        (PosError("x"), Reason.OTHER),
    ],
)
def test_each_trouble_is_told_with_its_own_reason_and_recovery_is_offered_only_where_it_helps(
    qapp: QApplication, error: PosError, reason: Reason
) -> None:
    view = found(error)
    assert (reason_of(error), view.title, view.detail) == (reason, words.trouble.title(reason), "x")
    offered = {choice for choice, _ in view.choices}
    assert (Choice.RECOVER in offered) is (reason in (Reason.DAMAGED, Reason.BEHIND))
    assert Choice.CLOSE in offered


def test_the_data_of_a_newer_program_is_left_alone_and_the_number_that_waits_is_shown(
    qtbot: QtBot, tmp_path: Path, picture: Callable[[QWidget, str], QImage]
) -> None:
    path = tmp_path / "till.db"
    store = TillStore.open(path)
    store.save_sale(*sale())
    store.close()
    with path.open("rb+") as file:
        # The fourth byte of user_version.
        file.seek(63)
        file.write(b"\x63")
    before = path.read_bytes()
    with pytest.raises(Newer) as caught:
        TillStore.open(path)
    seen: list[str] = []

    def look() -> None:
        picture(window(), "trouble-newer")
        seen.extend((window().title.text(), *window().points))
        assert [choice for choice, _ in window().view.choices] == [Choice.CLOSE]
        press(Choice.CLOSE)

    QTimer.singleShot(0, look)
    assert tell(caught.value, never, start_empty=nobody, language="en", argv=["pos-app"]) is False
    assert seen == [
        "This data is from a newer version",
        "1 entry in it waits to be sent. It is safe, and the newer program sends it.",
    ]
    assert path.read_bytes() == before


def test_a_damaged_till_is_rebuilt_and_what_was_made_is_told_before_it_opens(
    qtbot: QtBot, damaged: Path, picture: Callable[[QWidget, str], QImage]
) -> None:
    with pytest.raises(Damaged) as caught:
        TillStore.open(damaged)
    seen: list[str] = []

    def look() -> None:
        picture(window(), "trouble-damaged")
        seen.append(window().title.text())
        press(Choice.RECOVER)
        qtbot.waitUntil(lambda: window().view.well, timeout=10_000)
        picture(window(), "trouble-rebuilt")
        seen.extend((window().title.text(), *window().points))
        press(Choice.OPEN)

    QTimer.singleShot(0, look)
    recovery = partial(_recover, damaged)
    assert tell(caught.value, recovery, start_empty=nobody, language="en", argv=["pos-app"]) is True
    assert seen == [
        "The till's data is damaged",
        "The data was rebuilt",
        "1 sale is there.",
        "1 entry waits: it is compared with the server before anything is sent.",
        "1 old file was kept.",
    ]
    TillStore.open(damaged).close()


def test_the_window_stays_alive_and_open_while_the_data_is_rebuilt(qtbot: QtBot, damaged: Path) -> None:
    may_go_on = threading.Event()
    seen: list[str] = []

    def slowly(told: Told) -> Recovered:
        assert threading.current_thread() is not threading.main_thread()
        done = recover(damaged, told=told)
        assert may_go_on.wait(10)
        return done

    def look() -> None:
        press(Choice.RECOVER)
        qtbot.waitUntil(lambda: window().sentence.text() == words.trouble.stage(Stage.PLACING, 0), timeout=10_000)
        seen.append(window().title.text())
        window().close()
        # Closing is not possible now: it is still there, and draws.
        assert not window().grab().isNull()
        may_go_on.set()
        qtbot.waitUntil(lambda: window().view.well, timeout=10_000)
        window().close()

    QTimer.singleShot(0, look)
    assert tell(Damaged("x"), slowly, start_empty=nobody, language="en", argv=["pos-app"]) is False
    assert seen == ["The data is being rebuilt"]


def test_what_a_scanner_types_presses_nothing(qtbot: QtBot) -> None:
    shown = TroubleWindow(found(Damaged("x")))
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=2000)
    chosen: list[Choice] = []
    shown.chosen.connect(chosen.append)
    QTest.keyClicks(focused(), "%B6011^NOVA JANA^ 2512?")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Enter)
    assert chosen == []
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    QTest.keyClick(shown, Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert chosen == [Choice.RECOVER]


def test_a_recovery_that_fails_is_told_with_its_reason_and_may_be_tried_again(qtbot: QtBot, damaged: Path) -> None:
    seen: list[str] = []

    def look() -> None:
        press(Choice.RECOVER)
        qtbot.waitUntil(lambda: window().title.text() == words.trouble.not_rebuilt(), timeout=10_000)
        seen.append(window().detail.text())
        assert window().button(Choice.RECOVER).isEnabled()
        press(Choice.CLOSE)

    QTimer.singleShot(0, look)
    # Another one is under way.
    with alone(damaged, 1):
        assert tell(Damaged("x"), partial(_recover, damaged), start_empty=nobody, language="en", argv=["pos-app"]) is False
    assert "Another program" in seen[0]


def test_where_nothing_can_be_read_the_till_begins_empty_once_somebody_gave_name_and_reason(
    qtbot: QtBot, damaged: Path, picture: Callable[[QWidget, str], QImage]
) -> None:
    damaged.with_name("roll.jsonl").write_bytes(b"\xff" * 500)
    with pytest.raises(Damaged) as caught:
        TillStore.open(damaged)
    seen: list[str] = []

    def look() -> None:
        press(Choice.RECOVER)
        qtbot.waitUntil(lambda: Choice.GIVE_UP in dict(window().view.choices), timeout=10_000)
        seen.append(window().title.text())
        press(Choice.GIVE_UP)
        seen.append(window().title.text())
        # What a scanner types reaches no field and presses nothing.
        QTest.keyClicks(focused(), "4006381333931")
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        assert not window().button(Choice.START_EMPTY).isEnabled()
        who, why = window().fields
        QTest.keyClicks(who.edit, "Eva")
        assert not window().button(Choice.START_EMPTY).isEnabled()
        QTest.keyClicks(why.edit, "The disk died.")
        picture(window(), "trouble-giving-up-typed")
        press(Choice.START_EMPTY)
        qtbot.waitUntil(lambda: window().view.well, timeout=10_000)
        seen.extend((window().title.text(), window().detail.text()))
        press(Choice.OPEN)

    def empty(who: str, why: str) -> StartedEmpty:
        assert threading.current_thread() is not threading.main_thread()
        return start_empty(damaged, who=who, reason=why, now=NOON)

    QTimer.singleShot(0, look)
    assert tell(caught.value, partial(_recover, damaged), start_empty=empty, language="en", argv=["pos-app"]) is True
    assert seen == [
        "Nothing of the till's data can be read",
        "Begin with an empty queue",
        "The till begins with an empty queue",
        str(damaged.with_name("set-aside-20261123T120000Z")),
    ]
    with closing(TillStore.open(damaged)) as store:
        assert "Eva: The disk died." in store.fact(STARTED_EMPTY)


def test_a_shutdown_of_the_computer_closes_it(qapp: QApplication) -> None:
    QTimer.singleShot(0, lambda: signal.raise_signal(signal.SIGTERM))
    assert tell(Damaged("x"), never, start_empty=nobody, language="en", argv=["pos-app"]) is False


def test_trying_again_is_opening_again(qtbot: QtBot) -> None:
    QTimer.singleShot(0, lambda: press(Choice.RETRY))
    assert tell(DiskBusy("x"), never, start_empty=nobody, language="en", argv=["pos-app"]) is True


def test_what_is_on_the_screen_is_on_standard_error_too_while_it_is_there(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    busy = DiskBusy("Another program is using the till's data.")
    said: list[str] = []

    def opening() -> AbstractContextManager[None]:
        raise busy

    def look() -> None:
        said.append(capsys.readouterr().err)
        press(Choice.CLOSE)

    QTimer.singleShot(0, look)
    with ExitStack() as stack, pytest.raises(SystemExit) as ended:
        opened_or_told(stack, opening, DataDir(tmp_path))
    assert (said, ended.value.code) == ([f"{busy}\n"], 1)
    assert capsys.readouterr().err == ""


def test_markup_in_a_files_name_is_shown_as_letters(qtbot: QtBot) -> None:
    shown = TroubleWindow(found(Damaged("<img src='x'>/till.db")))
    qtbot.addWidget(shown)
    assert shown.detail.text() == "<img src='x'>/till.db"
    assert shown.detail.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_that_is_said_has_room(qtbot: QtBot, language: str, picture: Callable[[QWidget, str], QImage]) -> None:
    words.speak(language)
    done = Recovered(
        lines=1,
        broken_lines=0,
        from_database=0,
        sales=12,
        open_postings=3,
        orphans=0,
        roll_begins_again=False,
        aside=(Path("/home/shop/.local/share/pos-app/till-damaged-20260101T120000Z.db"),) * 3,
    )
    views = {
        "behind": found(Behind("/home/shop/.local/share/pos-app/till.db is not what it was: its roll (roll.jsonl) knows of more.")),
        "rebuilt": rebuilt(done),
        "nothing-left": found(
            NothingLeft(f"Neither {done.aside[0]} nor its roll holds anything that can be read. Put a copy back.")
        ),
        "giving-up": giving_up(),
        "begun-empty": begun_empty(StartedEmpty(aside=done.aside[0].with_name("set-aside-20260101T120000Z"), files=("till.db",))),
        "working": TroubleView(title=words.trouble.rebuilding(), sentence="…"),
    }
    for name, view in views.items():
        shown = TroubleWindow(view)
        qtbot.addWidget(shown)
        shown.show()
        picture(shown, f"trouble-{name}-{language}")
        assert shown.height() < 700
        for label in (shown.title, shown.sentence, shown.detail):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width())


def test_what_is_said_next_has_room_in_the_window_that_is_there_already(qtbot: QtBot) -> None:
    shown = TroubleWindow(TroubleView(title="x", sentence=""))
    qtbot.addWidget(shown)
    shown.show()
    view = found(Damaged("a path " * 40))
    fresh = TroubleWindow(view)
    qtbot.addWidget(fresh)
    shown.show_view(view)
    assert shown.height() == fresh.height()


def _recover(path: Path, told: Told) -> Recovered:
    return recover(path, told=told)
