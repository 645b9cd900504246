"""Registering and changing customers in the window, on a real till against a real sandbox: by keyboard, reader and finger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos_app.loyalty.profile import Sms
from pos_app.loyalty.sale import PostingState
from pos_app.reader import classify
from pos_app.sandbox.demo_cards import DEMO_CARDS
from pos_app.sandbox.server import Sandbox
from pos_app.till.till import Till
from pos_app.ui.app import TillWindow
from pos_app.ui.register.page import RegisterPage
from pos_app.ui.register.states import Field, SmsStep, Step, Wallet
from pos_app.ui.sale.states import Face
from pos_app.ui.shell import PageKey
from pos_app.ui.widgets.qr_code import modules
from tests.ui.real_window import real_window

BARBORA, JANA = "+420777123482", "+420603551482"
NEW_CARD = "7812345678"
K = Qt.Key


@dataclass
class Desk:
    """A window on a till on a sandbox, on the page of a new customer."""

    sandbox: Sandbox
    till: Till
    window: TillWindow
    qtbot: QtBot
    passed_s: float = 0.0

    @property
    def page(self) -> RegisterPage:
        return self.window.register

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.page, text)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=15_000)

    def wallet(self, wallet: Wallet) -> None:
        self.until(lambda: self.page.presenter.wallet.wallet is wallet)

    def answers_enter(self) -> None:
        """A double Enter is one; a moment later it counts again."""
        self.page.presenter._deaf_until = 0.0

    def fills_in(self) -> None:
        self.type("777123482")
        self.key(K.Key_Tab)
        self.type("Barbora")
        self.key(K.Key_Tab)
        self.type("Simkova")
        self.key(K.Key_Tab)
        self.type("25.1.1980")
        self.page.form.agrees.click()

    def saves(self) -> None:
        self.fills_in()
        self.key(K.Key_Return)
        self.until(lambda: self.page.presenter.step is Step.SAVED)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with real_window(tmp_path) as (sandbox, till, window):
        opened = Desk(sandbox, till, window, qtbot)
        opened.key(K.Key_F8)
        assert window.shell.shown is PageKey.REGISTER
        yield opened


def note(desk: Desk, field: Field) -> str:
    return desk.page.form.rows[field].note.text()


def test_a_new_customer_by_keyboard_alone_ends_on_the_sale_with_a_code_in_between(desk: Desk) -> None:
    desk.saves()
    desk.wallet(Wallet.READY)
    assert desk.page.wallet.code.isVisible()
    assert desk.page.wallet.code.text.startswith("https://")
    there = desk.sandbox.core_customer(BARBORA)
    assert there is not None
    assert (there.full_name, there.birthday) == ("Barbora Simkova", date(1980, 1, 25))
    desk.answers_enter()
    desk.key(K.Key_Return)
    assert desk.window.shell.shown is PageKey.SALE
    sale = desk.window.page
    desk.until(lambda: sale.presenter.face is Face.CUSTOMER and not sale.presenter.serving.refreshing)
    assert sale.side.customer.header.title.text() == "Barbora Simkova"
    assert desk.page.form.rows[Field.PHONE].field.text() == ""


def test_a_double_enter_is_one_registration_and_does_not_skip_the_code(desk: Desk) -> None:
    desk.fills_in()
    desk.key(K.Key_Return)
    desk.until(lambda: desk.page.presenter.step is Step.SAVED)
    desk.key(K.Key_Return)
    assert desk.window.shell.shown is PageKey.REGISTER
    desk.wallet(Wallet.READY)
    assert desk.sandbox.requests()["createCustomer"] == 1


def test_the_code_fills_the_screen_and_any_key_puts_it_away_without_doing_anything(desk: Desk) -> None:
    desk.saves()
    desk.wallet(Wallet.READY)
    desk.key(K.Key_F11)
    screen = desk.page.full_screen
    assert screen.isVisible()
    assert screen.size() == desk.window.shell.size()
    assert screen.code.text == desk.page.wallet.code.text
    QTest.keyClick(screen, K.Key_Return)
    assert not screen.isVisible()
    assert desk.window.shell.shown is PageKey.REGISTER


def test_offline_it_is_saved_and_the_link_follows_once_the_shop_is_online(desk: Desk) -> None:
    desk.sandbox.unplug()
    desk.saves()
    desk.wallet(Wallet.LATER)
    assert desk.page.wallet.title.text() == "The link follows once the shop is online."
    assert not desk.page.wallet.code.isVisible()
    desk.sandbox.plug()
    desk.till.send_now()
    desk.wallet(Wallet.READY)
    assert desk.sandbox.requests()["createCustomer"] == 1


def test_the_page_notices_that_the_card_is_in_the_phone(desk: Desk) -> None:
    desk.saves()
    desk.wallet(Wallet.READY)
    there = desk.sandbox.core_customer(BARBORA)
    assert there is not None
    desk.sandbox.install(there.cards[0])
    desk.page.presenter.wallet.look()
    desk.wallet(Wallet.IN_PHONE)
    assert desk.page.wallet.waits.text() == "Card added to the phone"


def test_who_is_registered_is_said_while_the_number_is_typed_and_enter_serves_them(desk: Desk) -> None:
    desk.type("603551482")
    desk.until(lambda: note(desk, Field.PHONE) == "Already registered: Jana Nováková")
    assert desk.page.form.save.words == "Start the sale"
    desk.key(K.Key_Return)
    assert desk.window.shell.shown is PageKey.SALE
    desk.until(lambda: desk.window.page.side.customer.header.title.text() == "Jana Nováková")
    assert "createCustomer" not in desk.sandbox.requests()


def test_a_slip_of_the_finger_is_asked_about(desk: Desk) -> None:
    desk.till.look_live(desk.till.parse(JANA)).result(10)
    desk.type("603551483")
    desk.until(lambda: note(desk, Field.PHONE) == "1 digit differs from Jana Nováková")


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(desk: Desk) -> None:
    desk.type("777123")
    desk.key(K.Key_Tab)
    assert note(desk, Field.PHONE) == "3 digits missing"
    desk.page.form.rows[Field.EMAIL].field.activate()
    desk.type("b@")
    desk.key(K.Key_Return)
    assert note(desk, Field.EMAIL) == "This is not an e-mail address"
    assert desk.page.form.rows[Field.PHONE].field.edit.hasFocus()
    assert desk.till.queue() == []


def test_without_consent_nothing_is_saved(desk: Desk) -> None:
    desk.type("777123482")
    desk.key(K.Key_Return)
    assert desk.page.form.agrees.wrong == "The customer has to agree to the rules first"
    assert desk.page.presenter.step is Step.TYPING
    assert desk.till.queue() == []


def test_a_swiped_card_is_only_taken_once_somebody_said_so(desk: Desk) -> None:
    desk.fills_in()
    desk.window._scanned(classify(f";{NEW_CARD}?"))
    desk.until(lambda: desk.page.presenter.swiped is not None)
    desk.key(K.Key_Return)
    assert desk.page.presenter.step is Step.TYPING
    desk.page.form.card_yes.click()
    desk.key(K.Key_Return)
    desk.wallet(Wallet.READY)
    there = desk.sandbox.core_customer(BARBORA)
    assert there is not None
    assert [each.track for each in there.tracks] == [desk.page.presenter.saved.change.profile.card_track]  # type: ignore[union-attr]
    assert NEW_CARD in there.tracks[0].track


def test_a_card_that_is_somebodys_is_not_offered(desk: Desk) -> None:
    jana = DEMO_CARDS[0]
    desk.till.look_live(desk.till.parse(JANA)).result(10)
    desk.window._scanned(classify(f";{jana.card}?"))
    desk.until(lambda: desk.page.presenter.swiped is not None)
    assert desk.page.form.card.title == "This card belongs to Jana Nováková"
    assert not desk.page.form.card_yes.isVisible()
    desk.key(K.Key_Escape)
    assert desk.page.presenter.swiped is None
    assert desk.window.shell.shown is PageKey.REGISTER


def test_escape_forgets_what_was_typed_and_goes_back(desk: Desk) -> None:
    desk.fills_in()
    desk.key(K.Key_Escape)
    assert desk.window.shell.shown is PageKey.SALE
    assert all(row.field.text() == "" for row in desk.page.form.rows.values())
    assert desk.till.queue() == []


def test_an_sms_is_sent_once_and_only_after_its_price_was_accepted(desk: Desk) -> None:
    desk.saves()
    desk.wallet(Wallet.READY)
    desk.page.wallet.sms_button.click()
    desk.until(lambda: desk.page.presenter.wallet.sms_step is SmsStep.ASKED)
    assert "CZK" in desk.page.wallet.banner.title or "Kč" in desk.page.wallet.banner.title
    assert desk.sandbox.messages() == ()
    desk.page.wallet.yes.click()
    desk.until(lambda: desk.page.presenter.wallet.sms is Sms.SENT)
    assert not desk.page.wallet.sms_button.isEnabled()
    desk.page.presenter.wallet.ask_sms()
    assert len(desk.sandbox.messages()) == 1


def test_from_a_number_that_nobody_has_the_form_opens_with_it(desk: Desk) -> None:
    desk.key(K.Key_Escape)
    sale = desk.window.page
    desk.type("777123482")
    desk.key(K.Key_Return)
    desk.until(lambda: sale.side.not_found.register_button.isVisible())
    sale.side.not_found.register_button.click()
    assert desk.page.form.rows[Field.PHONE].field.text().replace("\u00a0", "") == BARBORA
    assert desk.page.form.rows[Field.NAME].field.edit.hasFocus()


@pytest.mark.parametrize("size", [(1024, 720), (1280, 800)])
def test_by_touch_alone_letters_come_to_the_field_and_nothing_is_cut_off(desk: Desk, size: tuple[int, int]) -> None:
    desk.page.form.cancel.click()
    desk.window.shell.resize(*size)
    desk.window.page.side.idle.register_button.click()
    email = desk.page.form.rows[Field.EMAIL].field
    QTest.mouseClick(email.edit, Qt.MouseButton.LeftButton)
    letters = desk.page.letters
    assert letters.isVisible()
    for sign in "b@x.cz":
        letters.letters.key(sign).click()
    assert email.text() == "b@x.cz"
    desk.until(lambda: desk.page.rect().contains(letters.geometry()))
    letters.letters.close_key.click()
    assert not letters.isVisible()


def test_an_edit_sends_only_what_was_changed(desk: Desk) -> None:
    before = desk.sandbox.core_customer(JANA)
    desk.key(K.Key_Escape)
    desk.type("603551482")
    desk.key(K.Key_Return)
    header = desk.window.page.side.customer.header
    desk.until(lambda: header.title.text() == "Jana Nováková" and not desk.window.page.presenter.serving.refreshing)
    header.pencil.click()
    assert desk.page.title.text() == "Edit customer"
    desk.key(K.Key_Return)
    desk.until(lambda: desk.page.form.trouble.title == "Nothing was changed")
    desk.page.form.rows[Field.SURNAME].field.activate(select=True)
    desk.type("Nova")
    desk.key(K.Key_Return)
    desk.until(lambda: desk.window.shell.shown is PageKey.SALE)
    desk.until(lambda: not desk.till.queue())
    after = desk.sandbox.core_customer(JANA)
    assert before is not None
    assert after is not None
    assert (after.surname, after.name, after.email, after.birthday, after.standing, after.tracks) == (
        "Nova",
        before.name,
        before.email,
        before.birthday,
        before.standing,
        before.tracks,
    )
    desk.until(lambda: header.title.text() == "Jana Nova")


def test_a_registration_that_needs_a_person_says_so_and_the_sale_can_start(desk: Desk) -> None:
    desk.sandbox.add_fault(method="createCustomer", kind="error200", count=1)
    desk.saves()
    desk.wallet(Wallet.STUCK)
    (stuck,) = desk.till.queue()
    assert stuck.state is PostingState.NEEDS_PERSON
    assert desk.page.wallet.title.text() == "A decision is needed"


def test_the_code_is_what_the_link_says() -> None:
    rows = modules("https://form.example/?hash=1")
    assert len(rows) == len(rows[0])
    assert {cell for row in rows for cell in row} == {0, 1}
