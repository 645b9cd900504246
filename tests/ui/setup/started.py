"""The set-up on the screen, on real parts, as somebody goes through it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos_app.data_dir import DataDir
from pos_app.keys import Keys
from pos_app.loyalty.errors import KeyringTrouble
from pos_app.sandbox.server import Sandbox
from pos_app.settings_change import change
from pos_app.till.press import Press
from pos_app.till.servers import open_servers
from pos_app.till.setting_up import SettingUp
from pos_app.till.setup_desk import SetupDesk
from pos_app.till.setup_draft import SetupStep
from pos_app.ui.setup.course import Answer, Course
from pos_app.ui.setup.start import SetUp
from pos_app.ui.setup.window import SetupWindow

SOON_MS = 20_000


def no_keyring(_till_id: str) -> Keys:
    raise KeyringTrouble("There is none.")


class Started:
    """A set-up that is on the screen, and what a person does with it."""

    def __init__(self, qtbot: QtBot, place: DataDir, keyring: Callable[[str], Keys], *, offers_updates: bool = False) -> None:
        self._qtbot, self._place = qtbot, place
        setting_up = SettingUp(place, servers=open_servers, keyring=keyring, claim=lambda _server, _place: None, change=change)
        self.desk = SetupDesk(setting_up, offers_updates=offers_updates)
        self._pool = ThreadPoolExecutor(1)
        self._press = Press(pool=self._pool)
        self.show()

    def show(self) -> None:
        """Anew, as after a start of the program."""
        self.set_up = SetUp(self.desk, [("Joe Master", "120")], self._press)
        self.set_up.begin()
        self._qtbot.waitUntil(lambda: self.set_up.window is not None, timeout=SOON_MS)

    @property
    def window(self) -> SetupWindow:
        assert self.set_up.window is not None
        return self.set_up.window

    @property
    def course(self) -> Course:
        assert self.set_up.course is not None
        return self.set_up.course

    def enter(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_Return)

    def reaches(self, step: SetupStep) -> None:
        self._qtbot.waitUntil(lambda: self.course.step is step and not self.course.busy, timeout=SOON_MS)

    def names(self) -> None:
        self.window.shop.shop.setText("Kavárna Letná")
        self.window.shop.till.setText("Pokladna 2")
        self.enter()
        self.reaches(SetupStep.CONNECTION)

    def connects(self, sandbox: Sandbox, key: str) -> None:
        form = self.window.connection
        form.address.setText(sandbox.core_url)
        form.key.clear()
        form.key.insert(key)
        self._qtbot.waitUntil(lambda: self.course.connection in (Answer.WELL, Answer.FAILED), timeout=SOON_MS)

    def to_balances(self, sandbox: Sandbox) -> None:
        self.names()
        self.connects(sandbox, sandbox.app_key)
        self.enter()
        self.reaches(SetupStep.BALANCES)

    def to_the_end(self) -> None:
        for step in (SetupStep.PROGRAMME, SetupStep.READER, SetupStep.PRINTER, SetupStep.PRACTICE):
            if step is SetupStep.PRINTER:
                QTest.mouseClick(self.window.go_on, Qt.MouseButton.LeftButton)
            else:
                self.enter()
            self.reaches(step)

    def finishes(self) -> None:
        with self._qtbot.waitSignal(self.set_up.over, timeout=SOON_MS):
            QTest.mouseClick(self.window.go_on, Qt.MouseButton.LeftButton)

    def close(self) -> None:
        self.set_up.close()
        self.desk.close()
        self._press.close()
        self._pool.shutdown()
