"""The states of the Settings screen: a reader that is set up, numbers of cards, how the till looks."""

from __future__ import annotations

from collections.abc import Callable

from pos_app.paper.printer import PrinterKind
from pos_app.till.rekeying import KeyName
from pos_app.ui.settings.nav import Section
from pos_app.ui.widgets.status_row import RowMark
from tests.gallery.view import View
from tests.ui.settings.pretend import Stage


def _open(view: View) -> Stage:
    return Stage(language=view.language, size=view.window, layout="cz").open()


def appearance(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.APPEARANCE)
    stage.settle()
    return stage


def keyboard(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.KEYBOARD)
    stage.page.keyboard.trial.edit.insert("+ěščř" if view.czech else "12345")
    stage.settle()
    return stage


def connection(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.CONNECTION)
    section = stage.page.connection
    section.fields[KeyName.APP_KEY].edit.insert("0123456789abcdef")
    section.buttons[KeyName.APP_KEY].click()
    stage.settle()
    return stage


def programme(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.PROGRAMME)
    stage.page.programme.form.lifetime.edit.insert("365")
    stage.page.programme.save.click()
    stage.settle()
    return stage


def about(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.ABOUT)
    # Of the picture, not of whoever draws it.
    about = stage.page.about
    for row, version in ((about.program, "pos-app 1.0.0"), (about.python, "3.11.9"), (about.qt, "6.11.0")):
        row.show_words(version, RowMark.NONE)
    stage.settle()
    return stage


def new_version(view: View) -> Stage:
    stage = about(view)
    stage.upkeep.updating.find()
    stage.page.about.updates.daily.setChecked(True)
    stage.page.about.updates.show_state()
    stage.settle()
    return stage


def data(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.DATA)
    stage.page.data.phone.edit.insert("+420603551482")
    stage.page.data.erase.click()
    stage.settle()
    return stage


def training(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.TRAINING)
    stage.settle()
    return stage


def printer(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.PRINTER)
    stage.page.printer.presenter.choose_kind(PrinterKind.NETWORK)
    stage.page.printer.address.insert("192.168.1.50")
    stage.settle()
    return stage


def reader(view: View) -> Stage:
    return _open(view)


def _swiped(view: View, times: int) -> Stage:
    stage = _open(view)
    for _ in range(times):
        stage.swipe(gap_ms=2.6)
    return stage


def reader_two(view: View) -> Stage:
    return _swiped(view, 2)


def reader_done(view: View) -> Stage:
    return _swiped(view, 3)


def reader_saved(view: View) -> Stage:
    stage = reader_done(view)
    stage.page.reader.save.click()
    stage.settle()
    return stage


def reader_advice(view: View) -> Stage:
    stage = _open(view)
    stage.swipe("200044717720", gap_ms=30)
    return stage


def reader_bank_card(view: View) -> Stage:
    stage = _open(view)
    stage.swipe(";4111111111111111=2512101000?\r")
    return stage


def numbers(view: View) -> Stage:
    stage = _open(view)
    stage.page.choose(Section.NUMBERS)
    rows = stage.page.numbers
    rows.rows[0].field.setText("2000")
    for number in (r"99[0-9]{8}", "([0-9]+)+x"):
        rows.add.click()
        rows.rows[-1].field.setText(number)
    stage.swipe()
    return stage


SCENES: dict[str, Callable[[View], Stage]] = {
    "appearance": appearance,
    "keyboard": keyboard,
    "connection": connection,
    "about": about,
    "new-version": new_version,
    "data": data,
    "training": training,
    "programme": programme,
    "printer": printer,
    "reader": reader,
    "reader-two": reader_two,
    "reader-done": reader_done,
    "reader-saved": reader_saved,
    "reader-advice": reader_advice,
    "reader-bank-card": reader_bank_card,
    "numbers": numbers,
}
