"""The states of the page where customers are registered and changed."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.loyalty.sale import PostingState
from pos_app.till.events import Connection, Status
from pos_app.ui.register.states import Field
from tests.gallery.view import View
from tests.ui.register.pretend import PretendRegister, Stage
from tests.ui.sale.pretend import JANA


def _open(view: View, till: PretendRegister | None = None, status: Status | None = None) -> Stage:
    more = {} if status is None else {"status": status}
    return Stage(language=view.language, size=view.window, till=till or PretendRegister(), **more).open()  # type: ignore[arg-type]


def typing(view: View, *, till: PretendRegister | None = None, status: Status | None = None) -> Stage:
    """Picture 14, before it is saved."""
    stage = _open(view, till, status)
    state = stage.page.presenter
    state.new("+420777123482")
    state.type(Field.NAME, "Barbora")
    state.type(Field.SURNAME, "Šimků")
    state.agree(agreed=True)
    stage.page.form.rows[Field.SURNAME].field.activate()
    stage.settle()
    return stage


def wrong(view: View) -> Stage:
    stage = typing(view, till=PretendRegister(near=(JANA,)))
    state = stage.page.presenter
    for field, text in ((Field.BIRTHDAY, "31.2.1980"), (Field.EMAIL, "barbora@"), (Field.REFERRER, "603")):
        state.type(field, text)
    state.agree(agreed=False)
    state.enter()
    stage.settle()
    return stage


def _saved(view: View, status: Status | None = None) -> Stage:
    stage = typing(view, status=status)
    stage.page.presenter.enter()
    stage.settle()
    return stage


def code(view: View) -> Stage:
    """Picture 14."""
    stage = _saved(view)
    stage.till.goes_on(PostingState.APPLIED)
    stage.settle()
    return stage


def sms(view: View) -> Stage:
    stage = code(view)
    stage.page.wallet.sms_button.click()
    stage.settle()
    return stage


def full_screen(view: View) -> Stage:
    stage = code(view)
    stage.page.enlarge()
    stage.settle()
    return stage


def offline(view: View) -> Stage:
    return _saved(view, Status(connection=Connection.OFFLINE, waiting=1))


def stuck(view: View) -> Stage:
    stage = _saved(view)
    stage.till.goes_on(PostingState.NEEDS_PERSON)
    stage.settle()
    return stage


def card(view: View) -> Stage:
    stage = typing(view)
    stage.page.presenter.read(["7812345678"])
    stage.settle()
    return stage


def editing(view: View) -> Stage:
    stage = _open(view)
    stage.page.open_edit(JANA)
    stage.settle()
    stage.page.presenter.read(["7899999999"])
    stage.settle()
    return stage


SCENES: dict[str, Callable[[View], Stage]] = {
    "typing": typing,
    "wrong": wrong,
    "code": code,
    "sms": sms,
    "full-screen": full_screen,
    "offline": offline,
    "stuck": stuck,
    "card": card,
    "editing": editing,
}
