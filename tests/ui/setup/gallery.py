"""The steps of the first set-up (picture 21), with the answers of a shop."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from pos_app.loyalty.account import Account
from pos_app.loyalty.errors import KeyRefused, PosError
from pos_app.loyalty.secret import Secret
from pos_app.till.setup_desk import Begun, Connected, Finished, GivenKeys, KeyName, KeyPlace, Mode, Probe, Settings
from pos_app.till.setup_draft import Draft, SetupStep
from pos_app.ui import words
from pos_app.ui.bridge import Bridge
from pos_app.ui.setup.course import Course
from pos_app.ui.setup.window import SetupWindow
from tests.gallery.view import View
from tests.ui.settings.pretend import PretendTill, TrialPrinting

T = TypeVar("T")
ANSWERED = Connected(Account("kavarna-letna", Decimal(980)), 38)
KEY = Secret("letná")


class _Desk:
    """Keeps every answer, and hears from PassQuare what ``refusal`` says."""

    def __init__(self, refusal: PosError | None) -> None:
        self._refusal = refusal

    def save(self, draft: Draft, _given: GivenKeys) -> Future[Draft]:
        return _answer(draft)

    def connect(self, _settings: Settings, _app_key: Secret) -> Future[Connected]:
        if self._refusal is None:
            return _answer(ANSWERED)
        future: Future[Connected] = Future()
        future.set_exception(self._refusal)
        return future

    def examine(self, _settings: Settings, _given: GivenKeys, _phone: str) -> Future[Probe]:
        raise NotImplementedError("no scene tries the CRM")

    def finish(self, _settings: Settings, _given: GivenKeys, _account: Account | None) -> Future[Finished]:
        raise NotImplementedError("no scene ends the set-up")


def _answer(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future


class Stage:
    """The window at one step."""

    def __init__(self, view: View, step: SetupStep, *, answered: bool = True, refusal: PosError | None = None) -> None:
        words.speak(view.language)
        blank = Settings()
        shop = replace(blank.shop, name="Kavárna Letná", till="Pokladna 2", currency="CZK", region="CZ", language=view.language)
        server = replace(blank.server, mode=Mode.SOLE)
        settings = replace(blank, shop=shop, server=server, keys=KeyPlace.KEYRING)
        self.bridge = Bridge(PretendTill())  # type: ignore[arg-type]
        self.shell = SetupWindow(self.bridge, settings, [("Jana Nováková", "200044717712"), ("Joe Master", "120")], TrialPrinting())
        begun = Begun(Draft(settings, step), {KeyName.APP_KEY: KEY} if answered else {}, ANSWERED if answered else None)
        self.course = Course(
            _Desk(refusal), self.bridge, begun, changed=lambda: self.shell.show_course(self.course), finished=lambda _till: None
        )
        self.shell.resize(*view.window)
        self.shell.show_course(self.course)
        self.shell.show()
        self.settle()

    def settle(self) -> None:
        """Until nothing more is to be painted."""
        QApplication.processEvents()

    def close(self) -> None:
        """Take it down."""
        self.bridge.close()
        self.shell.close()
        self.shell.deleteLater()


def _at(step: SetupStep) -> Callable[[View], Stage]:
    return lambda view: Stage(view, step)


def begun(view: View) -> Stage:
    """Nothing was asked of a server yet."""
    return Stage(view, SetupStep.CONNECTION, answered=False)


def refused(view: View) -> Stage:
    stage = Stage(view, SetupStep.CONNECTION, answered=False, refusal=KeyRefused("401"))
    stage.course.give_key(KeyName.APP_KEY, "another")
    stage.course.connect(stage.course.settings)
    stage.settle()
    return stage


def crm(view: View) -> Stage:
    """The shop has a CRM of its own."""
    stage = Stage(view, SetupStep.BALANCES)
    stage.shell.balances.cards[Mode.CRM].click()
    stage.settle()
    return stage


def nameless(view: View) -> Stage:
    """Enter without any name."""
    stage = Stage(view, SetupStep.SHOP)
    for field in (stage.shell.shop.shop, stage.shell.shop.till):
        field.clear()
    stage.shell.go_on.click()
    stage.settle()
    return stage


SCENES: dict[str, Callable[[View], Stage]] = {
    **{step.value: _at(step) for step in SetupStep},
    "connection-begun": begun,
    "connection-refused": refused,
    "balances-crm": crm,
    "shop-nameless": nameless,
}
